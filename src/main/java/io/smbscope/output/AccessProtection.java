package io.smbscope.output;

import io.smbscope.event.Encryption;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Signing;
import io.smbscope.event.TreeEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How what one user did from one client on one share was protected. */
final class AccessProtection {
  private static final int DIALECTS = 8;

  private final Set<String> dialects = new TreeSet<>();
  private final Set<Signing.Verdict> signing = new TreeSet<>();
  private final Set<Encryption.Verdict> encryption = new TreeSet<>();

  void add(String dialect) {
    if (dialect != null && dialects.size() < DIALECTS) {
      dialects.add(dialect);
    }
  }

  void add(TreeEvent tree) {
    add(tree.dialect(), tree.signing(), tree.encryption());
  }

  void add(SessionEvent session) {
    add(session.dialect(), session.signing(), session.encryption());
  }

  private void add(String dialect, Signing signed, Encryption encrypted) {
    add(dialect);
    if (signed != null) {
      signing.add(signed.verdict());
    }
    if (encrypted != null) {
      encryption.add(encrypted.verdict());
    }
  }

  void write(JsonFields out) throws IOException {
    List<String> signed = new ArrayList<>();
    signing.forEach(verdict -> signed.add(verdict.label()));
    List<String> encrypted = new ArrayList<>();
    encryption.forEach(verdict -> encrypted.add(verdict.label()));
    out.texts("dialects", List.copyOf(dialects));
    out.texts("signing", signed);
    out.texts("encryption", encrypted);
  }
}
