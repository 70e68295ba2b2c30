package io.smbscope.smb.smb2;

import io.kaitai.struct.KaitaiStream;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.smb.FileParts;
import io.smbscope.smb.PipeTrees;

/**
 * One command of a compound, as the decoder of its body sees it. Valid during the decoder's call,
 * as its octets are.
 *
 * @param octets of the command that are there, from its header on
 * @param length octets of the command, its header included; more than {@code octets} when its end
 *     was not gathered or was lost
 * @param missing octets of it that were lost
 * @param tree what {@link PipeTrees} knows the command's tree by; or {@link PipeTrees#UNTOLD}
 * @param stream over {@code octets}; stands where the body begins when a decoder is called
 */
record Smb2Input(
    FlowContext context,
    Stamp at,
    Smb2Header header,
    Bytes octets,
    int length,
    int missing,
    long tree,
    KaitaiStream stream) {

  Limits limits() {
    return context.limits();
  }

  /** All octets of the command are there. */
  boolean whole() {
    return octets.length() == length;
  }

  /** StructureSize of the body, or -1 when it is not there. */
  int structureSize() {
    return octets.length() < Smb2Header.SIZE + 2 ? -1 : octets.u16le(Smb2Header.SIZE);
  }

  /** A range within the octets that are there. */
  boolean present(long offset, long count) {
    return offset <= octets.length() - count;
  }

  /** Reports a range that goes past the message, whether or not all of it is there. */
  void checkRange(String section, String field, long offset, long count) {
    if (count != 0 && offset + count > length) {
      malformed(
          section,
          field + ": " + count + " octets at " + offset + " in a message of " + length + " octets");
    }
  }

  /**
   * Reports data that do not follow what is before them, but for an alignment to 8 octets: an
   * analyzer that does not look at the offset takes other octets for data.
   *
   * @param fixed octets before the data
   */
  void checkGap(String section, int fixed, long offset, long count) {
    if (count != 0 && (offset < fixed || offset - fixed > Long.BYTES)) {
      String detail = "DataOffset " + offset + " behind " + fixed + " octets";
      context.report(at, AnomalyKind.UNEXPECTED_MESSAGE, section, detail);
    }
  }

  /**
   * A copy of what is read from or written to a pipe, as far as it is there; empty for a file, of
   * which it goes to {@link FileParts}. Where it may be either, it goes both ways.
   */
  Bytes pipeData(long offset, long count) {
    Bytes data = data(offset, count);
    if (data.isEmpty()) {
      return Bytes.EMPTY;
    }
    boolean pipe = context.pipes().holds(tree, data);
    if (!pipe || tree == PipeTrees.UNTOLD) {
      context.files().found(0, data);
    }
    return pipe ? data(offset, Math.min(count, PipeTrees.LARGEST)).kept() : Bytes.EMPTY;
  }

  /** Octets of the command by their offset, as far as they are there. */
  Bytes data(long offset, long count) {
    long there = Math.min(count, octets.length() - offset);
    return there <= 0 ? Bytes.EMPTY : octets.slice((int) offset, (int) there);
  }

  /**
   * A security buffer, as far as it is there.
   *
   * @param octets of it; null when it begins behind what is there
   */
  Bytes token(String section, int offset, int length, byte[] octets) {
    checkRange(section, "SecurityBuffer", offset, length);
    return octets == null || length == 0 ? Bytes.EMPTY : Bytes.of(octets);
  }

  void malformed(String section, String detail) {
    context.report(at, AnomalyKind.MALFORMED_SMB2, section, detail);
  }

  void limitReached(String section, String detail) {
    context.report(at, AnomalyKind.LIMIT_REACHED, section, detail);
  }

  /** Says why a part could not be read, unless it may be for what is not there. */
  void unreadable(String section, String part, Throwable reason) {
    context.unreadable(at, section, part, whole(), reason);
  }
}
