package io.smbscope.detect.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AFile;
import io.smbscope.detect.events.AIdentity;
import io.smbscope.detect.events.ASession;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FindingEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Correlations count matches of rules within a time by packets. */
class CorrelationTest {
  private static final String FAILED =
      """
      title: Failed
      id: 0001
      name: failed
      logsource: {product: zeek, service: ntlm}
      detection:
        s: {success: false}
        condition: s
      ---
      title: Succeeded
      name: succeeded
      id: 0002
      logsource: {product: zeek, service: ntlm}
      detection:
        s: {success: true}
        condition: s
      ---
      title: Opened
      name: opened
      id: 0003
      logsource: {product: zeek, service: smb_files}
      detection:
        s: {name: '*'}
        condition: s
      """;

  private static String correlation(String id, String content) {
    return "---\ntitle: Many\nid: "
        + id
        + "\nname: "
        + id
        + "\nlevel: high\ncorrelation:\n"
        + content.indent(2);
  }

  private static Trial trial(String content) throws SigmaErrors {
    return Rules.trial(FAILED + correlation("many", content));
  }

  private static void logon(Trial trial, String user, boolean good) {
    trial.see(
        new ASession()
            .at(trial.next())
            .identity(new AIdentity().user(user).build())
            .established(good)
            .begun());
  }

  private static void open(Trial trial, String client, String name) {
    trial.see(
        new AFile().at(trial.next()).client(new Endpoint(client, 50_000, null)).name(name).begun());
  }

  @Test
  void eventCount() throws SigmaErrors {
    Trial trial =
        trial(
            "type: event_count\nrules: failed\ngroup-by: [username]\ntimespan: 1m\ncondition: {gte: 3}");
    logon(trial, "alice", false);
    logon(trial, "alice", false);
    logon(trial, "bob", false);
    logon(trial, "alice", true);
    assertThat(trial.raised("sigma:many")).isEmpty();
    logon(trial, "alice", false);
    assertThat(trial.raised("sigma:many"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.entities().user()).isEqualTo("alice");
              assertThat(finding.values()).containsEntry("count", "3");
              assertThat(finding.windowSeconds()).isEqualTo(60);
              assertThat(finding.packets()).contains(1L);
            });
    assertThat(trial.raised("sigma:0001")).as("only counted").isEmpty();
  }

  @Test
  void notOverALongerTime() throws SigmaErrors {
    Trial trial =
        trial(
            "type: event_count\nrules: failed\ngroup-by: [username]\ntimespan: 60s\ncondition: {gt: 2}");
    for (int i = 0; i < 10; i++) {
      logon(trial, "alice", false);
      trial.pass(Duration.ofSeconds(31));
    }
    assertThat(trial.raised("sigma:many")).isEmpty();
  }

  @Test
  void generateTellsBoth() throws SigmaErrors {
    Trial trial =
        trial(
            "type: event_count\nrules: [0001]\ngenerate: true\ngroup-by: [username]\n"
                + "timespan: 1h\ncondition: {gte: 1}");
    logon(trial, "alice", false);
    assertThat(trial.raised("sigma:many")).hasSize(1);
    assertThat(trial.raised("sigma:0001")).hasSize(1);
  }

  @Test
  void valueCount() throws SigmaErrors {
    Trial trial =
        trial(
            "type: value_count\nrules: failed\ngroup-by: id.orig_h\ntimespan: 1m\n"
                + "condition: {field: username, gte: 3}");
    logon(trial, "alice", false);
    logon(trial, "alice", false);
    logon(trial, "bob", false);
    assertThat(trial.raised("sigma:many")).isEmpty();
    logon(trial, "carol", false);
    assertThat(trial.raised("sigma:many"))
        .singleElement()
        .extracting(finding -> finding.entities().client())
        .isEqualTo("10.7.0.2");
  }

  @ParameterizedTest
  @CsvSource({
    "'{lt: 3}', 2, 1",
    "'{lt: 3}', 3, 0",
    "'{lte: 3}', 3, 1",
    "'{eq: 2}', 2, 1",
    "'{eq: 2}', 3, 0",
    "'{gt: 1, lte: 3}', 3, 1",
    "'{gt: 1, lte: 3}', 4, 0",
    "'{neq: 2}', 2, 0",
    "'{neq: 2}', 3, 1"
  })
  void countsThatMoreCouldUndo(String condition, int logons, int found) throws SigmaErrors {
    String content =
        "type: event_count\nrules: failed\ngroup-by: [username]\ntimespan: 1m\ncondition: ";
    Trial later = trial(content + condition);
    for (int i = 0; i < logons; i++) {
      logon(later, "alice", false);
    }
    assertThat(later.raised("sigma:many")).as("while more may come").isEmpty();
    later.pass(Duration.ofMinutes(2));
    logon(later, "bob", false);
    assertThat(users(later)).as("after the time").hasSize(found);

    Trial last = trial(content + condition);
    for (int i = 0; i < logons; i++) {
      logon(last, "alice", false);
    }
    assertThat(last.closed("sigma:many")).as("at the end").hasSize(found);
  }

  private static List<FindingEvent> users(Trial trial) {
    return trial.raised("sigma:many").stream()
        .filter(finding -> "alice".equals(finding.entities().user()))
        .toList();
  }

  @Test
  void temporal() throws SigmaErrors {
    String content =
        "type: temporal\nrules: [opened, succeeded]\ngroup-by: [id.orig_h]\ntimespan: 10s";
    Trial trial = trial(content);
    open(trial, "10.7.0.9", "a");
    logon(trial, "alice", true);
    assertThat(trial.raised("sigma:many")).as("other clients").isEmpty();
    open(trial, "10.7.0.2", "a");
    assertThat(trial.raised("sigma:many")).hasSize(1);

    Trial slow = trial(content);
    logon(slow, "alice", true);
    slow.pass(Duration.ofSeconds(11));
    open(slow, "10.7.0.2", "a");
    assertThat(slow.raised("sigma:many")).isEmpty();
  }

  @Test
  void temporalOrdered() throws SigmaErrors {
    String content =
        "type: temporal_ordered\nrules: [failed, succeeded]\ngroup-by: [username]\ntimespan: 10s";
    Trial trial = trial(content);
    logon(trial, "alice", true);
    logon(trial, "alice", false);
    assertThat(trial.raised("sigma:many")).isEmpty();
    logon(trial, "alice", true);
    assertThat(trial.raised("sigma:many")).hasSize(1);

    Trial slow = trial(content);
    logon(slow, "alice", false);
    slow.pass(Duration.ofSeconds(11));
    logon(slow, "alice", true);
    assertThat(slow.raised("sigma:many")).isEmpty();
  }

  @Test
  void chained() throws SigmaErrors {
    String burst =
        correlation(
            "burst",
            "type: event_count\nrules: failed\ngroup-by: [username]\ntimespan: 1m\ncondition: {gte: 3}");
    Trial trial =
        Rules.trial(
            FAILED
                + correlation(
                    "many",
                    "type: temporal_ordered\nrules: [burst, succeeded]\ngroup-by: [username]\n"
                        + "timespan: 1m")
                + burst);
    logon(trial, "alice", false);
    logon(trial, "alice", false);
    logon(trial, "alice", true);
    assertThat(trial.raised("sigma:many")).isEmpty();
    logon(trial, "alice", false);
    logon(trial, "alice", true);
    assertThat(trial.raised("sigma:many")).hasSize(1);
    assertThat(trial.raised("sigma:burst")).isEmpty();
  }

  @Test
  void aliases() throws SigmaErrors {
    Trial trial =
        trial(
            """
            type: temporal
            rules: [opened, failed]
            group-by: [who]
            timespan: 10s
            aliases:
              who: {opened: id.orig_h, failed: id.resp_h}
            """);
    open(trial, "10.7.0.2", "a");
    logon(trial, "alice", false);
    assertThat(trial.raised("sigma:many")).isEmpty();
    open(trial, "10.7.0.1", "a");
    assertThat(trial.raised("sigma:many"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.values()).containsEntry("who", "10.7.0.1"));
  }

  @Test
  void whatIsUnsetBelongsToNoGroup() throws SigmaErrors {
    Trial trial =
        trial(
            "type: event_count\nrules: failed\ngroup-by: [username]\ntimespan: 1m\ncondition: {gte: 2}");
    logon(trial, "", false);
    logon(trial, "", false);
    assertThat(trial.raised("sigma:many")).isEmpty();
  }

  @Test
  void manyGroupsAreBounded() throws SigmaErrors {
    Trial trial =
        trial(
            "type: event_count\nrules: failed\ngroup-by: [username]\ntimespan: 1d\ncondition: {gte: 2}");
    logon(trial, "first", false);
    for (int i = 0; i < 20_000; i++) {
      logon(trial, "user" + i, false);
    }
    logon(trial, "first", false);
    logon(trial, "user19999", false);
    assertThat(trial.raised("sigma:many"))
        .singleElement()
        .extracting(finding -> finding.entities().user())
        .isEqualTo("user19999");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "type: value_avg | rules: failed | timespan: 1m # correlation type `value_avg` is not",
        "type: event_count | timespan: 1m | condition: {gte: 1} # no `rules`",
        "type: event_count | rules: failed | condition: {gte: 1} # no `timespan`",
        "type: event_count | rules: failed | timespan: 1w | condition: {gte: 1} # timespan `1w`",
        "type: event_count | rules: failed | timespan: 1m # no `condition`",
        "type: event_count | rules: failed | timespan: 1m | condition: {} # no count",
        "type: event_count | rules: failed | timespan: 1m | condition: {gte: 70000} # `gte` takes",
        "type: event_count | rules: failed | timespan: 1m | condition: {most: 7} # unknown condition",
        "type: event_count | rules: failed | timespan: 1m | condition: {gt: 5, lt: 5} # no count is",
        "type: event_count | rules: nobody | timespan: 1m | condition: {gte: 1} # there is no rule",
        "type: event_count | rules: many | timespan: 1m | condition: {gte: 1} # it counts itself",
        "type: value_count | rules: failed | timespan: 1m | condition: {gte: 1} # no `field`",
        "type: temporal | rules: [failed, opened] | timespan: 1m | condition: failed and opened # a"
            + " condition of a correlation in words",
        "type: temporal | rules: [failed, opened] | timespan: 1m | condition: {lt: 2} # temporal"
            + " counts",
        "type: event_count | rules: opened | group-by: [username] | timespan: 1m | condition: {gte: 1}"
            + " # `opened` has no field `username`",
        "type: event_count | rules: failed | within: 1m # unknown key `within` in a correlation",
      })
  void refused(String content, String message) {
    String errors =
        String.join("\n", Rules.errors(FAILED + correlation("many", content.replace(" | ", "\n"))));
    assertThat(errors).containsPattern("^\\d+: \\Q" + message + "\\E");
  }
}
