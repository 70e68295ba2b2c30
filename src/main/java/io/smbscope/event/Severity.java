package io.smbscope.event;

import java.util.Locale;

/** How much a finding matters, from what is worth knowing to what must be acted on at once. */
public enum Severity {
  INFO,
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /** The name in outputs and on the command line: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean atLeast(Severity other) {
    return compareTo(other) >= 0;
  }
}
