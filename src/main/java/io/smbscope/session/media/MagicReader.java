package io.smbscope.session.media;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the magic of a table of types: the form of the freedesktop shared MIME-info specification,
 * with the kinds of matches that Tika adds.
 */
final class MagicReader extends DefaultHandler {
  private static final int USUAL_PRIORITY = 50;

  private final List<Magic> magics = new ArrayList<>();

  /** The elements {@code match} that are open, the innermost first; below them, their magic. */
  private final Deque<Nest> open = new ArrayDeque<>();

  private String type;
  private int priority;

  /** An element and what it has in it. */
  private static final class Nest {
    /** Null for a magic, and for a match that only counts those in it. */
    Clause own;

    int count = 1;
    final List<Clause> nested = new ArrayList<>(2);

    Clause clause() {
      if (nested.isEmpty()) {
        return own;
      }
      Clause inner = nested.size() == 1 ? nested.get(0) : new Clause.AtLeast(count, nested);
      return own == null ? inner : new Clause.All(own, inner);
    }
  }

  /** In the order they are tried in. */
  List<Magic> magics() {
    magics.sort(Magic.ORDER);
    return List.copyOf(magics);
  }

  @Override
  public InputSource resolveEntity(String publicId, String systemId) {
    return new InputSource(new java.io.StringReader(""));
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    switch (name) {
      case "mime-type" -> type = attributes.getValue("type");
      case "magic" -> {
        String given = attributes.getValue("priority");
        priority = given == null || given.isEmpty() ? USUAL_PRIORITY : Integer.parseInt(given);
        open.push(new Nest());
      }
      case "match" -> {
        Nest nest = new Nest();
        String count = attributes.getValue("minShouldMatch");
        if (count == null) {
          nest.own = match(attributes);
        } else {
          nest.count = Integer.parseInt(count);
        }
        open.push(nest);
      }
      default -> {
        // Names, comments and relations are Tika's to read.
      }
    }
  }

  @Override
  public void endElement(String uri, String local, String name) {
    if (name.equals("match")) {
      Clause clause = open.pop().clause();
      open.peek().nested.add(clause);
    } else if (name.equals("magic")) {
      open.pop().nested.forEach(clause -> magics.add(new Magic(type, priority, clause)));
    }
  }

  private static Clause match(Attributes attributes) {
    String offset = attributes.getValue("offset");
    String[] range = (offset == null ? "0" : offset).split(":", 2);
    int from = Integer.parseInt(range[0]);
    int to = Integer.parseInt(range[range.length - 1]);
    String given = attributes.getValue("type");
    String kind = given == null ? "string" : given;
    byte[] pattern = octets(attributes.getValue("value"), kind);
    if (kind.equals("regex")) {
      return new RegexMatch(from, to, new String(pattern, StandardCharsets.ISO_8859_1));
    }
    String mask = attributes.getValue("mask");
    boolean ignoresCase = kind.equals("stringignorecase");
    return new OctetMatch(from, to, pattern, mask == null ? null : octets(mask, kind), ignoresCase);
  }

  static byte[] octets(String value, String kind) {
    return switch (kind) {
      case "big16" -> number(value, 2, true);
      case "big32" -> number(value, 4, true);
      case "little16", "host16" -> number(value, 2, false);
      case "little32", "host32" -> number(value, 4, false);
      case "unicodeLE" -> wide(text(value), 0);
      case "unicodeBE" -> wide(text(value), 1);
      default -> text(value);
    };
  }

  /** Hexadecimal behind {@code 0x}, else octal. */
  private static byte[] number(String value, int length, boolean big) {
    boolean hexadecimal = value.startsWith("0x");
    long number = Long.parseLong(hexadecimal ? value.substring(2) : value, hexadecimal ? 16 : 8);
    byte[] octets = new byte[length];
    for (int i = 0; i < length; i++) {
      octets[big ? length - 1 - i : i] = (byte) (number >>> (8 * i));
    }
    return octets;
  }

  /** UTF-16 of characters below U+0100, the octet of each at {@code place} of two. */
  private static byte[] wide(byte[] text, int place) {
    byte[] octets = new byte[2 * text.length];
    for (int i = 0; i < text.length; i++) {
      octets[2 * i + place] = text[i];
    }
    return octets;
  }

  /** Hexadecimal behind {@code 0x}, else characters with escapes. */
  private static byte[] text(String value) {
    if (value.startsWith("0x")) {
      return HexFormat.of().parseHex(value.substring(2, value.length() & ~1));
    }
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    int at = 0;
    while (at < value.length()) {
      char character = value.charAt(at++);
      if (character == '\\') {
        at = escape(value, at, octets);
      } else {
        octets.write(character);
      }
    }
    return octets.toByteArray();
  }

  /** Reads {@code \\}, {@code \r}, {@code \n}, {@code \x} and two digits, or up to three octal. */
  private static int escape(String value, int from, ByteArrayOutputStream octets) {
    char kind = value.charAt(from);
    switch (kind) {
      case '\\' -> octets.write('\\');
      case 'r' -> octets.write('\r');
      case 'n' -> octets.write('\n');
      case 'x' -> {
        octets.write(Integer.parseInt(value.substring(from + 1, from + 3), 16));
        return from + 3;
      }
      default -> {
        int end = from;
        while (end < value.length() && end < from + 3 && Character.isDigit(value.charAt(end))) {
          end++;
        }
        octets.write(end == from ? 0 : Integer.parseInt(value.substring(from, end), 8));
        return end;
      }
    }
    return from + 1;
  }
}
