package io.smbscope.output.stream;

/**
 * Frames one after another, as they go to a peer, and how far they have gone. Used by one thread at
 * a time.
 */
final class Chunk {
  /** Also the most octets of one frame. */
  static final int OCTETS = 1 << 20;

  static final int FRAMES = 1 << 14;

  private final byte[] octets = new byte[OCTETS];
  private final int[] ends = new int[FRAMES];
  private int count;

  /** First frame that has not gone wholly. */
  private int next;

  /** Octets that have gone, with those of a frame begun. */
  private int sent;

  /** Returns false, and takes nothing, when there is no room. */
  boolean add(byte[] frame, int length) {
    int used = used();
    if (count == FRAMES || length > OCTETS - used) {
      return false;
    }
    System.arraycopy(frame, 0, octets, used, length);
    ends[count++] = used + length;
    return true;
  }

  /** Makes the chunk one of so many frames, whose octets and ends the caller then fills in. */
  void reset(int frames) {
    count = frames;
    next = 0;
    sent = 0;
  }

  byte[] octets() {
    return octets;
  }

  /** Where each frame ends, an offset in {@link #octets}. */
  int[] ends() {
    return ends;
  }

  int count() {
    return count;
  }

  int used() {
    return count == 0 ? 0 : ends[count - 1];
  }

  boolean hasNext() {
    return next < count;
  }

  /** Offset of the first frame that has not gone wholly. */
  int nextStart() {
    return next == 0 ? 0 : ends[next - 1];
  }

  int nextEnd() {
    return ends[next];
  }

  int sent() {
    return sent;
  }

  /** Octets from {@link #sent} on, at most so many, and where that is possible whole frames. */
  int slice(int most) {
    if (used() - sent <= most) {
      return used() - sent;
    }
    int end = sent;
    for (int i = next; ends[i] - sent <= most; i++) {
      end = ends[i];
    }
    return end > sent ? end - sent : most;
  }

  /** So many octets more have gone; returns how many frames that ended. */
  int advance(int gone) {
    sent += gone;
    int before = next;
    while (next < count && ends[next] <= sent) {
      next++;
    }
    return next - before;
  }

  /** Forgets what has gone of a frame begun: it will go wholly. */
  void rewind() {
    sent = nextStart();
  }
}
