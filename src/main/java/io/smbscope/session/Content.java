package io.smbscope.session;

import io.smbscope.base.Bytes;
import io.smbscope.base.Stamp;
import io.smbscope.event.ContentEvent;
import io.smbscope.smb.FileContent;
import java.util.Arrays;
import java.util.HexFormat;

/** What was read from or written to one open, in one direction. */
final class Content {
  private static final byte[] NOTHING = {};

  private final Contents contents;
  private final boolean written;
  private final Coverage coverage;

  /** Null when no digest is wanted, or none can be told. */
  private Sequence sequence;

  private Stamp start;
  private Stamp last;
  private long size;
  private long seen;
  private long repeated;
  private boolean altered;

  /** The file's first octets, until its type is known. */
  private byte[] head = NOTHING;

  private int headLength;
  private boolean known;

  /** The file's first octets, as many as are told; empty until they are known. */
  private byte[] first = NOTHING;

  private String mime;

  Content(Contents contents, boolean written) {
    this.contents = contents;
    this.written = written;
    this.coverage = new Coverage(contents.room());
    this.sequence = contents.digests().none() ? null : new Sequence(contents, written);
  }

  /** Takes in what one command transferred; its payload's pieces are used up. */
  void add(Transfer transfer, Open open) {
    start = start == null ? transfer.at() : start;
    last = transfer.at();
    size = Math.max(size, transfer.end());
    long added = coverage.add(transfer.offset(), transfer.offset() + transfer.present());
    seen += added;
    repeated += transfer.present() - added;
    if (transfer.payload() == null) {
      return;
    }
    for (Payload.Piece piece : transfer.payload().take(transfer.command())) {
      int length = (int) Math.min(piece.length(), transfer.count() - piece.position);
      if (length <= 0) {
        contents.room().give(piece.cost());
        continue;
      }
      Bytes octets = piece.octets().slice(0, length);
      addToHead(transfer.offset() + piece.position, octets, open);
      if (sequence == null) {
        contents.room().give(piece.cost());
      } else if (!sequence.add(transfer.offset() + piece.position, octets, piece.cost())) {
        noDigest();
      }
    }
  }

  /** Keeps the file's first octets as far as they come in order. */
  private void addToHead(long offset, Bytes octets, Open open) {
    altered |= differs(offset, octets);
    if (known || offset > headLength) {
      return;
    }
    int end = (int) Math.min(contents.start(), offset + octets.length());
    if (offset == 0 && isAll(end, open)) {
      tell(octets.slice(0, end).copy(), open.name);
      return;
    }
    if (end > head.length && !growHead(end)) {
      tellHead(open.name);
      return;
    }
    int at = (int) offset;
    if (end > at) {
      octets.copyTo(0, head, at, end - at);
      headLength = Math.max(headLength, end);
    }
    if (headLength == contents.start()) {
      tellHead(open.name);
      contents.room().give(head.length);
      head = NOTHING;
    }
  }

  /** Octets of the file's start are not those that were there before, and those were not zero. */
  private boolean differs(long offset, Bytes octets) {
    byte[] before = known ? first : head;
    int length = known ? first.length : Math.min(headLength, FileContent.HEAD.octets());
    for (int i = (int) Math.min(offset, length); i < length && i - offset < octets.length(); i++) {
      if (before[i] != 0 && octets.u8((int) (i - offset)) != (before[i] & 0xFF)) {
        return true;
      }
    }
    return false;
  }

  /** Nothing more is needed of a file's start. */
  private boolean isAll(int end, Open open) {
    return end == contents.start() || (!written && open.size != null && end == open.size);
  }

  private boolean growHead(int end) {
    int capacity = Math.min(contents.start(), Math.max(end, 2 * head.length));
    if (!contents.room().take(capacity - head.length)) {
      return false;
    }
    head = Arrays.copyOf(head, capacity);
    return true;
  }

  private void tellHead(String name) {
    known = true;
    if (headLength > 0) {
      tell(head.length == headLength ? head : Arrays.copyOf(head, headLength), name);
    }
  }

  private void tell(byte[] start, String name) {
    known = true;
    mime = contents.type(start, name);
    first = Arrays.copyOf(start, Math.min(start.length, FileContent.HEAD.octets()));
  }

  /** Octets up to the end of the last one transferred. */
  long size() {
    return size;
  }

  /** The file is as long as this now: what lay behind it is gone. */
  void cutOff(long length) {
    if (length < size) {
      noDigest();
    }
  }

  /** It is not what the messages carry, or too much of it is held. */
  void noDigest() {
    if (sequence != null) {
      sequence.giveUp();
      sequence = null;
    }
  }

  /** The open ends. */
  ContentEvent toEvent(Context context, Open open, Stamp at, String end) {
    Digests.Result digests =
        sequence == null || seen < size ? Digests.Result.NONE : sequence.finish(size);
    if (!known) {
      tellHead(open.name);
    }
    noDigest();
    contents.room().give(head.length);
    coverage.release();
    return new ContentEvent(
        at,
        open.connection.key(),
        open.tree.ref(),
        open.ref(context),
        written,
        start,
        last,
        seen,
        size,
        size - seen,
        repeated,
        altered && (written || open.contentWritten == null),
        open.size,
        "close".equals(end),
        first.length == 0 ? null : HexFormat.of().formatHex(first),
        mime,
        digests.md5(),
        digests.sha1(),
        digests.sha256());
  }
}
