package io.smbscope.event;

import io.smbscope.base.Anomaly;
import io.smbscope.base.Stamp;

/**
 * Something malformed, lost or over a limit.
 *
 * @param flow it belongs to, or null
 */
public record AnomalyEvent(Anomaly anomaly, FlowKey flow) implements Event {
  @Override
  public Stamp at() {
    return anomaly.at();
  }

  /** Of the flow it belongs to, or null. */
  public Endpoint client() {
    return flow == null ? null : flow.client();
  }

  /** Of the flow it belongs to, or null. */
  public Endpoint server() {
    return flow == null ? null : flow.server();
  }
}
