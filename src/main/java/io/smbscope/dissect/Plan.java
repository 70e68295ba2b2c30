package io.smbscope.dissect;

import io.kaitai.struct.KaitaiStruct;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.FieldType;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.field.TypeShape;
import io.smbscope.dissect.field.TypeShape.Attribute;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What to call for each attribute of a parser's class that is to be shown. Made once for a class
 * and the fields that are wanted. Immutable.
 *
 * @param getters of the attributes, in the grammar's order
 * @param needsPlaces the values of some are the octets at their place, or the places are shown
 * @param text of a structure that is a text with what stands around it: its {@code value}; or null
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Plan(
    MethodHandle[] readPlaces,
    MethodHandle[] writePlaces,
    List<Getter> getters,
    boolean needsPlaces,
    MethodHandle text) {
  private static final String PACKAGE = "io.smbscope.grammar.placed.";
  private static final Plan NOTHING = new Plan(null, null, List.of(), false, null);
  private static final String TEXT = "value";
  private static final String[] PLACES = {"_attrStart", "_attrEnd", "_arrStart", "_arrEnd"};
  private static final Map<String, Object> UNKEPT = new UnkeptPlaces();

  /**
   * How to show an attribute.
   *
   * @param numbers of its fields and their bits those that are wanted; null when all are, or when
   *     any has other values
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Getter(Attribute attribute, MethodHandle get, Field[] numbers) {}

  /** Of a class compiled from a grammar; of any other there is nothing to show. */
  static Plan of(Class<?> type, Wanted wanted) {
    TypeShape shape = shape(type);
    if (shape == null) {
      return NOTHING;
    }
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    try {
      List<Getter> getters = new ArrayList<>();
      boolean needsPlaces = wanted.everything();
      MethodHandle text = null;
      for (Attribute attribute : shape.attributes()) {
        Method method = getter(type, attribute);
        if (attribute.javaName().equals(TEXT) && method.getReturnType() == String.class) {
          text = generic(lookup.unreflect(method));
        }
        if (wanted(attribute, method, wanted, new HashSet<>())) {
          getters.add(
              new Getter(attribute, generic(lookup.unreflect(method)), numbers(attribute, wanted)));
          needsPlaces |= needsPlace(attribute, method, wanted, new HashSet<>());
        }
      }
      MethodHandle[] reads = new MethodHandle[PLACES.length];
      MethodHandle[] writes = new MethodHandle[PLACES.length];
      for (int i = 0; i < PLACES.length; i++) {
        reads[i] = generic(lookup.unreflectGetter(type.getField(PLACES[i])));
        writes[i] =
            lookup
                .unreflectSetter(type.getField(PLACES[i]))
                .asType(MethodType.methodType(void.class, Object.class, Map.class));
      }
      return new Plan(reads, writes, List.copyOf(getters), needsPlaces, text);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName() + " is not as its grammar says", e);
    }
  }

  private static Field[] numbers(Attribute attribute, Wanted wanted) {
    if (wanted.everything() || !attribute.fields().stream().allMatch(f -> f.form().isNumber())) {
      return null;
    }
    return attribute.fields().stream()
        .flatMap(field -> Stream.concat(Stream.of(field), field.bits().stream()))
        .filter(field -> wanted.wants(field) || wanted.follows(field))
        .toArray(Field[]::new);
  }

  /** Keeps no places of what the structure reads. */
  void withoutPlaces(KaitaiStruct.ReadOnly structure) {
    set(writePlaces[0], structure, UNKEPT);
    set(writePlaces[1], structure, UNKEPT);
  }

  /** Keeps them after all. */
  void withPlaces(KaitaiStruct.ReadOnly structure) {
    set(writePlaces[0], structure, new HashMap<>());
    set(writePlaces[1], structure, new HashMap<>());
  }

  private static TypeShape shape(Class<?> type) {
    String name = type.getName();
    return name.startsWith(PACKAGE) ? Fields.all().shape(name.substring(PACKAGE.length())) : null;
  }

  private static MethodHandle generic(MethodHandle getter) {
    return getter.asType(MethodType.methodType(Object.class, Object.class));
  }

  private static void set(MethodHandle place, Object structure, Map<?, ?> map) {
    try {
      place.invokeExact(structure, map);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Itself, or anything in it. */
  private static boolean wanted(
      Attribute attribute, Method getter, Wanted wanted, Set<Class<?>> above) {
    if (wanted.everything() || attribute.fields().stream().anyMatch(wanted::wantsAnyOf)) {
      return true;
    }
    return nested(attribute, getter).stream().anyMatch(type -> anyWanted(type, wanted, above));
  }

  /** Whether any field of a class is wanted; of one that is only known when it is read, it is. */
  private static boolean anyWanted(Class<?> type, Wanted wanted, Set<Class<?>> above) {
    TypeShape shape = shape(type);
    if (shape == null) {
      return true;
    }
    if (!above.add(type)) {
      return false;
    }
    return shape.attributes().stream()
        .anyMatch(attribute -> wanted(attribute, getter(type, attribute), wanted, above));
  }

  /** The structures that an attribute, or each element of its list, may be; none for a value. */
  private static List<Class<?>> nested(Attribute attribute, Method getter) {
    Type returned = getter.getGenericReturnType();
    while (returned instanceof ParameterizedType list) {
      returned = list.getActualTypeArguments()[0];
    }
    if (!(returned instanceof Class<?> type)
        || (type != Object.class && !KaitaiStruct.class.isAssignableFrom(type))) {
      return List.of();
    }
    if (shape(type) != null || attribute.cases().isEmpty()) {
      return List.of(type);
    }
    String owner = getter.getDeclaringClass().getName().substring(PACKAGE.length());
    List<Class<?>> cases = new ArrayList<>();
    attribute.cases().forEach(name -> cases.add(named(owner, name, type)));
    return cases;
  }

  /** A type by a name that a grammar uses within another: in that type, around it, or elsewhere. */
  private static Class<?> named(String owner, String name, Class<?> otherwise) {
    String scope = owner;
    while (!scope.isEmpty()) {
      String found = scope + '$' + name;
      if (Fields.all().shape(found) != null) {
        return type(found);
      }
      scope = scope.substring(0, Math.max(0, scope.lastIndexOf('$')));
    }
    return Fields.all().shape(name) == null ? otherwise : type(name);
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(PACKAGE + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name + " is not as its grammar says", e);
    }
  }

  /** Its getter does not return all that is shown of it. */
  private static boolean needsPlace(
      Attribute attribute, Method getter, Wanted wanted, Set<Class<?>> above) {
    List<Class<?>> nested = nested(attribute, getter);
    if (!nested.isEmpty()) {
      return attribute.fields().stream().anyMatch(wanted::wantsAnyOf)
          || nested.stream().anyMatch(type -> anyNeedsPlace(type, wanted, above));
    }
    Class<?> returned = getter.getReturnType();
    return returned != byte[].class
        && returned != String.class
        && attribute.fields().stream()
            .anyMatch(f -> !f.form().isNumber() && f.type() != FieldType.FT_ABSOLUTE_TIME);
  }

  private static boolean anyNeedsPlace(Class<?> type, Wanted wanted, Set<Class<?>> above) {
    TypeShape shape = shape(type);
    if (shape == null || !above.add(type)) {
      return true;
    }
    for (Attribute attribute : shape.attributes()) {
      Method getter = getter(type, attribute);
      if (wanted(attribute, getter, wanted, new HashSet<>())
          && needsPlace(attribute, getter, wanted, above)) {
        return true;
      }
    }
    return false;
  }

  private static Method getter(Class<?> type, Attribute attribute) {
    try {
      return type.getMethod(attribute.javaName());
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type.getName() + " is not as its grammar says", e);
    }
  }
}
