package io.smbscope.detect.evasion;

import io.smbscope.base.Anomaly;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.Confidence;
import io.smbscope.event.FlowKey;
import io.smbscope.event.Severity;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.smb.smb1.NtCreateAndX;
import io.smbscope.smb.smb1.ReadAndX;
import io.smbscope.smb.smb1.SessionSetupAndX;
import io.smbscope.smb.smb1.Smb1Body;
import io.smbscope.smb.smb1.TreeConnectAndX;
import io.smbscope.smb.smb1.WriteAndX;
import java.util.List;

/**
 * Messages that say more, or elsewhere, than clients do. [MS-CIFS] 2.2.3.4, 2.2.4.43, [MS-SMB2]
 * 2.2.20, 2.2.21
 */
public final class OddShapes implements Detection {
  private static final Rule CHAIN =
      Rule.of(
              "andx-chain",
              "AndX chain that no client sends",
              Severity.HIGH,
              Confidence.HIGH,
              "",
              "A message chains more commands than clients do, or its AndXOffset points backwards or"
                  + " out of it.",
              "Look at the packet: exploits and fuzzers send such.")
          .with("commands", 10);

  private static final Rule PADDING =
      Rule.of(
              "padding-evasion",
              "Data or names in an unusual form",
              Severity.MEDIUM,
              Confidence.MEDIUM,
              "",
              "DataOffset leaves a gap before the data or points into the fields before them, or a"
                  + " client that speaks Unicode sends names without it.",
              "Look at the packet: such forms mislead analyzers.")
          .with("octets", 16);

  /** Octets before the data in the shortest form: header, words, ByteCount. */
  private static final int WRITE_FIXED = 32 + 1 + 24 + 2;

  private static final int WRITE_LONGEST = 32 + 1 + 28 + 2;
  private static final int READ_FIXED = 32 + 1 + 24 + 2;
  private static final int FLOWS = 4096;

  private final Findings findings;
  private final long commands;
  private final long octets;

  /** Connections with names in Unicode. Their end removes. */
  private final Latest<Long, Boolean> unicode = new Latest<>(FLOWS);

  public OddShapes(Settings settings, Findings findings) {
    this.findings = findings;
    this.commands = settings.number(CHAIN, "commands");
    this.octets = settings.number(PADDING, "octets");
  }

  @Override
  public List<Rule> rules() {
    return List.of(CHAIN, PADDING);
  }

  @Override
  public void listen(Listeners on) {
    on.smb1(this::command);
    on.anomaly(this::anomaly);
    on.connectionEnd(connection -> unicode.remove(connection.id()));
  }

  private void anomaly(AnomalyEvent event) {
    Anomaly anomaly = event.anomaly();
    FlowKey flow = event.flow();
    Rule rule = flow == null ? null : rule(anomaly);
    if (rule != null) {
      findings.report(
          new Sighting(rule, anomaly.at())
              .between(flow.id(), flow.client(), flow.server())
              .value("detail", anomaly.detail()));
    }
  }

  private static Rule rule(Anomaly anomaly) {
    return switch (anomaly.kind()) {
      case LIMIT_REACHED -> anomaly.detail().endsWith("commands in one chain") ? CHAIN : null;
      case MALFORMED_SMB1 -> anomaly.detail().contains("AndXOffset") ? CHAIN : null;
      case UNEXPECTED_MESSAGE -> anomaly.detail().startsWith("DataOffset") ? PADDING : null;
      default -> null;
    };
  }

  private void command(Smb1CommandEvent event) {
    int depth = event.steps().size();
    if (depth > commands) {
      findings.report(sighting(CHAIN, event).value("commands", depth));
    }
    Smb1CommandEvent.Step step = event.steps().get(0);
    if (depth == 1) {
      if (step.request() instanceof WriteAndX.Request write && write.dataLength() > 0) {
        gap(event, write.dataOffset(), WRITE_FIXED, WRITE_LONGEST);
      }
      if (step.response() instanceof ReadAndX.Response read && read.dataLength() > 0) {
        gap(event, read.dataOffset(), READ_FIXED, READ_FIXED);
      }
    }
    if (event.requestHeader() != null && named(step.request())) {
      names(event, step.request());
    }
  }

  private void gap(Smb1CommandEvent event, int offset, int least, int most) {
    if (offset < least || offset > most + octets) {
      findings.report(
          sighting(PADDING, event).value("data-offset", offset).value("usual", least + "-" + most));
    }
  }

  private static boolean named(Smb1Body request) {
    return request instanceof SessionSetupAndX.Request
        || request instanceof TreeConnectAndX.Request
        || request instanceof NtCreateAndX.Request;
  }

  private void names(Smb1CommandEvent event, Smb1Body request) {
    boolean flag = event.requestHeader().unicode();
    if (flag) {
      unicode.put(event.flow().id(), true);
    } else if (unicode.get(event.flow().id()) != null) {
      String name =
          request instanceof TreeConnectAndX.Request tree
              ? tree.path()
              : request instanceof NtCreateAndX.Request create ? create.fileName() : null;
      findings.report(sighting(PADDING, event).value("name-without-unicode", name));
    }
  }

  private static Sighting sighting(Rule rule, Smb1CommandEvent event) {
    FlowKey flow = event.flow();
    Sighting seen = new Sighting(rule, event.at()).between(flow.id(), flow.client(), flow.server());
    return event.requestAt() == null ? seen : seen.packet(event.requestAt().packet());
  }
}
