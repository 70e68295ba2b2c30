package io.smbscope.dissect.link;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.TcpHeader;
import io.smbscope.net.IpAddress;

/** TCP headers, with sequence numbers as tshark counts them. RFC 9293 3.1 */
final class TcpLayer {
  private static final int FIN = 1;
  private static final int SYN = 2;
  private static final int ACK = 16;
  private static final String[] FLAGS = {
    "FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR", "AE"
  };
  private static final String LETTERS = "FSRPAUECAR";

  private final Field tcp = Fields.named("tcp");
  private final Field stream = Fields.named("tcp.stream");
  private final Field length = Fields.named("tcp.len");
  private final Field sequence = Fields.named("tcp.seq");
  private final Field nextSequence = Fields.named("tcp.nxtseq");
  private final Field acknowledgement = Fields.named("tcp.ack");
  private final Field windowSize = Fields.named("tcp.window_size");
  private final Field scaleFactor = Fields.named("tcp.window_size_scalefactor");
  private final Field flagsText = Fields.named("tcp.flags.str");
  private final Field timeRelative = Fields.named("tcp.time_relative");
  private final Field timeDelta = Fields.named("tcp.time_delta");
  private final Field payload = Fields.named("tcp.payload");
  private final Streams streams = new Streams();

  /** What a header says and its connection adds; sequence numbers are relative. */
  private record Numbers(
      Bytes header,
      int payload,
      int flags,
      long sequence,
      long acknowledgement,
      long window,
      int factor) {

    int port(int at) {
      return header.u16be(at);
    }

    /** Of the octet behind the segment; SYN and FIN count as one. */
    long next() {
      int counted = (flags & (SYN | FIN)) == 0 ? 0 : 1;
      return sequence + payload + counted & 0xFFFFFFFFL;
    }
  }

  void dissect(Dissection dissection, Region region, IpAddress source, IpAddress destination) {
    if (!region.has(0, 20)) {
      return;
    }
    FrameTree tree = dissection.tree;
    Bytes octets = region.octets();
    int headerLength = Math.max(20, (octets.u8(12) >>> 4) * 4);
    if (!needsStream(tree)) {
      tree.protocol(tcp, "", region.origin(), headerLength);
      header(tree, region, headerLength);
      rest(tree, region, headerLength);
      tree.close();
      return;
    }
    int wire = Math.max(0, region.length() - headerLength);
    int sourcePort = octets.u16be(0);
    int port = octets.u16be(2);
    int raw = (int) octets.u32be(4);
    int flags = octets.u16be(12) & 0xFFF;
    boolean opens = (flags & (SYN | ACK)) == SYN;
    Streams.Stream found =
        streams.of(source, sourcePort, destination, port, dissection.nanos, opens, raw);
    boolean lower = Streams.isLower(source, sourcePort, destination, port);
    Numbers numbers = numbers(found, lower, octets, headerLength, wire);
    String text =
        "Transmission Control Protocol, Src Port: "
            + sourcePort
            + ", Dst Port: "
            + port
            + ", Seq: "
            + numbers.sequence
            + ((flags & ACK) == 0 ? "" : ", Ack: " + numbers.acknowledgement)
            + ", Len: "
            + wire;
    tree.protocol(tcp, text, region.origin(), headerLength);
    header(tree, region, headerLength);
    show(tree, dissection.nanos, found, numbers);
    rest(tree, region, headerLength);
    tree.close();
    found.lastNanos = dissection.nanos;
    if (tree.wantsLine()) {
      tree.summary("TCP");
      tree.info(info(numbers, headerLength));
    }
  }

  private boolean needsStream(FrameTree tree) {
    return tree.wantsLine()
        || tree.wants(tcp)
        || tree.wants(stream)
        || tree.wants(sequence)
        || tree.wants(nextSequence)
        || tree.wants(acknowledgement)
        || tree.wants(windowSize)
        || tree.wants(scaleFactor)
        || tree.wants(timeRelative)
        || tree.wants(timeDelta);
  }

  private static Numbers numbers(
      Streams.Stream stream, boolean lower, Bytes octets, int headerLength, int payload) {
    int raw = (int) octets.u32be(4);
    int rawAcknowledgement = (int) octets.u32be(8);
    int flags = octets.u16be(12) & 0xFFF;
    Streams.Side own = stream.side(lower);
    Streams.Side other = stream.side(!lower);
    boolean opens = (flags & SYN) != 0;
    if (!own.begun) {
      own.begun = true;
      own.first = opens ? raw : raw - 1;
    }
    boolean acknowledges = (flags & ACK) != 0;
    if (acknowledges && !other.begun) {
      other.begun = true;
      other.first = rawAcknowledgement - 1;
    }
    if (opens) {
      own.opened = true;
      own.scale = option(octets, headerLength, 3, 1);
    }
    boolean scaled = !opens && own.scale >= 0 && other.scale >= 0;
    int factor = scaled ? 1 << Math.min(own.scale, 14) : own.opened && !opens ? -2 : -1;
    long window = (long) octets.u16be(14) * (scaled ? factor : 1);
    return new Numbers(
        octets,
        payload,
        flags,
        raw - own.first & 0xFFFFFFFFL,
        acknowledges ? rawAcknowledgement - other.first & 0xFFFFFFFFL : 0,
        window,
        factor);
  }

  private static void header(FrameTree tree, Region region, int headerLength) {
    TcpHeader header = new TcpHeader(region.part(0, headerLength).stream());
    if (Grammar.shows(tree, TcpHeader.class)) {
      Grammar.show(tree, region, false, header, header::_read);
    }
  }

  private void show(FrameTree tree, long nanos, Streams.Stream found, Numbers numbers) {
    tree.number(stream, found.index(), 0, 0);
    tree.number(sequence, numbers.sequence, 0, 0);
    tree.number(nextSequence, numbers.next(), 0, 0);
    tree.number(acknowledgement, numbers.acknowledgement, 0, 0);
    tree.number(windowSize, numbers.window, 0, 0);
    if ((numbers.flags & SYN) == 0) {
      tree.number(scaleFactor, numbers.factor, 0, 0);
    }
    tree.number(timeRelative, nanos - found.firstNanos(), 0, 0);
    tree.number(timeDelta, nanos - found.lastNanos, 0, 0);
  }

  private void rest(FrameTree tree, Region region, int headerLength) {
    tree.number(length, Math.max(0, region.length() - headerLength), 0, 0);
    if (tree.wants(flagsText)) {
      tree.value(flagsText, letters(region.octets().u16be(12) & 0xFFF), 0, 0);
    }
    Bytes octets = region.from(headerLength).octets();
    if (tree.wants(payload) && !octets.isEmpty()) {
      tree.value(payload, octets.copy(), region.origin() + headerLength, octets.length());
    }
  }

  /** A letter for each flag from CWR to FIN, a dot where it is not set. */
  private static String letters(int flags) {
    StringBuilder text = new StringBuilder("\u00B7\u00B7\u00B7");
    for (int bit = 8; bit >= 0; bit--) {
      text.append((flags >> bit & 1) == 0 ? '\u00B7' : LETTERS.charAt(bit));
    }
    return text.toString();
  }

  private static String info(Numbers numbers, int headerLength) {
    StringBuilder text = new StringBuilder(96);
    text.append(numbers.port(0)).append(" \u2192 ").append(numbers.port(2)).append(" [");
    String separator = "";
    for (int bit = 0; bit < FLAGS.length; bit++) {
      if ((numbers.flags >> bit & 1) != 0) {
        text.append(separator).append(FLAGS[bit]);
        separator = ", ";
      }
    }
    text.append(separator.isEmpty() ? "<None>" : "").append("] Seq=").append(numbers.sequence);
    if ((numbers.flags & ACK) != 0) {
      text.append(" Ack=").append(numbers.acknowledgement);
    }
    text.append(" Win=").append(numbers.window).append(" Len=").append(numbers.payload);
    options(text, numbers.header, headerLength);
    return text.toString();
  }

  private static void options(StringBuilder text, Bytes header, int headerLength) {
    int end = Math.min(headerLength, header.length());
    int at = 20;
    while (at < end && header.u8(at) != 0) {
      int kind = header.u8(at);
      int size = kind == 1 ? 1 : at + 1 < end ? header.u8(at + 1) : 0;
      if (size == 0 || (size == 1 && kind != 1) || at + size > end) {
        return;
      }
      if (kind == 2 && size == 4) {
        text.append(" MSS=").append(header.u16be(at + 2));
      } else if (kind == 3 && size == 3) {
        text.append(" WS=").append(1 << Math.min(header.u8(at + 2), 14));
      } else if (kind == 4) {
        text.append(" SACK_PERM");
      } else if (kind == 5) {
        for (int block = at + 2; block + 8 <= at + size; block += 8) {
          text.append(" SLE=").append(header.u32be(block));
          text.append(" SRE=").append(header.u32be(block + 4));
        }
      } else if (kind == 8 && size == 10) {
        text.append(" TSval=").append(header.u32be(at + 2));
        text.append(" TSecr=").append(header.u32be(at + 6));
      }
      at += size;
    }
  }

  /** An octet of an option; -1 when it is not there. */
  private static int option(Bytes header, int headerLength, int wanted, int octets) {
    int end = Math.min(headerLength, header.length());
    int at = 20;
    while (at + 1 < end && header.u8(at) != 0) {
      int kind = header.u8(at);
      int size = kind == 1 ? 1 : Math.max(2, header.u8(at + 1));
      if (kind == wanted && size == 2 + octets && at + size <= end) {
        return header.u8(at + 2);
      }
      at += size;
    }
    return -1;
  }
}
