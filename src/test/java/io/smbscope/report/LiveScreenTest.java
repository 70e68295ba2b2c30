package io.smbscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import io.smbscope.base.Stamp;
import io.smbscope.event.Endpoint;
import io.smbscope.event.Event;
import io.smbscope.event.Events;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowKey;
import io.smbscope.event.MessageEvent;
import io.smbscope.event.OpenRef;
import io.smbscope.event.ReadinessEvent;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.event.TreeRef;
import io.smbscope.smb.TransformMessage;
import io.smbscope.smb.smb2.Read;
import io.smbscope.smb.smb2.Smb2Header;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person at a terminal sees of a live capture. */
class LiveScreenTest {
  private static final int READ = 8;

  private final LiveSummary summary = new LiveSummary();
  private final List<ReadinessEvent> answers = new ArrayList<>();
  private final LiveScreen screen = new LiveScreen(summary, () -> answers, "eth0");

  private static FlowKey flow(long id) {
    Endpoint client = new Endpoint("10.0.0.1", 50_000, null);
    Endpoint server = new Endpoint("10.0.0.2", 445, null);
    return new FlowKey(id, new Stamp(id, 0), true, client, server, List.of(), false);
  }

  private static Event read(long flow, String dialect, String name, long octets) {
    Stamp at = new Stamp(9, 9);
    Smb2Header header = new Smb2Header(READ, 1, 0, 1, 1, 0, 7, 0, 0, 5, 9, true);
    return new Smb2CommandEvent(
        at,
        flow(flow),
        dialect,
        "LAB\\alice",
        at,
        header,
        null,
        at,
        header,
        new Read.Response(octets, 0, 0, Bytes.EMPTY),
        false,
        9,
        5,
        new TreeRef(5, "\\\\srv\\data", "disk", null, null, at),
        new OpenRef(1, 1, 2, name, "file", at));
  }

  private static LiveScreen.Counts counts(long nanos, long packets, long octets, long drops) {
    return new LiveScreen.Counts(nanos, packets, octets, drops, 0, 0);
  }

  private String next(int columns, int height) {
    return String.join("\n", screen.next(counts(0, 0, 0, 0), columns, height, false));
  }

  @Test
  void tellsRatesBetweenTwoScreens() {
    screen.next(counts(1_000_000_000L, 1_000, 1_000_000, 0), 100, 24, false);
    List<String> lines = screen.next(counts(3_000_000_000L, 5_000, 2_000_000, 0), 100, 24, false);
    assertThat(lines.get(0))
        .isEqualTo(
            "smbscope live on eth0: 5,000 packets (2.0 MB), now 2,000 packets/s, 4.0 Mbit/s");
    assertThat(lines.get(1)).startsWith("nothing dropped");
  }

  @Test
  void showsWhoDependsOnWhatWhenAsked() {
    summary.accept(read(1, "3.1.1", "a.txt", 1_000));
    for (int i = 0; i < 30; i++) {
      answers.add(
          new ReadinessEvent(
              new Stamp(1, 1), "t" + i, "Thing " + i, "Nobody needs " + i, List.of(), 0));
    }
    assertThat(next(100, 24)).contains("Connections", "r shows").doesNotContain("Thing");
    assertThat(screen.key('x')).isFalse();
    assertThat(screen.key(' ')).isFalse();

    assertThat(screen.key('r')).isTrue();
    assertThat(next(100, 24)).contains("Thing 0 ", "page 1 of 2").doesNotContain("Connections");
    assertThat(next(100, 24).lines()).hasSize(24);
    assertThat(screen.key(' ')).isTrue();
    assertThat(next(100, 24)).contains("Thing 29", "page 2 of 2").doesNotContain("Thing 0 ");
    assertThat(screen.key(' ')).isTrue();
    assertThat(next(100, 24)).contains("page 1 of 2");

    assertThat(screen.key(0x1B)).isTrue();
    assertThat(next(100, 24)).contains("Connections");
    assertThat(screen.key(0x1B)).isFalse();
  }

  @Test
  void tellsWhoDropped() {
    LiveScreen.Counts counts = new LiveScreen.Counts(0, 10, 10, 7, 8, 1_009);
    assertThat(screen.next(counts, 100, 24, false).get(1))
        .isEqualTo("DROPPED: 7 by the kernel, 8 by the interface, 1,009 by the ring");
  }

  @Test
  void ordersFilesByWhatWasMoved() {
    summary.accept(read(1, "3.1.1", "small.txt", 1_000));
    summary.accept(read(1, "3.1.1", "large.bin", 5_000_000));
    String shown = next(100, 40);
    assertThat(shown.indexOf("large.bin")).isPositive().isLessThan(shown.indexOf("small.txt"));
    assertThat(shown).contains("Busiest shares").contains("5.0 MB");
  }

  @Test
  void whatIsQuietGoes() {
    summary.accept(read(1, "3.1.1", "once.txt", 1_000));
    assertThat(next(100, 40)).contains("once.txt");
    for (int i = 0; i < 40; i++) {
      next(100, 40);
    }
    assertThat(next(100, 40)).doesNotContain("once.txt");
  }

  @Test
  void countsOpenConnectionsByDialect() {
    summary.accept(read(1, "3.1.1", "a", 1));
    summary.accept(read(2, "3.1.1", "a", 1));
    summary.accept(read(3, "NT LM 0.12", "a", 1));
    assertThat(next(100, 40)).contains("3 open").containsPattern("3\\.1\\.1 +2").contains("SMB1");
    FlowEvent.Side side = new FlowEvent.Side(1, 1, 1, 1, 1, 0, 0, null, List.of());
    Stamp at = new Stamp(10, 10);
    summary.accept(new FlowEvent(at, flow(2), at, "fin", side, side, true, ""));
    assertThat(next(100, 40)).contains("2 open").containsPattern("3\\.1\\.1 +1");
  }

  @Test
  void tellsWhatShareIsEncrypted() {
    TransformMessage hidden = new TransformMessage(100, 9, 1, 48);
    summary.accept(new MessageEvent(new Stamp(1, 1), flow(1), true, hidden));
    assertThat(next(100, 40)).contains("100 % encrypted");
  }

  @Test
  void showsTheNewestFirst() {
    summary.accept(Events.anomaly(AnomalyKind.TCP_GAP, 1, "the first"));
    summary.accept(Events.anomaly(AnomalyKind.TCP_GAP, 2, "the second"));
    String shown = next(100, 40);
    assertThat(shown.indexOf("the second")).isPositive().isLessThan(shown.indexOf("the first"));
  }

  /** Text from the wire is as long, and as hostile, as its sender likes. */
  @Test
  void neverExceedsTheTerminal() {
    for (int i = 0; i < 50; i++) {
      summary.accept(read(i, "3.1.1", "name\u001b[2J" + "x".repeat(300) + i, 1_000 + i));
      summary.accept(Events.anomaly(AnomalyKind.TCP_GAP, i, "lost ".repeat(60)));
    }
    for (int[] size : new int[][] {{80, 24}, {200, 50}, {40, 10}}) {
      List<String> lines = screen.next(counts(0, 0, 0, 0), size[0], size[1], false);
      assertThat(lines).hasSizeLessThanOrEqualTo(size[1]);
      assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(size[0]));
      assertThat(String.join("", lines)).doesNotContain("\u001b");
    }
  }
}
