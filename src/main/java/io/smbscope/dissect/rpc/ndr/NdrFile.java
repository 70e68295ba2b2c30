package io.smbscope.dissect.rpc.ndr;

import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arguments of operations, read from {@code stubs.ndr}, where the notation is explained. */
final class NdrFile {
  private static final String FILE = "stubs.ndr";

  /**
   * An operation's arguments in one direction.
   *
   * @param name of the operation
   */
  record Call(String name, List<NdrType.Member> arguments) {}

  private final Map<String, Call> calls = new HashMap<>();
  private final Map<String, NdrType> types = new HashMap<>();
  private String prefix = "";
  private String structures = "";

  /** The arguments by interface, operation and direction: {@code srvsvc 21 in}. */
  static Map<String, Call> read() {
    NdrFile file = new NdrFile();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                NdrFile.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          file.line(line.strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
    return Map.copyOf(file.calls);
  }

  private void line(String line) {
    int colon = line.indexOf(':');
    String[] head = (colon < 0 ? line : line.substring(0, colon)).strip().split(" +", -1);
    String rest = colon < 0 ? "" : line.substring(colon + 1).strip();
    switch (head[0]) {
      case "interface" -> {
        prefix = head[1];
        structures = head[head.length - 1];
      }
      case "struct" ->
          types.put(head[1], new NdrType.Struct(members(rest, structures + "_" + head[1])));
      case "union" -> types.put(head[1], union(head, rest));
      default -> {
        String owner = structures + "_" + head[1];
        Call call = new Call(head[1], members(rest, owner));
        calls.put(prefix + " " + head[0] + " " + head[2], call);
      }
    }
  }

  private NdrType union(String[] head, String rest) {
    Map<Long, NdrType.Member> arms = new LinkedHashMap<>();
    for (String arm : rest.split(",", -1)) {
      String[] words = arm.strip().split(" +", -1);
      arms.put(Long.valueOf(words[0]), new NdrType.Member(type(words[1]), null));
    }
    return new NdrType.Union(Integer.parseInt(head[2].substring(1)), arms);
  }

  private List<NdrType.Member> members(String text, String owner) {
    List<NdrType.Member> members = new ArrayList<>();
    if (text.isEmpty()) {
      return members;
    }
    for (String member : text.split(",", -1)) {
      String[] words = member.strip().split(" +", -1);
      String name = words[0];
      members.add(new NdrType.Member(type(words[1]), field(name, owner)));
    }
    return List.copyOf(members);
  }

  /** By the name that Wireshark makes of interface, structure and member; or by a shorter one. */
  private Field field(String name, String owner) {
    String full = name.indexOf('.') > 0 ? name : prefix + "." + owner + "." + name;
    List<Field> found = Fields.all().of(full);
    if (found.isEmpty()) {
      found = Fields.all().of(prefix + "." + name);
    }
    return found.isEmpty() ? null : found.get(0);
  }

  private NdrType type(String word) {
    if (word.startsWith("*")) {
      return new NdrType.Pointer(type(word.substring(1)));
    }
    if (word.startsWith("[")) {
      int end = word.lastIndexOf(']');
      return new NdrType.Array(
          type(word.substring(1, end)), word.endsWith("]v"), !word.endsWith("]q"));
    }
    return switch (word) {
      case "u1", "u2", "u4", "u8" -> new NdrType.Scalar(word.charAt(1) - '0');
      case "w" -> new NdrType.Text(true, true);
      case "c" -> new NdrType.Text(false, true);
      case "t" -> new NdrType.Text(false, false);
      case "sid" -> new NdrType.Sid();
      case "sd" -> new NdrType.Descriptor();
      case "handle" -> new NdrType.Handle(NdrType.Use.USE);
      case "opened" -> new NdrType.Handle(NdrType.Use.OPEN);
      case "closed" -> new NdrType.Handle(NdrType.Use.CLOSE);
      default -> named(word);
    };
  }

  private NdrType named(String word) {
    if (word.matches("b\\d+")) {
      return new NdrType.Octets(Integer.parseInt(word.substring(1)));
    }
    NdrType type = types.get(word);
    if (type == null) {
      throw new IllegalArgumentException("no type " + word + " in " + FILE);
    }
    return type;
  }
}
