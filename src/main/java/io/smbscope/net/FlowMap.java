package io.smbscope.net;

import java.util.SplittableRandom;

/**
 * Flows by addresses, ports and protocol, whichever way the segment went. Looking up allocates
 * nothing. The hash has a seed of its own, so that nobody can prepare traffic that meets in one
 * bucket; nothing depends on the order of entries.
 */
final class FlowMap {
  private static final int FIRST_CAPACITY = 256;

  private final long seed = new SplittableRandom().nextLong();
  private Flow[] buckets = new Flow[FIRST_CAPACITY];
  private int size;

  int size() {
    return size;
  }

  /** Null when there is none. */
  Flow find(Segment segment, int hash) {
    Flow flow = buckets[hash & (buckets.length - 1)];
    while (flow != null && (flow.hash != hash || flow.direction(segment) == Flow.OTHER_FLOW)) {
      flow = flow.nextInBucket;
    }
    return flow;
  }

  void add(Flow flow) {
    if (size >= buckets.length) {
      grow();
    }
    link(flow);
    size++;
  }

  void remove(Flow flow) {
    int index = flow.hash & (buckets.length - 1);
    Flow at = buckets[index];
    if (at == flow) {
      buckets[index] = flow.nextInBucket;
    } else {
      while (at.nextInBucket != flow) {
        at = at.nextInBucket;
      }
      at.nextInBucket = flow.nextInBucket;
    }
    flow.nextInBucket = null;
    size--;
  }

  /** The same for both directions. */
  int hash(Segment segment) {
    long source = end(segment.sourceHigh, segment.sourceLow, segment.sourcePort);
    long destination =
        end(segment.destinationHigh, segment.destinationLow, segment.destinationPort);
    return (int) Segment.mix(source + destination + (segment.tcp ? 1 : 0));
  }

  private long end(long high, long low, int port) {
    return Segment.mix(Segment.mix(seed + high) + low + ((long) port << 48));
  }

  private void link(Flow flow) {
    int index = flow.hash & (buckets.length - 1);
    flow.nextInBucket = buckets[index];
    buckets[index] = flow;
  }

  private void grow() {
    Flow[] old = buckets;
    buckets = new Flow[old.length * 2];
    for (Flow first : old) {
      Flow flow = first;
      while (flow != null) {
        Flow next = flow.nextInBucket;
        link(flow);
        flow = next;
      }
    }
  }
}
