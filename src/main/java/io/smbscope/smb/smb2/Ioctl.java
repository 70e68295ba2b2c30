package io.smbscope.smb.smb2;

import io.smbscope.grammar.Smb2Ioctl;

/** SMB2 IOCTL. [MS-SMB2] 2.2.31, 2.2.32 */
public final class Ioctl {
  private static final String REQUEST_SECTION = "MS-SMB2 2.2.31";
  private static final String RESPONSE_SECTION = "MS-SMB2 2.2.32";

  private Ioctl() {}

  static Smb2Body request(Smb2Input in) {
    Smb2Ioctl.Request parsed = new Smb2Ioctl.Request(in.stream());
    in.checkRange(REQUEST_SECTION, "Input", parsed.ofsInput(), parsed.lenInput());
    in.checkRange(REQUEST_SECTION, "Output", parsed.ofsOutput(), parsed.lenOutput());
    IoctlData input = null;
    if (parsed.lenInput() != 0 && in.present(parsed.ofsInput(), parsed.lenInput())) {
      try {
        input = IoctlBuffers.data(parsed.input());
      } catch (RuntimeException unreadable) {
        in.unreadable(REQUEST_SECTION, "IOCTL input", unreadable);
      }
    }
    return new Request(
        parsed.ctlCode(),
        Identifiers.fileId(parsed.fileId()),
        parsed.lenInput(),
        parsed.maxInputResponse(),
        parsed.lenOutput(),
        parsed.maxOutputResponse(),
        parsed.flags(),
        input);
  }

  static Smb2Body response(Smb2Input in) {
    Smb2Ioctl.Response parsed = new Smb2Ioctl.Response(in.stream());
    in.checkRange(RESPONSE_SECTION, "Input", parsed.ofsInput(), parsed.lenInput());
    in.checkRange(RESPONSE_SECTION, "Output", parsed.ofsOutput(), parsed.lenOutput());
    IoctlData output = null;
    if (parsed.lenOutput() != 0 && in.present(parsed.ofsOutput(), parsed.lenOutput())) {
      try {
        output = IoctlBuffers.data(parsed.output());
      } catch (RuntimeException unreadable) {
        in.unreadable(RESPONSE_SECTION, "IOCTL output", unreadable);
      }
    }
    return new Response(
        parsed.ctlCode(),
        Identifiers.fileId(parsed.fileId()),
        parsed.lenInput(),
        parsed.lenOutput(),
        parsed.flags(),
        output);
  }

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
