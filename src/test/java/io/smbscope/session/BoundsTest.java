package io.smbscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.FileEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.TreeEvent;
import io.smbscope.smb.smb1.FindFirst2;
import io.smbscope.smb.smb1.Smb1Command;
import io.smbscope.smb.smb2.Echo;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.Smb2Command;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every table has a limit; what passes it is evicted and reported. */
class BoundsTest {

  @Test
  void theOldestOpenGoesFirst() {
    Scene scene = new Scene(Scene.limits(10, 10, 10, 2, 10));
    Smb2Client client = Smb2Client.at(scene);
    client.open("one");
    client.open("two");
    assertThat(scene.limitsReached()).isEmpty();
    client.open("three");

    assertThat(scene.file().name()).isEqualTo("one");
    assertThat(scene.file().end()).isEqualTo("evicted");
    assertThat(scene.limitsReached()).hasSize(1);
    scene.end();
    assertThat(scene.told(FileEvent.class))
        .extracting(FileEvent::name)
        .containsExactly("one", "two", "three");
    scene.assertNothingHeld();
  }

  @Test
  void theOldestTreeGoesFirst() {
    Scene scene = new Scene(Scene.limits(10, 10, 2, 10, 10));
    Smb2Client client = new Smb2Client(scene.connect()).negotiated(0x0302).loggedOn(1, "alice");
    for (int id = 1; id <= 3; id++) {
      client.connected(id, "\\\\srv\\" + id);
    }
    assertThat(scene.tree().path()).isEqualTo("\\\\srv\\1");
    assertThat(scene.tree().end()).isEqualTo("evicted");
    assertThat(scene.limitsReached()).hasSize(1);
    scene.end();
    assertThat(scene.told(TreeEvent.class)).hasSize(3);
    scene.assertNothingHeld();
  }

  @Test
  void theOldestSessionGoesFirstWithAllThatIsInIt() {
    Scene scene = new Scene(Scene.limits(10, 2, 10, 10, 10));
    Smb2Client client = new Smb2Client(scene.connect()).negotiated(0x0302);
    for (int id = 1; id <= 3; id++) {
      client.session = 0;
      client.loggedOn(id, "alice").connected(id, "\\\\srv\\data");
      client.open("of-" + id);
    }
    assertThat(scene.session().id()).isEqualTo("0x0000000000000001");
    assertThat(scene.session().end()).isEqualTo("evicted");
    assertThat(scene.tree().end()).isEqualTo("evicted");
    assertThat(scene.file().name()).isEqualTo("of-1");
    assertThat(scene.file().end()).isEqualTo("evicted");
    assertThat(scene.limitsReached()).hasSize(1);
    scene.end();
    assertThat(scene.told(SessionEvent.class)).hasSize(3);
    scene.assertNothingHeld();
  }

  @Test
  void requestsWithoutAnswerAreBounded() {
    Scene scene = new Scene(Scene.limits(3, 10, 10, 10, 10));
    Smb2Client client = Smb2Client.at(scene);
    for (int i = 0; i < 5; i++) {
      client.ask(client.request(Smb2Command.CREATE, new Smb2Bodies.Wish("file" + i).body()));
    }
    assertThat(scene.limitsReached()).hasSize(2);
    scene.end();
    assertThat(scene.told(FileEvent.class))
        .extracting(FileEvent::name)
        .as("those still remembered")
        .contains("file2", "file3", "file4");
    scene.assertNothingHeld();
  }

  /** Answered requests make room: a long conversation reaches no limit. */
  @Test
  void answeredRequestsAreForgotten() {
    Scene scene = new Scene(Scene.limits(1, 1, 1, 1, 1));
    Smb2Client client = Smb2Client.at(scene);
    for (int i = 0; i < 100; i++) {
      client.close(client.open("file" + i));
    }
    client.disconnect();
    client.logOff();
    scene.end();
    assertThat(scene.limitsReached()).isEmpty();
    assertThat(scene.told(FileEvent.class)).hasSize(100);
    scene.assertNothingHeld();
  }

  /** What one connection may not, many may not together. */
  @Test
  void theBudgetHoldsOverAllConnections() {
    int budget = 40;
    Scene scene = new Scene(Scene.limits(100, 100, 100, 100, 100), budget);
    for (int i = 0; i < 30; i++) {
      Smb2Client client =
          new Smb2Client(scene.flow().client(i + 1).open())
              .negotiated(0x0302)
              .loggedOn(i + 1, "alice")
              .connected(5, "\\\\srv\\data");
      client.open("file" + i);
      assertThat(scene.held()).isLessThanOrEqualTo(budget);
    }
    assertThat(scene.limitsReached()).isNotEmpty();
    scene.end();
    assertThat(scene.told(ConnectionEvent.class)).hasSize(30);
    assertThat(scene.told(SessionEvent.class)).hasSizeGreaterThanOrEqualTo(30);
    assertThat(scene.told(FileEvent.class)).hasSizeGreaterThanOrEqualTo(30);
    scene.assertNothingHeld();
  }

  @Test
  void withoutAnyBudgetNothingIsKeptAndNothingBreaks() {
    Scene scene = new Scene(Scene.limits(10, 10, 10, 10, 10), 0);
    Smb2Client client = Smb2Client.at(scene);
    client.close(client.open("a.txt"));
    client.logOff();
    new Smb1Client(scene.flow().ports(50_001, 445).open()).usual().close(3);
    assertThat(scene.held()).isZero();
    scene.end();
    assertThat(scene.told(ConnectionEvent.class)).hasSize(2);
    scene.assertNothingHeld();
  }

  @Test
  void requestsThatAreNeverAnsweredAreForgottenWithTheirConnection() {
    Scene scene = new Scene();
    Smb2Client client = Smb2Client.at(scene);
    for (int i = 0; i < 10; i++) {
      client.ask(client.request(Smb2Command.ECHO, new Echo.Request()));
    }
    assertThat(scene.held()).isGreaterThanOrEqualTo(10);
    client.wire.close();
    scene.assertNothingHeld();
  }

  /** Whatever comes in whatever order, in the end nothing is left behind. */
  @Test
  void nothingIsLeftBehindByAnyOrderOfMessages() {
    Random random = new Random(7);
    for (int run = 0; run < 100; run++) {
      Scene scene = new Scene(Scene.limits(4, 3, 3, 3, 3), 12);
      Smb2Client[] clients = new Smb2Client[3];
      for (int i = 0; i < clients.length; i++) {
        clients[i] = new Smb2Client(scene.flow().ports(50_000 + i, 445).midstream().open());
      }
      for (int i = 0; i < 120; i++) {
        anything(clients[random.nextInt(clients.length)], random);
        assertThat(scene.held()).isLessThanOrEqualTo(12);
      }
      scene.end();
      scene.assertNothingHeld();
    }
  }

  private static void anything(Smb2Client client, Random random) {
    client.session = random.nextInt(4);
    client.tree = random.nextInt(3);
    FileId file = new FileId(random.nextInt(3), 0);
    switch (random.nextInt(12)) {
      case 0 -> client.negotiated(0x0302);
      case 1 -> client.loggedOn(random.nextInt(4), "alice");
      case 2 -> client.firstLeg(client.session, Smb2Bodies.bind(Tokens.authenticate("", "b", "")));
      case 3 -> client.setUpFails(0xC000_006DL);
      case 4 -> client.connected(random.nextInt(3), "\\\\srv\\data");
      case 5 -> client.open("a");
      case 6 ->
          client.ask(
              client
                  .request(Smb2Command.CREATE, new Smb2Bodies.Wish("b").body())
                  .id(random.nextInt(9)));
      case 7 ->
          client.answer(
              client
                  .success(Smb2Command.CREATE, new Smb2Bodies.Grant(file).body())
                  .id(random.nextInt(9)));
      case 8 -> client.read(file, 1);
      case 9 -> client.close(file);
      case 10 -> client.disconnect();
      default -> client.logOff();
    }
  }

  @Test
  void nothingIsLeftBehindBySmb1Either() {
    Random random = new Random(11);
    for (int run = 0; run < 100; run++) {
      Scene scene = new Scene(Scene.limits(4, 3, 3, 3, 3), 12);
      Smb1Client[] clients = new Smb1Client[2];
      for (int i = 0; i < clients.length; i++) {
        clients[i] = new Smb1Client(scene.flow().ports(50_000 + i, 445).midstream().open());
      }
      for (int i = 0; i < 120; i++) {
        anything(clients[random.nextInt(clients.length)], random);
        assertThat(scene.held()).isLessThanOrEqualTo(12);
      }
      scene.end();
      scene.assertNothingHeld();
    }
  }

  private static void anything(Smb1Client client, Random random) {
    client.uid = random.nextInt(4);
    client.tid = random.nextInt(3);
    int fid = random.nextInt(3);
    switch (random.nextInt(11)) {
      case 0 -> client.negotiated("NT LM 0.12");
      case 1 -> client.loggedOn(random.nextInt(4), "alice");
      case 2 -> client.connected(random.nextInt(3), "\\\\srv\\data", "A:");
      case 3 -> client.open(fid, "a");
      case 4 ->
          client.ask(Smb1Client.block(Smb1Command.SMB_COM_NT_CREATE_ANDX, Smb1Client.wish("b", 0)));
      case 5 -> {
        client.mid = 64 + random.nextInt(9);
        client.answer(
            0,
            Smb1Client.block(
                Smb1Command.SMB_COM_NT_CREATE_ANDX, Smb1Client.grant(fid, 0, 0, false)));
      }
      case 6 ->
          client.transact(
              new FindFirst2.Request(0x16, 100, 0, 0x104, "\\*"),
              new FindFirst2.Response(fid, 10, false));
      case 7 -> client.read(fid, 1);
      case 8 -> client.close(fid);
      case 9 -> client.disconnect();
      default -> client.logOff();
    }
  }
}
