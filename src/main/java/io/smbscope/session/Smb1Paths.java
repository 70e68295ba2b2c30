package io.smbscope.session;

import io.smbscope.smb.smb1.CheckDirectory;
import io.smbscope.smb.smb1.CreateDirectory;
import io.smbscope.smb.smb1.CreateDirectory2;
import io.smbscope.smb.smb1.Delete;
import io.smbscope.smb.smb1.DeleteDirectory;
import io.smbscope.smb.smb1.FindClose2;
import io.smbscope.smb.smb1.FindFirst2;
import io.smbscope.smb.smb1.FindNext2;
import io.smbscope.smb.smb1.NtRename;
import io.smbscope.smb.smb1.NtTransactRename;
import io.smbscope.smb.smb1.QueryInformation;
import io.smbscope.smb.smb1.QueryPathInformation;
import io.smbscope.smb.smb1.Rename;
import io.smbscope.smb.smb1.Search;
import io.smbscope.smb.smb1.SetFileData;
import io.smbscope.smb.smb1.SetFileInformation;
import io.smbscope.smb.smb1.SetInformation;
import io.smbscope.smb.smb1.SetPathInformation;

/** What SMB1 does to paths without opening them, listings, and changes to opens. [MS-CIFS] 3.3.5 */
final class Smb1Paths {
  private static final int CLOSE_AFTER_REQUEST = 1;

  private final Context context;

  Smb1Paths(Context context) {
    this.context = context;
  }

  void register(Smb1Tracker tracker) {
    tracker.on(Delete.Request.class, (x, request, answer) -> delete(x, request.fileName()));
    tracker.on(Rename.Request.class, (x, r, answer) -> rename(x, r.oldFileName(), r.newFileName()));
    tracker.on(
        NtRename.Request.class, (x, r, answer) -> rename(x, r.oldFileName(), r.newFileName()));
    tracker.on(
        CreateDirectory.Request.class, (x, r, answer) -> done(x, "mkdir", r.directoryName()));
    tracker.on(
        CreateDirectory2.Request.class, (x, r, answer) -> done(x, "mkdir", r.directoryName()));
    tracker.on(
        DeleteDirectory.Request.class, (x, r, answer) -> done(x, "rmdir", r.directoryName()));
    tracker.on(CheckDirectory.Request.class, (x, r, answer) -> done(x, "query", r.directoryName()));
    tracker.on(QueryInformation.Request.class, (x, r, answer) -> done(x, "query", r.fileName()));
    tracker.on(
        QueryPathInformation.Request.class, (x, r, answer) -> done(x, "query", r.fileName()));
    tracker.on(SetInformation.Request.class, (x, r, answer) -> done(x, "set-info", r.fileName()));
    tracker.on(FindFirst2.Request.class, this::findFirst);
    tracker.on(FindNext2.Request.class, this::findNext);
    tracker.on(FindClose2.Request.class, this::findClose);
    tracker.on(Search.Request.class, this::search);
    tracker.on(SetFileInformation.Request.class, this::setFile);
    tracker.on(NtTransactRename.Request.class, this::ntTransactRename);
  }

  private Open begin(Smb1Exchange exchange, String operation, String name) {
    TreeConnect tree = Smb1Tracker.tree(context, exchange);
    Open open = new Open(null, tree, exchange.connection, exchange.at, operation);
    open.name = name;
    open.status = exchange.status();
    open.responseNanos = exchange.responseNanos();
    return open;
  }

  private void emit(Smb1Exchange exchange, Open open) {
    open.end(context, exchange.answeredAt, exchange.succeeded ? "done" : exchange.refusal());
  }

  private void done(Smb1Exchange exchange, String operation, String name) {
    Open open = begin(exchange, operation, name);
    open.type = operation.endsWith("dir") ? "directory" : null;
    emit(exchange, open);
  }

  private void delete(Smb1Exchange exchange, String name) {
    Open open = begin(exchange, "delete", name);
    open.deleted = exchange.succeeded ? "delete" : null;
    emit(exchange, open);
  }

  private void rename(Smb1Exchange exchange, String from, String to) {
    Open open = begin(exchange, "rename", from);
    open.renamedTo = to;
    emit(exchange, open);
  }

  private void findFirst(Smb1Exchange exchange, FindFirst2.Request request, Object answer) {
    Open open = begin(exchange, "search", request.fileName());
    if (!(answer instanceof FindFirst2.Response response)) {
      emit(exchange, open);
      return;
    }
    open.listed(response.searchCount());
    if (response.endOfSearch() || (request.flags() & CLOSE_AFTER_REQUEST) != 0) {
      emit(exchange, open);
    } else {
      Open before = exchange.connection.smb1.searches.put((long) response.sid(), open);
      if (before != null) {
        before.end(context, exchange.answeredAt, Sessions.REPLACED);
      }
    }
  }

  private void findNext(Smb1Exchange exchange, FindNext2.Request request, Object answer) {
    long sid = request.sid();
    Open open = exchange.connection.smb1.searches.get(sid);
    if (open != null && answer instanceof FindNext2.Response response) {
      open.listed(response.searchCount());
      if (response.endOfSearch()) {
        exchange.connection.smb1.searches.remove(sid);
        emit(exchange, open);
      }
    }
  }

  private void findClose(Smb1Exchange exchange, FindClose2.Request request, Object answer) {
    Open open = exchange.connection.smb1.searches.remove((long) request.searchHandle());
    if (open != null) {
      emit(exchange, open);
    }
  }

  private void search(Smb1Exchange exchange, Search.Request request, Object answer) {
    if (request.resumed()) {
      return;
    }
    Open open = begin(exchange, "search", request.fileName());
    open.listed(answer instanceof Search.Response response ? response.count() : 0);
    emit(exchange, open);
  }

  /** TRANS2_SET_PATH_INFORMATION at any level that opens nothing. */
  void setPath(Smb1Exchange exchange, SetPathInformation.Request request) {
    SetFileData data = request.data();
    if (data instanceof SetFileData.Rename rename) {
      rename(exchange, request.fileName(), rename.fileName());
    } else if (data instanceof SetFileData.PosixUnlink
        || (data instanceof SetFileData.Disposition disposition && disposition.deletePending())) {
      delete(exchange, request.fileName());
    } else {
      Open open = begin(exchange, "set-info", request.fileName());
      open.infoSet(InformationClass.ofLevel(request.informationLevel()));
      emit(exchange, open);
    }
  }

  private void setFile(Smb1Exchange exchange, SetFileInformation.Request request, Object answer) {
    Open open = exchange.find(request.fid());
    if (open == null || !exchange.succeeded) {
      return;
    }
    open.infoSet(InformationClass.ofLevel(request.informationLevel()));
    SetFileData data = request.data();
    if (data instanceof SetFileData.Rename rename) {
      open.renamedTo = rename.fileName();
    } else if (data instanceof SetFileData.Disposition disposition) {
      open.deleted = disposition.deletePending() ? "disposition" : null;
    } else if (data instanceof SetFileData.EndOfFile end) {
      open.size = end.endOfFile();
    }
  }

  private void ntTransactRename(
      Smb1Exchange exchange, NtTransactRename.Request request, Object answer) {
    Open open = exchange.find(request.fid());
    if (open != null && exchange.succeeded) {
      open.renamedTo = request.newName();
    }
  }
}
