package io.smbscope.dissect.smb1;

import io.smbscope.grammar.placed.Smb1Block;
import io.smbscope.grammar.placed.Smb1Multiplexed;
import io.smbscope.grammar.placed.Smb1Read;

/** How files and pipes are read. [MS-CIFS] 2.2.4.11, 2.2.4.20, 2.2.4.22, 2.2.4.23, 2.2.4.42 */
final class Reading {
  private final FileData data;

  Reading(FileData data) {
    this.data = data;
  }

  void list(Commands.Table table) {
    table.request(0x0A, Reading::request);
    table.response(0x0A, this::response);
    table.request(0x13, Reading::request);
    table.response(0x13, Reading::lockAndReadResponse);
    table.request(
        0x1A, Commands.show(Smb1Read.ReadRawRequest::new, Smb1Read.ReadRawRequest::_read));
    table.request(
        0x1B, Commands.show(Smb1Multiplexed.ReadRequest::new, Smb1Multiplexed.ReadRequest::_read));
    table.response(0x1B, this::multiplexedResponse);
    table.request(CommandCode.READ_ANDX, Reading::andXRequest);
    table.response(CommandCode.READ_ANDX, this::andXResponse);
  }

  private static void request(Smb1Reader in) {
    Smb1Read.ReadRequest read = in.show(Smb1Read.ReadRequest::new, Smb1Read.ReadRequest::_read);
    if (in.isWhole()) {
      in.exchange()
          .remember(new FileData.Range(read.fid(), read.readOffset(), read.countOfBytesToRead()));
    }
  }

  private void response(Smb1Reader in) {
    lockAndReadResponse(in);
    if (in.isWhole() && in.command().byteCount() > 0) {
      if (in.left() > 0) {
        data.show(in, in.left(), 0);
      }
      FileData.range(in);
    }
  }

  private static void lockAndReadResponse(Smb1Reader in) {
    if (in.isError()) {
      Commands.empty(in);
      return;
    }
    in.show(Smb1Read.ReadResponse::new, Smb1Read.ReadResponse::_read);
    if (in.isWhole() && in.command().byteCount() > 0) {
      in.show(Smb1Block.DataBlock::new, Smb1Block.DataBlock::_read);
    }
  }

  private void multiplexedResponse(Smb1Reader in) {
    if (in.isError()) {
      Commands.empty(in);
      return;
    }
    Smb1Multiplexed.ReadResponse read =
        in.show(Smb1Multiplexed.ReadResponse::new, Smb1Multiplexed.ReadResponse::_read);
    data.show(in, read.lenData());
  }

  private static void andXRequest(Smb1Reader in) {
    Smb1Read.ReadAndxRequest read =
        in.show(Smb1Read.ReadAndxRequest::new, Smb1Read.ReadAndxRequest::_read);
    if (!in.isWhole()) {
      return;
    }
    long high = read.maxCountHigh() == 0xFFFFFFFFL ? 0 : read.maxCountHigh();
    long offsetHigh = read.offsetHigh() == null ? 0 : read.offsetHigh();
    in.exchange()
        .remember(
            new FileData.Range(
                read.fid(), offsetHigh << 32 | read.offset(), high << 16 | read.maxCount()));
    FileData.range(in);
  }

  private void andXResponse(Smb1Reader in) {
    if (in.isError()) {
      Commands.empty(in);
      return;
    }
    FileData.Range range = in.exchange().recall(FileData.Range.class);
    FileData.range(in);
    Smb1Read.ReadAndxResponse read =
        in.show(Smb1Read.ReadAndxResponse::new, Smb1Read.ReadAndxResponse::_read);
    if (in.isWhole() && in.command().byteCount() > 0) {
      data.show(in, read.lenData(), range == null ? 0 : range.fid());
    }
  }
}
