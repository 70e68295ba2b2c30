package io.smbscope.net;

import io.smbscope.base.AnomalySink;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;

/** The flows of one shard. Used by one thread. */
public final class FlowTable {
  public FlowTable(Limits limits, Ports ports, FlowHandlers handlers, AnomalySink anomalies) {}

  /** Takes in the next segment of this shard. Nothing of it is kept when the call returns. */
  public void segment(Segment segment) {}

  /**
   * Time has come so far: ends idle flows, in order of their id. That every shard gets the same
   * ticks, at places in the packet order that do not depend on the number of shards, makes the
   * outcome the same for any number.
   */
  public void tick(long packet, long nanos) {}

  /** The input is over: ends all flows, in order of their id. */
  public void finish(Stamp at) {}

  public FlowTableStats stats() {
    return null;
  }
}
