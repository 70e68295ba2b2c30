package io.smbscope.detect.evasion;

import io.smbscope.capture.PcapWriter;
import io.smbscope.cli.Detected;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/** A connection from 10.0.0.1 to port 445 of 10.0.0.2, octet by octet. RFC 791, RFC 9293 */
final class Conversation {
  private static final byte[] CLIENT = {10, 0, 0, 1};
  private static final byte[] SERVER = {10, 0, 0, 2};
  private static final int SYN = 2;
  private static final int ACK = 16;

  private final PcapWriter file = new PcapWriter(PcapWriter.RAW_IP);
  private long nanos = 1_700_000_000_000_000_000L;
  private int sentByClient = 1_000;
  private int sentByServer = 9_000;

  Conversation() {
    segment(true, SYN, sentByClient++, new byte[0]);
    segment(false, SYN | ACK, sentByServer++, new byte[0]);
    segment(true, ACK, sentByClient, new byte[0]);
  }

  Conversation client(byte[] octets) {
    segment(true, ACK, sentByClient, octets);
    sentByClient += octets.length;
    return this;
  }

  Conversation server(byte[] octets) {
    segment(false, ACK, sentByServer, octets);
    sentByServer += octets.length;
    return this;
  }

  /** The client's last octets once more, or others in their place. */
  Conversation clientAgain(byte[] octets) {
    segment(true, ACK, sentByClient - octets.length, octets);
    return this;
  }

  private void segment(boolean fromClient, int flags, int sequence, byte[] payload) {
    int length = 40 + payload.length;
    ByteBuffer packet = ByteBuffer.allocate(length);
    packet.putShort((short) 0x4500).putShort((short) length).putInt(0x0000_4000);
    packet.putShort((short) 0x4006).putShort((short) 0);
    packet.put(fromClient ? CLIENT : SERVER).put(fromClient ? SERVER : CLIENT);
    packet.putShort((short) (fromClient ? 50_000 : 445));
    packet.putShort((short) (fromClient ? 445 : 50_000));
    packet.putInt(sequence).putInt(fromClient ? sentByServer : sentByClient);
    packet.putShort((short) (0x5000 | flags)).putShort((short) 0xFFFF).putInt(0);
    nanos += 1_000_000;
    file.add(nanos, packet.put(payload).array());
  }

  List<String> findings(Path folder) throws Exception {
    return Detected.idsIn(written(folder));
  }

  private Path written(Path folder) throws IOException {
    return file.writeTo(folder.resolve("conversation.pcap"));
  }

  /** A frame of so many octets as its header says that it has. RFC 1002 4.3.1 */
  static byte[] frame(int length, byte[]... parts) {
    ByteBuffer frame = ByteBuffer.allocate(4096).putInt(length);
    for (byte[] part : parts) {
      frame.put(part);
    }
    byte[] octets = new byte[frame.position()];
    frame.flip().get(octets);
    return octets;
  }

  static byte[] frame(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    return frame(length, parts);
  }

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A header, whose MID differs with the encoding of strings. [MS-CIFS] 2.2.3.1 */
  static byte[] smb1(int command, int flags, int flags2) {
    return ByteBuffer.allocate(32)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(0x424D_53FF)
        .put((byte) command)
        .putInt(0)
        .put((byte) flags)
        .putShort((short) flags2)
        .position(26)
        .putShort((short) 7)
        .putShort((short) 1)
        .putShort((short) (flags2 >>> 8))
        .array();
  }
}
