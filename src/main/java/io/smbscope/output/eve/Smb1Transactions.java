package io.smbscope.output.eve;

import io.smbscope.base.Bytes;
import io.smbscope.base.NtStatus;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.event.Smb1CommandEvent.Step;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.smb.smb1.Close;
import io.smbscope.smb.smb1.Negotiate;
import io.smbscope.smb.smb1.NtCreateAndX;
import io.smbscope.smb.smb1.ReadAndX;
import io.smbscope.smb.smb1.Rename;
import io.smbscope.smb.smb1.SessionSetupAndX;
import io.smbscope.smb.smb1.SetFileData;
import io.smbscope.smb.smb1.SetFileInformation;
import io.smbscope.smb.smb1.SetPathInformation;
import io.smbscope.smb.smb1.Smb1Command;
import io.smbscope.smb.smb1.Smb1Header;
import io.smbscope.smb.smb1.Transaction2;
import io.smbscope.smb.smb1.TreeConnectAndX;
import io.smbscope.smb.smb1.Write;
import io.smbscope.smb.smb1.WriteAndClose;
import io.smbscope.smb.smb1.WriteAndX;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

/**
 * The {@code smb} events of SMB1 commands, each command of a chain by itself. Suricata makes a
 * transaction of each but READ_ANDX and WRITE_ANDX, which belong to one of a file or of DCE/RPC,
 * TRANSACTION, and most of TRANSACTION2.
 */
final class Smb1Transactions {
  private static final int VERSION = 1;
  private static final String UNKNOWN = "<unknown>";
  private static final String PIPE_SERVICE = "IPC";
  private static final int FILE_RENAME_INFORMATION = 1010;
  private static final int FILE_DISPOSITION_INFORMATION = 1013;
  private static final int FID_DIGITS = 4;
  private static final long UNSIGNED_32 = 0xFFFF_FFFFL;

  private final EveLine line;
  private final SmbLines smb;
  private final FileTransactions files;
  private final Smb2Transactions smb2;

  Smb1Transactions(EveLine line, SmbLines smb, FileTransactions files, Smb2Transactions smb2) {
    this.line = line;
    this.smb = smb;
    this.files = files;
    this.smb2 = smb2;
  }

  void write(Smb1CommandEvent event, EveFlow flow) throws IOException {
    if (event.requestHeader() == null) {
      return;
    }
    for (Step step : event.steps()) {
      write(event, step, flow);
    }
  }

  private void write(Smb1CommandEvent event, Step step, EveFlow flow) throws IOException {
    Smb1Command command = Smb1Command.of(step.command());
    if (command == null) {
      generic(event, step, flow);
      return;
    }
    switch (command) {
      case SMB_COM_NEGOTIATE -> negotiate(event, step, flow);
      case SMB_COM_SESSION_SETUP_ANDX -> sessionSetup(event, step, flow);
      case SMB_COM_TREE_CONNECT_ANDX -> treeConnect(event, step, flow);
      case SMB_COM_NT_CREATE_ANDX -> create(event, step, flow);
      case SMB_COM_RENAME -> rename(event, step, flow);
      case SMB_COM_CLOSE -> close(event, step, flow);
      case SMB_COM_READ_ANDX -> read(event, step, flow);
      case SMB_COM_WRITE_ANDX -> written(event, step, flow);
      case SMB_COM_WRITE, SMB_COM_WRITE_AND_CLOSE -> {
        written(event, step, flow);
        generic(event, step, flow);
      }
      case SMB_COM_TRANSACTION2 -> transaction2(event, step, flow);
      case SMB_COM_TRANSACTION2_SECONDARY -> {
        unanswered(event, step, flow);
        transaction2(event, step, flow);
      }
      // Suricata expects no answer to these.
      case SMB_COM_LOCKING_ANDX, SMB_COM_NT_CANCEL -> unanswered(event, step, flow);
      case SMB_COM_TRANSACTION -> {
        // Only what it carries makes one.
      }
      default -> generic(event, step, flow);
    }
  }

  /** Null where the chain broke off before the command, or no response was seen. */
  private static Smb1Header answer(Smb1CommandEvent event, Step step) {
    return step.response() == null ? null : event.responseHeader();
  }

  private static boolean succeeded(Smb1CommandEvent event, Step step) {
    Smb1Header answer = answer(event, step);
    return answer != null && answer.status() == NtStatus.SUCCESS;
  }

  private void begin(Smb1CommandEvent event, Step step, EveFlow flow, int uid, int tid)
      throws IOException {
    Smb1Header answer = answer(event, step);
    smb.begin(event.at(), event.responseAt() != null, flow, VERSION, step.command());
    smb.status(answer);
    smb.ids(flow, uid, tid);
  }

  private void begin(Smb1CommandEvent event, Step step, EveFlow flow) throws IOException {
    begin(event, step, flow, event.requestHeader().uid(), event.requestHeader().tid());
  }

  private void generic(Smb1CommandEvent event, Step step, EveFlow flow) throws IOException {
    begin(event, step, flow);
    smb.end(flow);
  }

  private void unanswered(Smb1CommandEvent event, Step step, EveFlow flow) throws IOException {
    smb.begin(event.at(), true, flow, VERSION, step.command());
    smb.ids(flow, event.requestHeader().uid(), event.requestHeader().tid());
    smb.end(flow);
  }

  private void negotiate(Smb1CommandEvent event, Step step, EveFlow flow) throws IOException {
    if (!(step.request() instanceof Negotiate.Request request)) {
      generic(event, step, flow);
      return;
    }
    flow.smb1Offer = null;
    if (step.response() == null && flow.smb1OfferAnswered) {
      flow.smb1OfferAnswered = false;
      return;
    }
    UUID guid = null;
    if (step.response() instanceof Negotiate.Response response) {
      guid = response.serverGuid();
      int chosen = response.dialectIndex();
      if (chosen < request.dialects().size()) {
        flow.dialect = request.dialects().get(chosen);
      }
    }
    begin(event, step, flow, 0, 0);
    line.texts("client_dialects", request.dialects(), SmbLines.MAX_DIALECTS);
    line.guid("server_guid", guid);
    smb.end(flow);
  }

  /** An SMB2 server answers the SMB1 NEGOTIATE of a client that speaks both. */
  void answeredBySmb2(Smb2CommandEvent event, EveFlow flow) throws IOException {
    Negotiate.Request request = flow.smb1Offer;
    flow.smb1Offer = null;
    flow.smb1OfferAnswered = true;
    smb.begin(event.at(), true, flow, VERSION, Smb1Command.SMB_COM_NEGOTIATE.code());
    smb.status(event.status());
    smb.ids(flow, 0, 0);
    line.texts("client_dialects", request.dialects(), SmbLines.MAX_DIALECTS);
    smb2.server(flow, event.response());
    smb.end(flow);
  }

  private void sessionSetup(Smb1CommandEvent event, Step step, EveFlow flow) throws IOException {
    Smb1Header answer = answer(event, step);
    Smb1Header told = answer != null ? answer : event.requestHeader();
    begin(event, step, flow, told.uid(), answer == null ? 0 : told.tid());
    if (step.request() instanceof SessionSetupAndX.Request request) {
      Logons.write(line, flow.takeToken());
      host("request", request.nativeOs(), request.nativeLanMan());
    }
    if (step.response() instanceof SessionSetupAndX.Response response) {
      host("response", response.nativeOs(), response.nativeLanMan());
    } else if (answer != null) {
      host("response", null, null);
    }
    line.endObject();
    if (succeeded(event, step)) {
      line.own();
      line.text("user", event.user());
      line.flag("signed", told.signed());
      if (step.response() instanceof SessionSetupAndX.Response response) {
        line.flag("guest", response.guest());
      }
      line.endOwn();
    }
    line.end(flow);
  }

  private void host(String key, String os, String lanMan) throws IOException {
    line.object(key);
    line.text("native_os", os == null ? "" : os);
    line.text("native_lm", lanMan == null ? "" : lanMan);
    line.endObject();
  }

  private void treeConnect(Smb1CommandEvent event, Step step, EveFlow flow) throws IOException {
    if (!(step.request() instanceof TreeConnectAndX.Request request)) {
      generic(event, step, flow);
      return;
    }
    TreeConnectAndX.Response response =
        step.response() instanceof TreeConnectAndX.Response body ? body : null;
    if (response != null) {
      begin(event, step, flow, event.responseHeader().uid(), event.responseHeader().tid());
    } else {
      begin(event, step, flow, event.requestHeader().uid(), 0);
    }
    boolean pipe = response != null && PIPE_SERVICE.equals(response.service());
    line.text(pipe ? "named_pipe" : "share", share(request.path()));
    line.object("service");
    line.text("request", request.service());
    line.text("response", response == null ? null : response.service());
    line.endObject();
    line.endObject();
    if (response != null && event.user() != null) {
      line.own();
      line.text("user", event.user());
      line.endOwn();
    }
    line.end(flow);
  }

  /** Of SMB1 paths Suricata leaves out the first backslash. */
  private static String share(String path) {
    return path.length() > 1 ? path.substring(1) : path;
  }

  private void create(Smb1CommandEvent event, Step step, EveFlow flow) throws IOException {
    begin(event, step, flow);
    if (step.request() instanceof NtCreateAndX.Request request) {
      smb.create(request.fileName(), request.createDisposition(), request.createOptions());
      if (succeeded(event, step) && step.response() instanceof NtCreateAndX.Response response) {
        smb.times(
            seconds(response.createTime()),
            seconds(response.lastAccessTime()),
            seconds(response.lastWriteTime()),
            seconds(response.lastChangeTime()));
        // Suricata takes AllocationSize for the size here.
        line.unsigned("size", response.allocationSize());
        line.digits("fuid", response.fid(), FID_DIGITS);
      } else {
        smb.times(0, 0, 0, 0);
        line.number("size", 0);
        line.text("fuid", "");
      }
    }
    smb.end(flow);
  }

  private static long seconds(Instant time) {
    return time == null ? 0 : Math.max(0, time.getEpochSecond()) & UNSIGNED_32;
  }

  private void rename(Smb1CommandEvent event, Step step, EveFlow flow) throws IOException {
    begin(event, step, flow);
    if (step.request() instanceof Rename.Request request) {
      smb.rename(request.oldFileName(), request.newFileName());
      line.text("fuid", "");
    }
    smb.end(flow);
  }

  private void close(Smb1CommandEvent event, Step step, EveFlow flow) throws IOException {
    if (step.request() instanceof Close.Request request) {
      files.close(event.at(), flow, 0, fid(step, request.fid()));
    }
    generic(event, step, flow);
  }

  private void read(Smb1CommandEvent event, Step step, EveFlow flow) throws IOException {
    if (step.request() instanceof ReadAndX.Request request
        && step.response() instanceof ReadAndX.Response response
        && succeeded(event, step)) {
      used(event, step, flow, request.fid(), response.data());
    }
  }

  private void written(Smb1CommandEvent event, Step step, EveFlow flow) throws IOException {
    if (step.request() instanceof WriteAndX.Request request) {
      used(event, step, flow, request.fid(), request.data());
    } else if (step.request() instanceof Write.Request request) {
      used(event, step, flow, request.fid(), request.data());
    } else if (step.request() instanceof WriteAndClose.Request request) {
      used(event, step, flow, request.fid(), request.data());
      files.close(event.at(), flow, 0, fid(step, request.fid()));
    }
  }

  private void used(Smb1CommandEvent event, Step step, EveFlow flow, int fid, Bytes data)
      throws IOException {
    if (PipeRule.pipe(event.tree(), step.open(), data)) {
      return;
    }
    boolean written = step.command() != Smb1Command.SMB_COM_READ_ANDX.code();
    FileKey key = new FileKey(0, fid(step, fid), written);
    if (!flow.files.containsKey(key)) {
      Smb1Command command =
          written ? Smb1Command.SMB_COM_WRITE_ANDX : Smb1Command.SMB_COM_READ_ANDX;
      files.add(
          event.at(),
          flow,
          new FileTransaction(
              key,
              flow.newTransaction(),
              VERSION,
              command.code(),
              event.requestHeader().uid(),
              event.requestHeader().tid(),
              FileTransaction.name(step.open(), written ? UNKNOWN : ""),
              share(FileTransaction.share(event.tree()))));
    }
  }

  /** The open's own FID, also where 0xFFFF stands for what the chain opened. */
  private static long fid(Step step, int named) {
    return step.open() != null ? step.open().volatileId() : named;
  }

  /** Only a new name and the mark for deletion, at the levels that pass through, make one. */
  private void transaction2(Smb1CommandEvent event, Step step, EveFlow flow) throws IOException {
    if (!(step.request() instanceof Transaction2.Request request)) {
      return;
    }
    if (request.parameters() instanceof SetPathInformation.Request path) {
      set(event, step, flow, path.informationLevel(), path.data(), path.fileName(), -1);
    } else if (request.parameters() instanceof SetFileInformation.Request file) {
      String name = FileTransaction.name(step.open(), UNKNOWN);
      set(event, step, flow, file.informationLevel(), file.data(), name, file.fid());
    }
  }

  private void set(
      Smb1CommandEvent event,
      Step step,
      EveFlow flow,
      int level,
      SetFileData data,
      String name,
      int fid)
      throws IOException {
    Step whole =
        new Step(
            Smb1Command.SMB_COM_TRANSACTION2.code(), step.request(), step.response(), step.open());
    if (level == FILE_RENAME_INFORMATION && data instanceof SetFileData.Rename rename) {
      begin(event, whole, flow);
      smb.rename(name, rename.fileName());
    } else if (level == FILE_DISPOSITION_INFORMATION
        && data instanceof SetFileData.Disposition disposition) {
      begin(event, whole, flow);
      smb.disposition(name, disposition.deletePending());
      line.text("subcmd", fid < 0 ? "SET_PATH_INFO" : "SET_FILE_INFO");
      line.text("level_of_interest", "Set Disposition Information");
    } else {
      return;
    }
    if (fid < 0) {
      line.text("fuid", "");
    } else {
      line.digits("fuid", fid, FID_DIGITS);
    }
    smb.end(flow);
  }
}
