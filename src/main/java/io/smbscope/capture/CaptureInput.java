package io.smbscope.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * One input as it was named on the command line, and how to open it: a regular file is mapped; a
 * compressed one, a pipe, a device and standard input are read as streams.
 */
final class CaptureInput {
  private static final String STANDARD_INPUT = "-";

  private final String input;

  CaptureInput(String input) {
    this.input = input;
  }

  /** For messages. */
  String name() {
    return isStandardInput() ? "standard input" : input;
  }

  /** Octets of the file; 0 when there is none, -1 when it is a stream. */
  long size() {
    if (isStandardInput()) {
      return -1;
    }
    try {
      BasicFileAttributes attributes = attributes(path());
      if (attributes.isDirectory()) {
        return 0;
      }
      return attributes.isRegularFile() ? attributes.size() : -1;
    } catch (NotOpened absent) {
      return 0;
    }
  }

  /** Reads to the end; a file is mapped {@code windowSize} octets at a time. */
  PacketSource open(InputStream standardInput, int windowSize) throws NotOpened, CaptureException {
    try {
      if (isStandardInput()) {
        return stream(standardInput, -1);
      }
      FileChannel file = openFile();
      long size = size();
      if (size < 0) {
        return stream(Channels.newInputStream(file), -1);
      }
      Compression compression = compression(file);
      if (compression != Compression.NONE) {
        return stream(Channels.newInputStream(file), size);
      }
      return reader(new MappedInput(file, windowSize), size);
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }

  /** Reads on until {@code stop} says so, when the end of the file is met. */
  PacketSource follow(BooleanSupplier stop) throws NotOpened, CaptureException {
    if (isStandardInput() || size() < 0) {
      throw new NotOpened("only a file can be followed");
    }
    FileChannel file = openFile();
    try {
      if (compression(file) != Compression.NONE) {
        file.close();
        throw new NotOpened("a compressed file cannot be followed");
      }
      CountingStream counted = new CountingStream(new FollowedFile(file, stop), 0);
      return reader(new StreamInput(counted, counted::count, true, "byte"), -1);
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }

  /** Reads what passes a filter, through libpcap. */
  PacketSource filter(String expression) throws NotOpened, CaptureException {
    long size = size();
    if (!isStandardInput()) {
      try (FileChannel file = openFile()) {
        if (size >= 0 && compression(file) != Compression.NONE) {
          throw new NotOpened("--filter reads uncompressed files only");
        }
      } catch (IOException failure) {
        throw unreadable(failure);
      }
    }
    return FilteredFile.open(input, name(), size, expression);
  }

  private PacketSource stream(InputStream stored, long size) throws IOException, CaptureException {
    CountingStream counted = new CountingStream(stored, Compression.MAGIC_OCTETS);
    Compression compression = Compression.of(counted.first());
    String unit = compression == Compression.NONE ? "byte" : "decompressed byte";
    return reader(new StreamInput(compression.open(counted), counted::count, false, unit), size);
  }

  private PacketSource reader(WindowedInput windows, long size)
      throws IOException, CaptureException {
    return RecordReader.open(windows, name(), size);
  }

  private static Compression compression(FileChannel file) throws IOException {
    ByteBuffer first = ByteBuffer.allocate(Compression.MAGIC_OCTETS);
    int count = Math.max(0, file.read(first, 0));
    return Compression.of(Arrays.copyOf(first.array(), count));
  }

  private FileChannel openFile() throws NotOpened {
    Path path = path();
    if (attributes(path).isDirectory()) {
      throw new NotOpened("is a directory");
    }
    try {
      return FileChannel.open(path);
    } catch (IOException failure) {
      throw notOpened(failure);
    }
  }

  private Path path() throws NotOpened {
    try {
      return Path.of(input);
    } catch (InvalidPathException impossible) {
      throw new NotOpened("no such file", impossible);
    }
  }

  private static BasicFileAttributes attributes(Path path) throws NotOpened {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class);
    } catch (IOException failure) {
      throw notOpened(failure);
    }
  }

  private static NotOpened notOpened(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return new NotOpened("no such file", failure);
    }
    if (failure instanceof AccessDeniedException) {
      return new NotOpened("permission denied", failure);
    }
    return new NotOpened("cannot be opened: " + failure.getMessage(), failure);
  }

  private CaptureException unreadable(IOException failure) {
    return new CaptureException(name() + ": cannot be read: " + failure.getMessage(), failure);
  }

  private boolean isStandardInput() {
    return input.equals(STANDARD_INPUT);
  }
}
