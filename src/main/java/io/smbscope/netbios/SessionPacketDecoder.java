package io.smbscope.netbios;

import io.kaitai.struct.ByteBufferKaitaiStream;
import io.smbscope.base.Bytes;
import io.smbscope.grammar.NbssPacket;
import java.util.Optional;
import java.util.function.Consumer;

/** Session packets other than the session message. RFC 1002 4.3.2 to 4.3.6 */
final class SessionPacketDecoder {
  private SessionPacketDecoder() {}

  /**
   * Decodes the packet's body.
   *
   * @param header the four octets before it
   * @param malformed told, in a sentence, what is wrong; the packet is then empty, unless its type
   *     alone says enough
   */
  static Optional<SessionPacket> decode(int header, Bytes body, Consumer<String> malformed) {
    int type = header >>> 24;
    try {
      return Optional.of(
          switch (type) {
            case SessionPacket.REQUEST -> request(body);
            case SessionPacket.NEGATIVE_RESPONSE ->
                new SessionPacket(
                    type,
                    null,
                    null,
                    new NbssPacket.NegativeResponse(stream(body)).errorCode(),
                    0,
                    0);
            case SessionPacket.RETARGET_RESPONSE -> retarget(body);
            default -> new SessionPacket(type, null, null, -1, 0, 0);
          });
    } catch (RuntimeException e) {
      malformed.accept(
          String.format(
              "session packet 0x%02x of %d octets: %s", type, body.length(), Malformed.reason(e)));
      return Optional.empty();
    }
  }

  private static SessionPacket request(Bytes body) {
    NbssPacket.SessionRequest request = new NbssPacket.SessionRequest(stream(body));
    return new SessionPacket(
        SessionPacket.REQUEST,
        EncodedName.decode(request.calledName(), body),
        EncodedName.decode(request.callingName(), body),
        -1,
        0,
        0);
  }

  private static SessionPacket retarget(Bytes body) {
    NbssPacket.RetargetResponse retarget = new NbssPacket.RetargetResponse(stream(body));
    return new SessionPacket(
        SessionPacket.RETARGET_RESPONSE,
        null,
        null,
        -1,
        (int) retarget.ipAddress(),
        retarget.port());
  }

  private static ByteBufferKaitaiStream stream(Bytes body) {
    return new ByteBufferKaitaiStream(body.toByteBuffer());
  }
}
