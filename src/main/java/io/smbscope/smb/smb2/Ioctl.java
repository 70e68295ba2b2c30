package io.smbscope.smb.smb2;

/** SMB2 IOCTL. [MS-SMB2] 2.2.31, 2.2.32 */
public final class Ioctl {
  private Ioctl() {}

  /**
   * Request, 2.2.31.
   *
   * @param inputCount octets of input
   * @param maxOutputResponse octets of output that the response may bring
   * @param flags 1 FSCTL, 0 IOCTL
   * @param input decoded, or null when the control code is not one of {@link IoctlData}
   */
  public record Request(
      long ctlCode,
      FileId fileId,
      long inputCount,
      long maxInputResponse,
      long outputCount,
      long maxOutputResponse,
      long flags,
      IoctlData input)
      implements Smb2Body {}

  /**
   * Response, 2.2.32.
   *
   * @param outputCount octets of output
   * @param output decoded, or null when the control code is not one of {@link IoctlData}
   */
  public record Response(
      long ctlCode, FileId fileId, long inputCount, long outputCount, long flags, IoctlData output)
      implements Smb2Body {}
}
