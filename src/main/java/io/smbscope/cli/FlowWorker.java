package io.smbscope.cli;

import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowHandler;
import io.smbscope.net.FlowHandlers;
import io.smbscope.net.FlowInfo;
import io.smbscope.net.FlowTable;
import io.smbscope.net.Ports;
import io.smbscope.net.Segment;
import io.smbscope.netbios.DatagramService;
import io.smbscope.netbios.GatherBudget;
import io.smbscope.netbios.NameService;
import io.smbscope.netbios.SessionFramer;
import io.smbscope.smb.FileContent;
import io.smbscope.smb.SmbDecoder;

/**
 * Follows the flows of its shards. Which flows share a table, and so its limits, does not depend on
 * the number of workers: there are always as many shards. Used by one thread.
 */
final class FlowWorker {
  static final int SHARDS = 16;

  private final int index;
  private final int workers;
  private final Limits limits;
  private final FileContent files;
  private final Outbox outbox = new Outbox();
  private final FlowTable[] tables = new FlowTable[SHARDS];

  /**
   * Makes one of several workers.
   *
   * @param index from 0
   * @param workers how many there are
   * @param files how much of files' octets is observed
   */
  FlowWorker(int index, int workers, Limits limits, FileContent files, Ports ports) {
    this.index = index;
    this.workers = workers;
    this.limits = limits;
    this.files = files;
    for (int shard = index; shard < SHARDS; shard += workers) {
      GatherBudget budget = new GatherBudget(limits);
      FlowHandlers handlers = (at, flow) -> open(at, flow, budget);
      tables[shard] = new FlowTable(limits, ports, handlers, outbox);
    }
  }

  private FlowHandler open(Stamp at, FlowInfo flow, GatherBudget budget) {
    outbox.flowStarted(at, flow);
    if (flow.tcp()) {
      return new SessionFramer(
          flow, limits, budget, () -> new SmbDecoder(flow, limits, files, outbox), outbox);
    }
    boolean names =
        flow.serverPort() == Ports.NETBIOS_NAME || flow.clientPort() == Ports.NETBIOS_NAME;
    return names ? new NameService(flow, outbox) : new DatagramService(flow, limits, outbox);
  }

  /** Takes in the segments of its shards, then, at a tick, the time it is. */
  void process(Batch batch) {
    outbox.into(batch.observations.get(index));
    for (int i = 0; i < batch.count; i++) {
      Segment segment = batch.segments[i];
      int shard = segment.hash & SHARDS - 1;
      FlowTable table = tables[shard];
      if (table != null) {
        outbox.at(segment.packet, shard);
        table.segment(segment);
      }
    }
    if (!batch.endsTick()) {
      return;
    }
    for (int shard = index; shard < SHARDS; shard += workers) {
      outbox.at(batch.packet, SHARDS + shard);
      tables[shard].tick(batch.packet, batch.tickNanos());
    }
  }

  /** The input is over. */
  void finish(Batch batch) {
    for (int shard = index; shard < SHARDS; shard += workers) {
      outbox.finishing(shard);
      tables[shard].finish(new Stamp(batch.packet, batch.nanos));
    }
  }
}
