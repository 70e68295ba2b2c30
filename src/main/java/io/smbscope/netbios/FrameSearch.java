package io.smbscope.netbios;

import java.nio.ByteBuffer;

/**
 * Finds the next frame in a stream whose framing is lost. What it takes for one is in {@link
 * FrameStart}. Octets at a segment's end that may be a frame's beginning are held until the next
 * segment decides; they are fewer than {@link FrameStart#LONGEST}.
 */
final class FrameSearch {
  /** No frame begins in the octets seen so far. */
  static final int NONE = -1;

  /** A frame begins in octets of earlier segments, which {@link #held()} gives. */
  static final int IN_HELD = -2;

  /** What is held, and as much of the next segment as may be needed to decide on it. */
  private final ByteBuffer window = ByteBuffer.allocate(2 * FrameStart.LONGEST);

  private int heldStart;
  private int heldEnd;
  private long skipped;
  private boolean atBoundary;
  private boolean undecided;

  /**
   * Begins a new search.
   *
   * @param atBoundary the next octets are likely a segment's first, so a session packet, which has
   *     no signature, is believed there
   */
  void begin(boolean atBoundary) {
    this.atBoundary = atBoundary;
    heldStart = 0;
    heldEnd = 0;
    skipped = 0;
  }

  /** Goes on behind a hole in the stream. */
  void gap() {
    skipped += heldEnd;
    heldEnd = 0;
    atBoundary = true;
  }

  /** An octet that was read in vain before the search began; there are at most seven. */
  void hold(int octet) {
    window.put(heldEnd++, (byte) octet);
  }

  /** Octets passed over since the search began; those held count when it is given up. */
  long skipped() {
    return skipped;
  }

  /** Where the frame that was found begins ({@link #heldStart()}) and its segment ends. */
  ByteBuffer held() {
    return window;
  }

  int heldStart() {
    return heldStart;
  }

  int heldEnd() {
    return heldEnd;
  }

  /**
   * Looks for a frame. After {@link #IN_HELD}, what follows the held octets is in {@code buffer}
   * from {@code at} on.
   *
   * @return where in {@code buffer} a frame begins, {@link #NONE}, or {@link #IN_HELD}
   */
  int find(ByteBuffer buffer, int at, int end, boolean netbios) {
    if (heldEnd > 0) {
      int added = Math.min(FrameStart.LONGEST, end - at);
      copy(buffer, at, heldEnd, added);
      int start = next(window, 0, heldEnd + added, netbios);
      if (start < heldEnd) {
        skipped += start;
        if (undecided) {
          copy(window, start, 0, heldEnd + added - start);
          heldEnd += added - start;
          return NONE;
        }
        heldStart = start;
        return IN_HELD;
      }
      skipped += heldEnd;
      heldEnd = 0;
    }
    int start = next(buffer, at, end, netbios);
    skipped += start - at;
    if (start < end && !undecided) {
      return start;
    }
    copy(buffer, start, 0, end - start);
    heldEnd = end - start;
    return NONE;
  }

  /** The first octet at which a frame begins, or may; {@code end} when there is none. */
  private int next(ByteBuffer buffer, int from, int end, boolean netbios) {
    for (int at = from; at < end; at++) {
      if (at + FrameStart.SIGNED <= end
          && buffer.get(at + FrameStart.SECOND_OF_SIGNATURE) != 'S'
          && !atBoundary) {
        continue;
      }
      FrameStart.Verdict verdict = FrameStart.judge(buffer, at, end - at, netbios, atBoundary);
      if (verdict != FrameStart.Verdict.NO) {
        undecided = verdict == FrameStart.Verdict.UNDECIDED;
        return at;
      }
      atBoundary = false;
    }
    return end;
  }

  private void copy(ByteBuffer from, int at, int to, int count) {
    for (int i = 0; i < count; i++) {
      window.put(to + i, from.get(at + i));
    }
  }
}
