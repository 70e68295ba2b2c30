package io.smbscope.dissect.smb2;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.Smb2CompressionHeader;

/** Compressed messages, of the unchained and of the chained form. [MS-SMB2] 2.2.42 */
final class Compressed {
  private static final int HEADER = 16;
  private static final int CHAINED_HEADER = 8;
  private static final int CHAINED = 1;

  /** Octets of a message at most: no server takes more in one. */
  private static final int MOST = 1 << 24;

  private static final int NONE = 0;
  private static final int LZNT1 = 1;
  private static final int LZ77 = 2;
  private static final int LZ77_HUFFMAN = 3;
  private static final int PATTERN_V1 = 4;

  private final Field data = Fields.named("smb2.header.comp_transform.data");

  /** The message, or null when it cannot be decompressed. */
  Region dissect(Dissection dissection, Region message) {
    FrameTree tree = dissection.tree;
    int depth = tree.depth();
    tree.open("SMB2 Compression Transform Header", message.origin(), HEADER);
    Smb2CompressionHeader header = new Smb2CompressionHeader(message.stream());
    Bytes plain = null;
    if (Grammar.show(tree, message, true, header, header::_read)) {
      plain =
          (header.flags() & CHAINED) != 0
              ? chained(tree, message, header.originalSize())
              : unchained(message, header);
    }
    tree.depth(depth);
    tree.info(plain == null ? "Comp. SMB3 (invalid)" : "Decomp. SMB3");
    if (plain != null) {
      tree.open("Decompressed SMB3 data", 0, plain.length());
      return new Region(plain, 0);
    }
    if (message.has(0, HEADER)) {
      data(tree, message.from((header.flags() & CHAINED) != 0 ? message.length() : HEADER));
    }
    return null;
  }

  /** An uncompressed part, and a compressed one behind it. */
  private static Bytes unchained(Region message, Smb2CompressionHeader header) {
    long before = header.offsetOrLength();
    if (before > message.octets().length() - HEADER || header.originalSize() > MOST) {
      return null;
    }
    Plain plain = new Plain((int) header.originalSize());
    Region rest = message.from(HEADER + (int) before);
    if (!decompress(header.algorithm(), rest.octets(), plain) || !plain.isFull()) {
      return null;
    }
    Plain whole = new Plain((int) before + plain.length());
    whole.add(message.octets().slice(HEADER, (int) before));
    whole.add(plain.octets());
    return whole.octets();
  }

  /** Payloads, each with a header and an algorithm of its own; null when one cannot be read. */
  private Bytes chained(FrameTree tree, Region message, long originalSize) {
    Plain plain = new Plain((int) Math.min(originalSize, MOST));
    boolean whole = true;
    int at = CHAINED_HEADER;
    while (message.length() - at > CHAINED_HEADER) {
      Region rest = message.from(at);
      int depth = tree.depth();
      tree.open("COMPRESSION_PAYLOAD_HEADER", rest.origin(), CHAINED_HEADER);
      Smb2CompressionHeader.PayloadHeader header =
          new Smb2CompressionHeader.PayloadHeader(rest.stream());
      if (!Grammar.show(tree, rest, true, header, header::_read)
          || header.lenPayload() > rest.length() - CHAINED_HEADER) {
        tree.depth(depth);
        return null;
      }
      Region payload = rest.part(CHAINED_HEADER, (int) header.lenPayload());
      whole = payload(tree, payload, header.algorithm(), whole ? plain : new Plain(0)) && whole;
      tree.depth(depth);
      at += CHAINED_HEADER + (int) header.lenPayload();
    }
    return whole ? plain.octets() : null;
  }

  private boolean payload(FrameTree tree, Region region, int algorithm, Plain plain) {
    Region payload = region;
    Plain part = plain;
    if (algorithm >= LZNT1 && algorithm <= LZ77_HUFFMAN) {
      Smb2CompressionHeader.LzPayload lz = new Smb2CompressionHeader.LzPayload(region.stream());
      if (!Grammar.show(tree, region, true, lz, lz::_read)
          || lz.originalPayloadSize() > plain.room()) {
        return false;
      }
      payload = region.from(4);
      part = new Plain((int) lz.originalPayloadSize());
    } else if (algorithm == PATTERN_V1) {
      Smb2CompressionHeader.PatternV1 pattern =
          new Smb2CompressionHeader.PatternV1(region.stream());
      Grammar.show(tree, region, true, pattern, pattern::_read);
    }
    boolean read = decompress(algorithm, payload.octets(), part);
    if (read && part != plain) {
      read = part.isFull() && Grammar.read(adding(plain, part.octets()));
    }
    data(tree, payload);
    return read;
  }

  private static Runnable adding(Plain plain, Bytes more) {
    return () -> plain.add(more);
  }

  private static boolean decompress(int algorithm, Bytes in, Plain out) {
    return Grammar.read(
        () -> {
          switch (algorithm) {
            case NONE -> out.add(in);
            case LZNT1 -> Lznt1.decompress(in, out);
            case LZ77 -> Lz77.decompress(in, out);
            case LZ77_HUFFMAN -> Lz77Huffman.decompress(in, out);
            case PATTERN_V1 -> out.add(in.u8(0), (int) Math.min(in.u32le(4), Integer.MAX_VALUE));
            default -> throw new IllegalArgumentException("an unknown algorithm");
          }
        });
  }

  private void data(FrameTree tree, Region region) {
    if (tree.wants(data)) {
      tree.value(data, region.octets().copy(), region.origin(), region.octets().length());
    }
  }
}
