package io.smbscope.cli;

import io.smbscope.cli.Samples.Frame;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A frame that holds a TCP segment, and others like it.
 *
 * @param frame whole, with one IP header
 */
record TcpFrame(Frame frame, FrameLayout layout) {
  static final int FIN = 1;
  static final int SYN = 2;
  static final int RST = 4;
  private static final int PSH = 8;
  private static final int SEQUENCE = 4;
  private static final int ACKNOWLEDGEMENT = 8;
  private static final int FLAGS = 13;
  private static final int LARGEST_PACKET = 0xFFFF;
  private static final int IPV6_HEADER = 40;

  /** Null when it is none. */
  static TcpFrame of(Frame frame) {
    FrameLayout layout = FrameLayout.of(frame);
    return layout != null && layout.tcp() ? new TcpFrame(frame, layout) : null;
  }

  /** The same for all packets that one side sends in a connection. */
  String side() {
    int addresses = layout.ip() + (layout.ipv6() ? 8 : 12);
    return hex(addresses, layout.ipv6() ? 32 : 8) + hex(layout.transport(), 4);
  }

  /** The same for all packets of a connection. */
  String connection() {
    FrameLayout at = layout;
    int length = at.ipv6() ? 16 : 4;
    int addresses = at.ip() + (at.ipv6() ? 8 : 12);
    String source = hex(addresses, length) + hex(at.transport(), 2);
    String destination = hex(addresses + length, length) + hex(at.transport() + 2, 2);
    return source.compareTo(destination) < 0 ? source + destination : destination + source;
  }

  int sequence() {
    return octets().getInt(layout.transport() + SEQUENCE);
  }

  int acknowledgement() {
    return octets().getInt(layout.transport() + ACKNOWLEDGEMENT);
  }

  int flags() {
    return octets().get(layout.transport() + FLAGS);
  }

  byte[] payload() {
    return Arrays.copyOfRange(frame.octets(), layout.payload(), layout.payloadEnd());
  }

  /** These octets of the payload; what ends with it keeps FIN and PSH. */
  TcpFrame part(int from, int to) {
    boolean last = to == layout.payloadLength();
    return with(
        sequence() + from,
        last ? flags() : flags() & ~(FIN | PSH),
        Arrays.copyOfRange(payload(), from, to));
  }

  /** With octets before its own that its side has sent before. */
  TcpFrame behind(byte[] before) {
    return with(sequence() - before.length, flags(), join(before, payload()));
  }

  /** Whether {@code next} can be sent in one segment with this one. */
  boolean continuesIn(TcpFrame next) {
    return next.sequence() == sequence() + layout.payloadLength()
        && next.acknowledgement() == acknowledgement()
        && (flags() & (SYN | FIN | RST)) == 0
        && (next.flags() & (SYN | RST)) == 0
        && layout.payloadEnd() + next.layout.payloadLength() < LARGEST_PACKET;
  }

  TcpFrame joined(TcpFrame next) {
    return with(sequence(), next.flags(), join(payload(), next.payload()));
  }

  private TcpFrame with(int sequence, int flags, byte[] payload) {
    byte[] octets = join(Arrays.copyOf(frame.octets(), layout.payload()), payload);
    ByteBuffer buffer = ByteBuffer.wrap(octets);
    int ip = layout.ip();
    if (layout.ipv6()) {
      buffer.putShort(ip + 4, (short) (octets.length - ip - IPV6_HEADER));
    } else {
      buffer.putShort(ip + 2, (short) (octets.length - ip));
    }
    buffer.putInt(layout.transport() + SEQUENCE, sequence);
    buffer.put(layout.transport() + FLAGS, (byte) flags);
    FrameLayout changed =
        new FrameLayout(
            layout.ipv6(), true, ip, layout.transport(), layout.payload(), octets.length);
    return new TcpFrame(new Frame(frame.nanos(), octets, octets.length, frame.linkType()), changed);
  }

  private String hex(int from, int length) {
    return HexFormat.of().formatHex(frame.octets(), from, from + length);
  }

  private ByteBuffer octets() {
    return ByteBuffer.wrap(frame.octets());
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
