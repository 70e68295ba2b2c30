package io.smbscope.cli;

import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.capture.CaptureException;
import io.smbscope.capture.Packet;
import io.smbscope.capture.PacketSource;
import io.smbscope.net.DecoderStats;
import io.smbscope.net.PacketDecoder;
import io.smbscope.net.Ports;
import java.util.concurrent.TimeUnit;

/** Takes packets from the source and finds the segments in them. Used by one thread. */
final class Reader {
  /** The reader's own observations come before those of the shards in the same packet. */
  private static final int BEFORE_SHARDS = -1;

  /** Milliseconds by which packets may come later than their time, and some more. */
  private static final long LATE = 1_000;

  private final PacketSource source;
  private final PacketDecoder decoder;
  private final Outbox outbox = new Outbox();
  private final Packet packet = new Packet();

  Reader(PacketSource source, Limits limits, Ports ports) {
    this.source = source;
    this.decoder = new PacketDecoder(limits, ports, outbox);
  }

  /**
   * Reads one packet, and those behind it that need not be waited for, up to the next tick; at the
   * end of the input the batch is the last. Without a packet when for a while none came.
   */
  void fill(Batch batch) throws CaptureException {
    outbox.into(batch.readerObservations);
    if (!source.await()) {
      batch.quietNanos = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis() - LATE);
      batch.caughtUp = true;
      return;
    }
    do {
      if (!source.next(packet)) {
        batch.last = true;
        outbox.at(batch.packet, BEFORE_SHARDS);
        decoder.finish(new Stamp(batch.packet, batch.nanos));
        return;
      }
      batch.packet = packet.number;
      batch.nanos = packet.nanos;
      batch.octets += packet.length;
      outbox.at(packet.number, BEFORE_SHARDS);
      if (decoder.decode(packet, batch.segments[batch.count])) {
        batch.hold(batch.segments[batch.count].window);
        batch.count++;
      }
      batch.caughtUp = !source.ready();
    } while (!batch.caughtUp && batch.octets < Batch.OCTETS && packet.number % Batch.PACKETS != 0);
  }

  DecoderStats stats() {
    return decoder.stats();
  }
}
