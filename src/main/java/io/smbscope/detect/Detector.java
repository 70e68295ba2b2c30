package io.smbscope.detect;

import io.smbscope.detect.sigma.SigmaRules;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.BegunEvent;
import io.smbscope.event.CaptureEvent;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.ContentEvent;
import io.smbscope.event.DropEvent;
import io.smbscope.event.Event;
import io.smbscope.event.FileEvent;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowStartEvent;
import io.smbscope.event.HostEvent;
import io.smbscope.event.MessageEvent;
import io.smbscope.event.NameEvent;
import io.smbscope.event.NbnsEvent;
import io.smbscope.event.ProtocolEvent;
import io.smbscope.event.ReadinessEvent;
import io.smbscope.event.RpcEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.event.TokenEvent;
import io.smbscope.event.TreeEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Hands events to detections, and tells what these find. Used by one thread.
 *
 * <p>An event is told to the outputs before the findings that it makes.
 */
public final class Detector {
  private final Listeners on = new Listeners();
  private final Findings findings;

  /**
   * @param sigma the user's rules, looked for beside our own
   * @param out takes findings
   */
  public Detector(Settings settings, SigmaRules sigma, Consumer<Event> out) {
    this.findings = new Findings(settings, out);
    Knowledge knowledge = new Knowledge(settings, on);
    List<Detection> detections = new ArrayList<>(Catalog.detections(settings, knowledge, findings));
    detections.add(sigma.detection(findings));
    for (Detection detection : detections) {
      if (detection.rules().stream().anyMatch(settings::enabled)) {
        detection.listen(on);
      }
    }
  }

  /** Every event of the analysis, in its order. */
  public void accept(Event event) {
    // The most frequent first.
    if (event instanceof FileEvent file) {
      (file.isPipe() ? on.pipeEnds : on.openEnds).tell(file);
    } else if (event instanceof BegunEvent begun) {
      begun(begun.subject());
    } else if (event instanceof ProtocolEvent protocol) {
      protocol(protocol);
    } else if (event instanceof ConnectionEvent connection) {
      on.connectionEnds.tell(connection);
    } else if (event instanceof SessionEvent session) {
      on.sessionEnds.tell(session);
    } else if (event instanceof TreeEvent tree) {
      on.treeEnds.tell(tree);
    } else if (event instanceof NameEvent name) {
      on.names.tell(name);
    } else if (event instanceof HostEvent host) {
      on.hosts.tell(host);
    } else if (event instanceof AnomalyEvent anomaly) {
      on.anomalies.tell(anomaly);
    } else if (event instanceof CaptureEvent capture) {
      on.ends.tell(capture);
      findings.end(capture.at());
    } else if (!(event instanceof DropEvent
        || event instanceof FindingEvent
        || event instanceof ReadinessEvent)) {
      throw new IllegalArgumentException("unknown event: " + event.getClass());
    }
  }

  /** Findings do not depend on what outputs want to be told: of SMB2 only the rare counts. */
  private void protocol(ProtocolEvent event) {
    if (event instanceof Smb2CommandEvent command) {
      on.everySmb2s.tell(command);
      if (command.rare()) {
        on.smb2s.tell(command);
      }
    } else if (event instanceof ContentEvent content) {
      on.contents.tell(content);
    } else if (event instanceof MessageEvent message) {
      if (message.rare()) {
        on.messages.tell(message);
      }
    } else if (event instanceof Smb1CommandEvent command) {
      on.smb1s.tell(command);
    } else if (event instanceof RpcEvent rpc) {
      on.rpcs.tell(rpc);
    } else if (event instanceof TokenEvent token) {
      on.tokens.tell(token);
    } else if (event instanceof FlowStartEvent flow) {
      findings.started(flow.flow());
      on.flowStarts.tell(flow);
    } else if (event instanceof FlowEvent flow) {
      on.flowEnds.tell(flow);
      findings.ended(flow.flow());
    } else if (event instanceof NbnsEvent message) {
      on.nbnsMessages.tell(message);
    }
  }

  private void begun(Event subject) {
    if (subject instanceof FileEvent file) {
      (file.isPipe() ? on.pipes : on.opens).tell(file);
    } else if (subject instanceof TreeEvent tree) {
      on.trees.tell(tree);
    } else if (subject instanceof SessionEvent session) {
      on.sessions.tell(session);
    } else if (subject instanceof ConnectionEvent connection) {
      on.connections.tell(connection);
    }
  }
}
