package io.smbscope.dissect.smb2;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.fscc.ControlCode;
import io.smbscope.dissect.rpc.PipeData;
import io.smbscope.grammar.placed.Smb2FileId;
import io.smbscope.grammar.placed.Smb2Ioctl;
import java.util.Map;

/** IOCTL: controls of file systems, and calls of named pipes. [MS-SMB2] 2.2.31, 2.2.32 */
final class IoctlCommand {
  private static final long PIPE_TRANSCEIVE = 0x0011C017;

  /** Of a request and of a response, where the fields of the buffers stand in the message. */
  private static final int INPUT = Command.BODY + 24;

  private static final int REQUEST_OUTPUT = Command.BODY + 36;
  private static final int RESPONSE_OUTPUT = Command.BODY + 32;

  private final Field blobOffset = Fields.named("smb2.olb.offset");
  private final Field blobLength = Fields.named("smb2.olb.length");
  private final Field in = Fields.named("smb2.ioctl.in");
  private final Field out = Fields.named("smb2.ioctl.out");
  private final Map<Long, String> codes = Fields.named("smb2.ioctl.function").values();
  private final Map<Long, String> devices = Fields.named("smb2.ioctl.function.device").values();
  private final FileIds fileIds;
  private final ControlCode controlCode = new ControlCode();
  private final PipeData pipeData = new PipeData();

  IoctlCommand(FileIds fileIds) {
    this.fileIds = fileIds;
  }

  /**
   * @param at where its offset and length stand
   */
  private record Buffer(Field field, int at, long offset, long length) {}

  void request(Command command) {
    Smb2Ioctl.Request body = command.show(Smb2Ioctl.Request::new, Smb2Ioctl.Request::_read);
    show(
        command,
        body.ctlCode(),
        body.fileId(),
        new Buffer(in, INPUT, body.ofsInput(), body.lenInput()),
        new Buffer(out, REQUEST_OUTPUT, body.ofsOutput(), body.lenOutput()));
  }

  void response(Command command) {
    Smb2Ioctl.Response body = command.show(Smb2Ioctl.Response::new, Smb2Ioctl.Response::_read);
    show(
        command,
        body.ctlCode(),
        body.fileId(),
        new Buffer(in, INPUT, body.ofsInput(), body.lenInput()),
        new Buffer(out, RESPONSE_OUTPUT, body.ofsOutput(), body.lenOutput()));
  }

  private void info(Command command, long code) {
    if (!command.tree.wantsLine() || code == 0) {
      return;
    }
    String name = codes.get(code);
    String device = devices.get(code >> 16);
    command.tree.info(
        name != null
            ? " " + name
            : String.format(
                " %s Function:0x%04x",
                device != null ? device : String.format("Unknown (0x%08X)", code >> 16),
                code >> 2 & 0xFFF));
  }

  /** The buffers come in the order in which they lie in the message. */
  private void show(Command command, long code, Smb2FileId id, Buffer input, Buffer output) {
    info(command, code);
    fileIds.used(command, id);
    boolean outputFirst = input.offset > output.offset;
    if (command.whole && buffer(command, code, outputFirst ? output : input)) {
      buffer(command, code, outputFirst ? input : output);
    }
  }

  /** Whether it is there wholly, which the order of the fields presumes. */
  private boolean buffer(Command command, long code, Buffer buffer) {
    if (!command.message.has(buffer.offset, buffer.length)) {
      return false;
    }
    FrameTree tree = command.tree;
    int at = command.message.origin() + buffer.at;
    tree.number(blobOffset, buffer.offset, at, 4);
    tree.number(blobLength, buffer.length, at + 4, 4);
    int depth = tree.depth();
    Region data = command.message.part((int) buffer.offset, (int) buffer.length);
    tree.open(buffer.field, null, data.origin(), data.octets().length());
    if (buffer.offset != 0 && buffer.length != 0) {
      if (code == PIPE_TRANSCEIVE) {
        pipeData.dissect(
            command.dissection, data, FileIds.pipe(command), buffer.field.index() == in.index());
      } else {
        controlCode.dissect(command.dissection, data, code, buffer.field.index() == in.index());
      }
    }
    tree.depth(depth);
    return true;
  }
}
