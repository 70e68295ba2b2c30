package io.smbscope.dissect;

import io.kaitai.struct.KaitaiStruct;
import io.smbscope.base.Bytes;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.FieldType;
import io.smbscope.dissect.field.TypeShape.Attribute;
import io.smbscope.grammar.placed.Smb1String;
import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * Shows structures that the grammars' parsers have read: each attribute that the grammar gives a
 * field, in the grammar's order, with the place it was read from.
 *
 * <p>The parsers are those compiled with places ({@code io.smbscope.grammar.placed}); they read
 * when they are told to, so that of a structure which ends early all is shown that is there.
 */
public final class Grammar {
  private static final int GUID = 16;

  private Grammar() {}

  /**
   * Reads a structure and shows what of it could be read.
   *
   * @param region what the structure's stream is over
   * @param unicode which of the two forms of text the message has
   * @param read the structure's {@code _read}
   * @return whether it was there wholly, but for attributes that have a place of their own
   */
  public static boolean show(
      FrameTree tree,
      Region region,
      boolean unicode,
      KaitaiStruct.ReadOnly structure,
      Runnable read) {
    Plan plan = tree.plan(structure.getClass());
    boolean whole = plan.needsPlaces() ? read(read) : readWithoutPlaces(plan, structure, read);
    if (plan.getters().isEmpty()) {
      return whole;
    }
    boolean shown =
        new Showing(tree, unicode)
            .structure(
                plan, structure, region, whole, whole ? Integer.MAX_VALUE : structure._io().pos());
    if (!whole || !shown) {
      malformed(tree, structure);
    }
    return whole;
  }

  /**
   * Whether anything of a structure would be shown. What is not even read cannot tell whether it is
   * malformed either.
   */
  public static boolean shows(FrameTree tree, Class<? extends KaitaiStruct.ReadOnly> structure) {
    return !tree.plan(structure).getters().isEmpty();
  }

  /** Places cost more than values: they are only kept when the values end early. */
  private static boolean readWithoutPlaces(
      Plan plan, KaitaiStruct.ReadOnly structure, Runnable read) {
    int start = structure._io().pos();
    plan.withoutPlaces(structure);
    if (read(read)) {
      return true;
    }
    plan.withPlaces(structure);
    structure._io().seek(start);
    return read(read);
  }

  /** Reads as far as the octets go. */
  public static boolean read(Runnable read) {
    try {
      read.run();
      return true;
    } catch (RuntimeException | StackOverflowError e) {
      return false;
    }
  }

  private static void malformed(FrameTree tree, KaitaiStruct.ReadOnly structure) {
    tree.say("[Malformed: " + structure.getClass().getSimpleName() + "]", 0, 0);
  }

  /** One structure and what is in it. */
  private record Showing(FrameTree tree, boolean unicode) {
    /**
     * @param read it was read to its end, so that an attribute without a place is there all the
     *     same
     */
    boolean structure(KaitaiStruct.ReadOnly structure, Region region, boolean read) {
      Plan plan = tree.plan(structure.getClass());
      return structure(plan, structure, region, read, Integer.MAX_VALUE);
    }

    /**
     * @param reached where its sequence ended early: where an instance lies it may not have said
     */
    boolean structure(
        Plan plan, KaitaiStruct.ReadOnly structure, Region region, boolean read, int reached) {
      if (plan.getters().isEmpty()) {
        return true;
      }
      Places places = read && !plan.needsPlaces() ? Places.UNKEPT : new Places(plan, structure);
      boolean whole = true;
      List<Plan.Getter> getters = plan.getters();
      for (int i = 0; i < getters.size(); i++) {
        Plan.Getter getter = getters.get(i);
        try {
          whole &= attribute(getter, places, reached, structure, region);
        } catch (RuntimeException | StackOverflowError e) {
          whole = false;
        } catch (Throwable e) {
          throw new IllegalStateException(e);
        }
      }
      return whole;
    }

    private boolean attribute(
        Plan.Getter getter,
        Places places,
        int reached,
        KaitaiStruct.ReadOnly structure,
        Region region)
        throws Throwable {
      Attribute attribute = getter.attribute();
      String name = attribute.javaName();
      if (!attribute.instance() && !places.has(name)) {
        return true;
      }
      Object value = getter.get().invokeExact((Object) structure);
      if (value == null) {
        return true;
      }
      if (places == Places.UNKEPT && getter.numbers() != null && value instanceof Number number) {
        for (Field field : getter.numbers()) {
          tree.withoutBits(field, number.longValue(), region.origin(), 0);
        }
        return true;
      }
      if (value instanceof List<?> list) {
        return list(attribute, list, places, structure, region);
      }
      Integer start = places.start(name);
      Integer end = places.end(name);
      if (attribute.instance()
          && reached != Integer.MAX_VALUE
          && (start == null || end == null || start.equals(end) || end > reached)) {
        return true;
      }
      return (end == null && start != null && !(value instanceof KaitaiStruct.ReadOnly))
          || one(attribute, value, start, end, structure, region);
    }

    private boolean list(
        Attribute attribute,
        List<?> list,
        Places places,
        KaitaiStruct.ReadOnly structure,
        Region region)
        throws Throwable {
      List<Integer> from = places.starts(attribute.javaName());
      List<Integer> to = places.ends(attribute.javaName());
      boolean whole = true;
      for (int i = 0; i < list.size(); i++) {
        Object value = list.get(i);
        boolean ended = from == null || (to != null && i < to.size());
        if (value != null && (ended || value instanceof KaitaiStruct.ReadOnly)) {
          Integer start = from == null ? null : from.get(i);
          whole &=
              one(
                  attribute,
                  value,
                  start,
                  from != null && ended ? to.get(i) : null,
                  structure,
                  region);
        }
      }
      return whole;
    }

    /** {@code start} is null for what is computed; {@code end} for a structure that ended early. */
    private boolean one(
        Attribute attribute,
        Object value,
        Integer start,
        Integer end,
        KaitaiStruct.ReadOnly structure,
        Region region) {
      int from = start == null ? 0 : start;
      int length = start == null ? 0 : (end == null ? region.octets().length() : end) - from;
      if (value instanceof KaitaiStruct.ReadOnly nested) {
        return nested(attribute, nested, from, length, structure, region);
      }
      for (Field field : attribute.fields()) {
        if (value instanceof Number number && field.form().isNumber()) {
          tree.number(field, number.longValue(), region.origin() + from, length);
        } else if (value instanceof Boolean truth) {
          tree.number(field, truth ? 1 : 0, region.origin() + from, length);
        } else if (tree.wants(field)) {
          Object shown = shown(field, value, start, length, region);
          tree.value(field, shown, region.origin() + from, length);
        }
      }
      return true;
    }

    private boolean nested(
        Attribute attribute,
        KaitaiStruct.ReadOnly nested,
        int from,
        int length,
        KaitaiStruct.ReadOnly structure,
        Region region) {
      Region inner = nested._io() == structure._io() ? region : region.part(from, length);
      if (attribute.fields().isEmpty()) {
        tree.open(attribute.label(), region.origin() + from, length);
      } else {
        Field field = attribute.fields().get(0);
        if (isCutOff(field, nested, region, from, length)) {
          return false;
        }
        Object shown = tree.wants(field) ? ofNested(field, nested, region, from, length) : null;
        tree.open(field, shown, region.origin() + from, length);
      }
      boolean whole = structure(nested, inner, false);
      tree.close();
      return whole;
    }

    /** Text that does not end before the capture cuts it off, or part of a GUID. */
    private boolean isCutOff(
        Field field, KaitaiStruct.ReadOnly nested, Region region, int from, int length) {
      Bytes octets = region.octets();
      if (octets.length() >= region.length() || from + length < octets.length()) {
        return false;
      }
      if (field.type() == FieldType.FT_GUID) {
        return length < GUID;
      }
      if (!(nested instanceof Smb1String)) {
        return false;
      }
      int unit = unicode ? 2 : 1;
      boolean ends = length >= unit && octets.u8(octets.length() - 1) == 0;
      ends &= !unicode || octets.u8(octets.length() - unit) == 0;
      return !ends;
    }

    /** Half a character at the end is left out. */
    private static String withoutHalf(String text) {
      return text.endsWith("\uFFFD") ? text.substring(0, text.length() - 1) : text;
    }

    private Object ofNested(
        Field field, KaitaiStruct.ReadOnly nested, Region region, int from, int length) {
      MethodHandle text = tree.plan(nested.getClass()).text();
      if (text == null) {
        return Values.ofOctets(field, region, from, length, unicode);
      }
      try {
        Object shown = text.invokeExact((Object) nested);
        return shown instanceof String whole && unicode ? withoutHalf(whole) : shown;
      } catch (RuntimeException e) {
        return null;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }

    private Object shown(Field field, Object value, Integer start, int length, Region region) {
      Object shown =
          value instanceof Number number ? Values.ofNumber(field, number.longValue()) : null;
      if (shown != null) {
        return shown;
      }
      if (value instanceof byte[] octets && start == null) {
        return Values.ofOctets(field, new Region(Bytes.of(octets), 0), 0, octets.length, unicode);
      }
      Object said =
          value instanceof String && field.type() == FieldType.FT_STRING
              ? value
              : Values.ofOctets(field, region, start == null ? 0 : start, length, unicode);
      return said instanceof String text && length % 2 != 0 && unicode ? withoutHalf(text) : said;
    }
  }
}
