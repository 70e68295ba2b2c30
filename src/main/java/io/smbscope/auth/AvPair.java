package io.smbscope.auth;

/**
 * One attribute of the target. [MS-NLMP] 2.2.2.1
 *
 * @param id AvId, one of the constants here or another
 * @param value the text of the name attributes ({@link #NB_COMPUTER_NAME} to {@link
 *     #DNS_TREE_NAME}, {@link #TARGET_NAME}), every other attribute's octets in hexadecimal
 */
public record AvPair(int id, String value) {
  static final int EOL = 0;

  public static final int NB_COMPUTER_NAME = 1;
  public static final int NB_DOMAIN_NAME = 2;
  public static final int DNS_COMPUTER_NAME = 3;
  public static final int DNS_DOMAIN_NAME = 4;
  public static final int DNS_TREE_NAME = 5;
  public static final int FLAGS = 6;
  public static final int TIMESTAMP = 7;
  public static final int SINGLE_HOST = 8;

  /** SPN of the target, as the client knows it. */
  public static final int TARGET_NAME = 9;

  public static final int CHANNEL_BINDINGS = 10;

  static boolean isText(int id) {
    return (id >= NB_COMPUTER_NAME && id <= DNS_TREE_NAME) || id == TARGET_NAME;
  }
}
