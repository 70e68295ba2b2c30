package io.smbscope.cli;

import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.capture.CaptureException;
import io.smbscope.capture.PacketSource;
import io.smbscope.net.DecoderStats;
import io.smbscope.net.Ports;
import io.smbscope.smb.FileContent;
import io.smbscope.smb.SmbObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Brings packets from a source to an observer: a reader, flow workers, and the caller's thread,
 * which puts the workers' observations into packet order. With one thread, all on the caller's.
 */
final class Pipeline implements AutoCloseable {
  /**
   * In work at once: what they hold is copied by each garbage collection, so no more than needed.
   */
  private static final int BATCHES = 4;

  private static final int IDLE_SECONDS = 1;
  private static final int MOST_MILLIS_TO_END = 1000;

  private final Reader reader;
  private final List<FlowWorker> workers = new ArrayList<>();
  private final BlockingQueue<Batch> free = new ArrayBlockingQueue<>(BATCHES);
  private final BlockingQueue<Batch> ordered = new ArrayBlockingQueue<>(BATCHES);
  private final List<Thread> threads = new ArrayList<>();
  private final boolean alone;
  private SmbObserver observer;
  private Consumer<Stamp> reached;
  private Runnable caughtUp;

  /**
   * Reads from a source.
   *
   * @param files how much of files' octets is observed
   * @param threads 1: all on the caller's; else as many flow workers less one, beside a reader
   */
  Pipeline(PacketSource source, Ports ports, Limits limits, FileContent files, int threads) {
    this.reader = new Reader(source, limits, ports);
    this.alone = threads == 1;
    int count = Math.max(1, Math.min(threads - 1, FlowWorker.SHARDS));
    for (int i = 0; i < count; i++) {
      workers.add(new FlowWorker(i, count, limits, files, ports));
    }
  }

  /**
   * Reads ahead on threads of its own, if it has any, while the caller makes ready what follows.
   */
  void start() throws InterruptedException {
    if (alone || !threads.isEmpty()) {
      return;
    }
    for (int i = 0; i < BATCHES; i++) {
      free.put(new Batch(workers.size()));
    }
    List<BlockingQueue<Batch>> inboxes = new ArrayList<>();
    for (FlowWorker worker : workers) {
      BlockingQueue<Batch> inbox = new ArrayBlockingQueue<>(BATCHES);
      inboxes.add(inbox);
      start("flows-" + inboxes.size(), () -> workLoop(worker, inbox));
    }
    start("reader", () -> readLoop(inboxes));
  }

  /**
   * Runs until the input is over.
   *
   * @param reached told, on the caller's thread, which packet the observer was told of last, each
   *     time some were, and with several threads also when for a second there were none
   * @param caughtUp runs behind that when those were all that could be had without waiting
   */
  void run(SmbObserver observer, Consumer<Stamp> reached, Runnable caughtUp)
      throws CaptureException, InterruptedException {
    this.observer = observer;
    this.reached = reached;
    this.caughtUp = caughtUp;
    if (alone) {
      runAlone();
    } else {
      start();
      runThreads();
    }
  }

  /**
   * Reads no more. What reads a file has ended then, so that the file can be closed; what waits for
   * standard input is left to the end of the process.
   */
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        thread.join(MOST_MILLIS_TO_END);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the reader counted; valid when {@link #run} is over. */
  DecoderStats stats() {
    return reader.stats();
  }

  private void runAlone() throws CaptureException {
    Batch batch = new Batch(workers.size());
    do {
      batch.clear();
      reader.fill(batch);
      work(workers.get(0), batch);
      observe(batch);
    } while (!batch.last);
    batch.clear();
  }

  private static void work(FlowWorker worker, Batch batch) {
    worker.process(batch);
    if (batch.last) {
      worker.finish(batch);
    }
  }

  private void runThreads() throws InterruptedException {
    boolean last = false;
    Stamp at = new Stamp(0, 0);
    while (!last) {
      Batch batch = ordered.poll(IDLE_SECONDS, TimeUnit.SECONDS);
      if (batch == null) {
        reached.accept(at);
        continue;
      }
      batch.processed.await();
      if (batch.failure != null) {
        throw new IllegalStateException(batch.failure);
      }
      observe(batch);
      last = batch.last;
      at = new Stamp(batch.packet, batch.nanos);
      batch.clear();
      free.put(batch);
    }
  }

  private void readLoop(List<BlockingQueue<Batch>> inboxes) throws InterruptedException {
    boolean last = false;
    long packet = 0;
    long nanos = 0;
    while (!last) {
      Batch batch = free.take();
      batch.packet = packet;
      batch.nanos = nanos;
      try {
        reader.fill(batch);
      } catch (CaptureException | RuntimeException | Error e) {
        batch.failure = e;
        batch.last = true;
      }
      packet = batch.packet;
      nanos = batch.nanos;
      last = batch.last;
      for (BlockingQueue<Batch> inbox : inboxes) {
        inbox.put(batch);
      }
      ordered.put(batch);
    }
  }

  private static void workLoop(FlowWorker worker, BlockingQueue<Batch> inbox)
      throws InterruptedException {
    boolean last = false;
    while (!last) {
      Batch batch = inbox.take();
      last = batch.last;
      try {
        if (batch.failure == null) {
          work(worker, batch);
        }
      } catch (RuntimeException | Error e) {
        batch.failure = e;
      }
      batch.processed.countDown();
    }
  }

  private interface Loop {
    void run() throws InterruptedException;
  }

  private void start(String name, Loop loop) {
    Thread thread =
        new Thread(
            () -> {
              try {
                loop.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            name);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  /** Tells the observer all of a batch in packet order. */
  private void observe(Batch batch) {
    List<List<Observation>> sources = new ArrayList<>(batch.observations);
    sources.add(batch.readerObservations);
    if (batch.last) {
      List<Observation> all = new ArrayList<>();
      sources.forEach(all::addAll);
      all.sort((one, other) -> one.before(other) ? -1 : other.before(one) ? 1 : 0);
      all.forEach(observation -> observation.tell(observer));
    } else {
      merge(sources);
    }
    reached.accept(new Stamp(batch.packet, batch.nanos));
    if (batch.caughtUp) {
      caughtUp.run();
    }
  }

  /** Each source is in order already; mostly one alone has observed anything. */
  private void merge(List<List<Observation>> sources) {
    sources.removeIf(List::isEmpty);
    if (sources.size() == 1) {
      sources.get(0).forEach(observation -> observation.tell(observer));
      return;
    }
    int[] next = new int[sources.size()];
    while (true) {
      Observation first = null;
      int from = -1;
      for (int i = 0; i < next.length; i++) {
        List<Observation> source = sources.get(i);
        if (next[i] < source.size() && (first == null || source.get(next[i]).before(first))) {
          first = source.get(next[i]);
          from = i;
        }
      }
      if (first == null) {
        return;
      }
      next[from]++;
      first.tell(observer);
    }
  }
}
