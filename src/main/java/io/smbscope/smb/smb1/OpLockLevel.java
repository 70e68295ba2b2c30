package io.smbscope.smb.smb1;

/** OpLockLevel of an NT_CREATE_ANDX response. [MS-CIFS] 2.2.4.64.2 */
public enum OpLockLevel {
  NONE("none"),
  EXCLUSIVE("exclusive"),
  BATCH("batch"),
  LEVEL_II("II");

  private final String label;

  OpLockLevel(String label) {
    this.label = label;
  }

  /** The name in outputs. */
  public String label() {
    return label;
  }

  /** The level, or null when the value is none of these. */
  public static OpLockLevel of(int value) {
    return value >= 0 && value < values().length ? values()[value] : null;
  }
}
