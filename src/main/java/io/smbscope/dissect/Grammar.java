package io.smbscope.dissect;

import io.kaitai.struct.KaitaiStream;
import io.kaitai.struct.KaitaiStruct;
import io.smbscope.base.Bytes;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.field.TypeShape;
import io.smbscope.dissect.field.TypeShape.Attribute;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Shows structures that the grammars' parsers have read: each attribute that the grammar gives a
 * field, in the grammar's order, with the place it was read from.
 *
 * <p>The parsers are those compiled with places ({@code io.smbscope.grammar.placed}); they read
 * when they are told to, so that of a structure which ends early all is shown that is there.
 */
public final class Grammar {
  private static final String PACKAGE = "io.smbscope.grammar.placed.";
  private static final ClassValue<Plan> PLANS =
      new ClassValue<>() {
        @Override
        protected Plan computeValue(Class<?> type) {
          return Plan.of(type);
        }
      };

  private Grammar() {}

  /**
   * Reads a structure and shows what of it could be read.
   *
   * @param region what the structure's stream is over
   * @param unicode which of the two forms of text the message has
   * @param read the structure's {@code _read}
   * @return whether it was there wholly
   */
  public static boolean show(
      FrameTree tree,
      Region region,
      boolean unicode,
      KaitaiStruct.ReadOnly structure,
      Runnable read) {
    boolean whole = read(read);
    whole &= new Showing(tree, unicode).structure(structure, region);
    if (!whole) {
      malformed(tree, structure);
    }
    return whole;
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

  /** What to call for each attribute of a class. */
  private record Plan(
      MethodHandle starts,
      MethodHandle ends,
      MethodHandle eachStart,
      MethodHandle eachEnd,
      List<Getter> getters) {
    private static final Plan NOTHING = new Plan(null, null, null, null, List.of());

    static Plan of(Class<?> type) {
      String name = type.getName();
      TypeShape shape =
          name.startsWith(PACKAGE) ? Fields.all().shape(name.substring(PACKAGE.length())) : null;
      if (shape == null) {
        return NOTHING;
      }
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      try {
        List<Getter> getters = new ArrayList<>();
        for (Attribute attribute : shape.attributes()) {
          getters.add(
              new Getter(attribute, lookup.unreflect(type.getMethod(attribute.javaName()))));
        }
        return new Plan(
            lookup.unreflectGetter(type.getField("_attrStart")),
            lookup.unreflectGetter(type.getField("_attrEnd")),
            lookup.unreflectGetter(type.getField("_arrStart")),
            lookup.unreflectGetter(type.getField("_arrEnd")),
            List.copyOf(getters));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(name + " is not as its grammar says", e);
      }
    }
  }

  private record Getter(Attribute attribute, MethodHandle get) {}

  /** One structure and what is in it. */
  private record Showing(FrameTree tree, boolean unicode) {
    @SuppressWarnings("unchecked")
    boolean structure(KaitaiStruct.ReadOnly structure, Region region) {
      Plan plan = PLANS.get(structure.getClass());
      boolean whole = true;
      for (Getter getter : plan.getters) {
        try {
          Attribute attribute = getter.attribute;
          Map<String, Integer> starts = (Map<String, Integer>) plan.starts.invoke(structure);
          if (!attribute.instance() && !starts.containsKey(attribute.javaName())) {
            continue;
          }
          Object value = getter.get.invoke(structure);
          if (value == null) {
            continue;
          }
          Integer start = starts.get(attribute.javaName());
          Integer end =
              ((Map<String, Integer>) plan.ends.invoke(structure)).get(attribute.javaName());
          if (value instanceof List<?> list) {
            List<Integer> from =
                ((Map<String, List<Integer>>) plan.eachStart.invoke(structure))
                    .get(attribute.javaName());
            List<Integer> to =
                ((Map<String, List<Integer>>) plan.eachEnd.invoke(structure))
                    .get(attribute.javaName());
            whole &= list(attribute, list, from, to, structure, region);
          } else if (end != null || start == null || value instanceof KaitaiStruct.ReadOnly) {
            whole &= one(attribute, value, start, end, structure, region);
          }
        } catch (RuntimeException | StackOverflowError e) {
          whole = false;
        } catch (Throwable e) {
          throw new IllegalStateException(e);
        }
      }
      return whole;
    }

    private boolean list(
        Attribute attribute,
        List<?> list,
        List<Integer> from,
        List<Integer> to,
        KaitaiStruct.ReadOnly structure,
        Region region) {
      boolean whole = true;
      for (int i = 0; i < list.size(); i++) {
        boolean ended = to != null && i < to.size();
        if (list.get(i) != null && (ended || list.get(i) instanceof KaitaiStruct.ReadOnly)) {
          whole &=
              one(attribute, list.get(i), from.get(i), ended ? to.get(i) : null, structure, region);
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
        KaitaiStream own = nested._io();
        Region inner = own == structure._io() ? region : region.part(from, length);
        if (attribute.fields().isEmpty()) {
          tree.open(attribute.label(), region.origin() + from, length);
        } else {
          Field field = attribute.fields().get(0);
          Object shown = Values.ofOctets(field, region, from, length, unicode);
          tree.open(field, shown, region.origin() + from, length);
        }
        boolean whole = structure(nested, inner);
        tree.close();
        return whole;
      }
      for (Field field : attribute.fields()) {
        if (value instanceof Number number && field.form().isNumber()) {
          tree.number(field, number.longValue(), region.origin() + from, length);
        } else if (value instanceof Boolean truth) {
          tree.number(field, truth ? 1 : 0, region.origin() + from, length);
        } else if (tree.wants(field)) {
          Object shown =
              value instanceof Number number ? Values.ofNumber(field, number.longValue()) : null;
          if (shown == null && value instanceof byte[] octets && start == null) {
            shown =
                Values.ofOctets(field, new Region(Bytes.of(octets), 0), 0, octets.length, unicode);
          } else if (shown == null) {
            shown =
                value instanceof String text
                    ? text
                    : Values.ofOctets(field, region, from, length, unicode);
          }
          tree.value(field, shown, region.origin() + from, length);
        }
      }
      return true;
    }
  }
}
