package io.smbscope.session.media;

import java.util.Comparator;

/**
 * A type and how to know it.
 *
 * @param priority the higher goes before; of the types that match, only those of the highest count
 */
record Magic(String type, int priority, Clause clause) {
  /** The order they are tried in. */
  static final Comparator<Magic> ORDER =
      Comparator.comparingInt(Magic::priority)
          .thenComparingInt(magic -> magic.clause().size())
          .thenComparing(Magic::type)
          .reversed();
}
