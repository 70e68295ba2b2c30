package io.smbscope.cli;

import io.smbscope.cli.Samples.Frame;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Damages the sample captures many times, cuts them everywhere, and floods smbscope with more than
 * it can remember; all must hold that {@link Ordeal} asks. A program, too long for the unit tests:
 * {@code Torture CORRUPTIONS [SEED [DISSECTED [FOLDER...]]]}, of which a tenth is dissected too
 * unless told otherwise; the captures in the folders are dissected cut. What fails is kept in
 * {@code target/torture}.
 */
final class Torture {
  private static final Path KEPT = Path.of("target", "torture");
  private static final int COMPARE_THREADS = 50;
  private static final int MOST_FAILURES = 20;
  private static final int EVERY_OCTET = 10_000;
  private static final int STEP_BEYOND = 61;
  private static final int DISSECTED_STEP = 64;

  /** Beginnings of a capture that are dissected, about; what is longer is too much at once. */
  private static final int BEGINNINGS = 50;

  private static final int MOST_OCTETS = 128 << 10;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long STUCK_NANOS = 120 * NANOS_PER_SECOND;
  private static final int WORKERS = Runtime.getRuntime().availableProcessors();

  private final PrintStream out;
  private final AtomicInteger failures = new AtomicInteger();
  private final List<Sample> samples = new ArrayList<>();
  private final Set<Attempt> running = ConcurrentHashMap.newKeySet();

  /** A capture, and the processor time it takes. */
  private static final class Sample {
    private final Path path;
    private final byte[] file;
    private final List<Frame> frames;
    private final long nanos;

    Sample(Path path, byte[] file, List<Frame> frames, long nanos) {
      this.path = path;
      this.file = file;
      this.frames = frames;
      this.nanos = nanos;
    }

    Path path() {
      return path;
    }

    byte[] file() {
      return file;
    }

    List<Frame> frames() {
      return frames;
    }

    long nanos() {
      return nanos;
    }

    static Sample of(Path path) throws IOException {
      byte[] file = Files.readAllBytes(path);
      Ordeal.nanos(file);
      return new Sample(path, file, Samples.frames(file), Ordeal.nanos(file));
    }
  }

  /** A capture being analyzed. */
  private static final class Attempt {
    private final String name;
    private final byte[] capture;
    private final Thread thread;
    private final long start;

    Attempt(String name, byte[] capture, Thread thread, long start) {
      this.name = name;
      this.capture = capture;
      this.thread = thread;
      this.start = start;
    }

    String name() {
      return name;
    }

    byte[] capture() {
      return capture;
    }

    Thread thread() {
      return thread;
    }

    long start() {
      return start;
    }
  }

  private Torture(PrintStream out) throws IOException {
    this.out = out;
    for (Path path : Samples.all()) {
      samples.add(Sample.of(path));
    }
  }

  /** Exit status 1 when anything failed. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Torture torture = new Torture(System.out);
    long corruptions = Long.parseLong(arguments[0]);
    Thread watchdog = new Thread(torture::watch);
    watchdog.setDaemon(true);
    watchdog.start();
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    torture.run("corruptions", corruptions, number -> torture.corrupt(seed + number));
    long dissected = arguments.length > 2 ? Long.parseLong(arguments[2]) : corruptions / 10;
    torture.run("corruptions dissected", dissected, number -> torture.dissect(seed + number));
    torture.run("captures cut", torture.samples.size(), torture::cut);
    List<Path> more =
        captures(Arrays.asList(arguments).subList(Math.min(3, arguments.length), arguments.length));
    torture.run(
        "captures dissected cut",
        more.size(),
        number -> torture.dissectCut(more.get((int) number)));
    Flood.all().forEach(torture::flood);
    System.exit(torture.failures.get() == 0 ? 0 : 1);
  }

  /** Does a task for each number, on all cores. */
  private void run(String what, long count, LongConsumer task) throws InterruptedException {
    long start = System.nanoTime();
    AtomicLong next = new AtomicLong();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < WORKERS; i++) {
      Thread thread =
          new Thread(
              () -> {
                long number = next.getAndIncrement();
                while (number < count && failures.get() < MOST_FAILURES) {
                  task.accept(number);
                  number = next.getAndIncrement();
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    out.printf(
        "%d %s in %d s, %d failures%n",
        Math.min(next.get(), count),
        what,
        (System.nanoTime() - start) / NANOS_PER_SECOND,
        failures.get());
  }

  private void corrupt(long seed) {
    Sample sample = samples.get((int) (seed % samples.size()));
    byte[] damaged = new Corruption(new Random(seed)).of(sample.file(), sample.frames());
    attempt(
        sample.path().getFileName() + "-" + seed,
        damaged,
        () -> {
          if (seed % 2 == 0) {
            Ordeal.json(damaged, sample.nanos());
          } else {
            Ordeal.summary(damaged, sample.nanos());
          }
          if (seed % COMPARE_THREADS == 0) {
            Ordeal.threads(damaged);
          }
        });
  }

  private void dissect(long seed) {
    Sample sample = samples.get((int) (seed % samples.size()));
    byte[] damaged = new Corruption(new Random(seed)).of(sample.file(), sample.frames());
    attempt(
        sample.path().getFileName() + "-dissected-" + seed,
        damaged,
        () -> Ordeal.tree(damaged, sample.nanos()));
  }

  /**
   * Reads every prefix up to {@link #EVERY_OCTET}, and some beyond; analyzes each that has other
   * packets than the one before, as the analysis sees nothing of the input but its packets.
   */
  private void cut(long number) {
    Sample sample = samples.get((int) number);
    int packets = -1;
    int length = 0;
    while (length < sample.file().length) {
      byte[] prefix = Arrays.copyOf(sample.file(), length);
      int read = Samples.count(prefix);
      if (read != packets) {
        packets = read;
        attempt(
            sample.path().getFileName() + "-cut-" + length,
            prefix,
            () -> Ordeal.json(prefix, sample.nanos()));
      }
      length += length < EVERY_OCTET ? 1 : STEP_BEYOND;
    }
  }

  private static List<Path> captures(List<String> folders) throws IOException {
    List<Path> captures = new ArrayList<>();
    for (String folder : folders) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files.filter(file -> file.toString().matches(".*\\.(pcap|pcapng)")).forEach(captures::add);
      }
    }
    return captures;
  }

  /**
   * Dissects a capture with each frame cut at every 64th octet; reads the file up to every such
   * octet, and dissects some of what is read so.
   */
  private void dissectCut(Path path) {
    Sample sample;
    try {
      sample = Sample.of(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int from = 0;
    while (from < sample.frames().size()) {
      List<Frame> stretch = stretch(sample.frames(), from);
      int longest = stretch.stream().mapToInt(frame -> frame.octets().length).max().orElse(0);
      for (int length = 0; length < longest; length += DISSECTED_STEP) {
        tree(sample, "-" + from + "-cut-" + length, Samples.pcap(cut(stretch, length)));
      }
      from += stretch.size();
    }
    int packets = -1;
    int least = sample.frames().size() / BEGINNINGS;
    for (int length = 0; length < sample.file().length; length += DISSECTED_STEP) {
      byte[] beginning = Arrays.copyOf(sample.file(), length);
      int read = Samples.count(beginning);
      if ((packets < 0 || read > packets + least) && length < MOST_OCTETS) {
        packets = read;
        tree(sample, "-dissected-cut-" + length, beginning);
      }
    }
  }

  /** Frames from one on, as many as a tree of them all fits into memory. */
  private static List<Frame> stretch(List<Frame> frames, int from) {
    int octets = 0;
    int to = from;
    while (to < frames.size() && octets < MOST_OCTETS) {
      octets += frames.get(to++).octets().length;
    }
    return frames.subList(from, to);
  }

  private void tree(Sample sample, String what, byte[] capture) {
    attempt(
        sample.path().getFileName() + what, capture, () -> Ordeal.tree(capture, sample.nanos()));
  }

  private static List<Frame> cut(List<Frame> frames, int length) {
    List<Frame> cut = new ArrayList<>();
    for (Frame frame : frames) {
      byte[] octets = Arrays.copyOf(frame.octets(), Math.min(length, frame.octets().length));
      cut.add(new Frame(frame.nanos(), octets, frame.wireLength(), frame.linkType()));
    }
    return cut;
  }

  /** More to remember than there is memory. */
  private void flood(String what, Flood flood) {
    long start = System.nanoTime();
    attempt("flood", new byte[0], () -> Ordeal.flood(flood));
    out.printf("flood of %s in %d s%n", what, (System.nanoTime() - start) / NANOS_PER_SECOND);
  }

  private void attempt(String name, byte[] capture, Runnable ordeal) {
    Attempt attempt = new Attempt(name, capture, Thread.currentThread(), System.nanoTime());
    running.add(attempt);
    try {
      ordeal.run();
    } catch (RuntimeException | Error failure) {
      failures.incrementAndGet();
      out.println(name + ": " + failure);
      keep(attempt);
    } finally {
      running.remove(attempt);
    }
  }

  /** Ends the program when an attempt does not end. */
  private void watch() {
    try {
      while (true) {
        Thread.sleep(1_000);
        for (Attempt attempt : running) {
          if (System.nanoTime() - attempt.start() > STUCK_NANOS) {
            out.println(attempt.name() + ": does not end");
            Arrays.stream(attempt.thread().getStackTrace()).forEach(out::println);
            keep(attempt);
            Runtime.getRuntime().halt(1);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void keep(Attempt attempt) {
    try {
      Files.createDirectories(KEPT);
      Files.write(KEPT.resolve(attempt.name()), attempt.capture());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
