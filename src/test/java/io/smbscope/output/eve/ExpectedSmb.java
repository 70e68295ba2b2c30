package io.smbscope.output.eve;

/** The member {@code smb} of events, as Suricata writes it of what {@link EveScene} tells. */
final class ExpectedSmb {
  /** Of an SMB1 request that succeeded. */
  static final String SMB1_OK =
      "\"status\":\"STATUS_SUCCESS\",\"status_code\":\"0x0\",\"session_id\":2050,\"tree_id\":2049";

  /** Of an SMB2 request that succeeded. */
  static final String SMB2_OK =
      "\"status\":\"STATUS_SUCCESS\",\"status_code\":\"0x0\",\"session_id\":4398046511117,"
          + "\"tree_id\":1";

  private ExpectedSmb() {}

  /**
   * @param rest members behind the command
   */
  static String smb1(int id, String command, String rest) {
    return smb(id, "unknown", "SMB1_COMMAND_" + command, rest);
  }

  static String smb2(int id, String dialect, String command, String rest) {
    return smb(id, dialect, "SMB2_COMMAND_" + command, rest);
  }

  /** The first transaction. */
  static String smb2(String command, String rest) {
    return smb2(1, "unknown", command, rest);
  }

  private static String smb(int id, String dialect, String command, String rest) {
    return "\"smb\":{\"id\":"
        + id
        + ",\"dialect\":\""
        + dialect
        + "\",\"command\":\""
        + command
        + "\","
        + rest
        + "}";
  }
}
