package io.smbscope.detect.coercion;

import io.smbscope.base.Stamp;
import io.smbscope.detect.Calls;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Knowledge;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.coercion.Callbacks.Coerced;
import io.smbscope.detect.coercion.Coercing.Kind;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.FileEvent;
import io.smbscope.event.FlowStartEvent;
import io.smbscope.event.NbnsEvent;
import io.smbscope.event.RpcEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Severity;
import io.smbscope.netbios.NbnsMessage;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A client has a server open a path on a third host, and the server goes there. */
public final class Coercion implements Detection {
  private static final Rule WSP =
      Rule.of(
          "coerce-wsp",
          "Server sent to another host by Windows Search",
          Severity.MEDIUM,
          Confidence.LOW,
          "T1187",
          "A client opens the pipe MsFteWds, and the server connects to it soon after.",
          "Turn the search service off where nobody searches, and find out what runs on the"
              + " client.");

  private static final Rule CALLBACK =
      Rule.of(
              "coerce-then-callback",
              "Server went where it was sent",
              Severity.CRITICAL,
              Confidence.HIGH,
              "T1557.001",
              "Soon after such a call the server connects to the named host, or asks for its name.",
              "Take the server's account for relayed: see what was done in its name.")
          .with("seconds", 10);

  private static final String SEARCH_PIPE = "MsFteWds";
  private static final long ERROR_BAD_NETPATH = 53;
  private static final int OPEN_PRINTER_EX = 69;
  private static final int CLIENTS = 8192;

  private final Knowledge knowledge;
  private final Findings findings;
  private final Callbacks callbacks;

  /** Names that clients claim to have, in upper case, by IP address. */
  private final Latest<String, String> claimed = new Latest<>(CLIENTS);

  public Coercion(Settings settings, Knowledge knowledge, Findings findings) {
    this.knowledge = knowledge;
    this.findings = findings;
    this.callbacks = new Callbacks(knowledge, settings.number(CALLBACK, "seconds"), this::called);
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Coercing.EFSR, Coercing.RPRN, Coercing.DFSNM, Coercing.FSRVP, Coercing.EVEN, WSP, CALLBACK);
  }

  @Override
  public void listen(Listeners on) {
    on.session(this::session);
    on.rpc(this::rpc);
    on.pipe(this::pipe);
    on.flowStart(this::flow);
    on.nbns(this::nbns);
  }

  private void session(SessionEvent event) {
    if (event.identity() != null && event.identity().workstation() != null) {
      claim(event.client().ip(), event.identity().workstation());
    }
  }

  private void claim(String ip, String name) {
    if (!name.isEmpty()) {
      claimed.put(ip, name.toUpperCase(Locale.ROOT));
    }
  }

  private void rpc(RpcEvent event) {
    if (Calls.SPOOLSS.equals(event.interfaceId()) && Calls.opnum(event) == OPEN_PRINTER_EX) {
      String machine = event.argument("pMachineName");
      if (machine != null) {
        claim(event.flow().client().ip(), machine.replace("\\", ""));
      }
    }
    Kind kind = Coercing.of(event);
    if (kind == null) {
      return;
    }
    String path = Coercing.path(kind, event);
    String host = path == null ? null : Coercing.host(path, kind.rule().equals(Coercing.DFSNM));
    Severity severity = severity(kind, event, path, host);
    if (severity == null) {
      return;
    }
    long status = Calls.status(event);
    findings.report(
        Calls.sighting(kind.rule(), event)
            .severity(severity)
            .value("path", path)
            .value("host", host)
            .value("status", status < 0 ? null : "0x%08x".formatted(status)));
    if (path == null || (host != null && !own(event, host))) {
      callbacks.coerced(
          new Coerced(
              kind.rule(),
              Calls.asked(event),
              event.flow(),
              event.user(),
              Calls.name(event),
              host == null ? null : Callbacks.name(host)));
    }
  }

  /** Null where it is nothing. */
  private Severity severity(Kind kind, RpcEvent event, String path, String host) {
    if (path == null) {
      return kind.sealed();
    }
    if (host == null || own(event, host)) {
      return kind.rule().equals(Coercing.RPRN) ? null : Severity.LOW;
    }
    if (kind.rule().equals(Coercing.RPRN)) {
      return printer(event.flow().client().ip(), host);
    }
    return kind.rule().equals(Coercing.EFSR) && Calls.status(event) == ERROR_BAD_NETPATH
        ? Severity.CRITICAL
        : Severity.HIGH;
  }

  /** The host is the server itself. */
  private boolean own(RpcEvent event, String host) {
    String server = event.flow().server().ip();
    String connected =
        event.tree() == null || event.tree().path() == null
            ? null
            : Coercing.host(event.tree().path(), false);
    return host.equals(server)
        || host.equals("LOCALHOST")
        || host.equals("127.0.0.1")
        || host.equals(".")
        || (connected != null && Callbacks.label(connected).equals(Callbacks.label(host)))
        || has(knowledge.hosts().names(server), host);
  }

  /** A client names itself as Windows knows it; one that is named otherwise is somebody else. */
  private Severity printer(String client, String host) {
    String claim = claimed.get(client);
    Set<String> known = knowledge.hosts().names(client);
    if (has(known, host)
        || (claim != null && Callbacks.label(claim).equals(Callbacks.label(host)))) {
      return null;
    }
    boolean odd = Callbacks.address(host) || host.indexOf('@') >= 0;
    boolean other = !known.isEmpty() || claim != null;
    return odd || other ? Severity.HIGH : Severity.LOW;
  }

  private static boolean has(Set<String> names, String host) {
    String label = Callbacks.label(host);
    return names.stream().anyMatch(name -> Callbacks.label(name).equals(label));
  }

  /** What is asked through it is no DCE/RPC. [MS-WSP] 2.1 */
  private void pipe(FileEvent event) {
    if (SEARCH_PIPE.equalsIgnoreCase(event.name()) && "STATUS_SUCCESS".equals(event.status())) {
      callbacks.searched(event);
    }
  }

  private void flow(FlowStartEvent event) {
    if (event.flow().tcp() && !event.flow().midstream()) {
      callbacks.opened(event.flow());
    }
  }

  private void nbns(NbnsEvent event) {
    NbnsMessage message = event.message();
    if (event.fromClient()
        && !message.response()
        && !message.questions().isEmpty()
        && message.operation().equals("query")) {
      callbacks.asked(
          event.at(),
          event.flow(),
          message.questions().get(0).name().name().toUpperCase(Locale.ROOT));
    }
  }

  /** A server went where a call sent it. */
  private void called(Coerced coerced, Stamp at, long flow, String where) {
    if (coerced.rule() == null) {
      findings.report(sighting(WSP, coerced, at, flow).value("called-back", where));
    }
    findings.report(
        sighting(CALLBACK, coerced, at, flow)
            .value("called-back", where)
            .value("host", coerced.host()));
  }

  private static Sighting sighting(Rule rule, Coerced coerced, Stamp at, long flow) {
    return new Sighting(rule, at)
        .flow(flow)
        .client(coerced.flow().client().ip())
        .server(coerced.flow().server().ip())
        .user(coerced.user())
        .value("operation", coerced.operation())
        .packet(coerced.at().packet());
  }
}
