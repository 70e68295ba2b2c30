package io.smbscope.base;

import java.time.Duration;

/**
 * Every bound on memory and work, in one place, handed to constructors. What passes a bound is
 * evicted, counted and reported as {@link AnomalyKind#LIMIT_REACHED}.
 *
 * @param flows TCP connections and UDP conversations followed at once, in each shard
 * @param flowIdle a flow without packets for this long, by packet time, has ended
 * @param fragmentedDatagrams IP datagrams being reassembled at once
 * @param fragmentIdle an IP datagram not complete after this long is given up
 * @param outOfOrderBytes TCP payload octets held for one direction of a connection until what is
 *     missing comes
 * @param outOfOrderTotal the same over all connections of a shard; also the octets of messages
 *     being gathered there
 * @param gatheredMessage octets of one message gathered when it spans segments; the rest is passed
 *     over
 * @param chainDepth commands in one compound or AndX chain, encapsulations around one packet
 * @param pendingRequests requests without response, in each connection
 * @param sessions sessions in each connection, and failed logons remembered
 * @param trees tree connects in each session
 * @param opens opens in each session
 * @param names entries in each table of names
 */
public record Limits(
    int flows,
    Duration flowIdle,
    int fragmentedDatagrams,
    Duration fragmentIdle,
    int outOfOrderBytes,
    long outOfOrderTotal,
    int gatheredMessage,
    int chainDepth,
    int pendingRequests,
    int sessions,
    int trees,
    int opens,
    int names) {

  public static final Limits DEFAULT =
      new Limits(
          2_048,
          Duration.ofMinutes(15),
          1_024,
          Duration.ofSeconds(30),
          8 << 20,
          4L << 20,
          1 << 20,
          64,
          4_096,
          4_096,
          4_096,
          16_384,
          65_536);
}
