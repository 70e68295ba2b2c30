package io.smbscope.smb.smb2;

import io.smbscope.base.Bytes;
import io.smbscope.grammar.Smb2Read;

/** SMB2 READ. [MS-SMB2] 2.2.19, 2.2.20 */
public final class Read {
  private static final String RESPONSE_SECTION = "MS-SMB2 2.2.20";

  /** Octets of the response before its data. */
  private static final int FIXED = Smb2Header.SIZE + 16;

  private Read() {}

  static Smb2Body request(Smb2Input in) {
    Smb2Read.Request parsed = new Smb2Read.Request(in.stream());
    return new Request(
        parsed.flags(),
        parsed.lenRead(),
        parsed.offset(),
        Identifiers.fileId(parsed.fileId()),
        parsed.minimumCount(),
        parsed.channel(),
        parsed.remainingBytes());
  }

  static Smb2Body response(Smb2Input in) {
    Smb2Read.Response parsed = new Smb2Read.Response(in.stream());
    in.checkRange(RESPONSE_SECTION, "DataBuffer", parsed.ofsData(), parsed.lenData());
    in.checkGap(RESPONSE_SECTION, FIXED, parsed.ofsData(), parsed.lenData());
    return new Response(
        parsed.lenData(),
        parsed.dataRemaining(),
        parsed.flags(),
        in.pipeData(parsed.ofsData(), parsed.lenData()));
  }

  /**
   * Request, 2.2.19.
   *
   * @param flags 1 unbuffered, 2 compressed response wanted
   * @param readLength octets asked for
   * @param offset in the file, octets
   * @param channel 0 none, 1 RDMA V1, 2 RDMA V1 with invalidation, 3 RDMA transform
   * @param remainingBytes octets that further reads are to follow for
   */
  public record Request(
      int flags,
      long readLength,
      long offset,
      FileId fileId,
      long minimumCount,
      long channel,
      long remainingBytes)
      implements Smb2Body {}

  /**
   * Response, 2.2.20.
   *
   * @param dataLength octets read that lie in this message
   * @param dataRemaining octets sent over RDMA instead
   * @param flags of dialect 3.1.1 over RDMA: 1 RDMA transform
   * @param data of a pipe, as much as was gathered; else empty
   */
  public record Response(long dataLength, long dataRemaining, long flags, Bytes data)
      implements Smb2Body {}
}
