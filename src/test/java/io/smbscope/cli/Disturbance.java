package io.smbscope.cli;

import io.smbscope.cli.Samples.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What a network and a capture may do to TCP packets without changing what was said: other
 * segments, another order within a window, repetition, overlap. Other packets stay where they are.
 */
final class Disturbance {
  /** Packets do not stray further in time than reassembly waits. */
  private static final long MOST_NANOS = 500_000_000L;

  /** A packet and where the capture puts it. */
  private record Placed(Frame frame, double place) {}

  private final Random random;
  private final int window;
  private final List<Frame> frames;
  private final List<Placed> placed = new ArrayList<>();
  private final Map<String, TcpFrame> lastOfSide = new HashMap<>();

  private Disturbance(List<Frame> frames, Random random, int window) {
    this.frames = frames;
    this.random = random;
    this.window = window;
  }

  /**
   * The same conversations otherwise.
   *
   * @param window by how many packets one may come late
   */
  static List<Frame> of(List<Frame> frames, Random random, int window) {
    return new Disturbance(frames, random, window).disturbed();
  }

  private List<Frame> disturbed() {
    int at = 0;
    while (at < frames.size()) {
      TcpFrame tcp = TcpFrame.of(frames.get(at));
      if (tcp == null) {
        placed.add(new Placed(frames.get(at), at));
      } else if (!lastOfSide.containsKey(tcp.side()) || (tcp.flags() & TcpFrame.SYN) != 0) {
        // What a side begins with says where: nothing overtakes it.
        placed.add(new Placed(tcp.frame(), at));
        lastOfSide.put(tcp.side(), tcp);
      } else if ((tcp.flags() & TcpFrame.RST) != 0) {
        placed.add(new Placed(tcp.frame(), latest(at, window)));
      } else {
        while (at + 1 < frames.size() && random.nextInt(3) == 0) {
          TcpFrame next = TcpFrame.of(frames.get(at + 1));
          if (next == null || !next.side().equals(tcp.side()) || !tcp.continuesIn(next)) {
            break;
          }
          tcp = tcp.joined(next);
          at++;
        }
        send(tcp, at);
      }
      at++;
    }
    placed.sort(Comparator.comparingDouble(Placed::place));
    return placed.stream().map(this::timed).toList();
  }

  private void send(TcpFrame tcp, int at) {
    int length = tcp.layout().payloadLength();
    int from = 0;
    while (from < length && random.nextInt(3) == 0) {
      int to = from + 1 + random.nextInt(random.nextBoolean() ? length - from : 1);
      if (to < length) {
        sendSegment(tcp.part(from, to), at);
        from = to;
      }
    }
    sendSegment(from == 0 ? tcp : tcp.part(from, length), at);
  }

  private void sendSegment(TcpFrame segment, int at) {
    placed.add(new Placed(segment.frame(), latest(at, random.nextDouble() * window)));
    if (random.nextInt(10) == 0) {
      placed.add(new Placed(segment.frame(), latest(at, random.nextDouble() * window)));
    }
    TcpFrame before = lastOfSide.get(segment.side());
    if (before != null && random.nextInt(10) == 0) {
      byte[] sent = before.payload();
      boolean adjoins = before.sequence() + sent.length == segment.sequence();
      if (adjoins && sent.length > 0) {
        byte[] again = Arrays.copyOfRange(sent, random.nextInt(sent.length), sent.length);
        placed.add(
            new Placed(segment.behind(again).frame(), latest(at, random.nextDouble() * window)));
      }
    }
    lastOfSide.put(segment.side(), segment);
  }

  /**
   * A place up to {@code ahead} behind {@code at}, as far as time allows, and before packets of
   * other connections: which came first there is part of what was said.
   */
  private double latest(int at, double ahead) {
    int last = at;
    String connection = connection(at);
    while (last + 1 < Math.min(frames.size(), at + ahead)
        && frames.get(last + 1).nanos() - frames.get(at).nanos() < MOST_NANOS
        && connection.equals(connection(last + 1))) {
      last++;
    }
    return Math.min(at + ahead, last + 0.999);
  }

  private String connection(int at) {
    TcpFrame tcp = TcpFrame.of(frames.get(at));
    return tcp == null ? "" : tcp.connection();
  }

  private Frame timed(Placed packet) {
    Frame frame = packet.frame();
    long nanos = frames.get((int) packet.place()).nanos();
    return new Frame(nanos, frame.octets(), frame.wireLength(), frame.linkType());
  }
}
