package io.smbscope.detect.policy;

import java.util.Arrays;
import java.util.List;

/**
 * Paths of one kind that only some should read or write.
 *
 * @param name of the kind
 * @param reads reads count, not only changes
 * @param users who may: of their access nothing is told; as {@link Users} takes them
 */
public record SensitivePaths(
    String name, List<PathPattern> paths, boolean reads, List<String> users) {

  /** Where nothing is configured. */
  public static final List<SensitivePaths> DEFAULT =
      List.of(
          of("personnel", true, "personnel\\*", "hr\\*", "hr$\\*", "human resources\\*"),
          of("payroll", true, "payroll\\*", "*payroll*.xls?", "*payroll*.csv", "*salar*.xls?"),
          of(
              "keys",
              true,
              "*.pfx",
              "*.p12",
              "*.pem",
              "*.key",
              "*.ppk",
              "*.keytab",
              "id_rsa",
              "id_ecdsa",
              "id_ed25519"),
          of(
              "backups",
              true,
              "*.vbk",
              "*.vib",
              "*.bkf",
              "*.vhdx.bak",
              "ntds.dit",
              "WindowsImageBackup\\*"),
          of(
              "password stores",
              true,
              "*.kdbx",
              "*.kdb",
              "*.psafe3",
              "logins.json",
              "*password*.txt",
              "*password*.xls?"),
          // Every member of a domain reads them.
          of(
              "SYSVOL policies",
              false,
              "\\\\*\\SYSVOL\\*\\Policies\\*",
              "\\\\*\\SYSVOL\\*\\scripts\\*"));

  private static SensitivePaths of(String name, boolean reads, String... paths) {
    return new SensitivePaths(
        name, Arrays.stream(paths).map(PathPattern::new).toList(), reads, List.of());
  }

  /** The first kind that a path is of, or null. */
  public static SensitivePaths of(List<SensitivePaths> kinds, String path) {
    for (int i = 0; i < kinds.size(); i++) {
      if (matches(kinds.get(i).paths, path)) {
        return kinds.get(i);
      }
    }
    return null;
  }

  private static boolean matches(List<PathPattern> patterns, String path) {
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).matches(path)) {
        return true;
      }
    }
    return false;
  }
}
