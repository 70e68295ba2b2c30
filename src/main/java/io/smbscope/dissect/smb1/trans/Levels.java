package io.smbscope.dissect.smb1.trans;

import io.kaitai.struct.KaitaiStream;
import io.kaitai.struct.KaitaiStruct;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** How the data of each information level are shown. */
final class Levels {
  private final Map<Integer, Consumer<Part>> levels = new HashMap<>();

  /** Levels that are one structure. */
  <T extends KaitaiStruct.ReadOnly> Levels put(
      Function<KaitaiStream, T> make, Consumer<T> read, int... numbers) {
    return with(part -> part.next(make, read), numbers);
  }

  /** Levels that are one structure with text in it whose form it must know. */
  <T extends KaitaiStruct.ReadOnly> Levels text(
      BiFunction<KaitaiStream, Boolean, T> make, Consumer<T> read, int... numbers) {
    return with(part -> part.text(make, read), numbers);
  }

  /** Levels that are known, but shown as they stand. */
  Levels opaque(int... numbers) {
    return with(part -> {}, numbers);
  }

  Levels with(Consumer<Part> show, int... numbers) {
    for (int number : numbers) {
      levels.put(number, show);
    }
    return this;
  }

  /**
   * Shows the data of a level.
   *
   * @return whether there is such a level
   */
  boolean show(Part part, int number) {
    Consumer<Part> level = levels.get(number);
    if (level != null) {
      level.accept(part);
    }
    return level != null;
  }
}
