package io.smbscope.dissect;

import io.smbscope.dissect.field.Field;
import java.nio.BufferUnderflowException;

/**
 * Shows fields that stand one behind the other, where what comes next depends on what was read.
 * Behind the last octet it throws, which {@link Grammar#read} takes for the structure's end; what
 * was shown before stays.
 */
public final class Walk {
  private final FrameTree tree;
  private final Region region;
  private final boolean littleEndian;
  private int at;

  public Walk(FrameTree tree, Region region, boolean littleEndian) {
    this.tree = tree;
    this.region = region;
    this.littleEndian = littleEndian;
  }

  public FrameTree tree() {
    return tree;
  }

  public Region region() {
    return region;
  }

  /** Octets passed. */
  public int at() {
    return at;
  }

  /** Goes to an octet of the region. */
  public void to(int octet) {
    if (octet < 0) {
      throw new BufferUnderflowException();
    }
    at = octet;
  }

  public void skip(int octets) {
    at += octets;
  }

  /** Passes octets until a multiple of {@code octets} counted from the region's first. */
  public void align(int octets) {
    at = (at + octets - 1) / octets * octets;
  }

  /** Octets there are from here on. */
  public int left() {
    return Math.max(0, region.octets().length() - at);
  }

  /** Octets there were from here on, before the capture cut them off. */
  public int reported() {
    return Math.max(0, region.length() - at);
  }

  /** Where the octet is in the frame. */
  public int place() {
    return region.origin() + at;
  }

  /** The number of 1 to 8 octets at {@code ahead} from here. */
  public long peek(int ahead, int octets) {
    long number = 0;
    for (int i = 0; i < octets; i++) {
      int octet = octet(at + ahead + (littleEndian ? octets - 1 - i : i));
      number = number << Byte.SIZE | octet;
    }
    return number;
  }

  /** Shows a field of so many octets, and returns its number when it is one. */
  public long show(Field field, int octets) {
    need(octets);
    long number = 0;
    if (field.form().isNumber() && octets > 0 && octets <= Long.BYTES) {
      number = peek(0, octets);
      tree.number(field, number, place(), octets);
    } else if (tree.wants(field)) {
      tree.value(field, Values.ofOctets(field, region, at, octets, false), place(), octets);
    }
    at += octets;
    return number;
  }

  /** Shows text of so many octets. */
  public void text(Field field, int octets, boolean unicode) {
    need(octets);
    if (tree.wants(field)) {
      tree.value(field, Values.ofOctets(field, region, at, octets, unicode), place(), octets);
    }
    at += octets;
  }

  /** Shows text or octets, above what is shown until {@link FrameTree#close}. */
  public void open(Field field, int octets, boolean unicode) {
    need(octets);
    Object shown = tree.wants(field) ? Values.ofOctets(field, region, at, octets, unicode) : null;
    tree.open(field, shown, place(), octets);
    at += octets;
  }

  /** The octets from here on, which are passed. */
  public Region take(int octets) {
    Region taken = region.part(at, octets);
    at += octets;
    return taken;
  }

  /** Octets up to the first zero and with it, of 8 or of 16 bits. */
  public int untilZero(int unit) {
    int end = at;
    while (true) {
      int sum = 0;
      for (int i = 0; i < unit; i++) {
        sum |= octet(end + i);
      }
      end += unit;
      if (sum == 0) {
        return end - at;
      }
    }
  }

  private void need(int octets) {
    if (octets < 0 || octets > left()) {
      throw new BufferUnderflowException();
    }
  }

  private int octet(int index) {
    if (!region.has(index, 1)) {
      throw new BufferUnderflowException();
    }
    return region.octets().u8(index);
  }
}
