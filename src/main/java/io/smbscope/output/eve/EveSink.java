package io.smbscope.output.eve;

import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.CaptureEvent;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.ContentEvent;
import io.smbscope.event.Event;
import io.smbscope.event.EventSink;
import io.smbscope.event.FileEvent;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.FindingEvent.Stage;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowKey;
import io.smbscope.event.MessageEvent;
import io.smbscope.event.RpcEvent;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.event.TokenEvent;
import io.smbscope.output.CommunityId;
import io.smbscope.output.LineTarget;
import io.smbscope.smb.smb1.Negotiate;
import io.smbscope.smb.smb1.Smb1Message;
import io.smbscope.smb.smb2.Smb2Command;
import java.io.Flushable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes {@code smb}, {@code fileinfo}, {@code flow}, {@code anomaly}, {@code alert} and {@code
 * stats} events as Suricata does. Wants commands and contents. Keeps the state of live flows, each
 * bounded, until their end.
 */
public final class EveSink implements EventSink, Flushable {
  private final LineTarget target;
  private final String iface;
  private final CommunityId communityId = new CommunityId();
  private final JsonOctets scratch = new JsonOctets();
  private final EveLine line;
  private final FileTransactions files;
  private final Smb1Transactions smb1;
  private final Smb2Transactions smb2;
  private final DcerpcTransactions dcerpc;
  private final StatsRecord stats = new StatsRecord();

  /** By id. A command adds, the flow's end removes; the flow tables bound it. */
  private final Map<Long, EveFlow> flows = new HashMap<>();

  /** Of the event before; null when it is over. */
  private EveFlow latest;

  /**
   * @param target where the lines go; closed with this sink
   * @param iface interface that packets come from, null when they come from files
   */
  public EveSink(LineTarget target, String iface) {
    this.target = target;
    this.iface = iface;
    line = new EveLine(target);
    SmbLines smb = new SmbLines(line);
    files = new FileTransactions(line, smb);
    smb2 = new Smb2Transactions(line, smb, files);
    smb1 = new Smb1Transactions(line, smb, files, smb2);
    dcerpc = new DcerpcTransactions(line, smb);
  }

  /** Files are told by their content, and of messages only an SMB1 NEGOTIATE counts. */
  @Override
  public boolean reads(Event event) {
    return event instanceof MessageEvent message ? message.rare() : !(event instanceof FileEvent);
  }

  @Override
  public void accept(Event event) throws IOException {
    if (event instanceof Smb2CommandEvent command) {
      command(command);
    } else if (event instanceof Smb1CommandEvent command) {
      smb1.write(command, flow(command.flow()));
    } else if (event instanceof MessageEvent message) {
      message(message);
    } else if (event instanceof RpcEvent rpc) {
      dcerpc.write(rpc, flow(rpc.flow()));
    } else if (event instanceof TokenEvent token) {
      if (token.fromClient() && !token.rpc()) {
        flow(token.flow()).token(token.token());
      }
    } else if (event instanceof ContentEvent content) {
      files.content(content, flow(content.flow()));
    } else if (event instanceof ConnectionEvent connection) {
      EveFlow flow = flows.get(connection.id());
      if (flow != null) {
        flow.connection = connection;
      }
    } else if (event instanceof FlowEvent end) {
      end(end);
    } else if (event instanceof AnomalyEvent anomaly) {
      anomaly(anomaly);
    } else if (event instanceof FindingEvent finding) {
      if (finding.stage() == Stage.RAISED) {
        alert(finding);
      }
    } else if (event instanceof CaptureEvent capture && capture.at() != null) {
      stats.write(line, capture);
    }
  }

  /** Its flow may be over already. */
  private void alert(FindingEvent finding) throws IOException {
    FlowKey key = finding.flow();
    EveFlow flow = key == null ? null : flows.get(key.id());
    FlowText text = flow != null ? flow.text : key == null ? null : text(key);
    AlertRecord.write(line, finding, text);
  }

  private EveFlow flow(FlowKey key) {
    if (latest != null && latest.text.flow.equals(key)) {
      return latest;
    }
    EveFlow flow = flows.get(key.id());
    if (flow == null) {
      flow = new EveFlow(text(key));
      flows.put(key.id(), flow);
    } else if (!flow.text.flow.equals(key)) {
      flow.text = text(key);
    }
    latest = flow;
    return flow;
  }

  private FlowText text(FlowKey key) {
    return new FlowText(key, communityId.of(key), iface, scratch);
  }

  private void command(Smb2CommandEvent command) throws IOException {
    EveFlow flow = flow(command.flow());
    smb2.write(command, flow);
    if (command.requestHeader() == null
        && command.command() == Smb2Command.NEGOTIATE.code()
        && flow.smb1Offer != null) {
      smb1.answeredBySmb2(command, flow);
    }
  }

  /** An SMB1 NEGOTIATE is remembered when it comes: SMB2 may answer it. */
  private void message(MessageEvent event) {
    if (event.message() instanceof Smb1Message message
        && message.blocks().get(0).body() instanceof Negotiate.Request request) {
      flow(event.flow()).smb1Offer = request;
    }
  }

  private void end(FlowEvent event) throws IOException {
    EveFlow flow = flow(event.flow());
    flows.remove(event.flow().id());
    latest = null;
    files.end(event.at(), flow);
    FlowRecord.write(line, event, flow);
    stats.count(event, flow);
  }

  private void anomaly(AnomalyEvent event) throws IOException {
    stats.count(event.anomaly());
    AnomalyRecord.write(line, event.anomaly(), event.flow() == null ? null : flow(event.flow()));
  }

  @Override
  public void flush() throws IOException {
    target.flush();
  }

  @Override
  public void close() throws IOException {
    target.close();
  }
}
