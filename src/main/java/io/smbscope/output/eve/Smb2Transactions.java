package io.smbscope.output.eve;

import io.smbscope.base.Bytes;
import io.smbscope.base.NtStatus;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.smb.smb2.Close;
import io.smbscope.smb.smb2.Create;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.FileInformation;
import io.smbscope.smb.smb2.Ioctl;
import io.smbscope.smb.smb2.Negotiate;
import io.smbscope.smb.smb2.Read;
import io.smbscope.smb.smb2.SessionSetup;
import io.smbscope.smb.smb2.SetInfo;
import io.smbscope.smb.smb2.Smb2Command;
import io.smbscope.smb.smb2.Smb2Header;
import io.smbscope.smb.smb2.TreeConnect;
import io.smbscope.smb.smb2.Write;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code smb} events of SMB2 commands. Suricata makes a transaction of each request but READ
 * and WRITE, which belong to one of a file or of DCE/RPC, QUERY_INFO, and most of SET_INFO.
 */
final class Smb2Transactions {
  private static final int VERSION = 2;
  private static final long FSCTL_PIPE_TRANSCEIVE = 0x0011_C017L;
  private static final int FILE_RENAME_INFORMATION = 10;
  private static final int FILE_DISPOSITION_INFORMATION = 13;
  private static final int INFO_FILE = 1;
  private static final String UNKNOWN = "<unknown>";
  private static final String[] SHARE_TYPES = {"UNKNOWN", "FILE", "PIPE", "PRINT"};
  private static final int PIPE_SHARE = 2;

  private final EveLine line;
  private final SmbLines smb;
  private final FileTransactions files;

  Smb2Transactions(EveLine line, SmbLines smb, FileTransactions files) {
    this.line = line;
    this.smb = smb;
    this.files = files;
  }

  void write(Smb2CommandEvent event, EveFlow flow) throws IOException {
    if (event.command() == Smb2Command.NEGOTIATE.code() && event.responseHeader() != null) {
      agreed(event, flow);
    }
    if (event.requestHeader() == null) {
      return;
    }
    Smb2Command command = Smb2Command.of(event.command());
    if (command == null) {
      generic(event, flow);
      return;
    }
    switch (command) {
      case NEGOTIATE -> negotiate(event, flow);
      case SESSION_SETUP -> sessionSetup(event, flow);
      case TREE_CONNECT -> treeConnect(event, flow);
      case CREATE -> create(event, flow);
      case CLOSE -> close(event, flow);
      case READ -> read(event, flow);
      case WRITE -> written(event, flow);
      case IOCTL -> ioctl(event, flow);
      case SET_INFO -> setInfo(event, flow);
      case QUERY_INFO -> {
        // Suricata makes none.
      }
      default -> generic(event, flow);
    }
  }

  private void begin(Smb2CommandEvent event, EveFlow flow, long sessionId, long treeId)
      throws IOException {
    // CANCEL is never answered, and told when it comes.
    boolean answered = event.responseAt() != null || event.at().equals(event.requestAt());
    smb.begin(event.at(), answered, flow, VERSION, event.command());
    long status = event.status();
    smb.status(status < 0 && event.interim() ? NtStatus.PENDING : status);
    smb.ids(flow, sessionId, treeId);
  }

  private void begin(Smb2CommandEvent event, EveFlow flow) throws IOException {
    begin(event, flow, event.sessionId(), event.treeId());
  }

  private void generic(Smb2CommandEvent event, EveFlow flow) throws IOException {
    begin(event, flow);
    smb.end(flow);
  }

  private static void agreed(Smb2CommandEvent event, EveFlow flow) {
    Negotiate.Response response = event.response() instanceof Negotiate.Response body ? body : null;
    flow.dialect = response == null ? flow.dialect : SmbNames.dialect(response.dialectRevision());
    flow.maxReadSize = response == null ? 0 : response.maxReadSize();
    flow.maxWriteSize = response == null ? 0 : response.maxWriteSize();
  }

  private void negotiate(Smb2CommandEvent event, EveFlow flow) throws IOException {
    if (!(event.request() instanceof Negotiate.Request request)) {
      generic(event, flow);
      return;
    }
    begin(event, flow, 0, 0);
    List<String> dialects = new ArrayList<>();
    for (int i = 0; i < request.dialects().size() && i < SmbLines.MAX_DIALECTS; i++) {
      dialects.add(SmbNames.dialect(request.dialects().get(i)));
    }
    line.texts("client_dialects", dialects, SmbLines.MAX_DIALECTS);
    line.guid("client_guid", request.clientGuid());
    server(flow, event.response());
    smb.end(flow);
  }

  /** What the server told, also where it answered an SMB1 NEGOTIATE. */
  void server(EveFlow flow, Object response) throws IOException {
    line.guid(
        "server_guid", response instanceof Negotiate.Response body ? body.serverGuid() : null);
    if (flow.maxReadSize > 0) {
      line.number("max_read_size", flow.maxReadSize);
    }
    if (flow.maxWriteSize > 0) {
      line.number("max_write_size", flow.maxWriteSize);
    }
  }

  private void sessionSetup(Smb2CommandEvent event, EveFlow flow) throws IOException {
    Smb2Header told =
        event.responseHeader() != null ? event.responseHeader() : event.requestHeader();
    begin(event, flow, told.sessionId(), told.treeId());
    SessionSetup.Request request =
        event.request() instanceof SessionSetup.Request body ? body : null;
    Logons.write(line, flow.takeToken());
    line.endObject();
    if (event.status() == NtStatus.SUCCESS) {
      line.own();
      line.text("user", event.user());
      line.flag("binding", request != null && request.binding());
      line.flag("signed", told.signed());
      if (event.response() instanceof SessionSetup.Response response) {
        line.flag("guest", response.guest());
        line.flag("anonymous", response.anonymous());
        line.flag("encryption_required", response.encryptData());
      }
      line.endOwn();
    }
    line.end(flow);
  }

  private void treeConnect(Smb2CommandEvent event, EveFlow flow) throws IOException {
    if (!(event.request() instanceof TreeConnect.Request request)) {
      generic(event, flow);
      return;
    }
    TreeConnect.Response response =
        event.response() instanceof TreeConnect.Response body ? body : null;
    if (response == null) {
      begin(event, flow, event.sessionId(), 0);
    } else {
      begin(event, flow, event.sessionId(), event.responseHeader().treeId());
    }
    int type = response == null ? 0 : response.shareType();
    line.text(type == PIPE_SHARE ? "named_pipe" : "share", request.path());
    line.text("share_type", SHARE_TYPES[type < SHARE_TYPES.length ? type : 0]);
    line.endObject();
    if (response != null) {
      line.own();
      line.text("user", event.user());
      line.flag("encryption_required", response.encryptData());
      line.endOwn();
    }
    line.end(flow);
  }

  private void create(Smb2CommandEvent event, EveFlow flow) throws IOException {
    begin(event, flow);
    if (event.request() instanceof Create.Request request) {
      smb.create(request.name(), request.createDisposition(), request.createOptions());
      if (event.response() instanceof Create.Response response) {
        smb.times(
            EveTime.unixSeconds(response.creationTime()),
            EveTime.unixSeconds(response.lastAccessTime()),
            EveTime.unixSeconds(response.lastWriteTime()),
            EveTime.unixSeconds(response.changeTime()));
        line.unsigned("size", response.endOfFile());
        line.guid("fuid", response.fileId().persistentId(), response.fileId().volatileId());
      } else {
        smb.times(0, 0, 0, 0);
        line.number("size", 0);
        line.text("fuid", "");
      }
    }
    smb.end(flow);
  }

  private void close(Smb2CommandEvent event, EveFlow flow) throws IOException {
    if (event.request() instanceof Close.Request request) {
      files.close(
          event.at(),
          flow,
          persistent(event, request.fileId()),
          volatileId(event, request.fileId()));
    }
    generic(event, flow);
  }

  private void read(Smb2CommandEvent event, EveFlow flow) throws IOException {
    if (event.request() instanceof Read.Request request
        && event.response() instanceof Read.Response response
        && (event.status() == NtStatus.SUCCESS || event.status() == NtStatus.BUFFER_OVERFLOW)) {
      used(event, flow, request.fileId(), response.data(), UNKNOWN);
    }
  }

  private void written(Smb2CommandEvent event, EveFlow flow) throws IOException {
    if (event.request() instanceof Write.Request request) {
      used(event, flow, request.fileId(), request.data(), "");
    }
  }

  private void used(Smb2CommandEvent event, EveFlow flow, FileId file, Bytes data, String nameless)
      throws IOException {
    if (PipeRule.pipe(event.tree(), event.open(), data)) {
      return;
    }
    boolean written = event.command() == Smb2Command.WRITE.code();
    FileKey key = new FileKey(persistent(event, file), volatileId(event, file), written);
    if (!flow.files.containsKey(key)) {
      files.add(
          event.at(),
          flow,
          new FileTransaction(
              key,
              flow.newTransaction(),
              VERSION,
              event.command(),
              event.sessionId(),
              event.treeId(),
              FileTransaction.name(event.open(), nameless),
              FileTransaction.share(event.tree())));
    }
  }

  /** The open's own id, also where a related command names the one before it. */
  private static long persistent(Smb2CommandEvent event, FileId named) {
    return event.open() != null ? event.open().persistentId() : named.persistentId();
  }

  private static long volatileId(Smb2CommandEvent event, FileId named) {
    return event.open() != null ? event.open().volatileId() : named.volatileId();
  }

  private void ioctl(Smb2CommandEvent event, EveFlow flow) throws IOException {
    if (!(event.request() instanceof Ioctl.Request request)) {
      generic(event, flow);
      return;
    }
    boolean rpc = request.ctlCode() == FSCTL_PIPE_TRANSCEIVE && PipeRule.service(event.open());
    if (!rpc) {
      begin(event, flow);
      line.text("function", FsctlNames.name(request.ctlCode()));
      smb.end(flow);
    }
  }

  /** Only a new name and the mark for deletion make a transaction. */
  private void setInfo(Smb2CommandEvent event, EveFlow flow) throws IOException {
    if (!(event.request() instanceof SetInfo.Request request) || request.infoType() != INFO_FILE) {
      return;
    }
    String name = FileTransaction.name(event.open(), UNKNOWN);
    if (request.information() instanceof FileInformation.Rename rename
        && request.fileInfoClass() == FILE_RENAME_INFORMATION) {
      begin(event, flow);
      line.object("set_info");
      line.text("class", "FILE_INFO");
      line.text("info_level", "SMB2_FILE_RENAME_INFO");
      line.endObject();
      smb.rename(name, rename.name());
    } else if (request.information() instanceof FileInformation.Disposition disposition
        && request.fileInfoClass() == FILE_DISPOSITION_INFORMATION) {
      begin(event, flow);
      smb.disposition(name, disposition.deletePending());
    } else {
      return;
    }
    line.guid("fuid", persistent(event, request.fileId()), volatileId(event, request.fileId()));
    smb.end(flow);
  }
}
