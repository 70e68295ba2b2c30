package io.smbscope.output;

/**
 * A user and the domain that knows it.
 *
 * @param domain or null
 * @param name or null
 */
public record Account(String domain, String name) {

  /** Of {@code DOMAIN\\user}, of a user alone, or of null. */
  public static Account of(String user) {
    int separator = user == null ? -1 : user.indexOf('\\');
    return separator < 0
        ? new Account(null, user)
        : new Account(user.substring(0, separator), user.substring(separator + 1));
  }
}
