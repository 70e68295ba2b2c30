package io.smbscope.detect.baseline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is normal: which client reaches which server, as whom, what of it, and how it is protected.
 * Bounded: of more than {@value #PAIRS} pairs of hosts the rest is left out.
 */
public final class Baseline {
  /** Learned nothing. */
  public static final Baseline NONE = new Baseline("");

  static final int PAIRS = 32_768;

  /**
   * Who to whom.
   *
   * @param client IP address
   * @param server IP address
   */
  public record Pair(String client, String server) {}

  private final String file;
  private final Map<Pair, Habits> pairs = new HashMap<>();
  private final Set<String> servers = new HashSet<>();
  private Instant from;
  private Instant to;
  private long leftOut;

  /**
   * Empty, to be learned.
   *
   * @param file where it is kept, as named by the user; empty for none
   */
  Baseline(String file) {
    this.file = file;
  }

  /** Where it is kept; empty for none. */
  public String file() {
    return file;
  }

  public boolean isEmpty() {
    return pairs.isEmpty();
  }

  /** There may be more pairs than it holds. */
  boolean full() {
    return pairs.size() >= PAIRS;
  }

  boolean hasServer(String ip) {
    return servers.contains(ip);
  }

  /** Null when the client never reached the server. */
  Habits habits(String client, String server) {
    return pairs.get(new Pair(client, server));
  }

  /** To be learned; null when there is no room for one more pair, which is counted. */
  Habits learn(String client, String server) {
    Pair pair = new Pair(client, server);
    Habits habits = pairs.get(pair);
    if (habits == null) {
      if (full()) {
        leftOut++;
        return null;
      }
      habits = new Habits();
      pairs.put(pair, habits);
      servers.add(server);
    }
    return habits;
  }

  /** Learned also at this time. */
  void learnedAt(Instant time) {
    if (time != null) {
      from = from == null || time.isBefore(from) ? time : from;
      to = to == null || time.isAfter(to) ? time : to;
    }
  }

  /** Time of the first event learned from; null when there is none. */
  Instant from() {
    return from;
  }

  Instant to() {
    return to;
  }

  /** Events of pairs that there was no room for. */
  long leftOut() {
    return leftOut;
  }

  /** By server, then by client. */
  List<Pair> inOrder() {
    List<Pair> ordered = new ArrayList<>(pairs.keySet());
    ordered.sort(
        java.util.Comparator.comparing(Pair::server, AddressOrder.INSTANCE)
            .thenComparing(Pair::client, AddressOrder.INSTANCE));
    return ordered;
  }
}
