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
      tell(file.isPipe() ? on.pipeEnds : on.openEnds, file);
    } else if (event instanceof BegunEvent begun) {
      begun(begun.subject());
    } else if (event instanceof ProtocolEvent protocol) {
      protocol(protocol);
    } else if (event instanceof ConnectionEvent connection) {
      tell(on.connectionEnds, connection);
    } else if (event instanceof SessionEvent session) {
      tell(on.sessionEnds, session);
    } else if (event instanceof TreeEvent tree) {
      tell(on.treeEnds, tree);
    } else if (event instanceof NameEvent name) {
      tell(on.names, name);
    } else if (event instanceof HostEvent host) {
      tell(on.hosts, host);
    } else if (event instanceof AnomalyEvent anomaly) {
      tell(on.anomalies, anomaly);
    } else if (event instanceof CaptureEvent capture) {
      tell(on.ends, capture);
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
      tell(on.everySmb2s, command);
      if (command.rare()) {
        tell(on.smb2s, command);
      }
    } else if (event instanceof ContentEvent content) {
      tell(on.contents, content);
    } else if (event instanceof MessageEvent message) {
      if (message.rare()) {
        tell(on.messages, message);
      }
    } else if (event instanceof Smb1CommandEvent command) {
      tell(on.smb1s, command);
    } else if (event instanceof RpcEvent rpc) {
      tell(on.rpcs, rpc);
    } else if (event instanceof TokenEvent token) {
      tell(on.tokens, token);
    } else if (event instanceof FlowStartEvent flow) {
      findings.started(flow.flow());
      tell(on.flowStarts, flow);
    } else if (event instanceof FlowEvent flow) {
      tell(on.flowEnds, flow);
      findings.ended(flow.flow());
    } else if (event instanceof NbnsEvent message) {
      tell(on.nbnsMessages, message);
    }
  }

  private void begun(Event subject) {
    if (subject instanceof FileEvent file) {
      tell(file.isPipe() ? on.pipes : on.opens, file);
    } else if (subject instanceof TreeEvent tree) {
      tell(on.trees, tree);
    } else if (subject instanceof SessionEvent session) {
      tell(on.sessions, session);
    } else if (subject instanceof ConnectionEvent connection) {
      tell(on.connections, connection);
    }
  }

  private static <E> void tell(List<Consumer<E>> listeners, E event) {
    for (int i = 0; i < listeners.size(); i++) {
      listeners.get(i).accept(event);
    }
  }
}
