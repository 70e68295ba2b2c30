package io.smbscope.smb.smb1;

import io.kaitai.struct.ByteBufferKaitaiStream;
import io.kaitai.struct.KaitaiStream;
import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.AnomalySink;
import io.smbscope.base.Bytes;
import io.smbscope.base.Stamp;
import io.smbscope.smb.FileParts;
import io.smbscope.smb.PipeTrees;

/**
 * One command of a message while it is decoded: its parameter and data blocks. [MS-CIFS] 2.2.3.2
 *
 * @param index of the command in its chain
 * @param message from the SMB header on, as much as is there
 * @param cut the message is longer than what is there: what then cannot be read is lost, not
 *     malformed
 * @param offset octets from the SMB header to WordCount
 * @param end octets from the SMB header to the end of the data, at most to the end of what is there
 * @param transactions of the connection
 * @param pipes of the connection
 * @param files takes what the message carries of files
 */
record CommandBlock(
    Smb1Header header,
    int command,
    int index,
    Bytes message,
    boolean cut,
    int offset,
    int wordCount,
    int byteCount,
    int end,
    Transactions transactions,
    PipeTrees pipes,
    FileParts files,
    AnomalySink sink,
    long flow,
    Stamp at) {

  boolean unicode() {
    return header.unicode();
  }

  /** The words begin with AndXCommand, AndXReserved and AndXOffset. */
  boolean hasAndX() {
    Smb1Command known = Smb1Command.of(command);
    return known != null && known.andX() && wordCount >= 2 && offset + 5 <= message.length();
  }

  /** Begins at the SMB header, which offsets and alignment count from; stands at WordCount. */
  KaitaiStream stream() {
    ByteBufferKaitaiStream stream =
        new ByteBufferKaitaiStream(message.slice(0, end).toByteBuffer());
    stream.seek(offset);
    return stream;
  }

  /** Octets of the message by their offset from the SMB header: fewer when it is cut. */
  Bytes octets(long from, long count) {
    if (count == 0) {
      return Bytes.EMPTY;
    }
    if (from + count <= message.length()) {
      return message.slice((int) from, (int) count);
    }
    if (!cut) {
      throw new IndexOutOfBoundsException(count + " octets at " + from + " of " + message.length());
    }
    return from < message.length() ? message.from((int) from) : Bytes.EMPTY;
  }

  /**
   * A copy of what is read from or written to a pipe, as far as it is there; empty for a file, of
   * which it goes to {@link FileParts}.
   */
  Bytes pipeData(long from, long count) {
    Bytes data = data(from, count);
    if (data.isEmpty()) {
      return Bytes.EMPTY;
    }
    if (pipes.holds(Smb1Header.tree(header.tid()), data)) {
      return data.slice(0, Math.min(data.length(), PipeTrees.LARGEST)).kept();
    }
    files.found(index, data);
    return Bytes.EMPTY;
  }

  /** Octets of the message by their offset from the SMB header, as far as they are there. */
  private Bytes data(long from, long count) {
    long there = Math.min(count, message.length() - from);
    return there <= 0 ? Bytes.EMPTY : message.slice((int) from, (int) there);
  }

  /** Octets from the SMB header to the data block, behind ByteCount. */
  int dataBlock() {
    return offset + 1 + 2 * wordCount + 2;
  }

  /** Reports {@code MALFORMED_SMB1}, unless what was lost explains it. */
  void malformed(String detail) {
    if (!cut) {
      report(AnomalyKind.MALFORMED_SMB1, detail);
    }
  }

  void report(AnomalyKind kind, String detail) {
    Smb1Command known = Smb1Command.of(command);
    sink.anomaly(
        new Anomaly(
            kind,
            at,
            flow,
            known == null ? "MS-CIFS 2.2.3" : known.section(),
            (known == null ? "command " + command : known.name())
                + (header.response() ? " response: " : " request: ")
                + detail));
  }
}
