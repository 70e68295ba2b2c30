package io.smbscope.dissect;

import io.kaitai.struct.KaitaiStruct;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;

/** Where the attributes of one structure were read, in its stream. */
final class Places {
  /** Nobody asks for them, and the structure was read to its end. */
  static final Places UNKEPT = new Places();

  private final Map<String, Integer> starts;
  private final Map<String, Integer> ends;
  private final Map<String, List<Integer>> eachStart;
  private final Map<String, List<Integer>> eachEnd;

  private Places() {
    starts = Map.of();
    ends = Map.of();
    eachStart = Map.of();
    eachEnd = Map.of();
  }

  @SuppressWarnings("unchecked")
  Places(Plan plan, KaitaiStruct.ReadOnly structure) {
    MethodHandle[] read = plan.readPlaces();
    this.starts = (Map<String, Integer>) map(read[0], structure);
    this.ends = (Map<String, Integer>) map(read[1], structure);
    this.eachStart = (Map<String, List<Integer>>) map(read[2], structure);
    this.eachEnd = (Map<String, List<Integer>>) map(read[3], structure);
  }

  private static Object map(MethodHandle read, Object structure) {
    try {
      return read.invokeExact(structure);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether an attribute of the sequence was reached. */
  boolean has(String attribute) {
    return this == UNKEPT || starts.containsKey(attribute);
  }

  /** Null for what is computed. */
  Integer start(String attribute) {
    return this == UNKEPT ? null : starts.get(attribute);
  }

  /** Null for what ended early, too. */
  Integer end(String attribute) {
    return this == UNKEPT ? null : ends.get(attribute);
  }

  /** Of each element of a list; null when they are not kept. */
  List<Integer> starts(String attribute) {
    return this == UNKEPT ? null : eachStart.get(attribute);
  }

  List<Integer> ends(String attribute) {
    return this == UNKEPT ? null : eachEnd.get(attribute);
  }
}
