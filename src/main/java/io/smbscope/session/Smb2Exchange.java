package io.smbscope.session;

import io.smbscope.base.NtStatus;
import io.smbscope.base.Stamp;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.Smb2Body;
import io.smbscope.smb.smb2.Smb2Header;

/**
 * A request that waits for its response, then both. [MS-SMB2] 3.2.1.4 OutstandingRequests. A
 * response whose request was not seen makes one with a null {@code request}.
 */
final class Smb2Exchange {
  /** SessionId and TreeId of a related command. [MS-SMB2] 3.2.4.1.4 */
  static final long RELATED_SESSION = -1L;

  static final long RELATED_TREE = 0xFFFF_FFFFL;

  final Connection connection;
  final Stamp at;
  final Smb2Header header;

  /** Null when it was not seen. */
  final Smb2Body request;

  /** The command before it in a compound of related operations, else null. */
  final Smb2Exchange previous;

  /** Null when the message has none, or it is not known. */
  Session session;

  /** Null when the message has none, or it is not known. */
  TreeConnect tree;

  /** What the exchange opened or used; commands related to this one inherit it. */
  Open open;

  /** The packet of the response, or with which the connection ended. */
  Stamp answeredAt;

  /** Null while, and when, no response was seen. */
  Smb2Header responseHeader;

  private String unanswered;
  private Payload payload;
  private int missing;
  private Room room;
  private int held;

  /** The server said that the answer takes its time. [MS-SMB2] 3.3.4.4 */
  private boolean interim;

  /** Null until the response is seen. */
  Smb2Body response;

  /** What the request carries went into its pipe. */
  boolean carried;

  /** Null as long as nothing that it carries went into a pipe. */
  private Carrier carrier;

  Smb2Exchange(
      Connection connection, Stamp at, Smb2Header header, Smb2Body request, Smb2Exchange previous) {
    this.connection = connection;
    this.at = at;
    this.header = header;
    this.request = request;
    this.previous = previous;
  }

  /**
   * Its request, or then its response, carries octets of a file.
   *
   * @param octets null when there are none
   * @param lost octets at the message's end that the capture does not hold
   */
  void carries(Payload octets, int lost) {
    releasePayload();
    payload = octets;
    missing = lost;
  }

  /** What it read or wrote. */
  Transfer transfer(Stamp when, long offset, long count) {
    return new Transfer(when, offset, count, missing, payload, 0);
  }

  /** Its request has so many octets of a pipe, for which there is room. */
  void holds(Room itsRoom, int octets) {
    room = itsRoom;
    held = octets;
  }

  /** What it carries is not wanted any more. */
  void release() {
    releasePayload();
    if (held > 0) {
      room.give(held);
      held = 0;
    }
  }

  private void releasePayload() {
    if (payload != null) {
      payload.release();
      payload = null;
    }
  }

  /** As an event, once it is answered or its connection is over. */
  Smb2CommandEvent toEvent(Context context) {
    boolean asked = !header.response();
    return new Smb2CommandEvent(
        answeredAt,
        connection.key(),
        connection.negotiated.bestDialect(),
        session == null ? null : session.user(),
        asked ? at : null,
        asked ? header : null,
        request,
        responseHeader == null ? null : answeredAt,
        responseHeader,
        response,
        interim,
        sessionId(),
        treeId(),
        tree == null ? null : tree.ref(),
        open == null ? null : open.ref(context));
  }

  private long sessionId() {
    return previous != null && header.sessionId() == RELATED_SESSION
        ? previous.sessionId()
        : header.sessionId();
  }

  private long treeId() {
    return previous != null && header.treeId() == RELATED_TREE
        ? previous.treeId()
        : header.treeId();
  }

  Carrier carrier() {
    if (carrier == null) {
      int command = header.command();
      long id = header.messageId();
      carrier = new Carrier(connection, 2, command, id, sessionId(), treeId(), session, tree);
      if (responseHeader != null) {
        carrier.status = status();
      }
    }
    return carrier;
  }

  void answered(Stamp when, Smb2Header itsHeader, Smb2Body body) {
    if (carrier != null) {
      carrier.status = itsHeader.status();
    }
    answeredAt = when;
    responseHeader = itsHeader;
    response = body;
  }

  /** The connection ended before a response was seen. */
  void unanswered(Stamp when, String end) {
    answeredAt = when;
    unanswered = end;
  }

  void interim() {
    interim = true;
  }

  /** How something ends that a response refused, or that none came for. */
  String refusal() {
    return responseHeader != null ? "refused" : unanswered;
  }

  /** Name of the status of the last response, or null. */
  String statusName() {
    if (responseHeader == null) {
      return interim ? NtStatus.name(NtStatus.PENDING) : null;
    }
    return NtStatus.name(responseHeader.status());
  }

  /** The server knows no such session, or no such tree in it. */
  boolean nowhere() {
    return responseHeader != null
        && (status() == NtStatus.USER_SESSION_DELETED || status() == NtStatus.NETWORK_NAME_DELETED);
  }

  long status() {
    return responseHeader.status();
  }

  boolean succeeded() {
    return responseHeader.status() == 0;
  }

  /** Time from request to response, null when one of them was not seen. */
  Long responseNanos() {
    return request == null || responseHeader == null ? null : answeredAt.nanos() - at.nanos();
  }

  /** The open that {@code fileId} means here, or null. [MS-SMB2] 3.3.5.2.7.2 */
  Open find(FileId fileId) {
    if (FileId.OF_COMPOUND.equals(fileId)) {
      open = previous == null ? null : previous.open;
    } else if (session != null) {
      open = session.opens.get(fileId);
    }
    if (open != null) {
      open.usedOn(connection);
    }
    return open;
  }
}
