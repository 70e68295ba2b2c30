package io.smbscope.detect.discovery;

import io.smbscope.detect.Calls;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.discovery.Enumerations.Asked;
import io.smbscope.event.Confidence;
import io.smbscope.event.FlowKey;
import io.smbscope.event.RpcEvent;
import io.smbscope.event.Severity;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.event.Smb1CommandEvent.Step;
import io.smbscope.rpc.RpcPdu;
import io.smbscope.smb.smb1.Transaction;
import java.util.List;

/**
 * Which shares a server has: srvsvc's NetrShareEnum, NetrShareEnumSticky and NetrShareGetInfo, and
 * NetShareEnum of the Remote Administration Protocol. [MS-SRVS] 3.1.4.8, [MS-RAP] 2.5.6.1
 */
public final class ShareEnumeration implements Detection {
  private static final Rule ENUM =
      Enumerations.counted(
          Rule.of(
              "share-enum",
              "Shares listed",
              Severity.MEDIUM,
              Confidence.MEDIUM,
              "T1135",
              "Calls of srvsvc, or a transaction on \\PIPE\\LANMAN, list the shares of a server.",
              "Find out what on the client asks, and what it does to the shares afterwards."));

  private static final Rule ANONYMOUS =
      Rule.of(
          "anonymous-shares-list",
          "Shares listed by nobody",
          Severity.HIGH,
          Confidence.HIGH,
          "T1135",
          "A list of shares is given to an anonymous or guest session.",
          "Restrict anonymous access on the server, and turn its guest account off.");

  private static final int GET_INFO = 16;
  private static final long ERROR_MORE_DATA = 234;
  private static final String RAP_PIPE = "\\PIPE\\LANMAN";
  private static final int RAP_NET_SHARE_ENUM = 0;

  private final Findings findings;
  private final Enumerations enumerations;
  private final Enumerations details;
  private final UnprovenSessions unproven = new UnprovenSessions();

  public ShareEnumeration(Settings settings, Findings findings) {
    this.findings = findings;
    this.enumerations = new Enumerations(ENUM, settings, findings);
    this.details = new Enumerations(ENUM, settings, findings);
  }

  @Override
  public List<Rule> rules() {
    return List.of(ENUM, ANONYMOUS);
  }

  @Override
  public void listen(Listeners on) {
    unproven.listen(on);
    on.rpc(this::rpc);
    on.smb1(this::smb1);
  }

  private void rpc(RpcEvent event) {
    if (!Calls.SRVSVC.equals(event.interfaceId())) {
      return;
    }
    int opnum = Calls.opnum(event);
    if (opnum != 15 && opnum != 36 && opnum != GET_INFO) {
      return;
    }
    Asked asked =
        new Asked(
            event.at(),
            event.flow().id(),
            event.flow().client(),
            event.flow().server(),
            event.user(),
            Calls.name(event));
    if (opnum == GET_INFO) {
      details.count(asked, Severity.LOW);
      return;
    }
    enumerations.one(asked, Severity.LOW);
    enumerations.count(asked, Severity.MEDIUM);
    long status = Calls.status(event);
    boolean given =
        event.response() instanceof RpcPdu.Response && (status <= 0 || status == ERROR_MORE_DATA);
    if (given && unproven.has(event.flow().id(), event.sessionId())) {
      anonymous(asked);
    }
  }

  private void smb1(Smb1CommandEvent event) {
    for (Step step : event.steps()) {
      if (step.request() instanceof Transaction.Request request
          && RAP_PIPE.equalsIgnoreCase(request.name())
          && request.parameters().length() >= 2
          && request.parameters().u16le(0) == RAP_NET_SHARE_ENUM) {
        FlowKey flow = event.flow();
        Asked asked =
            new Asked(
                event.at(),
                flow.id(),
                flow.client(),
                flow.server(),
                event.user(),
                "lanman.NetShareEnum");
        enumerations.one(asked, Severity.LOW);
        enumerations.count(asked, Severity.MEDIUM);
        boolean given =
            step.response() instanceof Transaction.Response response
                && response.parameters().length() >= 2
                && (response.parameters().u16le(0) == 0
                    || response.parameters().u16le(0) == ERROR_MORE_DATA);
        if (given && unproven.has(flow.id(), event.header().uid())) {
          anonymous(asked);
        }
      }
    }
  }

  private void anonymous(Asked asked) {
    findings.report(
        new Sighting(ANONYMOUS, asked.at())
            .flow(asked.flow())
            .client(asked.client().ip())
            .server(asked.server().ip())
            .user(asked.user())
            .value("operation", asked.operation()));
  }
}
