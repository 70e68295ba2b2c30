package io.smbscope.detect.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smbscope.detect.Settings;
import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AFile;
import io.smbscope.detect.events.AIdentity;
import io.smbscope.detect.events.ASession;
import io.smbscope.detect.events.ATree;
import io.smbscope.event.Encryption;
import io.smbscope.event.Endpoint;
import io.smbscope.event.Event;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.Signing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeparturesTest {
  private static final Encryption PLAIN =
      new Encryption(true, true, false, false, null, false, 0, 0, 10);
  private static final Encryption ENCRYPTED =
      new Encryption(true, true, true, false, "AES-128-GCM", false, 10, 1000, 0);
  private static final Signing SIGNED = new Signing(true, true, true, true, null, 10, 1, 0);
  private static final Signing UNSIGNED = new Signing(true, false, true, false, null, 0, 0, 10);
  private static final Signing NONE = new Signing(true, false, true, false, null, 0, 0, 0);

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("normal.yaml");
  }

  private void learn(Event... events) throws IOException {
    try (Learner learner = new Learner(file())) {
      for (Event event : events) {
        learner.accept(event);
      }
    }
  }

  private void learnOrdinary() throws IOException {
    learn(
        session("alice").build(),
        new ATree().build(),
        new ATree().path("\\\\10.7.0.1\\IPC$").build(),
        new AFile().type("pipe").name("srvsvc").end("close").build());
  }

  private static ASession session(String user) {
    return new ASession()
        .identity(new AIdentity().domain("LAB").user(user).build())
        .encryption(PLAIN)
        .signing(SIGNED);
  }

  private List<String> departures(Event... events) {
    Settings settings =
        Settings.DEFAULT.with(Settings.DEFAULT.policy().with(BaselineFile.read(file())));
    Trial trial = new Trial(settings).see(events);
    return Stream.of(
            "new-server",
            "new-client",
            "new-user",
            "new-share",
            "new-pipe",
            "older-dialect",
            "less-protection")
        .flatMap(id -> trial.raised("baseline-" + id).stream())
        .map(FindingEvent::id)
        .map(id -> id.replace("baseline-", ""))
        .toList();
  }

  @Test
  void whatIsNormalIsNotTold() throws IOException {
    learnOrdinary();

    assertThat(
            departures(
                session("ALICE").begun(),
                session("alice").build(),
                session("alice").signing(NONE).build(),
                session("alice").encryption(ENCRYPTED).signing(NONE).build(),
                new ATree().path("\\\\FILESRV\\SHARE").begun(),
                new AFile().type("pipe").name("\\srvsvc").begun(),
                new AFile().name("any.txt").begun()))
        .isEmpty();
  }

  @Test
  void aNewClientAndAllItDoes() throws IOException {
    learnOrdinary();
    Endpoint other = new Endpoint("10.7.0.66", 50_000, null);

    assertThat(
            departures(
                session("bob").client(other).begun(),
                new ATree().client(other).path("\\\\10.7.0.1\\new").begun(),
                session("bob").client(other).signing(UNSIGNED).build()))
        .containsExactly("new-client");
  }

  @Test
  void aNewServer() throws IOException {
    learnOrdinary();

    assertThat(departures(session("alice").server(new Endpoint("10.7.0.9", 445, null)).begun()))
        .containsExactly("new-server");
  }

  @Test
  void aNewUserShareAndPipe() throws IOException {
    learnOrdinary();

    assertThat(
            departures(
                session("bob").begun(),
                new ATree().path("\\\\10.7.0.1\\ADMIN$").begun(),
                new AFile().type("pipe").name("svcctl").begun()))
        .containsExactly("new-user", "new-share", "new-pipe");
  }

  @Test
  void whatIsRefusedIsNeitherLearnedNorTold() throws IOException {
    learn(
        session("alice").build(),
        session("eve").established(false).build(),
        new ATree().path("\\\\10.7.0.1\\C$").status("STATUS_ACCESS_DENIED").build());

    assertThat(
            departures(
                session("bob").established(false).begun(),
                new ATree().path("\\\\10.7.0.1\\D$").status("STATUS_ACCESS_DENIED").begun()))
        .isEmpty();
    assertThat(departures(session("eve").begun(), new ATree().path("\\\\10.7.0.1\\C$").begun()))
        .containsExactly("new-user", "new-share");
  }

  @ParameterizedTest
  @CsvSource({
    "3.1.1, 3.0.2, true",
    "3.1.1, NT LM 0.12, true",
    "2.1, 3.1.1, false",
    "2.1, 2.1, false",
    "NT LM 0.12, LANMAN1.0, false",
  })
  void anOlderDialect(String learned, String seen, boolean told) throws IOException {
    learn(session("alice").dialect(learned).build());

    assertThat(departures(session("alice").dialect(seen).begun()))
        .isEqualTo(told ? List.of("older-dialect") : List.of());
  }

  @Test
  void lessProtection() throws IOException {
    learnOrdinary();

    assertThat(departures(session("alice").signing(UNSIGNED).build()))
        .containsExactly("less-protection");
  }

  @Test
  void learningAgainAddsToWhatIsThere() throws IOException {
    learnOrdinary();
    String once = Files.readString(file());
    learnOrdinary();
    assertThat(Files.readString(file())).isEqualTo(once);

    learn(session("bob").signing(UNSIGNED).build());
    assertThat(Files.readString(file()))
        .endsWith(
            """
            from: 2023-11-14T22:13:20Z
            to: 2023-11-14T22:13:20Z
            normal:
              - client: 10.7.0.2
                server: 10.7.0.1
                users: ['LAB\\alice', 'LAB\\bob']
                shares: [IPC$, share]
                pipes: [srvsvc]
                dialects: ['3.1.1']
                protection: [signed, unprotected]
            """);
    assertThat(folder.toFile().list()).containsExactly("normal.yaml");
  }

  @Test
  void sortsByAddress() throws IOException {
    for (String client : List.of("10.7.0.10", "fd00::1", "10.7.0.9")) {
      learn(session("a").client(new Endpoint(client, 50_000, null)).build());
    }

    assertThat(Files.readString(file()))
        .containsSubsequence("client: 10.7.0.9\n", "client: 10.7.0.10\n", "client: 'fd00::1'\n");
  }

  @Test
  void tooManyToTellApartAreAll() throws IOException {
    Event other = new ATree().path("\\\\10.7.0.1\\other").begun();
    Event[] homes = new Event[256];
    for (int i = 0; i < homes.length; i++) {
      homes[i] = new ATree().path("\\\\10.7.0.1\\home" + i).build();
    }
    learn(Arrays.copyOf(homes, 255));
    assertThat(departures(other)).containsExactly("new-share");

    learn(homes);
    assertThat(departures(other)).isEmpty();
  }

  @Test
  void hostileNames() throws IOException {
    String name = "\ud800x\u001b[0m\"': #\u202e\n- [a]" + "y".repeat(1_000);
    learn(new ATree().path("\\\\10.7.0.1\\" + name).build(), session(name).build());

    assertThat(departures(new ATree().path("\\\\10.7.0.1\\" + name).begun(), session(name).begun()))
        .isEmpty();
    assertThat(Files.readString(file())).doesNotContain("\u001b", "\u202e");
  }

  @Test
  void whatIsNoBaselineIsLeftAlone() throws IOException {
    Files.writeString(file(), "home-net: [10.0.0.0/8]\n");

    assertThatThrownBy(() -> new Learner(file()))
        .hasMessage(file() + ":1:1: unknown key 'home-net' (known: from, to, normal)");
    assertThat(Files.readString(file())).isEqualTo("home-net: [10.0.0.0/8]\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "from: yesterday @ 1:7: no time as 2026-01-31T12:00:00Z: 'yesterday'",
        "normal: [{client: 10.0.0.1}] @ 1:10: an entry needs client and server",
        "normal: [{clients: 10.0.0.1}] @ 1:11: unknown key 'clients' (known: client, server, users,"
            + " shares, pipes, dialects, protection)",
      })
  void saysWhereAndWhat(String text, String error) {
    assertThatThrownBy(() -> BaselineFile.of("normal.yaml", text))
        .hasMessage("normal.yaml:" + error);
  }
}
