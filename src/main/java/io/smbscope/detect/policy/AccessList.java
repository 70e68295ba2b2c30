package io.smbscope.detect.policy;

import io.smbscope.detect.Networks.Network;
import java.util.List;

/**
 * Some addresses and users.
 *
 * @param users as {@link Users} takes them
 */
public record AccessList(List<Network> addresses, List<String> users) {
  public static final AccessList NONE = new AccessList(List.of(), List.of());

  /** Whether an address, in text form as in events, is one of them. */
  public boolean hasAddress(String ip) {
    return !addresses.isEmpty() && Network.any(addresses, ip);
  }

  /** Whether a user, as {@code DOMAIN\\user}, is one of them. */
  public boolean hasUser(String user) {
    return Users.any(users, user);
  }
}
