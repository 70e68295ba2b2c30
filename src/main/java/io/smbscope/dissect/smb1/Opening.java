package io.smbscope.dissect.smb1;

import io.smbscope.grammar.placed.Smb1Close;
import io.smbscope.grammar.placed.Smb1Copy;
import io.smbscope.grammar.placed.Smb1NtCreateAndx;
import io.smbscope.grammar.placed.Smb1Open;
import io.smbscope.grammar.placed.Smb1String;

/** How files are opened and closed. [MS-CIFS] 2.2.4.3 to 2.2.4.6, 2.2.4.41, 2.2.4.64 */
final class Opening {
  /** Where the FID stands, from WordCount: first, behind AndX, behind AndX and an oplock level. */
  private static final int FIRST = 1;

  private static final int BEHIND_ANDX = 5;
  private static final int BEHIND_OPLOCK = 6;

  void list(Commands.Table table) {
    table.request(0x02, Opening::openRequest);
    table.response(0x02, in -> opened(in, FIRST, Opening::openResponse));
    table.request(0x03, Opening::createRequest);
    table.response(0x03, in -> opened(in, FIRST, Opening::createResponse));
    table.request(0x04, Opening::closeRequest);
    table.response(0x04, Commands::empty);
    table.request(0x05, Commands.show(Smb1Close.FidRequest::new, Smb1Close.FidRequest::_read));
    table.response(0x05, Commands::empty);
    table.request(0x0E, Opening::createTemporaryRequest);
    table.response(0x0E, in -> opened(in, FIRST, Opening::createTemporaryResponse));
    table.request(0x0F, Opening::createRequest);
    table.response(0x0F, in -> opened(in, FIRST, Opening::createResponse));
    table.request(CommandCode.OPEN_ANDX, Opening::openAndXRequest);
    table.response(CommandCode.OPEN_ANDX, in -> opened(in, BEHIND_ANDX, Opening::openAndXResponse));
    table.request(0x31, Opening::closeRequest);
    table.response(0x31, Commands::empty);
    table.request(CommandCode.NT_CREATE_ANDX, Opening::ntCreateRequest);
    table.response(CommandCode.NT_CREATE_ANDX, Opening::ntCreateResponse);
  }

  private static void opened(Smb1Reader in, int fidAt, Commands.Body response) {
    if (in.isError()) {
      Commands.empty(in);
      return;
    }
    if (in.region().has(in.at() + fidAt, 2)) {
      int fid = in.region().octets().u16le(in.at() + fidAt);
      in.command().session().opens().opened(in.command(), fid);
    }
    response.accept(in);
  }

  private static void asked(Smb1Reader in, Smb1String name, long attributes) {
    if (name != null && in.isWhole()) {
      in.exchange().remember(new Opens.Asked(name.value(), 0, 0, attributes, 0, 0, 0));
    }
  }

  private static void openRequest(Smb1Reader in) {
    Smb1Open.OpenRequest request =
        in.showText(Smb1Open.OpenRequest::new, Smb1Open.OpenRequest::_read);
    asked(in, request.fileName(), 0);
  }

  private static void openResponse(Smb1Reader in) {
    in.show(Smb1Open.OpenResponse::new, Smb1Open.OpenResponse::_read);
  }

  private static void createRequest(Smb1Reader in) {
    Smb1Open.CreateRequest request =
        in.showText(Smb1Open.CreateRequest::new, Smb1Open.CreateRequest::_read);
    asked(in, request.name(), request.fileAttributes());
  }

  private static void createResponse(Smb1Reader in) {
    in.show(Smb1Open.CreateResponse::new, Smb1Open.CreateResponse::_read);
  }

  private static void createTemporaryRequest(Smb1Reader in) {
    in.showText(Smb1Copy.CreateTemporaryRequest::new, Smb1Copy.CreateTemporaryRequest::_read);
  }

  private static void createTemporaryResponse(Smb1Reader in) {
    in.show(Smb1Open.CreateTemporaryResponse::new, Smb1Open.CreateTemporaryResponse::_read);
  }

  private static void openAndXRequest(Smb1Reader in) {
    Smb1Open.OpenAndxRequest request =
        in.showText(Smb1Open.OpenAndxRequest::new, Smb1Open.OpenAndxRequest::_read);
    asked(in, request.fileName(), 0);
  }

  private static void openAndXResponse(Smb1Reader in) {
    in.show(Smb1Open.OpenAndxResponse::new, Smb1Open.OpenAndxResponse::_read);
  }

  private static void closeRequest(Smb1Reader in) {
    if (in.region().has(in.at() + FIRST, 2)) {
      int fid = in.region().octets().u16le(in.at() + FIRST);
      in.command().session().opens().closed(in.command(), fid);
    }
    in.show(Smb1Close.CloseRequest::new, Smb1Close.CloseRequest::_read);
  }

  private static void ntCreateRequest(Smb1Reader in) {
    Smb1NtCreateAndx.Request request =
        in.showText(Smb1NtCreateAndx.Request::new, Smb1NtCreateAndx.Request::_read);
    if (request.fileName() != null && in.isWhole()) {
      in.exchange()
          .remember(
              new Opens.Asked(
                  request.fileName().value(),
                  request.flags(),
                  request.desiredAccess(),
                  request.extFileAttributes(),
                  request.shareAccess(),
                  request.createOptions(),
                  request.createDisposition()));
    }
  }

  private static void ntCreateResponse(Smb1Reader in) {
    Smb1Command command = in.command();
    opened(in, BEHIND_OPLOCK, Opening::ntCreated);
    if (command.ntStatus() != 0) {
      int fid =
          command.wordCount() != 0 && in.region().has(command.at() + BEHIND_OPLOCK, 2)
              ? in.region().octets().u16le(command.at() + BEHIND_OPLOCK)
              : 0;
      in.finish();
      command.session().opens().opened(command, fid);
      command.session().opens().closed(command, fid);
      command.session().opens().showGenerated(command, fid);
    }
  }

  private static void ntCreated(Smb1Reader in) {
    Smb1NtCreateAndx.Response response =
        in.show(Smb1NtCreateAndx.Response::new, Smb1NtCreateAndx.Response::_read);
    if (in.isWhole()) {
      Smb1Command command = in.command();
      command
          .session()
          .opens()
          .is(command, response.fid(), response.resourceType(), response.directory());
    }
  }
}
