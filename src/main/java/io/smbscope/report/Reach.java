package io.smbscope.report;

import java.util.Objects;

/** Who reaches which share, as a key of tables. Any component may be null. */
record Reach(String user, String client, String server, String share) {
  // Written out: what the compiler leaves to be made at run time would slow down every start.
  @Override
  public boolean equals(Object other) {
    return other instanceof Reach reach
        && Objects.equals(user, reach.user)
        && Objects.equals(client, reach.client)
        && Objects.equals(server, reach.server)
        && Objects.equals(share, reach.share);
  }

  @Override
  public int hashCode() {
    return 31
            * (31 * (31 * Objects.hashCode(user) + Objects.hashCode(client))
                + Objects.hashCode(server))
        + Objects.hashCode(share);
  }
}
