package io.smbscope.base;

import java.util.Arrays;

/**
 * Several values that are one key of a table. Immutable, if they are.
 *
 * <p>A record would say the same, but a record's {@code hashCode} and {@code equals} are put
 * together at run time: that slows down every start, and every look-up where nothing optimizes.
 */
public final class Key {
  private final Object[] parts;
  private final int hash;

  private Key(Object[] parts) {
    this.parts = parts;
    this.hash = Arrays.hashCode(parts);
  }

  /** Equal to another of equal parts in the same order; parts may be null. */
  public static Key of(Object... parts) {
    return new Key(parts);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Key key && hash == key.hash && Arrays.equals(parts, key.parts);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return Arrays.toString(parts);
  }
}
