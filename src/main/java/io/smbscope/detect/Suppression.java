package io.smbscope.detect;

import io.smbscope.base.Stamp;
import io.smbscope.event.FindingEvent.Entities;
import java.time.Instant;

/**
 * Findings that users know of and do not want to be told; each component that is null holds for
 * all.
 *
 * @param rule id
 * @param client IP address, as are the others of {@link Entities}
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
        && matches(client, entities.client())
        && matches(server, entities.server())
        && matches(user, entities.user())
        && matches(share, entities.share())
        && (until == null || at.nanos() < until.getEpochSecond() * 1_000_000_000L);
  }

  private static boolean matches(String wanted, String seen) {
    return wanted == null || wanted.equalsIgnoreCase(seen);
  }
}
