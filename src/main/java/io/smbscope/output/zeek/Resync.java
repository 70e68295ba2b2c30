package io.smbscope.output.zeek;

/**
 * Which messages of a connection Zeek loses behind one that it cannot read, or behind a gap. It
 * looks for the next message in both directions, and of a direction that it had read before and
 * that did not fail it loses that one; this then counts as one that it cannot read. Behind a long
 * message that it cannot read it finds no way back to that direction, because the next long one
 * begins in the middle of a segment.
 *
 * <p>These are defects of Zeek's. What it does not tell is not told here either, so that the rows
 * agree with Zeek's, unless {@code lossless}.
 */
final class Resync {
  /** Messages of more octets span segments. */
  private static final int LONG = 1_460;

  private final boolean lossless;
  private final Direction client = new Direction();
  private final Direction server = new Direction();

  /** What Zeek knows of one direction. */
  private static final class Direction {
    /** A message was read since Zeek last looked for one. */
    private boolean read;

    /** The next message will be lost. */
    private boolean unsettled;

    /** Nothing more is seen. */
    private boolean lost;

    /** Of the newest message, of the newest that was lost and of the first behind the last. */
    private long packet = -1;

    private long skipped = -1;

    private long lostSince = Long.MAX_VALUE;

    private void leave() {
      unsettled |= read;
      read = false;
    }
  }

  Resync(boolean lossless) {
    this.lossless = lossless;
  }

  /** False when Zeek does not see this message at all. */
  boolean sees(boolean fromClient, long packet) {
    if (lossless) {
      return true;
    }
    Direction direction = fromClient ? client : server;
    direction.packet = packet;
    if (direction.lost) {
      direction.lostSince = Math.min(direction.lostSince, packet);
      return false;
    }
    if (direction.unsettled) {
      unreadable(fromClient, 0);
      return false;
    }
    direction.read = true;
    return true;
  }

  /**
   * Zeek reads the header of this message, but not the rest.
   *
   * @param length of the message in octets
   */
  void unreadable(boolean fromClient, int length) {
    Direction direction = fromClient ? client : server;
    direction.read = false;
    direction.unsettled = false;
    direction.skipped = direction.packet;
    direction.lost = length > LONG;
    (fromClient ? server : client).leave();
  }

  /** False when what the message in that packet carried was lost. */
  boolean saw(boolean fromClient, long packet) {
    Direction direction = fromClient ? client : server;
    return packet < direction.lostSince && packet != direction.skipped;
  }

  /** Octets of the connection were not captured. */
  void gap() {
    client.leave();
    server.leave();
  }
}
