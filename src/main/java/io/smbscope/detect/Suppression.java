package io.smbscope.detect;

import io.smbscope.base.Stamp;
import io.smbscope.detect.Networks.Network;
import io.smbscope.detect.policy.Users;
import io.smbscope.event.FindingEvent.Entities;
import java.time.Instant;
import java.util.List;

/**
 * Findings that users know of and do not want to be told; each component that is null holds for
 * all.
 *
 * @param rule id
 * @param client IP address, or a network as {@code 10.2.0.0/16}
 * @param server as the client
 * @param user {@code DOMAIN\\user}, or {@code user} for one of any domain
 * @param share {@code \\\\server\\share}, or its name
 * @param reason why, for whoever reads the configuration
 * @param until by packet time, when it expires
 */
public record Suppression(
    String rule,
    String client,
    String server,
    String user,
    String share,
    String reason,
    Instant until) {

  boolean covers(Rule found, Entities entities, Stamp at) {
    return (rule == null || rule.equals(found.id()))
        && (client == null || inside(client, entities.client()))
        && (server == null || inside(server, entities.server()))
        && (user == null || Users.any(List.of(user), entities.user()))
        && (share == null || isShare(share, entities.share()))
        && (until == null || at.nanos() < until.getEpochSecond() * 1_000_000_000L);
  }

  private static boolean inside(String wanted, String seen) {
    return wanted.equals(seen) || (wanted.indexOf('/') > 0 && Network.of(wanted).contains(seen));
  }

  private static boolean isShare(String wanted, String seen) {
    return wanted.equalsIgnoreCase(seen)
        || (seen != null && wanted.equalsIgnoreCase(seen.substring(seen.lastIndexOf('\\') + 1)));
  }
}
