package io.smbscope.event;

import io.smbscope.base.Anomaly;
import io.smbscope.base.Stamp;

/**
 * Something malformed, lost or over a limit.
 *
 * @param client of the flow it belongs to, or null
 * @param server of the flow it belongs to, or null
 */
public record AnomalyEvent(Anomaly anomaly, Endpoint client, Endpoint server) implements Event {
  @Override
  public Stamp at() {
    return anomaly.at();
  }
}
