package io.smbscope.detect.policy;

import java.util.Locale;

/** What a host is for. */
public enum Role {
  DOMAIN_CONTROLLER,
  FILE_SERVER,
  WORKSTATION,
  PRINTER,
  SCANNER,
  /** Its MAC address is that of all hosts behind it. */
  ROUTER;

  /** As in inventories: words in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Of its label, in whatever case, its words joined as they may; null for none of ours. */
  public static Role of(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_");
    for (Role role : values()) {
      if (role.name().equals(name)) {
        return role;
      }
    }
    return null;
  }
}
