package io.smbscope.detect.sigma;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What stands behind a field's name. Sigma appendix "modifiers"
 *
 * @param transforms that make other texts of a text, in their order
 * @param compare how numbers compare, or null
 * @param part of a time that is compared, or null
 */
record Modifiers(Set<Name> names, List<Name> transforms, Name compare, Name part) {
  /** By name, in lower case in rules. */
  enum Name {
    ALL,
    CONTAINS,
    STARTSWITH,
    ENDSWITH,
    CASED,
    EXISTS,
    NEQ,
    RE,
    I,
    M,
    S,
    CIDR,
    FIELDREF,
    WINDASH,
    BASE64,
    BASE64OFFSET,
    WIDE,
    UTF16LE,
    UTF16BE,
    UTF16,
    LT,
    LTE,
    GT,
    GTE,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR
  }

  private static final Set<Name> TRANSFORMS = EnumSet.range(Name.WINDASH, Name.UTF16);
  private static final Set<Name> COMPARES = EnumSet.range(Name.LT, Name.GTE);
  private static final Set<Name> PARTS = EnumSet.range(Name.MINUTE, Name.YEAR);
  private static final Set<Name> PLACES = EnumSet.of(Name.CONTAINS, Name.STARTSWITH, Name.ENDSWITH);
  private static final Set<Name> FLAGS = EnumSet.of(Name.I, Name.M, Name.S);

  /** Each says by itself what kind of criterion it is; those of time and comparison go together. */
  private static final Set<Name> KINDS = EnumSet.of(Name.EXISTS, Name.RE, Name.CIDR, Name.FIELDREF);

  /**
   * Of the parts of a key behind the field's name.
   *
   * @throws IllegalArgumentException names what is unknown or does not go together
   */
  static Modifiers of(List<String> parts) {
    Set<Name> names = EnumSet.noneOf(Name.class);
    List<Name> transforms = new ArrayList<>();
    for (String part : parts) {
      Name name = name(part);
      if (!names.add(name)) {
        throw new IllegalArgumentException("modifier `" + part + "` stands twice");
      }
      if (TRANSFORMS.contains(name)) {
        if (transforms.stream().anyMatch(Modifiers::isBase64)) {
          throw new IllegalArgumentException("`" + part + "` must stand before Base64");
        }
        transforms.add(name);
      }
    }
    Modifiers made =
        new Modifiers(names, List.copyOf(transforms), one(names, COMPARES), one(names, PARTS));
    made.check();
    return made;
  }

  private static boolean isBase64(Name name) {
    return name == Name.BASE64 || name == Name.BASE64OFFSET;
  }

  private static Name name(String part) {
    if (part.equals("expand")) {
      throw new IllegalArgumentException(
          "modifier `expand`: placeholders have no values here, write them out");
    }
    for (Name name : Name.values()) {
      if (part.equals(name.name().toLowerCase(Locale.ROOT))) {
        return name;
      }
    }
    throw new IllegalArgumentException("unknown modifier `" + part + "`");
  }

  private static Name one(Set<Name> names, Set<Name> group) {
    Name found = null;
    for (Name name : group) {
      if (names.contains(name)) {
        refuse(found != null, found, name);
        found = name;
      }
    }
    return found;
  }

  private void check() {
    Name kind = one(names, KINDS);
    Name place = one(names, PLACES);
    Name number = compare != null ? compare : part;
    Name transform = transforms.isEmpty() ? null : transforms.get(0);
    refuse(kind != null && number != null, kind, number);
    refuse(kind != null && transform != null, kind, transform);
    refuse(number != null && transform != null, number, transform);
    refuse(number != null && place != null, number, place);
    refuse(number != null && has(Name.CASED), number, Name.CASED);
    refuse(place != null && (kind == Name.EXISTS || kind == Name.CIDR), place, kind);
    refuse(kind != null && kind != Name.FIELDREF && has(Name.CASED), kind, Name.CASED);
    refuse(kind == Name.EXISTS && names.size() > 1, kind, Name.ALL);
    for (Name flag : FLAGS) {
      if (has(flag) && !has(Name.RE)) {
        throw new IllegalArgumentException("modifier `" + label(flag) + "` goes with `re` only");
      }
    }
  }

  private static void refuse(boolean wrong, Name one, Name other) {
    if (wrong) {
      throw new IllegalArgumentException(
          "modifiers `" + label(one) + "` and `" + label(other) + "` do not go together");
    }
  }

  private static String label(Name name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  boolean has(Name name) {
    return names.contains(name);
  }

  /** What is asked for may have anything before it. */
  boolean openBefore() {
    return has(Name.CONTAINS) || has(Name.ENDSWITH);
  }

  /** What is asked for may have anything behind it. */
  boolean openBehind() {
    return has(Name.CONTAINS) || has(Name.STARTSWITH);
  }
}
