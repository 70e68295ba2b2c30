package io.smbscope.session;

import io.smbscope.base.NtStatus;
import io.smbscope.base.Stamp;
import io.smbscope.event.OpenRef;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.event.Smb1CommandEvent.Step;
import io.smbscope.smb.smb1.Smb1Body;
import io.smbscope.smb.smb1.Smb1Header;
import io.smbscope.smb.smb1.Smb1Message;
import io.smbscope.smb.smb1.Smb1Message.Block;
import java.util.ArrayList;
import java.util.List;

/** A request with its AndX chain that waits for its response, then both. [MS-CIFS] 3.3.1.4 */
final class Smb1Exchange {
  /** FID that stands for what an earlier command of the chain opens. [MS-CIFS] 2.2.3.4 */
  private static final long FID_OF_CHAIN = 0xFFFF;

  /** As NT status and as class and code of a DOS error alike. */
  private static final long SMB_BAD_TID = 0x0005_0002L;

  private static final long SMB_BAD_UID = 0x005B_0002L;

  final Connection connection;
  final Stamp at;
  final Smb1Message request;

  /** Null when not known. */
  Session session;

  /** Null when not known. */
  TreeConnect tree;

  /** The packet of the response, or with which the connection ended. */
  Stamp answeredAt;

  /** Null while, and when, no response was seen. */
  Smb1Header responseHeader;

  private String unanswered;

  /** Whether the command of the chain that is being handled did what was asked. */
  boolean succeeded;

  /** What the request carries went into its pipe. */
  boolean carried;

  /** Null as long as nothing that it carries went into a pipe. */
  private Carrier carrier;

  /** Index in the chain of the command that is being handled. */
  int command;

  /** What the request carries of files, and the response. */
  private Payload asked;

  private Payload answered;
  private Smb1Message response;

  private Open openedInChain;

  /** What the command that is being handled made or used. */
  private Open used;

  private final List<Step> steps = new ArrayList<>(1);

  Smb1Exchange(Connection connection, Stamp at, Smb1Message request) {
    this.connection = connection;
    this.at = at;
    this.request = request;
  }

  void answered(Stamp when, Smb1Header header) {
    answeredAt = when;
    responseHeader = header;
    if (carrier != null) {
      carrier.status = header.status();
    }
  }

  Carrier carrier() {
    if (carrier == null) {
      Smb1Header header = request.header();
      carrier =
          new Carrier(
              connection,
              1,
              header.command(),
              header.mid(),
              header.uid(),
              header.tid(),
              session,
              tree);
      if (responseHeader != null) {
        carrier.status = responseHeader.status();
      }
    }
    return carrier;
  }

  /** Its request carries octets of files; null when there are none. */
  void carries(Payload octets) {
    asked = octets;
  }

  /**
   * Its response carries octets of files.
   *
   * @param octets null when there are none
   */
  void answerCarries(Payload octets, Smb1Message message) {
    answered = octets;
    response = message;
  }

  /** What the command that is being handled read. */
  Transfer read(long offset, long count) {
    return new Transfer(answeredAt, offset, count, missing(response), answered, command);
  }

  /** What it wrote. */
  Transfer written(long offset, long count) {
    return new Transfer(at, offset, count, missing(request), asked, command);
  }

  /** What a message lacks, it lacks at its end. */
  private int missing(Smb1Message message) {
    return command == message.blocks().size() - 1 ? message.missing() : 0;
  }

  /** What it carries is not wanted any more. */
  void release() {
    if (asked != null) {
      asked.release();
    }
    if (answered != null) {
      answered.release();
    }
  }

  /** The connection ended before a response was seen. */
  void unanswered(Stamp when, String end) {
    answeredAt = when;
    unanswered = end;
  }

  /** How something ends that a response refused, or that none came for. */
  String refusal() {
    return responseHeader != null ? "refused" : unanswered;
  }

  /** Time from request to response. */
  Long responseNanos() {
    return responseHeader == null ? null : answeredAt.nanos() - at.nanos();
  }

  /** Name of the status of the command being handled, null when no response was seen. */
  String status() {
    if (responseHeader == null) {
      return null;
    }
    if (succeeded && responseHeader.status() != 0) {
      return NtStatus.name(NtStatus.SUCCESS);
    }
    return statusName(responseHeader);
  }

  private static String statusName(Smb1Header header) {
    long status = header.status();
    return header.ntStatus() || status == 0
        ? NtStatus.name(status)
        : NtStatus.dosName((int) status & 0xFF, (int) (status >>> 16));
  }

  /** The server knows no such session, or no such tree. [MS-CIFS] 2.2.2.4 */
  boolean nowhere() {
    if (responseHeader == null) {
      return false;
    }
    long status = responseHeader.status();
    return status == SMB_BAD_TID
        || status == SMB_BAD_UID
        || status == NtStatus.NETWORK_NAME_DELETED;
  }

  void opened(Open open) {
    openedInChain = open;
    uses(open);
  }

  /** The open that {@code fid} means here, or null. */
  Open find(int fid) {
    Open open = connection.smb1.opens.get((long) fid);
    uses(open == null && fid == FID_OF_CHAIN ? openedInChain : open);
    return used;
  }

  void uses(Open open) {
    used = open;
  }

  /** A command of the chain was handled. */
  void done(Context context, Block asked, Block answer) {
    if (context.wanted().someCommands()) {
      OpenRef open = used == null ? null : used.ref(context);
      Smb1Body response = answer == null ? null : answer.body();
      steps.add(new Step(asked.command(), asked.body(), response, open));
    }
    used = null;
  }

  /** The exchange as an event, made for a response whose request was not seen. */
  Smb1CommandEvent responseAlone(Stamp when, Smb1Message response) {
    List<Step> alone = new ArrayList<>(1);
    for (Block block : response.blocks()) {
      alone.add(new Step(block.command(), null, block.body(), null));
    }
    return new Smb1CommandEvent(
        when,
        connection.key(),
        connection.negotiated.bestDialect(),
        session == null ? null : session.user(),
        null,
        null,
        when,
        response.header(),
        tree == null ? null : tree.ref(),
        List.copyOf(alone));
  }

  /** As an event, once it is answered or its connection is over. */
  Smb1CommandEvent toEvent() {
    return new Smb1CommandEvent(
        answeredAt,
        connection.key(),
        connection.negotiated.bestDialect(),
        session == null ? null : session.user(),
        at,
        request.header(),
        responseHeader == null ? null : answeredAt,
        responseHeader,
        tree == null ? null : tree.ref(),
        List.copyOf(steps));
  }
}
