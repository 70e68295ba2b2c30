package io.smbscope.session;

import io.smbscope.smb.smb2.ErrorResponse;
import io.smbscope.smb.smb2.Smb2Body;
import io.smbscope.smb.smb2.Smb2Command;
import io.smbscope.smb.smb2.Smb2Header;
import io.smbscope.smb.smb2.Smb2Message;

/** One SMB2 message in the making. [MS-SMB2] 2.2.1 */
final class Smb2Packet {
  static final ErrorResponse ERROR = new ErrorResponse(0, 0, null, -1, null);

  private static final int RESPONSE = 1;
  private static final int ASYNC = 2;
  private static final int RELATED = 4;
  private static final int SIGNED = 8;

  private final int command;
  private final long status;
  private final Smb2Body body;
  private long flags;
  private long messageId;
  private long asyncId;
  private long treeId;
  private long sessionId;
  private int index;
  private boolean signatureZero = true;

  private Smb2Packet(int command, long status, long flags, Smb2Body body) {
    this.command = command;
    this.status = status;
    this.flags = flags;
    this.body = body;
  }

  static Smb2Packet request(Smb2Command command, Smb2Body body) {
    return new Smb2Packet(command.code(), 0, 0, body);
  }

  static Smb2Packet response(Smb2Command command, long status, Smb2Body body) {
    return new Smb2Packet(command.code(), status, RESPONSE, body);
  }

  Smb2Packet id(long newMessageId) {
    messageId = newMessageId;
    return this;
  }

  Smb2Packet session(long newSessionId) {
    sessionId = newSessionId;
    return this;
  }

  Smb2Packet tree(long newTreeId) {
    treeId = newTreeId;
    return this;
  }

  /** Async form, which has an AsyncId in place of the TreeId. */
  Smb2Packet async(long newAsyncId) {
    flags |= ASYNC;
    asyncId = newAsyncId;
    treeId = 0;
    return this;
  }

  /** Its place in a compound. */
  Smb2Packet at(int indexInCompound) {
    index = indexInCompound;
    return this;
  }

  Smb2Packet related(int indexInCompound) {
    flags |= RELATED;
    return at(indexInCompound);
  }

  Smb2Packet signed() {
    signatureZero = false;
    return signFlag();
  }

  /** Claims to be signed, yet its signature is zero. */
  Smb2Packet signFlag() {
    flags |= SIGNED;
    return this;
  }

  Smb2Message message() {
    Smb2Header header =
        new Smb2Header(
            command,
            1,
            status,
            1,
            flags,
            0,
            messageId,
            asyncId,
            0,
            treeId,
            sessionId,
            signatureZero);
    return new Smb2Message(header, body, 100, index, 0);
  }
}
