package io.smbscope.detect.sigma;

import java.util.function.Function;

/**
 * A column of a log.
 *
 * @param <R> rows of the log
 * @param name Zeek's
 * @param of its value in a row, as its kind says; null where it is unset
 */
record Column<R>(String name, Kind kind, Function<R, Object> of) {
  /** What values are, and how they compare with what rules say. */
  enum Kind {
    /** {@link String}. */
    TEXT,
    /** {@link String}: path of a share, in which {@code *} as the server's name is any server. */
    SHARE,
    /** {@link String}: name in a share, with or without a backslash before it. */
    NAME,
    /** {@link String}: IP address. */
    ADDRESS,
    /** {@link java.util.List} of {@link String}: one of them must match. */
    TEXTS,
    /** {@link Number}. */
    NUMBER,
    /** {@link Double}: seconds since 1970. */
    TIME,
    /** {@link Boolean}. */
    BOOL
  }
}
