package io.smbscope.output.eve;

import io.smbscope.auth.AuthToken;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.smb.smb1.Negotiate;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is kept of a flow: its names in each line, and the state that Suricata keeps of SMB. */
final class EveFlow {
  /** Who it is between; exchanged when it shows that client and server were taken for another. */
  FlowText text;

  /** Transactions made so far; the newest one's id. */
  private long transactions;

  /** As in {@code smb.dialect}; only what NEGOTIATE agreed on counts. */
  String dialect = "unknown";

  /** Of the SMB2 NEGOTIATE response, 0 when none was seen. */
  long maxReadSize;

  long maxWriteSize;

  /** An SMB1 NEGOTIATE without response so far, which SMB2 may answer; else null. */
  Negotiate.Request smb1Offer;

  /** SMB2 answered an SMB1 NEGOTIATE, which will be told as one without response. */
  boolean smb1OfferAnswered;

  /** The client's, of the SESSION_SETUP that will be told next; else null. */
  private AuthToken token;

  /**
   * Transactions of files that are read or written, oldest first. {@link FileTransactions} adds,
   * removes and bounds.
   */
  final Map<FileKey, FileTransaction> files = new LinkedHashMap<>();

  /** How the connection ended, which is told shortly before the flow's end; else null. */
  ConnectionEvent connection;

  /** Ids that a line told last, and as it wrote them; null before the first. */
  private long sessionId;

  private long treeId;
  private byte[] ids;

  EveFlow(FlowText text) {
    this.text = text;
  }

  void token(AuthToken read) {
    token = read;
  }

  /** The token of the SESSION_SETUP that is being told; null when it had none. */
  AuthToken takeToken() {
    AuthToken taken = token;
    token = null;
    return taken;
  }

  /** The written form of the ids when they are those of the line before; else null. */
  byte[] ids(long session, long tree) {
    return session == sessionId && tree == treeId ? ids : null;
  }

  void ids(long session, long tree, byte[] written) {
    sessionId = session;
    treeId = tree;
    ids = written;
  }

  /** Id of a new transaction; they count from 1. */
  long newTransaction() {
    return ++transactions;
  }

  long transactions() {
    return transactions;
  }
}
