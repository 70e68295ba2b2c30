package io.smbscope.smb.smb2;

import io.smbscope.base.Bytes;
import io.smbscope.grammar.Smb2Ioctl;
import io.smbscope.smb.PipeTrees;

/** SMB2 IOCTL. [MS-SMB2] 2.2.31, 2.2.32 */
public final class Ioctl {
  private static final String REQUEST_SECTION = "MS-SMB2 2.2.31";
  private static final String RESPONSE_SECTION = "MS-SMB2 2.2.32";
  private static final long FSCTL_PIPE_TRANSCEIVE = 0x0011_C017L;

  private Ioctl() {}

  static Smb2Body request(Smb2Input in) {
    Smb2Ioctl.Request parsed = new Smb2Ioctl.Request(in.stream());
    in.checkRange(REQUEST_SECTION, "Input", parsed.ofsInput(), parsed.lenInput());
    in.checkRange(REQUEST_SECTION, "Output", parsed.ofsOutput(), parsed.lenOutput());
    IoctlData input = pipe(in, parsed.ctlCode(), parsed.ofsInput(), parsed.lenInput());
    if (input == null
        && parsed.lenInput() != 0
        && in.present(parsed.ofsInput(), parsed.lenInput())) {
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
    IoctlData output = pipe(in, parsed.ctlCode(), parsed.ofsOutput(), parsed.lenOutput());
    if (output == null
        && parsed.lenOutput() != 0
        && in.present(parsed.ofsOutput(), parsed.lenOutput())) {
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

  /** What goes through a pipe, as far as it is there; null for other control codes. */
  private static IoctlData pipe(Smb2Input in, long ctlCode, long offset, long count) {
    return ctlCode == FSCTL_PIPE_TRANSCEIVE
        ? new IoctlData.Pipe(in.data(offset, Math.min(count, PipeTrees.LARGEST)).kept())
        : null;
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
      implements Smb2Body {

    @Override
    public Bytes pipeOctets() {
      return input instanceof IoctlData.Pipe pipe ? pipe.octets() : Bytes.EMPTY;
    }

    @Override
    public Smb2Body withoutPipeOctets() {
      return new Request(
          ctlCode,
          fileId,
          inputCount,
          maxInputResponse,
          outputCount,
          maxOutputResponse,
          flags,
          new IoctlData.Pipe(Bytes.EMPTY));
    }
  }

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
