package io.smbscope.dissect.smb1;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.auth.SecurityBlob;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.Smb1Block;
import io.smbscope.grammar.placed.Smb1Negotiate;
import io.smbscope.grammar.placed.Smb1SessionSetupAndx;
import io.smbscope.grammar.placed.Smb1TreeConnect;

/** How sessions and trees begin and end. [MS-CIFS] 2.2.4.50 to 2.2.4.55 */
final class Connecting {
  private static final String PIPES = "IPC";
  private static final Field TID = Fields.named("smb.tid");

  private final SecurityBlob tokens = new SecurityBlob();
  private final DosTime serverTime = DosTime.ofServer();

  void list(Commands.Table table) {
    table.request(0x70, Connecting::treeConnectRequest);
    table.response(0x70, Connecting::treeConnectResponse);
    table.request(0x71, Commands::empty);
    table.response(0x71, Commands::empty);
    table.request(0x72, Commands.show(Smb1Negotiate.Request::new, Smb1Negotiate.Request::_read));
    table.response(0x72, this::negotiateResponse);
    table.request(CommandCode.SESSION_SETUP_ANDX, this::setupRequest);
    table.response(CommandCode.SESSION_SETUP_ANDX, this::setupResponse);
    table.request(
        CommandCode.LOGOFF_ANDX, Commands.show(Smb1Block.Andx::new, Smb1Block.Andx::_read));
    table.response(
        CommandCode.LOGOFF_ANDX, Commands.show(Smb1Block.Andx::new, Smb1Block.Andx::_read));
    table.request(CommandCode.TREE_CONNECT_ANDX, Connecting::treeConnectAndXRequest);
    table.response(CommandCode.TREE_CONNECT_ANDX, Connecting::treeConnectAndXResponse);
  }

  private void negotiateResponse(Smb1Reader in) {
    switch (in.command().wordCount()) {
      case 1 -> in.show(Smb1Negotiate.CoreResponse::new, Smb1Negotiate.CoreResponse::_read);
      case 13 -> {
        serverTime.show(in.tree(), in.region(), in.at() + 17);
        in.show(Smb1Negotiate.LanmanResponse::new, Smb1Negotiate.LanmanResponse::_read);
      }
      case 17 -> {
        Smb1Negotiate.NtResponse response =
            in.showText(Smb1Negotiate.NtResponse::new, Smb1Negotiate.NtResponse::_read);
        token(in, response.securityBlob());
      }
      default -> in.show(Smb1Block.Unknown::new, Smb1Block.Unknown::_read);
    }
  }

  private void setupRequest(Smb1Reader in) {
    switch (in.command().wordCount()) {
      case 10 ->
          in.showText(
              Smb1SessionSetupAndx.LanmanRequest::new, Smb1SessionSetupAndx.LanmanRequest::_read);
      case 12 -> {
        Smb1SessionSetupAndx.ExtendedRequest request =
            in.showText(
                Smb1SessionSetupAndx.ExtendedRequest::new,
                Smb1SessionSetupAndx.ExtendedRequest::_read);
        token(in, request.securityBlob());
      }
      case 13 ->
          in.showText(Smb1SessionSetupAndx.NtRequest::new, Smb1SessionSetupAndx.NtRequest::_read);
      default -> in.show(Smb1Block.Unknown::new, Smb1Block.Unknown::_read);
    }
  }

  private void setupResponse(Smb1Reader in) {
    switch (in.command().wordCount()) {
      case 3 ->
          in.showText(Smb1SessionSetupAndx.Response::new, Smb1SessionSetupAndx.Response::_read);
      case 4 -> {
        Smb1SessionSetupAndx.ExtendedResponse response =
            in.showText(
                Smb1SessionSetupAndx.ExtendedResponse::new,
                Smb1SessionSetupAndx.ExtendedResponse::_read);
        token(in, response.securityBlob());
      }
      default -> in.show(Smb1Block.Unknown::new, Smb1Block.Unknown::_read);
    }
  }

  /** Shows a token that a structure had; it stands in the command as often as not at the end. */
  private void token(Smb1Reader in, byte[] blob) {
    if (blob != null && blob.length > 0) {
      int end = in.command().dataAt() + in.command().byteCount();
      int at = Math.max(0, tokenAt(in, end));
      Region token = new Region(Bytes.of(blob), in.region().origin() + at);
      tokens.dissect(in.command().dissection(), token);
    }
  }

  /** Behind the GUID of NEGOTIATE, else where the data begin. */
  private static int tokenAt(Smb1Reader in, int end) {
    int guid = in.command().code() == 0x72 ? 16 : 0;
    return Math.min(end, in.command().dataAt() + guid);
  }

  private static void treeConnectRequest(Smb1Reader in) {
    in.showText(Smb1TreeConnect.CoreRequest::new, Smb1TreeConnect.CoreRequest::_read);
  }

  private static void treeConnectResponse(Smb1Reader in) {
    if (in.isError()) {
      Commands.empty(in);
      return;
    }
    Trees trees = in.command().session().trees();
    if (in.region().has(in.at() + 3, 2)) {
      trees.connected(in.command(), in.region().octets().u16le(in.at() + 3));
    }
    in.tree().follow(TID, (tid, offset, length) -> trees.details(in.tree(), (int) tid));
    in.show(Smb1TreeConnect.CoreResponse::new, Smb1TreeConnect.CoreResponse::_read);
  }

  private static void treeConnectAndXRequest(Smb1Reader in) {
    Smb1TreeConnect.AndxRequest request =
        in.showText(Smb1TreeConnect.AndxRequest::new, Smb1TreeConnect.AndxRequest::_read);
    if (request.path() != null) {
      in.exchange().remember(new Trees.Asked(request.path().value()));
    }
  }

  private static void treeConnectAndXResponse(Smb1Reader in) {
    if (in.isError()) {
      Commands.empty(in);
      return;
    }
    Smb1TreeConnect.AndxResponse response =
        in.showText(Smb1TreeConnect.AndxResponse::new, Smb1TreeConnect.AndxResponse::_read);
    if (response.service() != null) {
      in.command()
          .session()
          .trees()
          .service(in.command().header().tid(), response.service().equals(PIPES));
    }
  }
}
