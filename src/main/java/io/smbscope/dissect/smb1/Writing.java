package io.smbscope.dissect.smb1;

import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.Smb1Block;
import io.smbscope.grammar.placed.Smb1Multiplexed;
import io.smbscope.grammar.placed.Smb1Write;

/**
 * How files and pipes are written. [MS-CIFS] 2.2.4.12, 2.2.4.21, 2.2.4.25, 2.2.4.26, 2.2.4.40,
 * 2.2.4.43
 */
final class Writing {
  private static final int MESSAGE_START = 8;
  private static final int RAW = 4;

  private final Field padding = Fields.named("smb.padding");
  private final Field pipeLength = Fields.named("smb.pipe.write_len");
  private final FileData data;

  Writing(FileData data) {
    this.data = data;
  }

  void list(Commands.Table table) {
    table.request(0x0B, this::request);
    table.response(0x0B, Writing::response);
    table.request(0x14, this::request);
    table.response(0x14, Writing::response);
    table.request(0x1D, this::rawRequest);
    table.response(
        0x1D,
        Commands.show(
            Smb1Multiplexed.WriteRawResponse::new, Smb1Multiplexed.WriteRawResponse::_read));
    table.request(0x1E, this::multiplexedRequest);
    table.response(
        0x1E,
        Commands.show(Smb1Multiplexed.WriteResponse::new, Smb1Multiplexed.WriteResponse::_read));
    table.response(
        0x20, Commands.show(Smb1Write.CountResponse::new, Smb1Write.CountResponse::_read));
    table.request(0x2C, this::closingRequest);
    table.response(
        0x2C, Commands.show(Smb1Write.CountResponse::new, Smb1Write.CountResponse::_read));
    table.request(CommandCode.WRITE_ANDX, this::andXRequest);
    table.response(CommandCode.WRITE_ANDX, Writing::andXResponse);
  }

  private void request(Smb1Reader in) {
    Smb1Write.WriteRequest write =
        in.show(Smb1Write.WriteRequest::new, Smb1Write.WriteRequest::_read);
    if (!in.isWhole()) {
      return;
    }
    in.exchange()
        .remember(
            new FileData.Range(write.fid(), write.writeOffset(), write.countOfBytesToWrite()));
    FileData.range(in);
    if (in.command().byteCount() > 0) {
      in.show(Smb1Block.DataBlock::new, Smb1Block.DataBlock::_read);
      if (in.left() > 0 && write.writeOffset() == 0) {
        data.show(in, in.left(), write.fid());
      } else if (in.left() > 0) {
        data.show(in, in.left());
      }
    }
  }

  private static void response(Smb1Reader in) {
    if (in.isError()) {
      Commands.empty(in);
      return;
    }
    in.show(Smb1Write.CountResponse::new, Smb1Write.CountResponse::_read);
    FileData.range(in);
  }

  private void rawRequest(Smb1Reader in) {
    Smb1Write.WriteRawRequest write =
        in.show(Smb1Write.WriteRawRequest::new, Smb1Write.WriteRawRequest::_read);
    if (in.isWhole()) {
      data.show(in, write.lenData());
    }
  }

  private void multiplexedRequest(Smb1Reader in) {
    Smb1Multiplexed.WriteRequest write =
        in.show(Smb1Multiplexed.WriteRequest::new, Smb1Multiplexed.WriteRequest::_read);
    if (in.isWhole()) {
      data.show(in, write.lenData());
    }
  }

  private void closingRequest(Smb1Reader in) {
    if (in.region().has(in.at() + 1, 2)) {
      int fid = in.region().octets().u16le(in.at() + 1);
      in.command().session().opens().closed(in.command(), fid);
    }
    Smb1Write.WriteAndCloseRequest write =
        in.show(Smb1Write.WriteAndCloseRequest::new, Smb1Write.WriteAndCloseRequest::_read);
    in.byteCount();
    if (in.isWhole() && in.left() > 0) {
      in.octets(padding, 1);
      data.show(in, write.countOfBytesToWrite());
    }
  }

  private void andXRequest(Smb1Reader in) {
    Smb1Write.WriteAndxRequest write =
        in.show(Smb1Write.WriteAndxRequest::new, Smb1Write.WriteAndxRequest::_read);
    if (!in.isWhole()) {
      return;
    }
    int length = write.lenData();
    long offsetHigh = write.offsetHigh() == null ? 0 : write.offsetHigh();
    in.exchange()
        .remember(
            new FileData.Range(
                write.fid(),
                offsetHigh << 32 | write.offset(),
                (long) write.lenDataHigh() << 16 | length));
    FileData.range(in);
    in.byteCount();
    if (in.command().byteCount() == 0) {
      return;
    }
    if ((write.writeMode() & MESSAGE_START) != 0) {
      if ((write.writeMode() & RAW) != 0 && in.region().has(in.at(), 2)) {
        int told = in.region().octets().u16le(in.at());
        in.tree().number(pipeLength, told, in.region().origin() + in.at(), 2);
        in.skip(2);
        length = Math.max(0, length - 2);
      }
      in.command().session().trees().service(in.command().header().tid(), true);
      in.exchange().throughPipe();
    }
    data.show(in, length, write.fid());
  }

  private static void andXResponse(Smb1Reader in) {
    if (in.isError()) {
      Commands.empty(in);
      return;
    }
    FileData.range(in);
    in.show(Smb1Write.WriteAndxResponse::new, Smb1Write.WriteAndxResponse::_read);
  }
}
