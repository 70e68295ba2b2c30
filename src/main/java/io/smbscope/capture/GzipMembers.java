package io.smbscope.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses gzip (RFC 1952), all members of a file one after the other. {@code GZIPInputStream}
 * takes a damaged later member for the end of the file, which would be a silent loss, and a pause
 * in a pipe likewise.
 */
final class GzipMembers extends BulkStream {
  /** The first two octets, little-endian. */
  static final int MAGIC = 0x8B1F;

  private static final int DEFLATE = 8;
  private static final int HEADER_CHECK = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final InputStream stored;
  private final byte[] buffer = new byte[64 << 10];
  private int at;
  private int end;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 check = new CRC32();
  private boolean inMember;

  /** Closes {@code stored} with itself. */
  GzipMembers(InputStream stored) {
    this.stored = stored;
  }

  @Override
  public int read(byte[] octets, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (inMember || nextMember()) {
      int count = inflate(octets, offset, length);
      if (count > 0) {
        check.update(octets, offset, count);
        return count;
      }
      if (inflater.finished()) {
        endMember();
      } else if (inflater.needsDictionary()) {
        throw new IOException("gzip: a preset dictionary");
      }
    }
    return -1;
  }

  private int inflate(byte[] octets, int offset, int length) throws IOException {
    if (inflater.needsInput()) {
      if (at == end && !fill()) {
        throw LittleEndian.early();
      }
      inflater.setInput(buffer, at, end - at);
      at = end;
    }
    long before = inflater.getBytesWritten();
    try {
      return inflater.inflate(octets, offset, length);
    } catch (DataFormatException damaged) {
      int written = (int) (inflater.getBytesWritten() - before);
      if (written == 0) {
        throw new IOException("gzip: " + damaged.getMessage(), damaged);
      }
      // What was good is delivered; the next call meets the damage again.
      return written;
    }
  }

  /** Reads a member's header; false at the end. Zeros may pad the file. */
  private boolean nextMember() throws IOException {
    boolean padded = false;
    while (true) {
      if (at == end && !fill()) {
        return false;
      }
      if (buffer[at] != 0) {
        break;
      }
      padded = true;
      at++;
    }
    int magic = octet() | octet() << 8;
    if (magic != MAGIC || padded || octet() != DEFLATE) {
      throw new IOException("gzip: no member header");
    }
    int flags = octet();
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(octet() | octet() << 8);
    }
    skipText((flags & NAME) != 0);
    skipText((flags & COMMENT) != 0);
    skip((flags & HEADER_CHECK) != 0 ? 2 : 0);
    inflater.reset();
    check.reset();
    inMember = true;
    return true;
  }

  /** Reads a member's trailer: CRC-32 and length of what it held. */
  private void endMember() throws IOException {
    at = end - inflater.getRemaining();
    int crc = word();
    int size = word();
    if (crc != (int) check.getValue() || size != (int) inflater.getBytesWritten()) {
      throw new IOException("gzip: the checksum does not match");
    }
    inMember = false;
  }

  private void skipText(boolean present) throws IOException {
    if (present) {
      int octet = octet();
      while (octet != 0) {
        octet = octet();
      }
    }
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      octet();
    }
  }

  private int word() throws IOException {
    return octet() | octet() << 8 | octet() << 16 | octet() << 24;
  }

  private int octet() throws IOException {
    if (at == end && !fill()) {
      throw LittleEndian.early();
    }
    return buffer[at++] & 0xFF;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, stored.read(buffer, 0, buffer.length));
    return end > 0;
  }

  @Override
  public int available() throws IOException {
    return at < end || !inflater.needsInput() ? 1 : stored.available();
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    stored.close();
  }
}
