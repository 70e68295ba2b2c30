package io.smbscope.capture;

import java.io.EOFException;
import java.io.IOException;

/**
 * What the readers of the file formats have in common: they count the packets of their file, and
 * say where it broke.
 */
abstract class RecordReader implements PacketSource {
  /**
   * Octets of the largest record believed. libpcap and Wireshark take no larger packet than 256 KiB
   * from any interface that carries IP; a larger claim than this is a damaged length.
   */
  static final int MOST_OCTETS = 64 << 20;

  private static final String NOT_A_CAPTURE =
      "not a capture (neither pcap nor pcapng, plain or in gzip, zstd or lz4)";

  final WindowedInput input;
  private final String name;
  private final long size;
  private long packets;
  private boolean started;

  /**
   * Closes {@code input} with itself.
   *
   * @param name the input's name in messages
   * @param size octets of the input as stored, or -1 when unknown
   */
  RecordReader(WindowedInput input, String name, long size) {
    this.input = input;
    this.name = name;
    this.size = size;
  }

  /**
   * Chooses the reader by the first octets.
   *
   * @param input closed when it is not a capture, else with the reader
   */
  static RecordReader open(WindowedInput input, String name, long size)
      throws IOException, CaptureException {
    RecordReader reader = null;
    try {
      boolean known = input.has(4);
      int magic = known ? input.octets.getInt(input.at) : 0;
      PcapFormat format = PcapFormat.of(magic);
      if (magic == PcapngReader.SECTION_HEADER) {
        reader = new PcapngReader(input, name, size);
      } else if (format != null) {
        reader = new PcapReader(input, name, size, format);
      } else {
        boolean empty = !known && input.rest() == 0;
        throw new CaptureException(name + ": " + (empty ? "empty" : NOT_A_CAPTURE));
      }
      return reader;
    } catch (IOException failure) {
      throw new CaptureException(
          "%s: broken at %s %d, before the first packet: %s"
              .formatted(name, input.unit(), input.offset() + input.rest(), reason(failure)),
          failure);
    } finally {
      if (reader == null) {
        input.close();
      }
    }
  }

  /** Reads what stands before the first packet. */
  abstract void readHeader() throws IOException, CaptureException;

  /** Fills all of {@code packet} but its number; false at the end of the input. */
  abstract boolean read(Packet packet) throws IOException, CaptureException;

  /** Whether the next record is a packet, and all of it can be had without waiting. */
  abstract boolean packetReady() throws IOException;

  @Override
  public final boolean next(Packet packet) throws CaptureException {
    try {
      if (!started) {
        started = true;
        readHeader();
      }
      if (!read(packet)) {
        return false;
      }
    } catch (EOFException early) {
      if (input.unfinished()) {
        return false;
      }
      throw broken("cut off", input.offset() + input.rest(), early);
    } catch (IOException failure) {
      throw broken("broken", input.offset() + input.rest(), failure);
    } catch (InternalError fault) {
      // The operating system could not give a mapped page: the file shrank, or its disk failed.
      throw broken("broken", input.offset(), new IOException("cannot be read", fault));
    }
    packet.number = ++packets;
    return true;
  }

  @Override
  public final boolean ready() {
    try {
      return started && packetReady();
    } catch (IOException | InternalError failure) {
      // The next call of next meets and tells it.
      return false;
    }
  }

  @Override
  public final long position() {
    return input.position();
  }

  @Override
  public final long size() {
    return size;
  }

  @Override
  public final void close() {
    try {
      input.close();
    } catch (IOException nothingWasWritten) {
      // So nothing is lost.
    }
  }

  /** Whether anything follows; if something does, {@code needed} octets must. */
  final boolean another(int needed, String part) throws IOException {
    if (input.has(needed)) {
      return true;
    }
    if (input.rest() == 0) {
      return false;
    }
    throw new CutOff(part, needed - input.rest());
  }

  final void require(int needed, String part) throws IOException {
    if (!input.has(needed)) {
      throw new CutOff(part, needed - input.rest());
    }
  }

  final CaptureException damaged(long offset, String what) {
    return broken("damaged", offset, new IOException(what));
  }

  private CaptureException broken(String how, long offset, IOException why) {
    return new CaptureException(
        "%s: %s at %s %d, in packet %d: %s"
            .formatted(name, how, input.unit(), offset, packets + 1, reason(why)),
        why);
  }

  private static String reason(IOException why) {
    return why.getMessage() == null ? why.toString() : why.getMessage();
  }
}
