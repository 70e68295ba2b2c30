package io.smbscope.dissect.smb1;

import io.smbscope.grammar.placed.Smb1Block;
import io.smbscope.grammar.placed.Smb1Close;
import io.smbscope.grammar.placed.Smb1Copy;
import io.smbscope.grammar.placed.Smb1Listing;
import io.smbscope.grammar.placed.Smb1Search;

/** How the core and LAN Manager 1.0 dialects list directories. [MS-CIFS] 2.2.4.58 to 2.2.4.61 */
final class Listing {
  private static final int SEARCH = 0x81;
  private static final int ENTRY = 43;
  private static final int LAST_WRITE = 22;

  private final DosTime written = DosTime.ofEntry();

  void list(Commands.Table table) {
    table.request(
        0x34, Commands.show(Smb1Close.FindClose2Request::new, Smb1Close.FindClose2Request::_read));
    table.response(0x34, Commands::empty);
    table.request(
        0x35, Commands.show(Smb1Copy.NotifyCloseRequest::new, Smb1Copy.NotifyCloseRequest::_read));
    table.response(0x35, Commands::empty);
    for (int code : new int[] {SEARCH, 0x82, 0x83, 0x84}) {
      table.request(code, Listing::request);
    }
    for (int code : new int[] {SEARCH, 0x82, 0x83}) {
      table.response(code, this::response);
    }
    table.response(
        0x84,
        Commands.show(Smb1Listing.FindCloseResponse::new, Smb1Listing.FindCloseResponse::_read));
  }

  private static void request(Smb1Reader in) {
    in.show(
        stream ->
            new Smb1Listing.Request(stream, in.command().unicode(), in.command().code() != SEARCH),
        Smb1Listing.Request::_read);
  }

  private void response(Smb1Reader in) {
    if (in.isError()) {
      Commands.empty(in);
      return;
    }
    Smb1Search.Response response = in.show(Smb1Search.Response::new, Smb1Search.Response::_read);
    if (!in.isWhole() || in.command().byteCount() == 0) {
      return;
    }
    in.show(Smb1Block.DataBlock::new, Smb1Block.DataBlock::_read);
    boolean find = in.command().code() != SEARCH;
    for (int i = 0; i < response.count() && in.isWhole() && in.left() >= ENTRY; i++) {
      int at = in.at();
      in.tree().open("Directory Information", in.region().origin() + at, ENTRY);
      in.show(
          stream -> new Smb1Listing.Entry(stream, in.command().unicode(), find),
          Smb1Listing.Entry::_read);
      written.show(in.tree(), in.region(), at + LAST_WRITE);
      in.tree().close();
    }
  }
}
