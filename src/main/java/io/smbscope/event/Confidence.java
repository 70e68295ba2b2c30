package io.smbscope.event;

import java.util.Locale;

/** How sure it is that a finding means what it says. */
public enum Confidence {
  LOW,
  MEDIUM,
  HIGH;

  /** The name in outputs: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
