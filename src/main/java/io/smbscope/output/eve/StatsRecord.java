package io.smbscope.output.eve;

import io.smbscope.base.Anomaly;
import io.smbscope.event.CaptureEvent;
import io.smbscope.event.FlowEvent;
import java.io.IOException;

/** The {@code stats} event, and what is counted for it. */
final class StatsRecord {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private long tcpFlows;
  private long udpFlows;
  private long smbFlows;
  private long midstream;
  private long transactions;
  private long gaps;
  private long overlaps;
  private long malformed;

  void count(FlowEvent event, EveFlow flow) {
    if (event.flow().tcp()) {
      tcpFlows++;
    } else {
      udpFlows++;
    }
    if (event.smb()) {
      smbFlows++;
    }
    if (event.flow().tcp() && event.flow().midstream()) {
      midstream++;
    }
    transactions += flow.transactions();
  }

  void count(Anomaly anomaly) {
    switch (anomaly.kind()) {
      case TCP_GAP -> gaps++;
      case TCP_OVERLAP_CONFLICT -> overlaps++;
      case MALFORMED_NBSS,
          MALFORMED_SMB1,
          MALFORMED_SMB2,
          MALFORMED_TRANSFORM,
          MALFORMED_COMPRESSION,
          MALFORMED_SPNEGO,
          MALFORMED_NTLMSSP,
          MALFORMED_KERBEROS ->
          malformed++;
      default -> {
        // Suricata's counters know no more.
      }
    }
  }

  /** Of a capture that held packets: without one there is no time to write. */
  void write(EveLine line, CaptureEvent event) throws IOException {
    line.begin(event.at(), EventType.STATS);
    line.object("stats");
    long start = event.first() == null ? event.at().nanos() : event.first().nanos();
    line.number("uptime", Math.max(0, event.at().nanos() - start) / NANOS_PER_SECOND);
    line.object("decoder");
    line.number("pkts", event.packets());
    line.number("bytes", event.bytes());
    line.number("invalid", event.undecodedPackets());
    line.endObject();
    line.object("flow");
    line.number("total", tcpFlows + udpFlows);
    line.number("tcp", tcpFlows);
    line.number("udp", udpFlows);
    line.endObject();
    line.object("tcp");
    line.number("sessions", tcpFlows);
    line.number("midstream_pickups", midstream);
    line.number("reassembly_gap", gaps);
    line.number("overlap_diff_data", overlaps);
    line.endObject();
    line.object("app_layer");
    single("flow", smbFlows, line);
    single("tx", transactions, line);
    line.object("error");
    single("smb", "parser", malformed, line);
    line.endObject();
    line.endObject();
    line.endObject();
    line.end(null);
  }

  private static void single(String key, long smb, EveLine line) throws IOException {
    single(key, "smb", smb, line);
  }

  private static void single(String key, String member, long value, EveLine line)
      throws IOException {
    line.object(key);
    line.number(member, value);
    line.endObject();
  }
}
