package io.smbscope.session;

import io.smbscope.base.FileTime;
import io.smbscope.base.NtStatus;
import io.smbscope.smb.smb2.Close;
import io.smbscope.smb.smb2.Create;
import io.smbscope.smb.smb2.CreateContext;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.FileInformation;
import io.smbscope.smb.smb2.Ioctl;
import io.smbscope.smb.smb2.IoctlData;
import io.smbscope.smb.smb2.QueryDirectory;
import io.smbscope.smb.smb2.Read;
import io.smbscope.smb.smb2.SetInfo;
import io.smbscope.smb.smb2.Smb2Names;
import io.smbscope.smb.smb2.Write;

/** What is done to files, folders and pipes. [MS-SMB2] 3.3.5.9 to 3.3.5.21 */
final class Smb2Files {
  private static final int OPLOCK_LEVEL_LEASE = 0xFF;
  private static final long FSCTL_PIPE_TRANSCEIVE = 0x0011_C017L;

  private final Context context;
  private final Smb2Pipes pipes;

  Smb2Files(Context context, Smb2Pipes pipes) {
    this.context = context;
    this.pipes = pipes;
  }

  void create(Smb2Exchange exchange) {
    if (exchange.session == null) {
      exchange.session = Sessions.unknown(context, exchange);
    }
    Create.Response response = exchange.response instanceof Create.Response seen ? seen : null;
    TreeConnect tree = tree(exchange);
    Open open =
        new Open(
            response == null ? null : response.fileId(),
            tree,
            exchange.connection,
            exchange.at,
            "open");
    open.responseNanos = exchange.responseNanos();
    open.status = exchange.statusName();
    asked(open, exchange);
    if (response == null) {
      tree.failedOpens++;
      open.type = open.options == null ? null : Access.type(tree, open.options, null);
      open.end(context, exchange.answeredAt, exchange.refusal());
      return;
    }
    granted(open, response);
    tree.opens++;
    exchange.open = open;
    Sessions.opened(context, exchange.session, open, exchange.answeredAt);
  }

  /** The tree of a message, inferred where its TREE_CONNECT was not seen. */
  private static TreeConnect tree(Smb2Exchange exchange) {
    if (exchange.tree == null) {
      long id =
          exchange.header.async() && exchange.responseHeader != null
              ? exchange.responseHeader.treeId()
              : exchange.header.treeId();
      exchange.tree = exchange.session.trees.get(id);
      if (exchange.tree == null) {
        exchange.tree = new TreeConnect(id, exchange.session, exchange.connection, exchange.at);
        exchange.tree.inferred = true;
        if (!exchange.session.ended() && !exchange.nowhere()) {
          exchange.session.connected(exchange.tree);
        }
      }
    }
    return exchange.tree;
  }

  private static void asked(Open open, Smb2Exchange exchange) {
    if (exchange.request instanceof Create.Request request) {
      open.name = request.name();
      open.disposition = Access.disposition(request.createDisposition());
      open.desiredAccess = request.desiredAccess();
      open.shareAccess = (int) request.shareAccess();
      open.options = request.createOptions();
    } else {
      open.inferred = true;
    }
  }

  private static void granted(Open open, Create.Response response) {
    FileId id = response.fileId();
    open.fileId = hexadecimal(id);
    open.action = Access.action(response.createAction());
    open.size = response.endOfFile();
    open.attributes = response.fileAttributes();
    open.type = Access.type(open.tree, open.options == null ? 0 : open.options, open.attributes);
    open.created = FileTime.toInstant(response.creationTime());
    open.accessed = FileTime.toInstant(response.lastAccessTime());
    open.modified = FileTime.toInstant(response.lastWriteTime());
    open.changed = FileTime.toInstant(response.changeTime());
    var access = CreateContext.find(response.contexts(), CreateContext.MaximalAccess.class);
    open.grantedAccess =
        access == null || access.queryStatus() != NtStatus.SUCCESS ? null : access.maximalAccess();
    var lease = CreateContext.find(response.contexts(), CreateContext.Lease.class);
    open.oplock =
        response.oplockLevel() == OPLOCK_LEVEL_LEASE && lease != null
            ? Access.lease(lease.state())
            : Access.oplock(response.oplockLevel());
  }

  /** Persistent, then volatile part. */
  private static String hexadecimal(FileId id) {
    return Access.hexadecimal(id.persistentId(), id.volatileId());
  }

  void close(Smb2Exchange exchange) {
    if (!(exchange.request instanceof Close.Request request) || !exchange.succeeded()) {
      return;
    }
    Open open = find(exchange, request.fileId());
    if (open == null) {
      return;
    }
    if (exchange.response instanceof Close.Response response && response.attributesSet()) {
      open.size = response.endOfFile();
      open.attributes = response.fileAttributes();
      open.created = FileTime.toInstant(response.creationTime());
      open.modified = FileTime.toInstant(response.lastWriteTime());
      open.changed = FileTime.toInstant(response.changeTime());
      open.accessed = FileTime.toInstant(response.lastAccessTime());
    }
    // Within a compound an open may come from a session other than the message's, or be closed.
    BoundedTable<FileId, Open> opens = open.tree.session.opens;
    if (opens.get((FileId) open.key) == open) {
      opens.remove((FileId) open.key);
      open.end(context, exchange.answeredAt, "close");
    }
  }

  void read(Smb2Exchange exchange) {
    if (exchange.request instanceof Read.Request request) {
      Open open = find(exchange, request.fileId());
      if (open != null && exchange.response instanceof Read.Response response) {
        open.read(response.dataLength());
        context
            .contents()
            .read(
                open,
                exchange.transfer(exchange.answeredAt, request.offset(), response.dataLength()));
        pipes.response(exchange, open);
      }
    }
  }

  void write(Smb2Exchange exchange) {
    if (exchange.request instanceof Write.Request request) {
      Open open = find(exchange, request.fileId());
      if (open != null && exchange.response instanceof Write.Response response) {
        open.written(response.count());
        context
            .contents()
            .written(open, exchange.transfer(exchange.at, request.offset(), response.count()));
        pipes.request(exchange);
      }
    }
  }

  void ioctl(Smb2Exchange exchange) {
    if (!(exchange.response instanceof Ioctl.Response response)) {
      return;
    }
    // A server may answer with another FileId than it was asked with.
    boolean asked = exchange.request instanceof Ioctl.Request;
    Open open = find(exchange, asked ? exchange.request.fileId() : response.fileId());
    if (response.output() instanceof IoctlData.ValidateNegotiateResponse validated) {
      validated(exchange.connection.negotiated, validated);
    }
    if (open == null) {
      return;
    }
    if (response.output() instanceof IoctlData.CopyChunkResponse copied && exchange.succeeded()) {
      open.written(copied.totalBytesWritten());
      context.contents().copied(open);
    } else if (response.ctlCode() == FSCTL_PIPE_TRANSCEIVE
        && exchange.request instanceof Ioctl.Request request) {
      open.written(request.inputCount());
      open.read(response.outputCount());
      pipes.request(exchange);
      pipes.response(exchange, open);
    }
  }

  /** Tells the dialect where NEGOTIATE was not seen. [MS-SMB2] 2.2.32.6 */
  private static void validated(
      Negotiated negotiated, IoctlData.ValidateNegotiateResponse response) {
    if (negotiated.dialect == null) {
      negotiated.inferredDialect = Smb2Names.dialect(response.dialect());
    }
  }

  void queryDirectory(Smb2Exchange exchange) {
    if (exchange.request instanceof QueryDirectory.Request request) {
      Open open = find(exchange, request.fileId());
      if (open != null && exchange.response instanceof QueryDirectory.Response response) {
        open.listed(response.entries());
      }
    }
  }

  void setInfo(Smb2Exchange exchange) {
    if (!(exchange.request instanceof SetInfo.Request request)) {
      return;
    }
    Open open = find(exchange, request.fileId());
    if (open == null || !exchange.succeeded()) {
      return;
    }
    open.infoSet(InformationClass.name(request.infoType(), request.fileInfoClass()));
    FileInformation information = request.information();
    if (information instanceof FileInformation.Rename rename) {
      open.renamedTo = rename.name();
    } else if (information instanceof FileInformation.Disposition disposition) {
      open.deleted = disposition.deletePending() ? "disposition" : null;
    } else if (information instanceof FileInformation.EndOfFile end) {
      open.size = end.endOfFile();
      context.contents().cutOff(open, end.endOfFile());
    }
  }

  /** A command that only shows its open to those related to it. */
  void use(Smb2Exchange exchange) {
    FileId id = exchange.request == null ? null : exchange.request.fileId();
    if (id != null) {
      find(exchange, id);
    }
  }

  /** The open, inferred where its CREATE was not seen but the server accepts its FileId. */
  private Open find(Smb2Exchange exchange, FileId id) {
    Open open = exchange.find(id);
    if (open != null
        || exchange.session == null
        || exchange.session.ended()
        || FileId.OF_COMPOUND.equals(id)
        || NtStatus.isError(exchange.status())) {
      return open;
    }
    open = new Open(id, tree(exchange), exchange.connection, exchange.at, "open");
    open.fileId = hexadecimal(id);
    open.inferred = true;
    exchange.session.opens.put(id, open);
    exchange.open = open;
    return open;
  }
}
