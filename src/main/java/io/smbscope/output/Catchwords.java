package io.smbscope.output;

import io.smbscope.event.FindingEvent;
import io.smbscope.event.FindingEvent.Entities;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** A finding in the words and numbers that outputs for intrusion detection share. */
public final class Catchwords {
  /** Suricata leaves 1,000,000 to 1,999,999 to local rules. */
  private static final long FIRST_LOCAL = 1_000_000;

  private static final long LOCAL = 1_000_000;

  private Catchwords() {}

  /** A number that always is the same for a detection. */
  public static long signatureId(String id) {
    CRC32 crc = new CRC32();
    crc.update(id.getBytes(StandardCharsets.UTF_8));
    return FIRST_LOCAL + crc.getValue() % LOCAL;
  }

  /** What was seen, as {@code failures=10, status=STATUS_LOGON_FAILURE}; empty for nothing. */
  public static String values(FindingEvent finding) {
    List<String> words = new ArrayList<>();
    for (Map.Entry<String, String> value : finding.values().entrySet()) {
      words.add(value.getKey() + "=" + value.getValue());
    }
    return String.join(", ", words);
  }

  /** The title, and who and what it is about. */
  public static String message(FindingEvent finding) {
    Entities entities = finding.entities();
    StringBuilder words = new StringBuilder(finding.title());
    add(words, ": ", entities.user());
    add(words, " from ", entities.client());
    add(words, " to ", entities.server());
    add(words, ", share ", entities.share());
    add(words, ", file ", entities.file());
    add(words, ", pipe ", entities.pipe());
    add(words, ", ", entities.operation());
    return words.toString();
  }

  private static void add(StringBuilder words, String joint, String word) {
    if (word != null && !word.isEmpty()) {
      words.append(joint).append(word);
    }
  }
}
