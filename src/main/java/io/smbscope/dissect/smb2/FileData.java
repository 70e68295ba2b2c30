package io.smbscope.dissect.smb2;

import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.rpc.PipeData;
import io.smbscope.grammar.placed.Smb2Read;
import io.smbscope.grammar.placed.Smb2Write;

/** READ and WRITE. [MS-SMB2] 2.2.19 to 2.2.22 */
final class FileData {
  private static final int CHANNEL_RDMA_V1 = 1;
  private static final int CHANNEL_RDMA_V1_INVALIDATE = 2;

  /** Only of nothing: what is written is shown as what it is to the pipe. */
  private final Field writeData = Fields.named("smb2.write_data");

  private final FileIds fileIds;
  private final PipeData pipeData = new PipeData();

  FileData(FileIds fileIds) {
    this.fileIds = fileIds;
  }

  void readRequest(Command command) {
    Smb2Read.Request body = command.show(Smb2Read.Request::new, Smb2Read.Request::_read);
    info(command, body.lenRead(), body.offset());
    fileIds.used(command, body.fileId());
    descriptors(command, body.channel(), body.ofsChannelInfo(), body.lenChannelInfo());
  }

  void readResponse(Command command) {
    Smb2Read.Response body = command.show(Smb2Read.Response::new, Smb2Read.Response::_read);
    Region data = command.buffer(body.ofsData(), body.lenData());
    if (data != null) {
      pipeData.dissect(command.dissection, data, FileIds.pipe(command), false);
    }
  }

  void writeRequest(Command command) {
    Smb2Write.Request body = command.show(Smb2Write.Request::new, Smb2Write.Request::_read);
    info(command, body.lenData(), body.offset());
    fileIds.used(command, body.fileId());
    descriptors(command, body.channel(), body.ofsChannelInfo(), body.lenChannelInfo());
    Region data = command.bufferThatIsThere(body.ofsData(), body.lenData());
    if (command.whole && body.lenData() == 0) {
      command.tree.value(writeData, new byte[0], 0, 0);
    } else if (data != null) {
      pipeData.dissect(command.dissection, data, FileIds.pipe(command), true);
    }
  }

  void writeResponse(Command command) {
    command.show(Smb2Write.Response::new, Smb2Write.Response::_read);
  }

  private static void info(Command command, long length, long offset) {
    if (command.tree.wantsLine()) {
      command.tree.info(" Len:" + length + " Off:" + Long.toUnsignedString(offset));
    }
  }

  private static void descriptors(Command command, long channel, int offset, int length) {
    Region info = command.buffer(offset, length);
    if (info != null && (channel == CHANNEL_RDMA_V1 || channel == CHANNEL_RDMA_V1_INVALIDATE)) {
      command.show(info, Smb2Read.BufferDescriptors::new, Smb2Read.BufferDescriptors::_read);
    }
  }
}
