package io.smbscope.output.eve;

import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowEvent.Side;
import io.smbscope.event.FlowKey;
import java.io.IOException;

/** The {@code flow} event. */
final class FlowRecord {
  private static final int FIN = 0x01;
  private static final int SYN = 0x02;
  private static final int RST = 0x04;
  private static final int ACK = 0x10;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** Names of the flags, from bit 0 on. */
  private static final String[] FLAGS = {"fin", "syn", "rst", "psh", "ack", "urg", "ecn", "cwr"};

  private FlowRecord() {}

  static void write(EveLine line, FlowEvent event, EveFlow flow) throws IOException {
    line.beginAtEnd(event.at(), flow, false, EventType.FLOW);
    line.text("app_proto", event.smb() ? "smb" : null);
    FlowKey key = event.flow();
    Side client = event.client();
    Side server = event.server();
    line.object("flow");
    line.number("pkts_toserver", client.packets());
    line.number("pkts_toclient", server.packets());
    line.number("bytes_toserver", client.frameBytes());
    line.number("bytes_toclient", server.frameBytes());
    long start = key.start().nanos();
    long end = event.last().nanos();
    line.instant("start", start);
    line.instant("end", end);
    line.number(
        "age", Math.floorDiv(end, NANOS_PER_SECOND) - Math.floorDiv(start, NANOS_PER_SECOND));
    line.text("state", state(event));
    line.text("reason", reason(event.endReason()));
    line.flag("alerted", false);
    line.number("tx_cnt", flow.transactions());
    line.endObject();
    if (key.tcp()) {
      tcp(line, event);
    }
    own(line, event, flow.connection);
    line.end(flow);
  }

  private static String state(FlowEvent event) {
    String state = event.flow().tcp() ? tcpState(event) : udpState(event);
    return switch (state) {
      case "none", "syn_sent", "syn_recv" -> "new";
      case "closed" -> "closed";
      default -> "established";
    };
  }

  private static String udpState(FlowEvent event) {
    return event.server().packets() > 0 && event.client().packets() > 0 ? "established" : "none";
  }

  /** Told by the flags that either side sent, in whatever order. */
  private static String tcpState(FlowEvent event) {
    int client = event.client().tcpFlags();
    int server = event.server().tcpFlags();
    if (((client | server) & RST) != 0 || (client & server & FIN) != 0) {
      return "closed";
    }
    if ((client & FIN) != 0) {
      return "fin_wait1";
    }
    if ((server & FIN) != 0) {
      return "close_wait";
    }
    if ((client & SYN) != 0 && (client & ACK) == 0) {
      return (server & SYN) != 0 ? "syn_recv" : "syn_sent";
    }
    return "established";
  }

  private static String reason(String endReason) {
    return switch (endReason) {
      case "end-of-capture" -> "shutdown";
      case "evicted" -> "forced";
      case "reused" -> "tcp_reuse";
      default -> "timeout";
    };
  }

  private static void tcp(EveLine line, FlowEvent event) throws IOException {
    int client = event.client().tcpFlags();
    int server = event.server().tcpFlags();
    line.object("tcp");
    line.digits("tcp_flags", client | server, 2);
    line.digits("tcp_flags_ts", client, 2);
    line.digits("tcp_flags_tc", server, 2);
    for (int bit = 0; bit < FLAGS.length; bit++) {
      if (((client | server) >>> bit & 1) != 0) {
        line.flag(FLAGS[bit], true);
      }
    }
    line.text("state", tcpState(event));
    if (event.client().missing() > 0) {
      line.flag("ts_gap", true);
    }
    if (event.server().missing() > 0) {
      line.flag("tc_gap", true);
    }
    line.endObject();
  }

  private static void own(EveLine line, FlowEvent event, ConnectionEvent connection)
      throws IOException {
    boolean lost = event.client().missing() > 0 || event.server().missing() > 0;
    if (!event.flow().midstream() && !lost && connection == null) {
      return;
    }
    line.own();
    line.flag("midstream", event.flow().midstream());
    line.number("missing_toserver", event.client().missing());
    line.number("missing_toclient", event.server().missing());
    if (connection != null) {
      line.text("dialect", connection.dialect());
      line.text("encryption", connection.encryption().verdict().label());
      line.text("signing", connection.signing().verdict().label());
      line.number("encrypted_messages", connection.encryption().encryptedMessages());
      line.number("compressed_messages", connection.traffic().compressedMessages());
      line.number("malformed", connection.malformed());
    }
    line.endOwn();
  }
}
