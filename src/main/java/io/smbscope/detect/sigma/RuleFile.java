package io.smbscope.detect.sigma;

import io.smbscope.detect.sigma.Yaml.Entry;
import io.smbscope.detect.sigma.Yaml.Section;
import java.util.ArrayList;
import java.util.List;

/** The rules of one file, as it stands: collections put together. */
final class RuleFile {
  private RuleFile() {}

  /**
   * Its documents: rules, correlations and filters. Of the older collections, what {@code action:
   * global} says holds for all that follow, {@code repeat} changes what came before, {@code reset}
   * forgets it.
   */
  static List<Section> documents(String file, String text) throws RuleError {
    List<Section> rules = new ArrayList<>();
    Section global = null;
    Section previous = null;
    for (Section document : Yaml.documents(file, text)) {
      String action = document.text("action");
      if (action == null) {
        previous = merged(global, document, 0);
        rules.add(previous);
        continue;
      }
      Section content = without(document, "action");
      switch (action) {
        case "global" -> global = merged(global, content, 0);
        case "reset" -> global = null;
        case "repeat" -> {
          previous = merged(previous, content, 0);
          rules.add(previous);
        }
        default -> throw document.error(document.get("action"), "unknown action `" + action + "`");
      }
    }
    return rules;
  }

  private static Section without(Section section, String key) {
    List<Entry> entries =
        section.entries().stream().filter(entry -> !entry.key().equals(key)).toList();
    return new Section(section.file(), section.line(), entries);
  }

  /** What is said later holds; maps in maps are put together. */
  private static Section merged(Section base, Section over, int depth) {
    if (base == null) {
      return over;
    }
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : base.entries()) {
      Yaml changed = over.get(entry.key());
      if (changed == null) {
        entries.add(entry);
      } else if (changed instanceof Section more
          && entry.value() instanceof Section former
          && depth < Yaml.DEPTH) {
        entries.add(new Entry(entry.key(), entry.line(), merged(former, more, depth + 1)));
      } else {
        entries.add(new Entry(entry.key(), over.line(), changed));
      }
    }
    for (Entry entry : over.entries()) {
      if (base.get(entry.key()) == null) {
        entries.add(entry);
      }
    }
    return new Section(over.file(), over.line(), entries);
  }
}
