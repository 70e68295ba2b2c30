package io.smbscope.session;

import io.smbscope.base.Stamp;
import io.smbscope.event.TreeEvent;
import io.smbscope.event.TreeRef;
import java.util.List;
import java.util.Objects;

/** A tree connect. [MS-SMB2] 3.3.1.9, [MS-CIFS] 3.3.1.6 */
final class TreeConnect {
  /** TreeId; SMB1: TID. */
  final long key;

  private final String id;

  final Session session;
  final Connection connection;
  final Stamp start;

  /** Of the session when it was connected, before a re-authentication; null when not known then. */
  private final String user;

  private TreeRef ref;
  final ProtectionTally protection = new ProtectionTally();
  String path;
  String type;
  String service;
  String fileSystem;
  List<String> flags = List.of();
  List<String> capabilities = List.of();
  Long maximalAccess;

  /** Name of the NT status, or of the DOS error; null when no response was seen. */
  String status;

  boolean inferred;
  private boolean begun;
  boolean demandsEncryption;
  long opens;
  long failedOpens;
  long bytesRead;
  long bytesWritten;

  TreeConnect(long key, Session session, Connection connection, Stamp start) {
    this.key = key;
    this.id = Access.hexadecimal(key, session.smb1 ? 4 : 8);
    this.session = session;
    this.connection = connection;
    this.start = start;
    this.user = session.user();
  }

  String id() {
    return id;
  }

  boolean pipe() {
    return "pipe".equals(type);
  }

  /** As known now. */
  TreeRef ref() {
    if (ref == null || !same(ref)) {
      ref = new TreeRef(key, path, type, service, fileSystem, start);
    }
    return ref;
  }

  private boolean same(TreeRef before) {
    return Objects.equals(before.path(), path)
        && Objects.equals(before.type(), type)
        && Objects.equals(before.service(), service)
        && Objects.equals(before.fileSystem(), fileSystem);
  }

  void evicted(Context context) {
    context.limitReached(start, connection, "tree connect " + id());
    end(context, connection.latest(), "evicted");
  }

  /** It is connected. */
  void begin(Context context, Stamp at) {
    if (context.wanted().beginnings()) {
      begun = true;
      context.begun(toEvent(at, null));
    }
  }

  /** It is over, or was refused. */
  void end(Context context, Stamp at, String end) {
    context.ended(toEvent(at, end), begun);
  }

  private TreeEvent toEvent(Stamp at, String end) {
    Negotiated negotiated = connection.negotiated;
    return new TreeEvent(
        at,
        connection.flow.id(),
        session.id(),
        user != null ? user : session.user(),
        start,
        connection.client(),
        connection.server(),
        negotiated.bestDialect(),
        id(),
        path,
        type,
        service,
        fileSystem,
        flags,
        capabilities,
        maximalAccess,
        status,
        inferred,
        negotiated.encryption(protection, session.demandsEncryption, demandsEncryption),
        negotiated.signing(protection, session.clientSecurityMode),
        end,
        opens,
        failedOpens,
        bytesRead,
        bytesWritten);
  }
}
