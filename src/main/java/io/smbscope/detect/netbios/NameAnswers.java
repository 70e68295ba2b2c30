package io.smbscope.detect.netbios;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Knowledge;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Seen;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Distinct;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.NameEvent;
import io.smbscope.event.Severity;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Answers to name queries that are broadcast, which anybody on the network may give. RFC 1002
 * 5.1.1.4
 */
public final class NameAnswers implements Detection {
  private static final String TURN_OFF =
      "Take the answering host off the network, and turn NetBIOS name service off on all clients.";
  private static final Rule POISON =
      Rule.of(
              "nbns-poison",
              "Host answers to names that are not its own",
              Severity.CRITICAL,
              Confidence.MEDIUM,
              "T1557.001",
              "One host answers broadcast queries for several unrelated names, or two hosts answer"
                  + " one query differently.",
              TURN_OFF)
          .with("names", 3)
          .with("seconds", 600);
  private static final Rule WPAD =
      Rule.of(
          "nbns-wpad",
          "Proxy settings asked for by NetBIOS",
          Severity.MEDIUM,
          Confidence.HIGH,
          "T1557.001",
          "The name WPAD is asked for or registered; worse when a broadcast query is answered, as"
              + " the answering host becomes the proxy.",
          "Turn the automatic search for proxy settings and NetBIOS name service off, and make a DNS"
              + " entry for wpad.");

  private static final int HOSTS = 4096;
  private static final int QUERIES = 4096;

  private record Query(String client, int transactionId, String name, int suffix) {}

  private record Answer(String server, List<String> addresses) {}

  private final Findings findings;
  private final Knowledge knowledge;
  private final long names;
  private final long seconds;

  /** Names answered for that are not known to be the host's own. */
  private final Distinct<String, String> answered;

  private final Latest<Query, Answer> answers = new Latest<>(QUERIES);

  public NameAnswers(Settings settings, Knowledge knowledge, Findings findings) {
    this.findings = findings;
    this.knowledge = knowledge;
    this.names = settings.number(POISON, "names");
    this.seconds = settings.number(POISON, "seconds");
    this.answered = new Distinct<>(names, Duration.ofSeconds(seconds), HOSTS);
  }

  @Override
  public List<Rule> rules() {
    return List.of(POISON, WPAD);
  }

  @Override
  public void listen(Listeners on) {
    on.name(this::name);
  }

  private void name(NameEvent event) {
    boolean positive = "positive".equals(event.result());
    boolean query = "query".equals(event.operation());
    if ("WPAD".equalsIgnoreCase(event.name())) {
      wpad(event, query && positive && event.broadcast());
    }
    if (query && positive && event.broadcast() && !event.group() && !event.addresses().isEmpty()) {
      differs(event);
      answers(event);
    }
  }

  private void wpad(NameEvent event, boolean answered) {
    boolean sent = !"unasked".equals(event.result()) && !"release".equals(event.operation());
    if (!sent) {
      return;
    }
    Sighting sighting =
        new Sighting(WPAD, event.at())
            .client(event.client().ip())
            .value("operation", event.operation())
            .value("result", event.result());
    if (answered) {
      sighting
          .server(event.server().ip())
          .severity(Severity.CRITICAL)
          .value("addresses", String.join(", ", event.addresses()));
    }
    findings.report(sighting);
  }

  private void answers(NameEvent event) {
    String server = event.server().ip();
    String name = event.name().toUpperCase(Locale.ROOT);
    if (knowledge.hosts().names(server).contains(name)) {
      return;
    }
    int count = answered.add(server, name, event.at());
    if (count >= names) {
      findings.report(
          new Sighting(POISON, event.at())
              .server(server)
              .window(answered.first(server), seconds)
              .value("names", Seen.text(String.join(", ", answered.values(server))))
              .value("asked-by", event.client().ip())
              .value("addresses", String.join(", ", event.addresses())));
    }
  }

  /** Of a name that only one host may have. */
  private void differs(NameEvent event) {
    Query query =
        new Query(event.client().ip(), event.transactionId(), event.name(), event.suffix());
    Answer before = answers.get(query);
    if (before == null) {
      answers.put(query, new Answer(event.server().ip(), event.addresses()));
    } else if (!before.server().equals(event.server().ip())
        && Collections.disjoint(before.addresses(), event.addresses())) {
      findings.report(
          new Sighting(POISON, event.at())
              .server(event.server().ip())
              .operation("second answer")
              .value("name", Seen.text(event.name()))
              .value("first-answer-by", before.server())
              .value("first-addresses", String.join(", ", before.addresses()))
              .value("addresses", String.join(", ", event.addresses())));
    }
  }
}
