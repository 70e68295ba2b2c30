package io.smbscope.session;

import io.smbscope.base.Bytes;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.Ioctl;
import io.smbscope.smb.smb2.IoctlData;
import io.smbscope.smb.smb2.Read;
import io.smbscope.smb.smb2.Write;

/** What READ, WRITE and FSCTL_PIPE_TRANSCEIVE carry. [MS-SMB2] 3.3.5.12, 3.3.5.13, 3.3.5.15.3 */
final class Smb2Pipes {
  private final Pipes pipes;

  Smb2Pipes(Pipes pipes) {
    this.pipes = pipes;
  }

  /**
   * Takes what the request carries, once: when it comes, or with its response where its open was
   * not known before.
   */
  void request(Smb2Exchange exchange) {
    if (exchange.carried) {
      return;
    }
    if (exchange.request instanceof Write.Request write) {
      written(exchange, write.fileId(), write.data(), write.writeLength());
    } else if (exchange.request instanceof Ioctl.Request ioctl
        && ioctl.input() instanceof IoctlData.Pipe pipe) {
      written(exchange, ioctl.fileId(), pipe.octets(), ioctl.inputCount());
    }
  }

  private void written(Smb2Exchange exchange, FileId id, Bytes octets, long length) {
    Open open = exchange.find(id);
    if (open != null && Pipes.carriesRpc(open)) {
      exchange.carried = true;
      pipes.written(open, exchange.carrier(), exchange.at, octets, length);
    }
  }

  /** Takes what the response carries. */
  void response(Smb2Exchange exchange, Open open) {
    if (!Pipes.carriesRpc(open)) {
      return;
    }
    if (exchange.response instanceof Read.Response read) {
      pipes.read(open, exchange.carrier(), exchange.answeredAt, read.data(), read.dataLength());
    } else if (exchange.response instanceof Ioctl.Response ioctl
        && ioctl.output() instanceof IoctlData.Pipe pipe) {
      pipes.read(open, exchange.carrier(), exchange.answeredAt, pipe.octets(), ioctl.outputCount());
    }
  }
}
