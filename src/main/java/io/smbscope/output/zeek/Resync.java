package io.smbscope.output.zeek;

/**
 * Which messages of a connection Zeek loses behind one that it cannot read. Early in a connection it
 * looks no further. Later it looks for the next message in both directions, and of the direction
 * that did not fail it loses that one, which then counts as one that it cannot read. Behind a long
 * message it finds no way back to that direction, because the next long one begins in the middle of
 * a segment.
 *
 * <p>These are defects of Zeek's, and what it does not tell is not told here, save with {@code
 * extra}: then nothing is lost.
 */
final class Resync {
  /** Octets of both directions behind which Zeek goes on. */
  private static final long EARLY = 10_240;

  /** Messages of more octets span segments. */
  private static final int LONG = 1_460;

  private final boolean lossless;
  private final Direction client = new Direction();
  private final Direction server = new Direction();

  private long octets;
  private boolean over;

  /** What Zeek knows of one direction's stream. */
  private static final class Direction {
    /** A message was read since the direction was last left. */
    private boolean read;

    /** The next message will be lost. */
    private boolean unsettled;

    private boolean lost;

    private void leave() {
      unsettled |= read;
      read = false;
    }
  }

  Resync(boolean lossless) {
    this.lossless = lossless;
  }

  /** False when Zeek does not see this message at all. */
  boolean sees(boolean fromClient, int length) {
    octets += length;
    if (lossless) {
      return true;
    }
    Direction direction = fromClient ? client : server;
    if (over || direction.lost) {
      return false;
    }
    if (direction.unsettled) {
      unreadable(fromClient, 0);
      return false;
    }
    direction.read = true;
    return true;
  }

  /** Zeek reads the header of this message, but not the rest. */
  void unreadable(boolean fromClient, int length) {
    if (lossless) {
      return;
    }
    over |= octets <= EARLY;
    Direction direction = fromClient ? client : server;
    direction.read = false;
    direction.unsettled = false;
    direction.lost = length > LONG;
    (fromClient ? server : client).leave();
  }

  /** Octets of the connection were not captured. */
  void gap() {
    if (!lossless) {
      client.leave();
      server.leave();
    }
  }
}
