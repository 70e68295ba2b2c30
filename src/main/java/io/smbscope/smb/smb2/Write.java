package io.smbscope.smb.smb2;

import io.smbscope.base.Bytes;
import io.smbscope.grammar.Smb2Write;

/** SMB2 WRITE. [MS-SMB2] 2.2.21, 2.2.22 */
public final class Write {
  private static final String REQUEST_SECTION = "MS-SMB2 2.2.21";

  /** Octets of the request before its data. */
  private static final int FIXED = Smb2Header.SIZE + 48;

  private Write() {}

  static Smb2Body request(Smb2Input in) {
    Smb2Write.Request parsed = new Smb2Write.Request(in.stream());
    in.checkRange(REQUEST_SECTION, "Buffer", parsed.ofsData(), parsed.lenData());
    in.checkGap(REQUEST_SECTION, FIXED, parsed.ofsData(), parsed.lenData());
    return new Request(
        parsed.lenData(),
        parsed.offset(),
        Identifiers.fileId(parsed.fileId()),
        parsed.channel(),
        parsed.remainingBytes(),
        parsed.flags(),
        in.pipeData(parsed.ofsData(), parsed.lenData()));
  }

  static Smb2Body response(Smb2Input in) {
    Smb2Write.Response parsed = new Smb2Write.Response(in.stream());
    return new Response(parsed.count(), parsed.remaining());
  }

  /**
   * Request, 2.2.21.
   *
   * @param writeLength octets to write that lie in this message
   * @param offset in the file, octets; all bits set means its end
   * @param channel 0 none, 1 RDMA V1, 2 RDMA V1 with invalidation, 3 RDMA transform
   * @param remainingBytes octets that lie elsewhere (RDMA), or that further writes are to bring
   * @param flags 1 write through, 2 unbuffered
   * @param data for a pipe, as much as was gathered; else empty
   */
  public record Request(
      long writeLength,
      long offset,
      FileId fileId,
      long channel,
      long remainingBytes,
      long flags,
      Bytes data)
      implements Smb2Body {

    @Override
    public Bytes pipeOctets() {
      return data;
    }

    @Override
    public Smb2Body withoutPipeOctets() {
      return new Request(writeLength, offset, fileId, channel, remainingBytes, flags, Bytes.EMPTY);
    }
  }

  /**
   * Response, 2.2.22.
   *
   * @param count octets written
   */
  public record Response(long count, long remaining) implements Smb2Body {}
}
