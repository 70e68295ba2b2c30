package io.smbscope.detect.sigma;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other texts made of a rule's text by its modifiers. */
final class Transforms {
  private static final List<String> DASHES = List.of("-", "/", "\u2013", "\u2014", "\u2015");

  /** Five dashes in a text give so many. */
  private static final int LIMIT = 3125;

  /** A 0, 1, 2 octets before leave so many characters that depend on them. */
  private static final int[] BASE64_START = {0, 2, 3};

  /** By octets beyond a multiple of three, as many depend on what is behind. */
  private static final int[] BASE64_END = {0, 3, 2};

  /** Takes longer to make than all else of a rule, and few ask for it. */
  private static final class Dash {
    static final Pattern AT_WORD =
        Pattern.compile("(?<!\\w)[-/\u2013\u2014\u2015](?=\\w)", Pattern.UNICODE_CHARACTER_CLASS);
  }

  private Transforms() {}

  /**
   * All that a text stands for.
   *
   * @throws IllegalArgumentException it has wildcards that cannot be encoded, or is too much
   */
  static List<Glob> of(String text, List<Modifiers.Name> transforms) {
    List<String> texts = List.of(text);
    // Characters stand for octets once they are encoded.
    Charset charset = StandardCharsets.UTF_8;
    boolean encoded = false;
    for (Modifiers.Name transform : transforms) {
      if (transform == Modifiers.Name.WINDASH) {
        texts = dashes(texts);
        continue;
      }
      if (!encoded) {
        texts = texts.stream().map(Transforms::plain).toList();
        encoded = true;
      }
      List<String> made = new ArrayList<>();
      for (String each : texts) {
        byte[] octets = each.getBytes(charset);
        switch (transform) {
          case BASE64 -> made.add(Base64.getEncoder().encodeToString(octets));
          case BASE64OFFSET -> made.addAll(offsets(octets));
          case UTF16BE -> made.add(wide(each, StandardCharsets.UTF_16BE, ""));
          case UTF16 -> made.add(wide(each, StandardCharsets.UTF_16LE, "\u00FF\u00FE"));
          default -> made.add(wide(each, StandardCharsets.UTF_16LE, ""));
        }
      }
      texts = made;
      charset = StandardCharsets.ISO_8859_1;
    }
    return texts.stream()
        .map(each -> transforms.isEmpty() ? Glob.of(each) : made(each, transforms))
        .toList();
  }

  private static Glob made(String text, List<Modifiers.Name> transforms) {
    boolean dashesOnly = transforms.stream().allMatch(name -> name == Modifiers.Name.WINDASH);
    return dashesOnly ? Glob.of(text) : Glob.literal(text);
  }

  private static String plain(String text) {
    Glob glob = Glob.of(text);
    if (glob.hasWildcards()) {
      throw new IllegalArgumentException("wildcards cannot be encoded: `" + text + "`");
    }
    return glob.text();
  }

  private static String wide(String text, Charset charset, String mark) {
    return mark + new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
  }

  private static List<String> offsets(byte[] octets) {
    List<String> made = new ArrayList<>();
    for (int shift = 0; shift < BASE64_START.length; shift++) {
      byte[] shifted = new byte[octets.length + shift];
      System.arraycopy(octets, 0, shifted, shift, octets.length);
      String text = Base64.getEncoder().encodeToString(shifted);
      int end = text.length() - BASE64_END[shifted.length % BASE64_END.length];
      if (end <= BASE64_START[shift]) {
        throw new IllegalArgumentException("too short for `base64offset`");
      }
      made.add(text.substring(BASE64_START[shift], end));
    }
    return made;
  }

  /** Each dash at the start of a word may be any of them. */
  private static List<String> dashes(List<String> texts) {
    List<String> made = new ArrayList<>();
    for (String text : texts) {
      List<String> begun = List.of("");
      Matcher dash = Dash.AT_WORD.matcher(text);
      int from = 0;
      while (dash.find()) {
        String before = text.substring(from, dash.start());
        begun =
            begun.stream()
                .flatMap(start -> DASHES.stream().map(each -> start + before + each))
                .toList();
        from = dash.end();
        if (begun.size() > LIMIT) {
          throw new IllegalArgumentException("too many dashes for `windash`");
        }
      }
      String rest = text.substring(from);
      begun.forEach(start -> made.add(start + rest));
    }
    return made;
  }
}
