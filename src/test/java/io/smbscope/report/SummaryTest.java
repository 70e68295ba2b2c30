package io.smbscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.AnomalyKind;
import io.smbscope.event.Event;
import io.smbscope.event.Events;
import io.smbscope.event.Protections;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {
  private static Section section(Summary summary, String title) {
    return summary.sections().stream()
        .filter(section -> section.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static Summary of(Event... events) {
    Summary summary = new Summary();
    for (Event event : events) {
      summary.accept(event);
    }
    return summary;
  }

  private static List<List<String>> rows(Summary summary, String title) {
    return section(summary, title).rows().stream()
        .map(row -> row.stream().map(Cell::text).toList())
        .toList();
  }

  @Test
  void groupsFailedLogonsAndPutsThemFirst() {
    List<Event> events = new ArrayList<>(List.of(Events.session().build()));
    for (int i = 0; i < 1_000; i++) {
      events.add(Events.session().user("CORP", "bob").failed("STATUS_LOGON_FAILURE").build());
    }

    Summary summary = of(events.toArray(Event[]::new));

    assertThat(section(summary, "Sessions").note()).isEqualTo("1 established, 1,000 failed");
    assertThat(rows(summary, "Sessions"))
        .containsExactly(
            List.of("CORP\\bob", "NTLMv2", "10.0.0.7", "10.0.0.5", "LOGON_FAILURE", "1,000", "WS7"),
            List.of("CORP\\alice", "NTLMv2", "10.0.0.7", "10.0.0.5", "ok", "1", "WS7"));
    assertThat(rows(summary, "Look at first"))
        .containsExactly(List.of("1,000", "failed logons: CORP\\bob from 10.0.0.7 to 10.0.0.5"));
  }

  @ParameterizedTest
  @CsvSource({
    "NTLMv1,logon by LM or NTLMv1",
    "NTLMv1-ESS,logon by LM or NTLMv1",
    "LM,logon by LM or NTLMv1",
    "plain-text,password in plain text",
  })
  void namesWeakMechanisms(String mechanism, String words) {
    Summary summary = of(Events.session().mechanism(mechanism).build());

    assertThat(rows(summary, "Look at first"))
        .containsExactly(List.of("1", words + ": CORP\\alice from 10.0.0.7 to 10.0.0.5"));
  }

  @Test
  void hasNothingToLookAtFirstWhenAllIsWell() {
    assertThat(
            of(Events.session().build(), Events.connection().build(), Events.tree().build())
                .sections())
        .extracting(Section::title)
        .containsExactly(
            "Hosts",
            "Connections",
            "Sessions",
            "Shares",
            "Who reaches what",
            "Encryption",
            "Signing");
  }

  @Test
  void namesHostsByWhatEachProtocolSays() {
    Summary summary =
        of(
            Events.name("FILESRV", 0x20, "10.0.0.5"),
            Events.name("CORP", 0x1b, "10.0.0.5"),
            Events.status("10.0.0.6", "OLDSRV<20>", "CORP<00> (group)", "ADMIN<03>"),
            Events.announcement("10.0.0.8", "PRINTER", "6.1", "print-queue"),
            Events.connection().netbios("*SMBSERVER<20>", "WS7<00>").build());

    assertThat(rows(summary, "Hosts"))
        .containsExactly(
            List.of("10.0.0.5", "FILESRV", "server", "", ""),
            List.of("10.0.0.7", "WS7", "client", "", ""),
            List.of("10.0.0.6", "OLDSRV", "", "", ""),
            List.of("10.0.0.8", "PRINTER", "", "6.1", "print-queue"));
  }

  @Test
  void takesOneShareUnderSeveralNamesAsOne() {
    Summary summary =
        of(
            Events.tree().path("\\\\FILESRV\\data").bytes(10, 0).build(),
            Events.tree().path("\\\\10.0.0.5\\DATA").user("CORP\\bob").bytes(0, 20).build(),
            Events.tree().path("\\\\10.0.0.6\\data").to("10.0.0.6").build());

    assertThat(rows(summary, "Shares"))
        .containsExactly(
            List.of(
                "\\\\FILESRV\\data",
                "disk",
                "CORP\\alice, CORP\\bob",
                "10.0.0.7",
                "3.1.1",
                "signed",
                "not used",
                "10 B",
                "20 B",
                "6",
                "",
                ""),
            List.of(
                "\\\\10.0.0.6\\data",
                "disk",
                "CORP\\alice",
                "10.0.0.7",
                "3.1.1",
                "signed",
                "not used",
                "",
                "",
                "3",
                "",
                ""));
  }

  @Test
  void saysWhyItWasNotEncrypted() {
    Summary summary =
        of(
            Events.connection().dialect("2.1").encryption(Protections.CLIENT_CANNOT).build(),
            Events.connection().encryption(Protections.CLIENT_CANNOT).build(),
            Events.connection().dialect("LANMAN2.1").encryption(Protections.NEITHER_CAN).build(),
            Events.connection().encryption(Protections.DEMANDED_NOT_SEEN).build(),
            Events.connection().encryption(Protections.PARTLY).build());

    assertThat(section(summary, "Encryption").rows())
        .extracting(row -> row.get(0).text() + ": " + row.get(1).text())
        .containsExactly(
            "partly encrypted: demanded by the share",
            "demanded, not seen: demanded by the session",
            "not supported: SMB 2 has none",
            "not supported: SMB1 has none",
            "not supported: the client cannot");
  }

  @Test
  void countsOnlyWhatChangedFiles() {
    Summary summary =
        of(
            Events.file().action("CREATED").build(),
            Events.file().operation("mkdir").build(),
            Events.file().operation("delete").build(),
            Events.file().operation("rename").renamedTo("x").build(),
            Events.file().deleted("disposition").build(),
            Events.file().deleted("delete-on-close").refused("STATUS_ACCESS_DENIED").build(),
            Events.file().action("CREATED").type("pipe").build(),
            Events.file().build());

    assertThat(rows(summary, "Changes"))
        .containsExactly(
            List.of("CORP\\alice", "10.0.0.7", "\\\\10.0.0.5\\data", "2", "", "1", "2"));
  }

  @Test
  void keepsNoMoreGroupsThanItsLimitAndSaysSo() throws IOException {
    Summary summary = new Summary(100);
    for (int i = 0; i < 5_000; i++) {
      summary.accept(Events.file().name("f" + i).bytes(i + 1, 0).build());
      summary.accept(Events.tree().path("\\\\srv\\s" + i).build());
      summary.accept(Events.session().user("D", "u" + i).build());
      summary.accept(Events.connection().from("10.1." + i / 250 + "." + i % 250).build());
    }
    summary.accept(Events.file().name("big").bytes(1L << 40, 0).build());

    assertThat(rows(summary, "Largest transfers")).hasSize(10);
    assertThat(rows(summary, "Largest transfers").get(0)).contains("big", "1.1 TB");
    assertThat(rows(summary, "Largest transfers").get(1)).contains("f4999");
    assertThat(section(summary, "Largest transfers").remarks())
        .extracting(Cell::text)
        .containsExactly("and 4,991 more, the least of them not kept: over the limit of 100");
    for (String title : List.of("Shares", "Sessions", "Connections", "Hosts")) {
      assertThat(rows(summary, title)).as(title).hasSize(20);
      assertThat(section(summary, title).remarks())
          .extracting(Cell::text)
          .anyMatch(text -> text.contains("over the limit of 100"));
    }
  }

  @Test
  void saysHowManyRowsAreNotShown() {
    Summary summary = new Summary();
    IntStream.range(0, 25)
        .forEach(i -> summary.accept(Events.tree().path("\\\\srv\\s" + i).build()));

    assertThat(section(summary, "Shares").remarks())
        .extracting(Cell::text)
        .containsExactly("and 5 more");
  }

  @Test
  void keepsLittleOfALongText() {
    Summary summary = of(Events.file().name("a".repeat(60_000) + "z").bytes(1, 0).build());

    assertThat(rows(summary, "Largest transfers").get(0).get(2))
        .hasSize(200)
        .startsWith("aaa")
        .endsWith("z");
  }

  @Test
  void givesTheFirstPacketOfEachKindOfAnomaly() {
    Summary summary =
        of(
            Events.anomaly(AnomalyKind.TCP_GAP, 1_400, "late"),
            Events.anomaly(AnomalyKind.TCP_GAP, 1_300, "early"),
            Events.anomaly(AnomalyKind.MALFORMED_NTLMSSP, 7, "short"));

    assertThat(rows(summary, "Malformed or not visible"))
        .containsExactly(
            List.of("2", "tcp-gap", "1300", "early"),
            List.of("1", "malformed-ntlmssp", "7", "short"));
  }

  @Test
  void aScanIsOneRow() {
    Summary summary = new Summary();
    for (int i = 0; i < 200; i++) {
      summary.accept(
          Events.connection().to("10.0.1." + i).dialect(null).messages(0).bytes(0).build());
    }

    assertThat(rows(summary, "Connections")).hasSize(1);
    assertThat(rows(summary, "Connections").get(0))
        .contains("10.0.1.0:445, 10.0.1.1:445, 10.0.1.2:445 +6 or more", "no SMB", "200");
    assertThat(rows(summary, "Hosts")).containsExactly(List.of("10.0.0.7", "", "client", "", ""));
  }
}
