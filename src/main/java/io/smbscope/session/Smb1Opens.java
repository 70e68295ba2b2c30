package io.smbscope.session;

import io.smbscope.smb.smb1.Close;
import io.smbscope.smb.smb1.ClosePrintFile;
import io.smbscope.smb.smb1.Create;
import io.smbscope.smb.smb1.CreateTemporary;
import io.smbscope.smb.smb1.NtCreateAndX;
import io.smbscope.smb.smb1.OpLockLevel;
import io.smbscope.smb.smb1.OpenAndX;
import io.smbscope.smb.smb1.OpenPrintFile;
import io.smbscope.smb.smb1.SetFileData;
import io.smbscope.smb.smb1.SetPathInformation;
import io.smbscope.smb.smb1.Smb1Command;

/**
 * The many ways in which SMB1 opens, and CLOSE. [MS-CIFS] 3.3.5.5 to 3.3.5.7, 3.3.5.35, 3.3.5.51
 */
final class Smb1Opens {
  private static final int NO_FID = 0xFFFF;
  private static final int OPLOCK_GRANTED = 0x8000;
  private static final int POSIX_DIRECTORY = 0x200;
  private static final String[] OPEN_RESULTS = {null, "OPENED", "CREATED", "OVERWRITTEN"};

  private final Context context;
  private final Smb1Paths paths;

  Smb1Opens(Context context, Smb1Paths paths) {
    this.context = context;
    this.paths = paths;
  }

  void register(Smb1Tracker tracker) {
    tracker.on(NtCreateAndX.Request.class, this::ntCreate);
    tracker.on(OpenAndX.Request.class, this::openAndX);
    tracker.on(io.smbscope.smb.smb1.Open.Request.class, this::open);
    tracker.on(Create.Request.class, this::create);
    tracker.on(CreateTemporary.Request.class, this::createTemporary);
    tracker.on(OpenPrintFile.Request.class, this::openPrintFile);
    tracker.on(SetPathInformation.Request.class, this::setPath);
    tracker.on(Close.Request.class, (exchange, close, answer) -> close(exchange, close.fid()));
    tracker.on(
        ClosePrintFile.Request.class, (exchange, close, answer) -> close(exchange, close.fid()));
  }

  private void ntCreate(Smb1Exchange exchange, NtCreateAndX.Request request, Object answer) {
    NtCreateAndX.Response response = answer instanceof NtCreateAndX.Response seen ? seen : null;
    Open open = begin(exchange, response == null ? NO_FID : response.fid(), request.fileName());
    open.disposition = Access.disposition(request.createDisposition());
    open.desiredAccess = request.desiredAccess();
    open.shareAccess = (int) request.shareAccess();
    open.options = request.createOptions();
    open.type = Access.type(open.tree, request.createOptions(), null);
    if (response != null) {
      open.action = Access.action(response.createDisposition());
      open.size = response.endOfFile();
      open.attributes = response.extFileAttributes();
      open.created = response.createTime();
      open.accessed = response.lastAccessTime();
      open.modified = response.lastWriteTime();
      open.changed = response.lastChangeTime();
      open.grantedAccess = response.maximalAccessRights();
      open.type = type(open, response.resourceType(), response.directory());
      OpLockLevel level = OpLockLevel.of(response.opLockLevel());
      open.oplock =
          level == null ? "0x" + Integer.toHexString(response.opLockLevel()) : level.label();
    }
    opened(exchange, open, response != null);
  }

  /** ResourceType: 0 disk, 1 byte pipe, 2 message pipe, 3 printer. */
  private static String type(Open open, int resourceType, boolean directory) {
    return switch (resourceType) {
      case 1, 2 -> "pipe";
      case 3 -> "printer";
      default -> open.tree.pipe() ? "pipe" : directory ? "directory" : "file";
    };
  }

  private void openAndX(Smb1Exchange exchange, OpenAndX.Request request, Object answer) {
    OpenAndX.Response response = answer instanceof OpenAndX.Response seen ? seen : null;
    Open open = begin(exchange, response == null ? NO_FID : response.fid(), request.fileName());
    open.disposition = disposition(request.openMode());
    open.type = Access.type(open.tree, 0, null);
    if (response != null) {
      int result = response.openResults() & 3;
      open.action = OPEN_RESULTS[result];
      open.size = response.fileDataSize();
      open.attributes = (long) response.fileAttrs();
      open.modified = response.lastWriteTime();
      open.grantedAccess = response.maximalAccessRights();
      open.type = type(open, response.resourceType(), false);
      open.oplock = (response.openResults() & OPLOCK_GRANTED) != 0 ? "exclusive" : "none";
    }
    opened(exchange, open, response != null);
  }

  /** OpenMode in the words of NT_CREATE_ANDX. [MS-CIFS] 2.2.4.41.1 */
  private static String disposition(int openMode) {
    boolean create = (openMode & 0x10) != 0;
    return switch (openMode & 3) {
      case 0 -> create ? "CREATE" : null;
      case 1 -> create ? "OPEN_IF" : "OPEN";
      case 2 -> create ? "OVERWRITE_IF" : "OVERWRITE";
      default -> null;
    };
  }

  private void open(
      Smb1Exchange exchange, io.smbscope.smb.smb1.Open.Request request, Object answer) {
    var response = answer instanceof io.smbscope.smb.smb1.Open.Response seen ? seen : null;
    Open open = begin(exchange, response == null ? NO_FID : response.fid(), request.fileName());
    open.disposition = "OPEN";
    open.type = Access.type(open.tree, 0, null);
    if (response != null) {
      open.action = "OPENED";
      open.size = response.fileSize();
      open.attributes = (long) response.fileAttrs();
      open.modified = response.lastModified();
    }
    opened(exchange, open, response != null);
  }

  private void create(Smb1Exchange exchange, Create.Request request, Object answer) {
    Create.Response response = answer instanceof Create.Response seen ? seen : null;
    Open open = begin(exchange, response == null ? NO_FID : response.fid(), request.fileName());
    boolean anew = exchange.request.header().command() == Smb1Command.SMB_COM_CREATE_NEW.code();
    open.disposition = anew ? "CREATE" : "OVERWRITE_IF";
    open.type = Access.type(open.tree, 0, null);
    opened(exchange, open, response != null);
  }

  private void createTemporary(
      Smb1Exchange exchange, CreateTemporary.Request request, Object answer) {
    CreateTemporary.Response response =
        answer instanceof CreateTemporary.Response seen ? seen : null;
    String name =
        response == null
            ? request.directoryName()
            : request.directoryName() + "\\" + response.temporaryFileName();
    Open open = begin(exchange, response == null ? NO_FID : response.fid(), name);
    open.disposition = "CREATE";
    open.type = Access.type(open.tree, 0, null);
    opened(exchange, open, response != null);
  }

  private void openPrintFile(Smb1Exchange exchange, OpenPrintFile.Request request, Object answer) {
    OpenPrintFile.Response response = answer instanceof OpenPrintFile.Response seen ? seen : null;
    Open open =
        begin(exchange, "print", response == null ? NO_FID : response.fid(), request.identifier());
    open.type = "printer";
    opened(exchange, open, response != null);
  }

  /** SMB_POSIX_PATH_OPEN opens; every other level only changes what a path names. */
  private void setPath(Smb1Exchange exchange, SetPathInformation.Request request, Object answer) {
    if (!(request.data() instanceof SetFileData.PosixOpen posix)) {
      paths.setPath(exchange, request);
      return;
    }
    int fid = answer instanceof SetPathInformation.PosixOpened opened ? opened.fid() : NO_FID;
    boolean directory = (posix.openFlags() & POSIX_DIRECTORY) != 0;
    Open open = begin(exchange, directory ? "mkdir" : "open", fid, request.fileName());
    open.type = directory ? "directory" : "file";
    if (fid == NO_FID && exchange.succeeded) {
      open.end(context, exchange.answeredAt, "done");
      return;
    }
    opened(exchange, open, fid != NO_FID);
  }

  private Open begin(Smb1Exchange exchange, int fid, String name) {
    return begin(exchange, "open", fid, name);
  }

  private Open begin(Smb1Exchange exchange, String operation, int fid, String name) {
    Open open =
        new Open(
            (long) fid,
            Smb1Tracker.tree(context, exchange),
            exchange.connection,
            exchange.at,
            operation);
    open.name = name;
    open.status = exchange.status();
    open.responseNanos = exchange.responseNanos();
    if (fid != NO_FID) {
      open.fileId = Access.hexadecimal(fid, 4);
    }
    return open;
  }

  private void opened(Smb1Exchange exchange, Open open, boolean granted) {
    if (granted && exchange.succeeded) {
      open.tree.opens++;
      exchange.opened(open);
      Open before = exchange.connection.smb1.opens.put((Long) open.key, open);
      if (before != null) {
        before.end(context, exchange.answeredAt, Sessions.REPLACED);
      }
      open.begin(context, exchange.answeredAt);
      return;
    }
    open.tree.failedOpens++;
    open.end(context, exchange.answeredAt, exchange.refusal());
  }

  private void close(Smb1Exchange exchange, int fid) {
    Open open = exchange.find(fid);
    if (open == null || !exchange.succeeded) {
      return;
    }
    exchange.connection.smb1.opens.remove((Long) open.key);
    open.end(context, exchange.answeredAt, "close");
  }
}
