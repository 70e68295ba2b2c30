package io.smbscope.dissect.smb1;

import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.Smb1Copy;
import io.smbscope.grammar.placed.Smb1Information2;
import io.smbscope.grammar.placed.Smb1Path;
import io.smbscope.grammar.placed.Smb1String;

/**
 * What is done with files and directories by their names, and what is asked and told of them.
 * [MS-CIFS] 2.2.4.1, 2.2.4.2, 2.2.4.7 to 2.2.4.10, 2.2.4.17, 2.2.4.30, 2.2.4.31, 2.2.4.66
 */
final class Naming {
  /** The name in a request; kept with {@link Smb1Exchange#remember} until its response. */
  private record Named(String name) {}

  private record Renamed(String from, String to) {}

  private static final Field FILE = Fields.named("smb.file");
  private static final Field OLD_FILE = Fields.named("smb.old_file");

  private final DosTime created = DosTime.ofFile("create");
  private final DosTime accessed = DosTime.ofFile("access");
  private final DosTime written = DosTime.ofFile("last_write");

  void list(Commands.Table table) {
    for (int code : new int[] {0x00, 0x01, 0x10}) {
      table.request(code, Naming::directoryRequest);
      table.response(code, Naming::response);
    }
    table.request(0x06, Naming::deleteRequest);
    table.response(0x06, Naming::response);
    table.request(0x07, Naming::renameRequest);
    table.response(0x07, Naming::renameResponse);
    table.request(0x08, in -> in.showText(Smb1Path.PathRequest::new, Smb1Path.PathRequest::_read));
    table.response(
        0x08,
        Commands.show(
            Smb1Path.QueryInformationResponse::new, Smb1Path.QueryInformationResponse::_read));
    table.request(
        0x09,
        in ->
            in.showText(
                Smb1Path.SetInformationRequest::new, Smb1Path.SetInformationRequest::_read));
    table.response(0x09, Commands::empty);
    table.request(0x22, this::setInformation2);
    table.response(0x22, Commands::empty);
    table.request(
        0x23,
        Commands.show(Smb1Information2.QueryRequest::new, Smb1Information2.QueryRequest::_read));
    table.response(0x23, this::queryInformation2);
    table.request(0x29, in -> in.showText(Smb1Copy.CopyRequest::new, Smb1Copy.CopyRequest::_read));
    table.request(0x2A, in -> in.showText(Smb1Copy.MoveRequest::new, Smb1Copy.MoveRequest::_read));
    table.response(0x29, Naming::copyResponse);
    table.response(0x2A, Naming::copyResponse);
    table.request(
        0xA5, in -> in.showText(Smb1Path.NtRenameRequest::new, Smb1Path.NtRenameRequest::_read));
    table.response(0xA5, Commands::empty);
  }

  private static void directoryRequest(Smb1Reader in) {
    Smb1Path.DirectoryRequest request =
        in.showText(Smb1Path.DirectoryRequest::new, Smb1Path.DirectoryRequest::_read);
    named(in, request.path());
  }

  private static void deleteRequest(Smb1Reader in) {
    Smb1Path.DeleteRequest request =
        in.showText(Smb1Path.DeleteRequest::new, Smb1Path.DeleteRequest::_read);
    named(in, request.fileName());
  }

  private static void named(Smb1Reader in, Smb1String name) {
    if (name != null && in.isWhole()) {
      in.exchange().remember(new Named(name.value()));
    }
  }

  private static void response(Smb1Reader in) {
    Named named = in.exchange().recall(Named.class);
    if (named != null) {
      in.tree().value(FILE, named.name, 0, 0);
    }
    Commands.empty(in);
  }

  private static void renameRequest(Smb1Reader in) {
    Smb1Path.RenameRequest request =
        in.showText(Smb1Path.RenameRequest::new, Smb1Path.RenameRequest::_read);
    if (in.isWhole()) {
      in.exchange()
          .remember(new Renamed(request.oldFileName().value(), request.newFileName().value()));
    }
  }

  private static void renameResponse(Smb1Reader in) {
    Renamed renamed = in.exchange().recall(Renamed.class);
    if (renamed != null) {
      in.tree().value(OLD_FILE, renamed.from, 0, 0);
      in.tree().value(FILE, renamed.to, 0, 0);
    }
    Commands.empty(in);
  }

  private static void copyResponse(Smb1Reader in) {
    if (in.isError()) {
      Commands.empty(in);
    } else {
      in.showText(Smb1Copy.Response::new, Smb1Copy.Response::_read);
    }
  }

  private void setInformation2(Smb1Reader in) {
    int times = in.at() + 3;
    in.show(Smb1Information2.SetRequest::new, Smb1Information2.SetRequest::_read);
    times(in, times);
  }

  private void queryInformation2(Smb1Reader in) {
    if (in.isError()) {
      Commands.empty(in);
      return;
    }
    int times = in.at() + 1;
    in.show(Smb1Information2.QueryResponse::new, Smb1Information2.QueryResponse::_read);
    times(in, times);
  }

  private void times(Smb1Reader in, int at) {
    created.show(in.tree(), in.region(), at);
    accessed.show(in.tree(), in.region(), at + 4);
    written.show(in.tree(), in.region(), at + 8);
  }
}
