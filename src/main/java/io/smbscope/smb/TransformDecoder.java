package io.smbscope.smb;

import io.kaitai.struct.ByteBufferKaitaiStream;
import io.kaitai.struct.KaitaiStream;
import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.grammar.Smb2CompressionHeader;
import io.smbscope.grammar.Smb2TransformHeader;
import io.smbscope.net.FlowInfo;
import java.util.ArrayList;
import java.util.List;

/** Reads the headers of encrypted and compressed messages; what they hold is not opened. */
final class TransformDecoder {
  /** 0xFD 'S' 'M' 'B', little-endian. */
  static final long ENCRYPTED = 0x424D53FDL;

  /** 0xFC 'S' 'M' 'B', little-endian. */
  static final long COMPRESSED = 0x424D53FCL;

  /** Octets of SMB2 TRANSFORM_HEADER. */
  static final int TRANSFORM_HEADER = 52;

  private static final int UNCHAINED_HEADER = 16;

  /** Octets before the first payload header of a chained message. */
  private static final int CHAINED_HEADER = 8;

  private static final int PAYLOAD_HEADER = 8;

  /** Octets of a message of which it is told how many it makes. */
  private static final int SMALL = 16_384;

  private static final String TRANSFORM_SECTION = "MS-SMB2 2.2.41";
  private static final String COMPRESSION_SECTION = "MS-SMB2 2.2.42";

  private final FlowInfo flow;
  private final Limits limits;
  private final SmbObserver observer;

  TransformDecoder(FlowInfo flow, Limits limits, SmbObserver observer) {
    this.flow = flow;
    this.limits = limits;
    this.observer = observer;
  }

  /** A chained message is walked to its end, as is a small one; of another the header is enough. */
  static int wantedOfCompressed(Bytes head, int length) {
    boolean unchained = head.length() >= UNCHAINED_HEADER && (head.u16le(10) & 1) == 0;
    return unchained && length > SMALL ? UNCHAINED_HEADER : length;
  }

  /** Null when its header is not there. */
  TransformMessage encrypted(Bytes message, int length, Stamp at) {
    Smb2TransformHeader parsed;
    try {
      parsed = new Smb2TransformHeader(stream(message));
    } catch (RuntimeException unreadable) {
      unreadable(AnomalyKind.MALFORMED_TRANSFORM, TRANSFORM_SECTION, message, length, at);
      return null;
    }
    long size = parsed.originalMessageSize();
    if (size != length - TRANSFORM_HEADER) {
      report(
          AnomalyKind.MALFORMED_TRANSFORM,
          TRANSFORM_SECTION,
          "OriginalMessageSize " + size + " before " + (length - TRANSFORM_HEADER) + " octets",
          at);
    }
    return new TransformMessage(length, parsed.sessionId(), parsed.flags(), size);
  }

  /** Null when its header is not there. */
  CompressedMessage compressed(Bytes message, int length, Stamp at) {
    KaitaiStream stream = stream(message);
    Smb2CompressionHeader parsed;
    try {
      parsed = new Smb2CompressionHeader(stream);
    } catch (RuntimeException unreadable) {
      unreadable(AnomalyKind.MALFORMED_COMPRESSION, COMPRESSION_SECTION, message, length, at);
      return null;
    }
    if ((parsed.flags() & 1) != 0) {
      List<Integer> algorithms = chain(stream, length, at);
      return new CompressedMessage(length, true, parsed.originalSize(), 0, algorithms, null);
    }
    long offset = parsed.offsetOrLength();
    if (offset > length - UNCHAINED_HEADER) {
      malformed("Offset " + offset + " in a message of " + length + " octets", at);
    }
    int algorithm = parsed.algorithm();
    Long decompressed = null;
    if (message.length() == length && offset <= length - UNCHAINED_HEADER) {
      decompressed = DecompressedSize.of(algorithm, message.from(UNCHAINED_HEADER + (int) offset));
    }
    return new CompressedMessage(
        length, false, parsed.originalSize(), offset, List.of(algorithm), decompressed);
  }

  /** Algorithms of the payloads of which the header is there. */
  private List<Integer> chain(KaitaiStream stream, int length, Stamp at) {
    List<Integer> algorithms = new ArrayList<>();
    long start = CHAINED_HEADER;
    while (start < length && start <= stream.size() - PAYLOAD_HEADER) {
      if (algorithms.size() == limits.chainDepth()) {
        report(
            AnomalyKind.LIMIT_REACHED,
            COMPRESSION_SECTION,
            "more than " + algorithms.size() + " payloads",
            at);
        break;
      }
      stream.seek(start);
      Smb2CompressionHeader.PayloadHeader payload = new Smb2CompressionHeader.PayloadHeader(stream);
      algorithms.add(payload.algorithm());
      long left = length - start - PAYLOAD_HEADER;
      if (payload.lenPayload() > left) {
        malformed("payload of " + payload.lenPayload() + " octets, " + left + " are left", at);
        break;
      }
      start += PAYLOAD_HEADER + payload.lenPayload();
    }
    if (start < length && start > length - PAYLOAD_HEADER) {
      malformed((length - start) + " octets behind the last payload", at);
    }
    return List.copyOf(algorithms);
  }

  private static KaitaiStream stream(Bytes message) {
    return new ByteBufferKaitaiStream(message.toByteBuffer());
  }

  private void malformed(String detail, Stamp at) {
    report(AnomalyKind.MALFORMED_COMPRESSION, COMPRESSION_SECTION, detail, at);
  }

  /** A header cut short by a loss is no fault of the sender. */
  private void unreadable(AnomalyKind kind, String section, Bytes message, int length, Stamp at) {
    if (message.length() == length) {
      report(kind, section, "a message of " + length + " octets", at);
    }
  }

  private void report(AnomalyKind kind, String section, String detail, Stamp at) {
    observer.anomaly(new Anomaly(kind, at, flow.id(), section, detail));
  }
}
