package io.smbscope.net;

import io.smbscope.base.Stamp;
import java.nio.ByteBuffer;

/** Counts what a flow hands on, for streams too long to remember. */
final class FlowCounter implements FlowHandler {
  long octets;
  long gaps;
  FlowStats stats;

  @Override
  public void data(
      boolean fromClient,
      ByteBuffer buffer,
      int offset,
      int length,
      int wireLength,
      long packet,
      long nanos) {
    octets += length;
  }

  @Override
  public void gap(boolean fromClient, long missing, Stamp at) {
    gaps++;
  }

  @Override
  public void end(Stamp at, FlowStats endStats) {
    stats = endStats;
  }
}
