package io.smbscope.cli;

import io.smbscope.capture.Window;
import io.smbscope.net.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The segments among a fixed number of packets, and what was observed in them. It goes from the
 * reader to the flow workers and on to the merger, who hands it back to be filled again; each has
 * it to itself, but for the workers, who read the segments together and write to lists of their
 * own.
 */
final class Batch {
  /** Most packets read into one batch, which ends where the packet number is a multiple of it. */
  static final int PACKETS = 2048;

  /** Octets of packets behind which a batch ends: what it makes of them takes as much again. */
  static final int OCTETS = 4 << 20;

  final Segment[] segments = new Segment[PACKETS];
  int count;

  /** Octets of the packets read. */
  int octets;

  /** Of the last packet read. */
  long packet;

  long nanos;

  /**
   * Nanoseconds since 1970 that it was when nothing had come for a while, else 0. The packets' own
   * clock stays where it was.
   */
  long quietNanos;

  /** The input is over. */
  boolean last;

  /** Nothing more was to be had at the moment: what is known should be told. */
  boolean caughtUp;

  /** What the reader observed itself. */
  final List<Observation> readerObservations = new ArrayList<>();

  /** What each worker observed. */
  final List<List<Observation>> observations = new ArrayList<>();

  /** Opens when every worker is done. */
  CountDownLatch processed;

  /** Why a thread could not go on; null while all is well. */
  volatile Throwable failure;

  private final List<Window> windows = new ArrayList<>();
  private final int workers;

  Batch(int workers) {
    this.workers = workers;
    for (int i = 0; i < PACKETS; i++) {
      segments[i] = new Segment();
    }
    for (int i = 0; i < workers; i++) {
      observations.add(new ArrayList<>());
    }
    clear();
  }

  /** Keeps a window until {@link #clear}. */
  void hold(Window window) {
    if (window != null && (windows.isEmpty() || windows.get(windows.size() - 1) != window)) {
      window.retain();
      windows.add(window);
    }
  }

  /**
   * Whether time moves on at its end: at the same packets in every run, however they arrived, and
   * where none arrive.
   */
  boolean endsTick() {
    return last || quietNanos > 0 || packet % PACKETS == 0;
  }

  /** The time then. */
  long tickNanos() {
    return Math.max(nanos, quietNanos);
  }

  /** Lets go of the packets; the batch is as new. */
  void clear() {
    windows.forEach(Window::release);
    windows.clear();
    readerObservations.clear();
    observations.forEach(List::clear);
    count = 0;
    octets = 0;
    quietNanos = 0;
    last = false;
    caughtUp = false;
    processed = new CountDownLatch(workers);
  }
}
