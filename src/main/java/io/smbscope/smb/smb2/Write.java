package io.smbscope.smb.smb2;

/** SMB2 WRITE. [MS-SMB2] 2.2.21, 2.2.22 */
public final class Write {
  private Write() {}

  /**
   * Request, 2.2.21.
   *
   * @param writeLength octets to write that lie in this message
   * @param offset in the file, octets; all bits set means its end
   * @param channel 0 none, 1 RDMA V1, 2 RDMA V1 with invalidation, 3 RDMA transform
   * @param remainingBytes octets that lie elsewhere (RDMA), or that further writes are to bring
   * @param flags 1 write through, 2 unbuffered
   */
  public record Request(
      long writeLength, long offset, FileId fileId, long channel, long remainingBytes, long flags)
      implements Smb2Body {}

  /**
   * Response, 2.2.22.
   *
   * @param count octets written
   */
  public record Response(long count, long remaining) implements Smb2Body {}
}
