package io.smbscope.session;

import io.smbscope.base.Stamp;
import io.smbscope.event.FileEvent;
import io.smbscope.event.OpenRef;
import io.smbscope.smb.smb2.FileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An open file, folder or pipe, or a single operation on a path. [MS-SMB2] 3.3.1.10, [MS-CIFS]
 * 3.3.1.7
 */
final class Open {
  private static final int SET_INFO_SHOWN = 32;
  private static final int CONNECTIONS_SHOWN = 64;

  /** Ends in which the server closes it. */
  private static final Set<String> CLOSING = Set.of("close", "tree-disconnect", "logoff");

  /** In its table: FileId; SMB1: FID; null for an operation on a path. */
  final Object key;

  final TreeConnect tree;
  final Connection connection;
  final Stamp start;
  final String operation;

  /** Of the session when it was opened, before a re-authentication; null when not known then. */
  private final String user;

  private OpenRef ref;
  private long serial;
  private List<Long> otherConnections = List.of();
  private List<String> setInfo = List.of();

  /** Null as long as it is not known to carry DCE/RPC. */
  Pipe pipe;

  /** Null until there is any, or when it is not wanted. */
  Content contentRead;

  Content contentWritten;

  String fileId;
  String name;
  String type;
  String disposition;
  String action;
  Long desiredAccess;
  Long grantedAccess;
  Integer shareAccess;
  Long options;
  String oplock;

  /** Name of the NT status, or of the DOS error; null when no response was seen. */
  String status;

  Long size;
  Long attributes;
  Instant created;
  Instant accessed;
  Instant modified;
  Instant changed;
  long reads;
  long bytesRead;
  long writes;
  long bytesWritten;
  long listings;
  long listedEntries;
  String renamedTo;
  String deleted;
  boolean inferred;
  private boolean begun;
  Long responseNanos;

  Open(Object key, TreeConnect tree, Connection connection, Stamp start, String operation) {
    this.key = key;
    this.tree = tree;
    this.connection = connection;
    this.start = start;
    this.operation = operation;
    this.user = tree.session.user();
  }

  /** It is used on {@code user}, perhaps not the connection it was opened on. */
  void usedOn(Connection user) {
    if (user != connection
        && otherConnections.size() < CONNECTIONS_SHOWN
        && !otherConnections.contains(user.flow.id())) {
      if (otherConnections.isEmpty()) {
        otherConnections = new ArrayList<>(1);
      }
      otherConnections.add(user.flow.id());
    }
  }

  /** As known now. */
  OpenRef ref(Context context) {
    if (ref == null) {
      serial = context.opens().incrementAndGet();
    }
    if (ref == null || !Objects.equals(ref.name(), name) || !Objects.equals(ref.type(), type)) {
      ref = new OpenRef(serial, persistentId(), volatileId(), name, type, start);
    }
    return ref;
  }

  private long persistentId() {
    return key instanceof FileId id ? id.persistentId() : 0;
  }

  private long volatileId() {
    return key instanceof FileId id ? id.volatileId() : key instanceof Long fid ? fid : 0;
  }

  void read(long bytes) {
    reads++;
    bytesRead += bytes;
    tree.bytesRead += bytes;
  }

  void written(long bytes) {
    writes++;
    bytesWritten += bytes;
    tree.bytesWritten += bytes;
  }

  void infoSet(String information) {
    if (setInfo.isEmpty()) {
      setInfo = new ArrayList<>(2);
    }
    if (setInfo.size() < SET_INFO_SHOWN && !setInfo.contains(information)) {
      setInfo.add(information);
    }
  }

  void listed(long entries) {
    listings++;
    listedEntries += entries;
  }

  /** With its last close the server deletes what was opened so. [MS-SMB2] 3.3.4.17 */
  private String deleted(String end) {
    boolean onClose = options != null && (options & Access.DELETE_ON_CLOSE) != 0;
    return onClose && end != null && CLOSING.contains(end) ? "delete-on-close" : deleted;
  }

  void evicted(Context context) {
    context.limitReached(start, connection, "open " + fileId);
    end(context, connection.latest(), "evicted");
  }

  /** It was granted. */
  void begin(Context context, Stamp at) {
    if (context.wanted().beginnings()) {
      begun = true;
      context.begun(toEvent(at, null));
    }
  }

  /** It is over, however it came to that. */
  void end(Context context, Stamp at, String end) {
    if (pipe != null) {
      pipe.end(at);
      pipe = null;
    }
    context.contents().end(context, this, at, end);
    context.ended(toEvent(at, end), begun);
  }

  private FileEvent toEvent(Stamp at, String end) {
    return new FileEvent(
        at,
        connection.flow.id(),
        List.copyOf(otherConnections),
        tree.session.id(),
        user != null ? user : tree.session.user(),
        tree.id(),
        start,
        connection.client(),
        connection.server(),
        connection.negotiated.bestDialect(),
        operation,
        tree.path,
        name,
        fileId,
        type,
        disposition,
        action,
        desiredAccess,
        grantedAccess,
        shareAccess,
        options,
        oplock,
        status,
        size,
        attributes,
        created,
        accessed,
        modified,
        changed,
        reads,
        bytesRead,
        writes,
        bytesWritten,
        listings,
        listedEntries,
        renamedTo,
        deleted(end),
        List.copyOf(setInfo),
        inferred,
        responseNanos,
        end);
  }
}
