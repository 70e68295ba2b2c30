package io.smbscope.netbios;

import java.nio.ByteBuffer;

/**
 * Whether octets begin a frame, judged without knowing what came before: the frame's type and
 * length, the SMB signature, and fields of the header behind it that have few legal values.
 */
final class FrameStart {
  /** The header and all of the SMB header that is looked at. */
  static final int LONGEST = 4 + 44;

  /** The header and the signature. */
  static final int SIGNED = 8;

  /** The signature's first octet says which header it is; the other three are always "SMB". */
  static final int SECOND_OF_SIGNATURE = 5;

  /** Of a session packet other than a message: two names of 255 octets at most, and some slack. */
  static final int LONGEST_SESSION_PACKET = 1024;

  private static final int HEADER = 4;
  private static final int TWO_NAMES = 68;

  /** Octets, of the SMB header, that must be there to judge it. */
  private static final int SMB1_JUDGED = 33;

  private static final int SMB2_JUDGED = 24;
  private static final int TRANSFORM_JUDGED = 44;
  private static final int COMPRESSION_JUDGED = 12;

  private static final int SMB2_HEADER = 64;
  private static final int SMB2_LAST_COMMAND = 0x12;
  private static final int TRANSFORM_HEADER = 52;
  private static final int COMPRESSION_HEADER = 16;
  private static final int LAST_COMPRESSION_ALGORITHM = 5;

  enum Verdict {
    NO,
    YES,
    /** Too few octets to say. */
    UNDECIDED
  }

  private FrameStart() {}

  /** Whether the octets at {@code at} are an SMB signature of any kind. */
  static boolean isSignature(int first, int second, int third, int fourth) {
    return first >= 0xFC && second == 'S' && third == 'M' && fourth == 'B';
  }

  /** Whether a frame's header is that of a session packet other than a message. RFC 1002 4.3 */
  static boolean isSessionPacket(int header) {
    int type = header >>> 24;
    return type >= SessionPacket.REQUEST
        && type <= SessionPacket.KEEP_ALIVE
        && (header & 0xFFFFFF) <= LONGEST_SESSION_PACKET;
  }

  /**
   * Judges the {@code count} octets at {@code at}, at least one.
   *
   * @param sessionPackets whether to believe in a session packet, which has no signature
   */
  static Verdict judge(
      ByteBuffer buffer, int at, int count, boolean netbios, boolean sessionPackets) {
    if (buffer.get(at) != SessionPacket.MESSAGE) {
      return sessionPackets ? judgeSessionPacket(buffer, at, count) : Verdict.NO;
    }
    if (netbios && count > 1 && (buffer.get(at + 1) & 0xFE) != 0) {
      return Verdict.NO;
    }
    for (int i = HEADER; i < Math.min(count, SIGNED); i++) {
      int octet = u8(buffer, at + i);
      if (i == HEADER ? octet < 0xFC : octet != "SMB".charAt(i - SECOND_OF_SIGNATURE)) {
        return Verdict.NO;
      }
    }
    if (count < SIGNED) {
      return Verdict.UNDECIDED;
    }
    int length = u8(buffer, at + 1) << 16 | u8(buffer, at + 2) << 8 | u8(buffer, at + 3);
    int octets = count - HEADER;
    int smb = at + HEADER;
    return switch (u8(buffer, smb)) {
      case 0xFF -> octets < SMB1_JUDGED ? Verdict.UNDECIDED : verdict(isSmb1(buffer, smb, length));
      case 0xFE -> octets < SMB2_JUDGED ? Verdict.UNDECIDED : verdict(isSmb2(buffer, smb, length));
      case 0xFD ->
          octets < TRANSFORM_JUDGED ? Verdict.UNDECIDED : verdict(isTransform(buffer, smb, length));
      default ->
          octets < COMPRESSION_JUDGED
              ? Verdict.UNDECIDED
              : verdict(isCompression(buffer, smb, length));
    };
  }

  private static Verdict judgeSessionPacket(ByteBuffer buffer, int at, int count) {
    int type = u8(buffer, at);
    if (type < SessionPacket.REQUEST || type > SessionPacket.KEEP_ALIVE) {
      return Verdict.NO;
    }
    if (count < HEADER) {
      return Verdict.UNDECIDED;
    }
    int length = u8(buffer, at + 1) << 16 | u8(buffer, at + 2) << 8 | u8(buffer, at + 3);
    return verdict(
        switch (type) {
          case SessionPacket.REQUEST -> length >= TWO_NAMES && length <= LONGEST_SESSION_PACKET;
          case SessionPacket.NEGATIVE_RESPONSE -> length == 1;
          case SessionPacket.RETARGET_RESPONSE -> length == 6;
          default -> length == 0;
        });
  }

  /** The command is one of [MS-CIFS] 2.2.2.1, and the parameter words fit the message. */
  private static boolean isSmb1(ByteBuffer buffer, int smb, int length) {
    int command = u8(buffer, smb + 4);
    boolean known =
        command <= 0x35
            || (command >= 0x70 && command <= 0x75)
            || (command >= 0x80 && command <= 0x84)
            || (command >= 0xA0 && command <= 0xA5)
            || (command >= 0xC0 && command <= 0xC3)
            || (command >= 0xD8 && command <= 0xDA);
    return known && length >= SMB1_JUDGED + 2 * u8(buffer, smb + 32) + 2;
  }

  /** StructureSize, Command and NextCommand. [MS-SMB2] 2.2.1 */
  private static boolean isSmb2(ByteBuffer buffer, int smb, int length) {
    long nextCommand = u32(buffer, smb + 20);
    return length >= SMB2_HEADER
        && u16(buffer, smb + 4) == SMB2_HEADER
        && u16(buffer, smb + 12) <= SMB2_LAST_COMMAND
        && (nextCommand & 7) == 0
        && nextCommand < length;
  }

  /** OriginalMessageSize and Flags, or EncryptionAlgorithm. [MS-SMB2] 2.2.41 */
  private static boolean isTransform(ByteBuffer buffer, int smb, int length) {
    return u32(buffer, smb + 36) == length - TRANSFORM_HEADER && u16(buffer, smb + 42) == 1;
  }

  /** OriginalCompressedSegmentSize, CompressionAlgorithm and Flags. [MS-SMB2] 2.2.42 */
  private static boolean isCompression(ByteBuffer buffer, int smb, int length) {
    return length >= COMPRESSION_HEADER
        && u32(buffer, smb + 4) > 0
        && u16(buffer, smb + 8) <= LAST_COMPRESSION_ALGORITHM
        && u16(buffer, smb + 10) <= 1;
  }

  private static Verdict verdict(boolean frame) {
    return frame ? Verdict.YES : Verdict.NO;
  }

  private static int u8(ByteBuffer buffer, int at) {
    return buffer.get(at) & 0xFF;
  }

  private static int u16(ByteBuffer buffer, int at) {
    return u8(buffer, at) | u8(buffer, at + 1) << 8;
  }

  private static long u32(ByteBuffer buffer, int at) {
    return u16(buffer, at) | (long) u16(buffer, at + 2) << 16;
  }
}
