package io.smbscope.session;

import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.session.media.MediaTypes;
import io.smbscope.smb.FileContent;
import io.smbscope.smb.FileOctets;

/**
 * What is read from and written to files, open by open. Only followed where it is wanted.
 *
 * <p>Its memory: the octets of READ responses that are under way, of WRITE requests until they are
 * answered, and of files that come out of order, of one file at most {@link Limits#outOfOrderBytes}
 * and of all together {@value #SHARDS} times {@link Limits#outOfOrderTotal}. Of a file that needs
 * more no digest is told.
 */
final class Contents {
  private static final int SHARDS = 16;

  /** Written behind the end of the file, wherever that is. [MS-SMB2] 2.2.21 */
  static final long APPEND = -1;

  private final Wanted wanted;
  private final Room room;
  private final int heldByOne;
  private final Digests digests;
  private final MediaTypes types = new MediaTypes();

  Contents(Wanted wanted, Limits limits) {
    this.wanted = wanted;
    this.room = new Room(SHARDS * limits.outOfOrderTotal());
    this.heldByOne = limits.outOfOrderBytes();
    this.digests = new Digests(wanted.digests());
  }

  Room room() {
    return room;
  }

  int heldByOne() {
    return heldByOne;
  }

  Digests digests() {
    return digests;
  }

  /** Octets of a file's start that are looked at. */
  int start() {
    return Math.min(wanted.contents().octets(), FileContent.START.octets());
  }

  /** Null when it cannot be told, or nobody asks. */
  String type(byte[] start, String name) {
    return wanted.types() ? types.of(start, name) : null;
  }

  /** Octets of a message that is to come. */
  void arrived(Connection connection, boolean fromClient, FileOctets octets) {
    if (wanted.types()) {
      MediaTypes.prepare();
    }
    Payload payload = connection.arriving(fromClient);
    if (payload == null) {
      payload = new Payload(room);
      connection.arriving(fromClient, payload);
    }
    payload.add(octets);
  }

  void read(Open open, Transfer transfer) {
    if (follows(open, transfer)) {
      if (open.contentRead == null) {
        open.contentRead = new Content(this, false);
      }
      open.contentRead.add(transfer, open);
    }
  }

  void written(Open open, Transfer transfer) {
    Transfer placed = transfer.offset() == APPEND ? appended(open, transfer) : transfer;
    if (follows(open, placed)) {
      if (open.contentWritten == null) {
        open.contentWritten = new Content(this, true);
      }
      open.contentWritten.add(placed, open);
    }
  }

  private static Transfer appended(Open open, Transfer transfer) {
    long end = open.size == null ? 0 : open.size;
    return new Transfer(
        transfer.at(),
        open.contentWritten == null ? end : Math.max(end, open.contentWritten.size()),
        transfer.count(),
        transfer.missing(),
        transfer.payload(),
        transfer.command());
  }

  private boolean follows(Open open, Transfer transfer) {
    return wanted.contents() != FileContent.NONE
        && transfer.count() > 0
        && transfer.offset() >= 0
        && transfer.end() >= 0
        && !"pipe".equals(open.type)
        && !open.tree.pipe();
  }

  /** The client set the file's end. */
  void cutOff(Open open, long length) {
    if (open.contentWritten != null) {
      open.contentWritten.cutOff(length);
    }
  }

  /** The server wrote to the file by itself. */
  void copied(Open open) {
    if (open.contentWritten != null) {
      open.contentWritten.noDigest();
    }
  }

  /** Tells what went through an open that ends. */
  void end(Context context, Open open, Stamp at, String end) {
    if (open.contentRead != null) {
      context.emit(open.contentRead.toEvent(context, open, at, end));
      open.contentRead = null;
    }
    if (open.contentWritten != null) {
      context.emit(open.contentWritten.toEvent(context, open, at, end));
      open.contentWritten = null;
    }
  }

  /** Nothing more is asked for. */
  void close() {
    digests.close();
  }
}
