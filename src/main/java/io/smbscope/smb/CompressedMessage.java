package io.smbscope.smb;

import java.util.List;

/**
 * A compressed message, whose content is not inspected. [MS-SMB2] 2.2.42
 *
 * @param chained chained header, else unchained
 * @param originalSize OriginalCompressedSegmentSize, octets of what was compressed
 * @param offset octets between the header and the compressed segment; 0 in a chained message
 * @param algorithms of the payloads in their order: 0 none, 1 LZNT1, 2 LZ77, 3 LZ77+Huffman, 4
 *     Pattern_V1, 5 LZ4
 * @param decompressed octets that the compressed segment makes; null when that is not known
 */
public record CompressedMessage(
    int length,
    boolean chained,
    long originalSize,
    long offset,
    List<Integer> algorithms,
    Long decompressed)
    implements SmbMessage {}
