package io.smbscope.capture.live;

import io.smbscope.capture.CaptureException;
import io.smbscope.capture.Libpcap;
import io.smbscope.capture.Packet;
import io.smbscope.capture.PacketSource;
import io.smbscope.capture.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Packets of interfaces. They are taken from {@link #start} on, whether they are asked for or not;
 * what is not asked for in time is lost and counted. {@link #stop}, {@link #counts} and {@link
 * #fill} may be called from any thread, all else from one.
 */
public final class LiveCapture implements PacketSource {
  /**
   * Mebibytes of packets that wait for the analysis, of all interfaces together: three seconds at
   * 200,000 small packets a second, in which a busy machine gets around to it.
   */
  private static final int ANALYSIS_SHARE = 256;

  /** Mebibytes of packets that wait for being written. */
  private static final int WRITER_SHARE = 64;

  private static final long LONGEST_END = 10_000;

  private final StopSign stop;
  private final List<InterfaceCapture> captures = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final RingSource analysis = new RingSource();
  private final Tally tally = new Tally();
  private final RingSource kept = new RingSource();
  private final CaptureOptions options;
  private final Consumer<String> notices;

  /** Null when packets are not kept. */
  private PacketWriter writer;

  private LiveCapture(CaptureOptions options, Consumer<String> notices) {
    this.options = options;
    this.notices = notices;
    this.stop = new StopSign(options.count(), options.seconds());
  }

  /**
   * Opens all interfaces; nothing is taken off them yet.
   *
   * @param notices told one line, on another thread, when an interface goes, comes back, or fails
   * @throws CaptureRefused when one cannot be opened
   * @throws CaptureException when there is no libpcap
   */
  public static LiveCapture open(CaptureOptions options, Consumer<String> notices)
      throws CaptureRefused, CaptureException {
    Libpcap.require("capturing");
    return open(options, notices, name -> LiveHandle.open(name, options));
  }

  /** As above, from interfaces that are opened otherwise. */
  static LiveCapture open(
      CaptureOptions options, Consumer<String> notices, PacketFeed.Opening opening)
      throws CaptureRefused {
    LiveCapture capture = new LiveCapture(options, notices);
    boolean complete = false;
    try {
      for (String name : options.interfaces()) {
        PacketFeed feed = opening.open(name);
        capture.captures.add(
            new InterfaceCapture(name, feed, opening, options, capture.stop, notices));
      }
      complete = true;
      return capture;
    } finally {
      if (!complete) {
        capture.close();
      }
    }
  }

  /**
   * Also keeps all packets in files. To be called before {@link #start}.
   *
   * @throws IOException when the first file cannot be written; the message is one line for the user
   */
  public void keep(WriteOptions files) throws IOException {
    try {
      PacketWriter made =
          new PacketWriter(
              kept, captures.size(), files, options.filter(), ring -> counts().get(ring), notices);
      for (int i = 0; i < captures.size(); i++) {
        captures.get(i).describe(made, i);
      }
      made.open();
      writer = made;
    } catch (IOException failure) {
      throw new IOException(
          "cannot write " + files.file() + ": " + PacketWriter.reason(failure), failure);
    }
  }

  /** Begins to take packets. */
  public void start() {
    for (InterfaceCapture capture : captures) {
      analysis.read(capture.ring(), Math.max(4, ANALYSIS_SHARE / captures.size()));
      if (writer != null) {
        kept.read(capture.ring(), Math.max(4, WRITER_SHARE / captures.size()));
      }
      begin(capture, "capture-" + capture.name());
    }
    if (writer != null) {
      begin(writer, "packet-writer");
    }
    threads.forEach(Thread::start);
  }

  private void begin(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    threads.add(thread);
  }

  /** Takes nothing more that comes from now on; what came before is still delivered. */
  public void stop() {
    stop.raise();
  }

  @Override
  public boolean next(Packet packet) {
    if (!analysis.next(packet)) {
      return false;
    }
    tally.count(packet);
    return true;
  }

  @Override
  public boolean ready() {
    return analysis.ready();
  }

  @Override
  public boolean await() {
    return analysis.await();
  }

  /** What was delivered so far. */
  public Tally tally() {
    return tally;
  }

  /** For each interface, in the order in which they were named. */
  public List<InterfaceCounts> counts() {
    List<InterfaceCounts> counts = new ArrayList<>();
    for (int i = 0; i < captures.size(); i++) {
      InterfaceCapture capture = captures.get(i);
      counts.add(
          new InterfaceCounts(
              capture.name(),
              capture.taken(),
              capture.octets(),
              capture.losses().kernel(),
              capture.losses().byInterface(),
              analysis.missed(i),
              writer == null ? 0 : kept.missed(i) + writer.lost(i)));
    }
    return counts;
  }

  /** How full the rings are, behind {@link #start}. By any thread. */
  public List<RingFill> fill() {
    List<RingFill> fill = new ArrayList<>();
    for (int i = 0; i < captures.size(); i++) {
      fill.add(analysis.fill(i, captures.get(i).name(), "analysis"));
      if (writer != null) {
        fill.add(kept.fill(i, captures.get(i).name(), "keeping"));
      }
    }
    return fill;
  }

  /** Interfaces that failed before the end. */
  public List<String> failed() {
    return captures.stream().filter(InterfaceCapture::failed).map(InterfaceCapture::name).toList();
  }

  @Override
  public long position() {
    return analysis.position();
  }

  @Override
  public long size() {
    return -1;
  }

  /**
   * Stops, and waits until all that was taken is kept, for some seconds at most. Then the {@link
   * #counts} are final.
   */
  public void finish() {
    stop.raise();
    for (Thread thread : threads) {
      try {
        thread.join(LONGEST_END);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    analysis.close();
    finish();
    kept.close();
    if (threads.isEmpty()) {
      captures.forEach(InterfaceCapture::abandon);
    }
  }
}
