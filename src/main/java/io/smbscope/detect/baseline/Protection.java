package io.smbscope.detect.baseline;

import io.smbscope.event.Encryption;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Signing;
import java.util.List;
import java.util.Locale;

/** How a session was protected, and which dialect is the weaker: in words, the weakest first. */
final class Protection {
  private static final List<String> WORDS =
      List.of("unprotected", "partly signed", "signed", "partly encrypted", "encrypted");

  /** All others are SMB1's. */
  private static final List<String> DIALECTS = List.of("2.0.2", "2.1", "3.0", "3.0.2", "3.1.1");

  private Protection() {}

  /** Of a session that is over; null when it shows nothing. */
  static String of(SessionEvent session) {
    Encryption.Verdict encryption = session.encryption().verdict();
    if (encryption == Encryption.Verdict.ENCRYPTED) {
      return "encrypted";
    }
    if (encryption == Encryption.Verdict.PARTLY) {
      return "partly encrypted";
    }
    Signing.Verdict signing = session.signing().verdict();
    return switch (signing) {
      case SIGNED -> "signed";
      case PARTLY -> "partly signed";
      case UNSIGNED, REQUIRED_NOT_SEEN -> "unprotected";
      case NONE -> null;
    };
  }

  /** A protection is weaker than each that was learned. */
  static boolean weaker(String seen, Habits habits) {
    if (seen == null || habits.protection.isEmpty()) {
      return false;
    }
    int rank = WORDS.indexOf(seen);
    return habits.protection.stream().allMatch(word -> rank < WORDS.indexOf(lower(word)));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** A dialect is older than each that was learned. */
  static boolean older(String seen, Habits habits) {
    if (seen == null || habits.dialects.isEmpty()) {
      return false;
    }
    int rank = DIALECTS.indexOf(seen);
    return habits.dialects.stream().allMatch(dialect -> rank < DIALECTS.indexOf(dialect));
  }
}
