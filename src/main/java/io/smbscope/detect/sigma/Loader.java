package io.smbscope.detect.sigma;

import io.smbscope.detect.sigma.Linker.Linked;
import io.smbscope.detect.sigma.Yaml.Entry;
import io.smbscope.detect.sigma.Yaml.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads rule files, and says all that is wrong in them. */
final class Loader {
  private static final String PREFIX = "sigma:";

  /** Octets; a rule file is a few thousand long. */
  private static final long LARGEST = 2 << 20;

  private static final Set<String> NO_SEARCHES = Set.of("condition");
  private static final Set<String> LOG_SOURCE_KEYS =
      Set.of("product", "service", "category", "definition");

  private record PendingFilter(Section document, LogSource<?> source) {}

  private final LogSources sources = new LogSources();
  private final List<String> errors = new ArrayList<>();
  private final List<SigmaRule> rules = new ArrayList<>();
  private final List<Correlation> correlations = new ArrayList<>();
  private final List<PendingFilter> filters = new ArrayList<>();

  /** Rules that are left out by their log source, and what they are called by. */
  private final Map<String, Integer> others = new TreeMap<>();

  private final Set<String> otherNames = new HashSet<>();

  /** Where each id stands. */
  private final Map<String, Section> ids = new HashMap<>();

  SigmaRules load(List<Path> paths) throws SigmaErrors {
    Set<Path> seen = new HashSet<>();
    for (Path path : paths) {
      for (Path file : files(path)) {
        try {
          if (!Files.exists(file)) {
            errors.add(file + ": no such file or folder");
          } else if (seen.add(file.toRealPath())) {
            read(file);
          }
        } catch (CharacterCodingException e) {
          errors.add(file + ":1: not UTF-8");
        } catch (IOException e) {
          errors.add(file + ": cannot be read: " + e.getMessage());
        } catch (RuleError e) {
          errors.add(e.getMessage());
        }
      }
    }
    List<Linked> linked = link();
    if (!errors.isEmpty()) {
      throw new SigmaErrors(errors);
    }
    return new SigmaRules(List.copyOf(rules), linked, others);
  }

  /** Sorted by name; what begins with a dot is none of the user's rules. */
  private Set<Path> files(Path path) {
    Set<Path> files = new LinkedHashSet<>();
    if (!Files.isDirectory(path)) {
      files.add(path);
      return files;
    }
    try (Stream<Path> walk = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
      walk.filter(file -> isRuleFile(path.relativize(file))).sorted().forEach(files::add);
    } catch (IOException | UncheckedIOException e) {
      errors.add(path + ": cannot be read: " + e.getMessage());
      return files;
    }
    if (files.isEmpty()) {
      errors.add(path + ": holds no *.yml and no *.yaml");
    }
    return files;
  }

  private static boolean isRuleFile(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    String name = relative.toString();
    return name.endsWith(".yml") || name.endsWith(".yaml");
  }

  private void read(Path file) throws IOException, RuleError {
    if (Files.size(file) > LARGEST) {
      throw new RuleError(file.toString(), 1, "larger than " + LARGEST + " octets");
    }
    String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    for (Section document : RuleFile.documents(file.toString(), Files.readString(file))) {
      try {
        add(document, name);
      } catch (RuleError e) {
        errors.add(e.getMessage());
      }
    }
  }

  private void add(Section document, String fileName) throws RuleError {
    if (document.get("taxonomy") != null && !"sigma".equals(document.text("taxonomy"))) {
      throw document.error(
          document.get("taxonomy"), "taxonomy `" + document.text("taxonomy") + "` is not known");
    }
    if (document.get("correlation") != null) {
      String id = id(document, fileName);
      correlations.add(Correlation.of(document, RuleHead.of(document, id)));
    } else if (document.get("filter") != null) {
      LogSource<?> source = source(document);
      if (source != null) {
        filters.add(new PendingFilter(document, source));
      }
    } else if (document.get("detection") != null) {
      LogSource<?> source = source(document);
      if (source != null) {
        rules.add(rule(document, source, id(document, fileName)));
      }
    } else {
      throw document.error("neither `detection` nor `correlation` nor `filter`");
    }
  }

  /** Null when it is none of ours; that is counted. */
  private LogSource<?> source(Section document) throws RuleError {
    Section said = document.section("logsource");
    if (said == null) {
      throw document.error("no `logsource`");
    }
    for (Entry entry : said.entries()) {
      if (!LOG_SOURCE_KEYS.contains(entry.key())) {
        throw new RuleError(
            said.file(), entry.line(), "unknown key `" + entry.key() + "` in `logsource`");
      }
    }
    String service = said.text("service");
    boolean zeek = "zeek".equals(said.text("product")) && said.text("category") == null;
    LogSource<?> source = zeek && service != null ? sources.of(service) : null;
    if (source == null) {
      List<String> parts = new ArrayList<>();
      for (String key : List.of("product", "category", "service")) {
        if (said.text(key) != null) {
          parts.add(said.text(key));
        }
      }
      others.merge(String.join("/", parts), 1, Integer::sum);
      for (String key : List.of("id", "name")) {
        if (document.text(key) != null) {
          otherNames.add(document.text(key));
        }
      }
    }
    return source;
  }

  /** Rules of one file may share an id, as older collections do: these are numbered. */
  private String id(Section document, String fileName) throws RuleError {
    String said = document.text("id");
    String id = PREFIX + (said == null ? fileName : said);
    Section other = ids.putIfAbsent(id, document);
    if (other == null) {
      return id;
    }
    if (!other.file().equals(document.file())) {
      throw document.error("its id is also that of " + other.file() + ":" + other.line());
    }
    int number = 2;
    while (ids.putIfAbsent(id + "#" + number, document) != null) {
      number++;
    }
    return id + "#" + number;
  }

  private static SigmaRule rule(Section document, LogSource<?> source, String id) throws RuleError {
    Section detection = document.section("detection");
    Detections.Compiled compiled = Detections.of(source, detection, NO_SEARCHES);
    Set<Integer> shown = new LinkedHashSet<>(compiled.columns());
    for (Yaml.Scalar field : document.scalars("fields")) {
      Integer column = source.column(field.text());
      if (column != null) {
        shown.add(column);
      }
    }
    return new SigmaRule(
        RuleHead.of(document, id),
        document.text("name"),
        source,
        compiled.criterion(),
        List.copyOf(shown),
        source.wantsAll(compiled.columns()),
        document.text("author"),
        true);
  }

  private List<Linked> link() {
    Linker linker = new Linker(rules, correlations, otherNames);
    for (PendingFilter pending : filters) {
      try {
        linker.apply(Filter.of(pending.document, pending.source));
      } catch (RuleError e) {
        errors.add(e.getMessage());
      }
    }
    for (Correlation correlation : List.copyOf(correlations)) {
      if (linker.isForOthers(correlation)) {
        others.merge("correlation", 1, Integer::sum);
        correlations.remove(correlation);
      }
    }
    keepCounted();
    List<Linked> linked = new ArrayList<>();
    for (Correlation correlation : correlations) {
      try {
        linked.add(linker.link(correlation));
      } catch (RuleError e) {
        errors.add(e.getMessage());
      }
    }
    try {
      return linked.size() == correlations.size() ? Linker.ordered(linked) : List.of();
    } catch (RuleError e) {
      errors.add(e.getMessage());
      return List.of();
    }
  }

  /** What correlations count is no finding by itself, unless one of them says {@code generate}. */
  private void keepCounted() {
    rules.replaceAll(rule -> counted(rule::isCalled) ? rule.onlyCounted() : rule);
    List<Correlation> before = List.copyOf(correlations);
    for (int i = 0; i < before.size(); i++) {
      if (counted(before.get(i)::isCalled)) {
        correlations.set(i, before.get(i).onlyCounted());
      }
    }
  }

  private boolean counted(java.util.function.Predicate<String> called) {
    List<Correlation> counting =
        correlations.stream()
            .filter(
                each -> each.rules().stream().anyMatch(reference -> called.test(reference.text())))
            .toList();
    return !counting.isEmpty() && counting.stream().noneMatch(Correlation::generate);
  }
}
