package io.smbscope.detect.negotiation;

import io.smbscope.base.Stamp;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.FlowKey;
import io.smbscope.event.Severity;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.smb.smb2.Negotiate;
import io.smbscope.smb.smb2.NegotiateContext;
import io.smbscope.smb.smb2.Smb2Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What no server answers to NEGOTIATE, and NEGOTIATE where none belongs. [MS-SMB2] 3.2.5.2 */
public final class IllegalAnswer implements Detection {
  private static final Rule ILLEGAL =
      Rule.of(
          "negotiate-response-illegal",
          "Answer to NEGOTIATE that no server gives",
          Severity.HIGH,
          Confidence.HIGH,
          "T1557",
          "The response chooses what the client did not offer, or lacks or repeats a context.",
          "Look for a host between client and server, and see what answers at that address.");

  private static final Rule DUPLICATE =
      Rule.of(
          "duplicate-negotiate",
          "Second NEGOTIATE on a connection",
          Severity.MEDIUM,
          Confidence.HIGH,
          "",
          "A client sends NEGOTIATE again after a dialect was agreed.",
          "See which program the client runs: no client does so, servers must close the connection.");

  private static final int WILDCARD = 0x02FF;
  private static final int DIALECT_3_1_1 = 0x0311;
  private static final int NO_DIALECT = 0xFFFF;
  private static final int FLOWS = 4096;

  private final Findings findings;

  /** Connections with a dialect, and the packet that told it. Their end removes. */
  private final Latest<Long, Stamp> agreed = new Latest<>(FLOWS);

  public IllegalAnswer(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(ILLEGAL, DUPLICATE);
  }

  @Override
  public void listen(Listeners on) {
    on.smb2(this::smb2);
    on.smb1(this::smb1);
    on.connectionEnd(connection -> agreed.remove(connection.id()));
  }

  private void smb2(Smb2CommandEvent event) {
    if (event.request() instanceof Negotiate.Request && event.requestAt() != null) {
      again(event.requestAt(), event.flow());
    }
    if (event.response() instanceof Negotiate.Response response) {
      if (response.dialectRevision() != WILDCARD) {
        agreed.put(event.flow().id(), event.at());
      }
      if (event.request() instanceof Negotiate.Request request) {
        List<String> wrong = wrong(request, response);
        if (!wrong.isEmpty()) {
          findings.report(
              sighting(ILLEGAL, event.at(), event.flow())
                  .packet(event.requestAt().packet())
                  .value("wrong", String.join("; ", wrong)));
        }
      }
    }
  }

  private void smb1(Smb1CommandEvent event) {
    Smb1CommandEvent.Step step = event.steps().get(0);
    if (step.request() instanceof io.smbscope.smb.smb1.Negotiate.Request) {
      again(event.requestAt(), event.flow());
    }
    if (step.response() instanceof io.smbscope.smb.smb1.Negotiate.Response response
        && response.dialectIndex() != NO_DIALECT) {
      agreed.put(event.flow().id(), event.at());
      if (step.request() instanceof io.smbscope.smb.smb1.Negotiate.Request request
          && response.dialectIndex() >= request.dialects().size()) {
        String wrong = "dialect " + response.dialectIndex() + " of " + request.dialects().size();
        findings.report(sighting(ILLEGAL, event.at(), event.flow()).value("wrong", wrong));
      }
    }
  }

  /**
   * A request that was sent when a dialect was agreed. Of SMB1 one that SMB2 answered is told at
   * the connection's end.
   */
  private void again(Stamp at, FlowKey flow) {
    Stamp before = agreed.get(flow.id());
    if (before != null && at.packet() > before.packet()) {
      findings.report(sighting(DUPLICATE, at, flow).packet(before.packet()));
    }
  }

  private static Sighting sighting(Rule rule, Stamp at, FlowKey flow) {
    return new Sighting(rule, at).between(flow.id(), flow.client(), flow.server());
  }

  private static List<String> wrong(Negotiate.Request request, Negotiate.Response response) {
    List<String> wrong = new ArrayList<>();
    int dialect = response.dialectRevision();
    if (!request.dialects().contains(dialect)) {
      wrong.add("dialect " + Smb2Names.dialect(dialect) + " was not offered");
    }
    if (dialect == DIALECT_3_1_1 && request.message() != null && response.message() != null) {
      contexts(wrong, request.contexts(), response.contexts());
    }
    return wrong;
  }

  private static void contexts(
      List<String> wrong, List<NegotiateContext> offered, List<NegotiateContext> chosen) {
    Set<Integer> types = new HashSet<>();
    for (NegotiateContext context : chosen) {
      if (!types.add(context.type())) {
        wrong.add("context " + context.type() + " twice");
      }
      if (offered.stream().noneMatch(each -> each.type() == context.type())) {
        wrong.add("context " + context.type() + " was not offered");
      }
    }
    var hash = NegotiateContext.find(chosen, NegotiateContext.PreauthIntegrity.class);
    if (hash == null) {
      wrong.add("no preauthentication context");
    } else {
      one(wrong, "hash algorithms", hash.hashAlgorithms());
    }
    var cipher = NegotiateContext.find(chosen, NegotiateContext.Encryption.class);
    var ciphers = NegotiateContext.find(offered, NegotiateContext.Encryption.class);
    if (cipher != null) {
      one(wrong, "ciphers", cipher.ciphers());
      among(wrong, "cipher", cipher.ciphers(), ciphers == null ? null : ciphers.ciphers());
    }
    var signing = NegotiateContext.find(chosen, NegotiateContext.Signing.class);
    var signings = NegotiateContext.find(offered, NegotiateContext.Signing.class);
    if (signing != null && signings != null) {
      one(wrong, "signing algorithms", signing.algorithms());
      among(wrong, "signing algorithm", signing.algorithms(), signings.algorithms());
    }
  }

  private static void one(List<String> wrong, String what, List<Integer> chosen) {
    if (chosen.size() != 1) {
      wrong.add(chosen.size() + " " + what + " chosen");
    }
  }

  /** 0 says that there is no common cipher; of signing algorithms it is one. */
  private static void among(
      List<String> wrong, String what, List<Integer> chosen, List<Integer> offered) {
    if (offered == null) {
      return;
    }
    for (int id : chosen) {
      if (id != 0 && !offered.contains(id)) {
        wrong.add(what + " " + id + " was not offered");
      }
    }
  }
}
