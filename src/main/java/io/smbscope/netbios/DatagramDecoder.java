package io.smbscope.netbios;

import io.kaitai.struct.ByteBufferKaitaiStream;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import io.smbscope.grammar.MailslotWrite;
import io.smbscope.grammar.NbdgmPacket;
import io.smbscope.net.IpAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** NetBIOS datagrams, and the mailslot writes and browser frames in them. RFC 1002 4.4 */
final class DatagramDecoder {
  private static final int MORE_FRAGMENTS = 0x01;
  private static final int FIRST_FRAGMENT = 0x02;
  private static final int NO_ERROR = -1;
  private static final long SMB1_MAGIC = 0xFF534D42L;
  private static final int SMB_COM_TRANSACTION = 0x25;
  private static final int SHORTEST_SMB1 = 35;
  private static final String BROWSE = "\\MAILSLOT\\BROWSE";
  private static final String LANMAN = "\\MAILSLOT\\LANMAN";

  private final DatagramFragments client;
  private final DatagramFragments server;

  /** {@code idle}: a datagram not complete after this many nanoseconds is given up. */
  DatagramDecoder(long idle) {
    client = new DatagramFragments(idle);
    server = new DatagramFragments(idle);
  }

  /** What a mailslot write holds; both null when the user data is none. */
  private record Payload(String mailslot, BrowserMessage browser) {
    static final Payload NONE = new Payload(null, null);
  }

  /**
   * Decodes one UDP payload.
   *
   * @param malformed told, in a sentence, what is wrong; the datagram may come nevertheless
   * @return empty when it is malformed, or a fragment that others will follow
   */
  Optional<NetbiosDatagram> decode(
      Bytes packet, boolean fromClient, long nanos, BiConsumer<AnomalyKind, String> malformed) {
    try {
      NbdgmPacket parsed = new NbdgmPacket(new ByteBufferKaitaiStream(packet.toByteBuffer()));
      if (parsed.body() instanceof NbdgmPacket.Datagram datagram) {
        return datagram(packet, parsed, datagram, fromClient ? client : server, nanos, malformed);
      }
      if (parsed.body() instanceof NbdgmPacket.DatagramQuery query) {
        NetbiosName name = EncodedName.decode(query.destinationName(), packet);
        return Optional.of(record(parsed, null, name, NO_ERROR, Payload.NONE));
      }
      NbdgmPacket.DatagramError error = (NbdgmPacket.DatagramError) parsed.body();
      return Optional.of(record(parsed, null, null, error.errorCode(), Payload.NONE));
    } catch (RuntimeException e) {
      malformed.accept(
          AnomalyKind.MALFORMED_DATAGRAM,
          "packet of " + packet.length() + " octets: " + Malformed.reason(e));
      return Optional.empty();
    }
  }

  private static Optional<NetbiosDatagram> datagram(
      Bytes packet,
      NbdgmPacket parsed,
      NbdgmPacket.Datagram datagram,
      DatagramFragments fragments,
      long nanos,
      BiConsumer<AnomalyKind, String> malformed) {
    NetbiosName source = EncodedName.decode(datagram.sourceName(), packet);
    NetbiosName destination = EncodedName.decode(datagram.destinationName(), packet);
    boolean more = (parsed.flags() & MORE_FRAGMENTS) != 0;
    boolean first = (parsed.flags() & FIRST_FRAGMENT) != 0 || datagram.packetOffset() == 0;
    byte[] userData = datagram.userData();
    if (more || !first) {
      switch (fragments.add(parsed.dgmId(), datagram.packetOffset(), userData, more, nanos)) {
        case INCOMPLETE -> {
          return Optional.empty();
        }
        case UNRELATED -> {
          malformed.accept(
              AnomalyKind.MALFORMED_DATAGRAM,
              String.format(
                  "fragment at %d of datagram 0x%04x follows none",
                  datagram.packetOffset(), parsed.dgmId()));
          return Optional.of(record(parsed, source, destination, NO_ERROR, Payload.NONE));
        }
        case COMPLETE -> userData = fragments.take();
      }
    }
    Payload payload = payload(Bytes.of(userData), malformed);
    return Optional.of(record(parsed, source, destination, NO_ERROR, payload));
  }

  private static NetbiosDatagram record(
      NbdgmPacket packet,
      NetbiosName source,
      NetbiosName destination,
      int errorCode,
      Payload payload) {
    return new NetbiosDatagram(
        packet.msgType(),
        packet.flags(),
        packet.dgmId(),
        IpAddress.ofIpv4((int) packet.sourceIp()),
        packet.sourcePort(),
        source,
        destination,
        errorCode,
        payload.mailslot(),
        payload.browser());
  }

  private static Payload payload(Bytes userData, BiConsumer<AnomalyKind, String> malformed) {
    if (userData.length() < SHORTEST_SMB1
        || userData.u32be(0) != SMB1_MAGIC
        || userData.u8(4) != SMB_COM_TRANSACTION) {
      return Payload.NONE;
    }
    MailslotWrite write;
    String name;
    byte[] frame;
    try {
      write = new MailslotWrite(new ByteBufferKaitaiStream(userData.toByteBuffer()));
      name = write.isUnicode() ? write.nameUnicode().text() : write.nameAscii();
      frame = write.data();
    } catch (RuntimeException e) {
      malformed.accept(AnomalyKind.MALFORMED_DATAGRAM, "mailslot write: " + Malformed.reason(e));
      return Payload.NONE;
    }
    try {
      BrowserMessage browser =
          switch (name.toUpperCase(Locale.ROOT)) {
            case BROWSE -> BrowserDecoder.decode(frame);
            case LANMAN -> BrowserDecoder.decodeLanManager(frame);
            default -> null;
          };
      return new Payload(name, browser);
    } catch (RuntimeException e) {
      malformed.accept(
          AnomalyKind.MALFORMED_BROWSER,
          "frame of " + frame.length + " octets: " + Malformed.reason(e));
      return new Payload(name, null);
    }
  }
}
