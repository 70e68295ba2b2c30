package io.smbscope.capture;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Several inputs as one: the packets of each follow those of the one before, numbered through. An
 * input that cannot be opened, or breaks, is noted as a {@link Failure} and the next one goes on;
 * so {@link #next} itself never fails.
 */
public final class CaptureFiles implements PacketSource {
  /** What was wrong with an input. */
  public enum Problem {
    /** It could not be opened as asked: no such file, a directory, no permission, a bad filter. */
    NOT_OPENED,
    /** It is no capture, or is cut off, or damaged; packets before that point were delivered. */
    UNREADABLE
  }

  /**
   * An input that could not be read to its end.
   *
   * @param input as it was named
   * @param message one line: the input, what is wrong, at which byte and in which packet of it
   */
  public record Failure(String input, Problem problem, String message) {}

  /** Makes a source of the input at an index of the list. */
  private interface Opening {
    PacketSource open(CaptureInput input, int index) throws NotOpened, CaptureException;
  }

  private final List<String> inputs;
  private final Opening opening;
  private final List<Failure> failures = new ArrayList<>();
  private final Tally tally = new Tally();
  private final long[] sizes;
  private final long size;

  private int numOpened;
  private PacketSource current;

  /** Octets of the inputs that are finished. */
  private long finished;

  private CaptureFiles(List<String> inputs, Opening opening, boolean endless) {
    this.inputs = List.copyOf(inputs);
    this.opening = opening;
    this.sizes = inputs.stream().mapToLong(input -> new CaptureInput(input).size()).toArray();
    long sum = 0;
    for (long one : sizes) {
      sum = one < 0 || sum < 0 ? -1 : sum + one;
    }
    this.size = endless ? -1 : sum;
  }

  /**
   * Reads {@code inputs} one after the other.
   *
   * @param inputs paths of pcap or pcapng files, plain or compressed with gzip, zstd or lz4; "-" is
   *     {@code standardInput}
   * @param standardInput closed when it was read
   */
  public static CaptureFiles of(List<String> inputs, InputStream standardInput) {
    return of(inputs, standardInput, MappedInput.WINDOW);
  }

  /** As above, with {@code windowSize} octets of a file mapped at once. */
  static CaptureFiles of(List<String> inputs, InputStream standardInput, int windowSize) {
    return new CaptureFiles(inputs, (input, index) -> input.open(standardInput, windowSize), false);
  }

  /**
   * Reads {@code inputs} one after the other, and at the end of the last one, an uncompressed file,
   * waits for what is still written to it. {@link #next} then blocks; it returns false once {@code
   * stop} says true or the thread is interrupted. A record not complete by then is not a failure.
   *
   * @param stop asked some times a second while there is nothing to read
   */
  public static CaptureFiles following(
      List<String> inputs, InputStream standardInput, BooleanSupplier stop) {
    return new CaptureFiles(
        inputs,
        (input, index) ->
            index == inputs.size() - 1
                ? input.follow(stop)
                : input.open(standardInput, MappedInput.WINDOW),
        true);
  }

  /**
   * Reads {@code inputs}, uncompressed files, through libpcap, which passes on what matches a
   * filter. The packets that pass are numbered 1, 2, 3: libpcap does not tell how many it dropped.
   * "-" is the standard input of the process.
   *
   * @param filter in libpcap's language (pcap-filter(7))
   * @throws CaptureException when there is no libpcap; the message names the package to install
   */
  public static CaptureFiles filtered(List<String> inputs, String filter) throws CaptureException {
    Libpcap.require("--filter");
    return new CaptureFiles(inputs, (input, index) -> input.filter(filter), false);
  }

  /** Never throws: what would be thrown is among the {@link #failures}. */
  @Override
  public boolean next(Packet packet) {
    while (current != null || openNext()) {
      try {
        if (current.next(packet)) {
          tally.count(packet);
          return true;
        }
      } catch (CaptureException broken) {
        fail(Problem.UNREADABLE, broken.getMessage());
      }
      finishCurrent();
    }
    return false;
  }

  @Override
  public boolean ready() {
    return current != null && current.ready();
  }

  /** Opens the next input that can be; false when none is left. */
  private boolean openNext() {
    while (current == null && numOpened < inputs.size()) {
      int index = numOpened++;
      CaptureInput input = new CaptureInput(inputs.get(index));
      try {
        current = opening.open(input, index);
      } catch (NotOpened failure) {
        fail(Problem.NOT_OPENED, input.name() + ": " + failure.getMessage());
        finished += Math.max(0, sizes[index]);
      } catch (CaptureException failure) {
        fail(Problem.UNREADABLE, failure.getMessage());
        finished += Math.max(0, sizes[index]);
      }
    }
    return current != null;
  }

  private void finishCurrent() {
    finished += sizes[numOpened - 1] < 0 ? current.position() : sizes[numOpened - 1];
    current.close();
    current = null;
  }

  private void fail(Problem problem, String message) {
    failures.add(new Failure(inputs.get(numOpened - 1), problem, message));
  }

  /** The inputs that could not be read to their end, so far. */
  public List<Failure> failures() {
    return List.copyOf(failures);
  }

  /** What was delivered so far. */
  public Tally tally() {
    return tally;
  }

  @Override
  public long position() {
    return finished + (current == null ? 0 : current.position());
  }

  /** Octets of all inputs; -1 when one of them is a stream or is followed. */
  @Override
  public long size() {
    return size;
  }

  @Override
  public void close() {
    numOpened = inputs.size();
    if (current != null) {
      current.close();
      current = null;
    }
  }
}
