package io.smbscope;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the one direction in which a package may import: against the way of a packet. */
class ArchitectureTest {
  private static final String ROOT = "io.smbscope.";

  /** What each package may import of ours. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("base", Set.of()),
          Map.entry("grammar", Set.of()),
          Map.entry("capture", Set.of("base")),
          Map.entry("net", Set.of("base", "capture")),
          Map.entry("netbios", Set.of("base", "net", "grammar")),
          Map.entry("auth", Set.of("base", "grammar")),
          Map.entry("rpc", Set.of("base", "grammar")),
          Map.entry("smb", Set.of("base", "net", "netbios", "auth", "rpc", "grammar")),
          Map.entry("dissect", Set.of("base", "capture", "net", "grammar")),
          Map.entry("event", Set.of("base", "netbios", "auth", "rpc", "smb")),
          Map.entry("session", Set.of("base", "net", "netbios", "smb", "auth", "rpc", "event")),
          Map.entry("detect", Set.of("base", "netbios", "auth", "rpc", "smb", "event")),
          Map.entry("output", Set.of("base", "netbios", "auth", "rpc", "smb", "event")),
          Map.entry("report", Set.of("base", "smb", "event")),
          Map.entry(
              "cli",
              Set.of(
                  "base", "capture", "net", "netbios", "auth", "rpc", "smb", "event", "session",
                  "dissect", "detect", "output", "report")));

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.smbscope");

  @Test
  void importsGoOneWay() {
    for (Map.Entry<String, Set<String>> entry : MAY_IMPORT.entrySet()) {
      String[] forbidden =
          MAY_IMPORT.keySet().stream()
              .filter(other -> !other.equals(entry.getKey()))
              .filter(other -> !entry.getValue().contains(other))
              .map(other -> ROOT + other + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(ROOT + entry.getKey() + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(forbidden)
          .allowEmptyShould(true)
          .check(classes);
    }
  }

  @Test
  void everyPackageHasItsRule() {
    List<String> unknown =
        classes.stream()
            .map(type -> type.getPackageName().replaceFirst("^io\\.smbscope\\.", ""))
            .map(name -> name.replaceFirst("\\..*", ""))
            .distinct()
            .filter(name -> !MAY_IMPORT.containsKey(name))
            .collect(Collectors.toList());
    org.assertj.core.api.Assertions.assertThat(unknown).isEmpty();
  }

  @Test
  void noCycles() {
    slices().matching("io.smbscope.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void nativeCaptureStaysInCapture() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "capture..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.pcap4j..", "com.sun.jna..")
        .check(classes);
  }

  @Test
  void onlyTheCommandLineWritesToTheConsole() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(classes);
  }

  @Test
  void noMutableStatics() {
    fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage(ROOT + "grammar..")
        .should()
        .beFinal()
        .check(classes);
  }
}
