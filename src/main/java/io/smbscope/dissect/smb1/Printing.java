package io.smbscope.dissect.smb1;

import io.smbscope.grammar.placed.Smb1Block;
import io.smbscope.grammar.placed.Smb1Close;
import io.smbscope.grammar.placed.Smb1Listing;
import io.smbscope.grammar.placed.Smb1PrintFile;

/** Print jobs. [MS-CIFS] 2.2.4.67 to 2.2.4.70 */
final class Printing {
  private static final int ENTRY = 28;

  private final DosTime queued = DosTime.ofQueue();
  private final FileData data;

  Printing(FileData data) {
    this.data = data;
  }

  void list(Commands.Table table) {
    table.request(
        0xC0, in -> in.showText(Smb1PrintFile.OpenRequest::new, Smb1PrintFile.OpenRequest::_read));
    table.response(
        0xC0, Commands.show(Smb1PrintFile.OpenResponse::new, Smb1PrintFile.OpenResponse::_read));
    table.request(0xC1, this::writeRequest);
    table.response(0xC1, Commands::empty);
    table.request(0xC2, Printing::closeRequest);
    table.response(0xC2, Commands::empty);
    table.request(
        0xC3, Commands.show(Smb1Listing.QueueRequest::new, Smb1Listing.QueueRequest::_read));
    table.response(0xC3, this::queueResponse);
  }

  private void writeRequest(Smb1Reader in) {
    Smb1PrintFile.WriteRequest request =
        in.show(Smb1PrintFile.WriteRequest::new, Smb1PrintFile.WriteRequest::_read);
    if (in.isWhole()) {
      data.show(in, request.lenData());
    }
  }

  private static void closeRequest(Smb1Reader in) {
    if (in.region().has(in.at() + 1, 2)) {
      int fid = in.region().octets().u16le(in.at() + 1);
      in.command().session().opens().closed(in.command(), fid);
    }
    in.show(Smb1Close.FidRequest::new, Smb1Close.FidRequest::_read);
  }

  private void queueResponse(Smb1Reader in) {
    if (in.isError()) {
      Commands.empty(in);
      return;
    }
    Smb1Listing.QueueResponse response =
        in.show(Smb1Listing.QueueResponse::new, Smb1Listing.QueueResponse::_read);
    if (!in.isWhole() || in.command().byteCount() == 0) {
      return;
    }
    in.show(Smb1Block.DataBlock::new, Smb1Block.DataBlock::_read);
    for (int i = 0; i < response.count() && in.isWhole() && in.left() >= ENTRY; i++) {
      int at = in.at();
      in.tree().open("Queue entry", in.region().origin() + at, ENTRY);
      in.show(Smb1Listing.QueueEntry::new, Smb1Listing.QueueEntry::_read);
      queued.show(in.tree(), in.region(), at);
      in.tree().close();
    }
  }
}
