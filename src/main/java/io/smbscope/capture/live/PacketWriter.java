package io.smbscope.capture.live;

import io.smbscope.base.FileSeries;
import io.smbscope.capture.Packet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Keeps packets in pcapng files. Only whole blocks are written, so a file can be read at any
 * moment, and a full disk costs whole packets: they are counted, and it goes on once there is room.
 * Runs on a thread of its own.
 */
final class PacketWriter implements Runnable {
  private static final String EXTENSION = ".pcapng";
  private static final int BUFFER = 1 << 20;

  /** Octets that the description of an interface needs at most. */
  private static final int DESCRIPTION = 10_000;

  /** Octets that the statistics of an interface need. */
  private static final int STATISTICS = 64;

  /** An interface of the files: one of a ring, with the link type that its packets have. */
  private record Source(int ring, String name, int linkType, int snapLength) {}

  private final RingSource packets;
  private final WriteOptions options;
  private final String filter;
  private final FileSeries series;
  private final IntFunction<InterfaceCounts> counts;
  private final Consumer<String> notices;
  private final List<Source> sources = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);

  private Path path;

  /** Null while none can be made. */
  private WholeBlocksFile file;

  /** Of the sources, how many the file describes. */
  private int described;

  /** By ring: packets gathered, and packets lost. */
  private final int[] pending;

  private final AtomicLongArray lost;

  private long firstNanos;
  private long lastNanos;
  private boolean failing;

  /**
   * Makes a writer that has no file yet.
   *
   * @param numRings rings that {@code packets} come from
   * @param filter what packets had to pass, or null
   * @param counts what became of the packets of a ring
   * @param notices told one line when packets cannot be written, and when they can again
   * @throws IOException when the folder cannot be read
   */
  PacketWriter(
      RingSource packets,
      int numRings,
      WriteOptions options,
      String filter,
      IntFunction<InterfaceCounts> counts,
      Consumer<String> notices)
      throws IOException {
    this.packets = packets;
    this.pending = new int[numRings];
    this.lost = new AtomicLongArray(numRings);
    this.options = options;
    this.filter = filter;
    this.counts = counts;
    this.notices = notices;
    this.series =
        options.rotates() ? new FileSeries(options.file(), EXTENSION, options.keep()) : null;
  }

  /** Names the interface of a ring, before {@link #open}. */
  void describe(int ring, String name, int linkType, int snapLength) {
    sources.add(new Source(ring, name, linkType, snapLength));
  }

  /** Begins the first file. */
  void open() throws IOException {
    path = series == null ? options.file() : series.next();
    write();
  }

  @Override
  public void run() {
    Packet packet = new Packet();
    while (packets.next(packet)) {
      int needed = PcapngBlocks.sizeOf(packet);
      if (series != null && firstNanos != 0 && isDue(packet, needed)) {
        finish();
        path = series.next();
        firstNanos = 0;
      }
      if (buffer.remaining() < needed) {
        flush();
      }
      PcapngBlocks.packet(buffer, source(packets.lastRing(), packet.linkType), packet);
      firstNanos = firstNanos == 0 ? packet.nanos : firstNanos;
      lastNanos = packet.nanos;
      pending[packets.lastRing()]++;
      if (!packets.ready()) {
        flush();
      }
    }
    finish();
  }

  private boolean isDue(Packet packet, int needed) {
    long size = (file == null ? 0 : file.size()) + buffer.position();
    return (options.rotateBytes() > 0 && size + needed > options.rotateBytes())
        || (options.rotateSeconds() > 0
            && packet.nanos - firstNanos >= TimeUnit.SECONDS.toNanos(options.rotateSeconds()));
  }

  /** The number of an interface; an interface that came back may have another link type. */
  private int source(int ring, int linkType) {
    Source known = null;
    for (int i = 0; i < sources.size(); i++) {
      Source source = sources.get(i);
      if (source.ring() == ring) {
        if (source.linkType() == linkType) {
          return i;
        }
        known = source;
      }
    }
    sources.add(
        known == null
            ? new Source(ring, "", linkType, 0)
            : new Source(ring, known.name(), linkType, known.snapLength()));
    return sources.size() - 1;
  }

  /** Writes what was gathered; what cannot be written is lost, and counted. */
  private void flush() {
    try {
      write();
      if (failing) {
        failing = false;
        notices.accept(path + ": is written again");
      }
    } catch (IOException failure) {
      for (int i = 0; i < pending.length; i++) {
        lost.addAndGet(i, pending[i]);
      }
      if (!failing) {
        failing = true;
        notices.accept("cannot write " + path + ": " + reason(failure) + "; capturing goes on");
      }
    }
    buffer.clear();
    Arrays.fill(pending, 0);
  }

  private void write() throws IOException {
    if (file == null) {
      file = WholeBlocksFile.create(path);
      described = 0;
    }
    ByteBuffer head = ByteBuffer.allocate(DESCRIPTION * (1 + sources.size() - described));
    if (file.size() == 0) {
      PcapngBlocks.section(head);
    }
    for (Source source : sources.subList(described, sources.size())) {
      PcapngBlocks.networkInterface(
          head, source.linkType(), source.snapLength(), source.name(), filter);
    }
    file.append(head.flip(), buffer.flip());
    described = sources.size();
    buffer.clear();
  }

  /** Closes the file, with what was lost until now at its end. */
  private void finish() {
    flush();
    if (file == null) {
      return;
    }
    for (int i = 0; i < described && buffer.remaining() >= STATISTICS; i++) {
      InterfaceCounts lostAt = counts.apply(sources.get(i).ring());
      PcapngBlocks.statistics(
          buffer, i, lastNanos, lostAt.droppedByInterface(), lostAt.droppedByKernel());
    }
    flush();
    try {
      file.close();
    } catch (IOException nothingMore) {
      notices.accept("cannot close " + path + ": " + reason(nothingMore));
    }
    file = null;
  }

  /** Why a file cannot be written, for the user. */
  static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof FileSystemException named && named.getReason() != null) {
      return named.getReason().toLowerCase(Locale.ROOT);
    }
    return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
  }

  /** Packets of a ring that the disk had no room for, or that could not be written otherwise. */
  long lost(int ring) {
    return lost.get(ring);
  }
}
