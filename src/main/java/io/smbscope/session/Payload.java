package io.smbscope.session;

import io.smbscope.base.Bytes;
import io.smbscope.smb.FileOctets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one message carries of files, kept until it is known which file that is and whether it was
 * taken: a READ response until it is over, a WRITE request until it is answered. Without room for
 * all of it, what came first is kept.
 */
final class Payload {
  private static final int BLOCK = 64 << 10;

  /** Memory beside the octets. */
  private static final int OVERHEAD = 96;

  private final Room room;
  private final List<Piece> pieces = new ArrayList<>(1);

  Payload(Room room) {
    this.room = room;
  }

  /** Octets that follow each other in one command of the message. */
  static final class Piece {
    final int command;

    /** Octets that the command carries before these. */
    final long position;

    private byte[] octets;
    private int length;

    private Piece(int command, long position, int capacity) {
      this.command = command;
      this.position = position;
      this.octets = new byte[capacity];
    }

    Bytes octets() {
      return Bytes.of(octets).slice(0, length);
    }

    int length() {
      return length;
    }

    /** Octets of room that it takes. */
    int cost() {
      return OVERHEAD + octets.length;
    }
  }

  void add(FileOctets part) {
    Bytes octets = part.octets();
    long position = part.position();
    int at = 0;
    while (at < octets.length()) {
      Piece piece = pieceFor(part, position);
      if (piece == null) {
        return;
      }
      int count = Math.min(octets.length() - at, piece.octets.length - piece.length);
      octets.copyTo(at, piece.octets, piece.length, count);
      piece.length += count;
      position += count;
      at += count;
    }
  }

  /** The last piece, where the octets follow it and it can take more, or another; null: no room. */
  private Piece pieceFor(FileOctets part, long position) {
    Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
    if (last != null
        && last.command == part.command()
        && last.position + last.length == position
        && last.length < last.octets.length) {
      return last;
    }
    long left = Math.max(part.length() - position, part.octets().length());
    int capacity = (int) Math.min(BLOCK, left);
    if (!room.take(OVERHEAD + capacity)) {
      return null;
    }
    Piece piece = new Piece(part.command(), position, capacity);
    pieces.add(piece);
    return piece;
  }

  /** The message is over: gives back what its last piece did not need. */
  void trim() {
    if (pieces.isEmpty()) {
      return;
    }
    Piece last = pieces.get(pieces.size() - 1);
    if (last.length < last.octets.length) {
      room.give(last.octets.length - last.length);
      last.octets = Arrays.copyOf(last.octets, last.length);
    }
  }

  /** Takes out the pieces of a command; their room goes with them. */
  List<Piece> take(int command) {
    List<Piece> taken = new ArrayList<>(pieces.size());
    for (Piece piece : pieces) {
      if (piece.command == command) {
        taken.add(piece);
      }
    }
    pieces.removeAll(taken);
    return taken;
  }

  /** Nobody wants what is left. */
  void release() {
    pieces.forEach(piece -> room.give(piece.cost()));
    pieces.clear();
  }
}
