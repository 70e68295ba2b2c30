package io.smbscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.event.NameEvent;
import io.smbscope.net.IpAddress;
import io.smbscope.netbios.NbnsMessage;
import io.smbscope.netbios.NbnsMessage.Address;
import io.smbscope.netbios.NbnsMessage.NodeName;
import io.smbscope.netbios.NbnsMessage.Question;
import io.smbscope.netbios.NbnsMessage.ResourceRecord;
import io.smbscope.netbios.NetbiosName;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Name-service requests and who answers them. RFC 1002 4.2, 5.1 */
class NamesTest {
  private static final NetbiosName FILESRV = new NetbiosName("FILESRV", 0x20, "");
  private static final int QUERY = 0;
  private static final int REGISTRATION = 5;
  private static final int RELEASE = 6;
  private static final int WACK = 7;
  private static final int BROADCAST = 0x11;

  private final Scene scene = new Scene();

  /** 10.0.0.1 asks all of its network. */
  private final Wire question = host(1, 255);

  private Wire host(int from, int to) {
    return scene.flow().udp().ports(137, 137).client(from).server(to).open();
  }

  private static NbnsMessage query(int transaction) {
    return query(transaction, FILESRV, NbnsMessage.TYPE_NB);
  }

  private static NbnsMessage query(int transaction, NetbiosName name, int type) {
    return new NbnsMessage(
        transaction, false, QUERY, BROADCAST, 0, List.of(new Question(name, type, 1)), List.of());
  }

  private static NbnsMessage answer(int transaction, int opcode, int rcode, Address... addresses) {
    return new NbnsMessage(
        transaction,
        true,
        opcode,
        0x58,
        rcode,
        List.of(),
        List.of(
            new ResourceRecord(
                0, FILESRV, NbnsMessage.TYPE_NB, 1, 300, List.of(addresses), List.of(), -1)));
  }

  private static Address address(int host) {
    return new Address(false, 0, IpAddress.ofIpv4(0x0A00_0000 | host));
  }

  private void send(Wire wire, boolean fromClient, NbnsMessage message) {
    scene.tracker.nameService(scene.next(), wire.flow, fromClient, message);
  }

  @Test
  void anotherHostThanTheOneAskedAnswers() {
    send(question, true, query(7));
    scene.pass(Duration.ofMillis(2));
    send(host(2, 1), true, answer(7, QUERY, 0, address(2)));

    NameEvent event = scene.only(NameEvent.class);
    assertThat(event.transactionId()).isEqualTo(7);
    assertThat(event.operation()).isEqualTo("query");
    assertThat(event.broadcast()).isTrue();
    assertThat(event.name()).isEqualTo("FILESRV");
    assertThat(event.suffix()).isEqualTo(0x20);
    assertThat(event.suffixMeaning()).isEqualTo("file server");
    assertThat(event.scope()).isEmpty();
    assertThat(event.result()).isEqualTo("positive");
    assertThat(event.group()).isFalse();
    assertThat(event.addresses()).containsExactly("10.0.0.2");
    assertThat(event.names()).isEmpty();
    assertThat(event.unitId()).isNull();
    assertThat(event.ttl()).isEqualTo(300);
    assertThat(event.client().ip()).isEqualTo("10.0.0.1");
    assertThat(event.server().ip()).as("who answered").isEqualTo("10.0.0.2");
    assertThat(event.start().packet()).isEqualTo(2);
    assertThat(event.at().packet()).isEqualTo(4);
    assertThat(event.responseNanos()).isEqualTo(Duration.ofMillis(4).toNanos());
    scene.end();
    assertThat(scene.told(NameEvent.class)).hasSize(1);
  }

  @Test
  void theServerOfTheFlowAnswers() {
    Wire wins = host(1, 9);
    send(wins, true, query(7));
    send(wins, false, answer(7, QUERY, 3));
    NameEvent event = scene.only(NameEvent.class);
    assertThat(event.result()).isEqualTo("name-error");
    assertThat(event.server().ip()).isEqualTo("10.0.0.9");
    assertThat(event.addresses()).isEmpty();
  }

  @Test
  void aGroupIsSaidToBeOne() {
    send(question, true, query(7));
    send(
        host(2, 1), true, answer(7, QUERY, 0, new Address(true, 0, IpAddress.ofIpv4(0x0A00_00FF))));
    assertThat(scene.only(NameEvent.class).group()).isTrue();
  }

  /** To a broadcast more than one host may answer. */
  @Test
  void everyAnswerIsTold() {
    send(question, true, query(7));
    send(host(2, 1), true, answer(7, QUERY, 0, address(2)));
    send(host(3, 1), true, answer(7, QUERY, 0, address(3)));
    scene.end();
    assertThat(scene.told(NameEvent.class))
        .extracting(event -> event.server().ip())
        .containsExactly("10.0.0.2", "10.0.0.3");
  }

  /** RFC 1002 4.2.1.1: three times, a quarter of a second apart. */
  @Test
  void aQuestionAskedAgainIsTheSame() {
    for (int i = 0; i < 3; i++) {
      send(question, true, query(7));
      scene.pass(Duration.ofMillis(250));
    }
    scene.end();
    NameEvent event = scene.only(NameEvent.class);
    assertThat(event.result()).isEqualTo("no-answer");
    assertThat(event.start().packet()).as("asked first").isEqualTo(2);
    assertThat(event.responseNanos()).isNull();
    assertThat(event.ttl()).isNull();
  }

  @Test
  void theTimeToAnAnswerRunsFromTheFirstQuestion() {
    send(question, true, query(7));
    scene.pass(Duration.ofMillis(249));
    send(question, true, query(7));
    send(host(2, 1), true, answer(7, QUERY, 0, address(2)));
    assertThat(scene.only(NameEvent.class).responseNanos())
        .isEqualTo(Duration.ofMillis(252).toNanos());
  }

  @Test
  void anotherQuestionOfTheSameIdEndsTheFirst() {
    send(question, true, query(7));
    send(question, true, query(7, new NetbiosName("OTHER", 0, ""), NbnsMessage.TYPE_NB));
    assertThat(scene.only(NameEvent.class).name()).isEqualTo("FILESRV");
    assertThat(scene.only(NameEvent.class).result()).isEqualTo("no-answer");
  }

  @Test
  void theSameIdOfAnotherHostIsAnotherQuestion() {
    send(question, true, query(7));
    send(host(3, 255), true, query(7));
    scene.end();
    assertThat(scene.told(NameEvent.class))
        .extracting(event -> event.client().ip())
        .containsExactly("10.0.0.1", "10.0.0.3");
  }

  @Test
  void afterFiveSecondsNoAnswerIsAwaited() {
    send(question, true, query(7));
    scene.pass(Duration.ofMillis(4_998));
    send(question, true, query(8));
    assertThat(scene.told(NameEvent.class)).isEmpty();
    send(question, true, query(9));
    assertThat(scene.only(NameEvent.class).transactionId()).isEqualTo(7);
    assertThat(scene.only(NameEvent.class).result()).isEqualTo("no-answer");
  }

  @Test
  void anAnswerAfterFiveSecondsIsUnasked() {
    send(question, true, query(7));
    scene.pass(Duration.ofSeconds(6));
    send(host(2, 1), true, answer(7, QUERY, 0, address(2)));
    assertThat(scene.told(NameEvent.class))
        .extracting(NameEvent::result)
        .containsExactly("no-answer", "unasked");
  }

  @Test
  void anAnswerNobodyAskedForIsSaid() {
    send(host(2, 1), true, answer(7, QUERY, 0, address(2)));
    NameEvent event = scene.only(NameEvent.class);
    assertThat(event.result()).isEqualTo("unasked");
    assertThat(event.name()).as("the answer names it").isEqualTo("FILESRV");
    assertThat(event.addresses()).containsExactly("10.0.0.2");
    assertThat(event.client().ip()).isEqualTo("10.0.0.1");
    assertThat(event.server().ip()).isEqualTo("10.0.0.2");
    assertThat(event.responseNanos()).isNull();
  }

  private static NbnsMessage registration(int transaction, int opcode) {
    return new NbnsMessage(
        transaction,
        false,
        opcode,
        BROADCAST,
        0,
        List.of(new Question(FILESRV, NbnsMessage.TYPE_NB, 1)),
        List.of(
            new ResourceRecord(
                2, FILESRV, NbnsMessage.TYPE_NB, 1, 300_000, List.of(address(1)), List.of(), -1)));
  }

  @ParameterizedTest
  @CsvSource({
    "5, registration",
    "6, release",
    "8, refresh",
    "9, refresh",
    "15, multihomed-registration"
  })
  void whoRegistersTellsItsAddress(int opcode, String operation) {
    send(question, true, registration(7, opcode));
    scene.end();
    NameEvent event = scene.only(NameEvent.class);
    assertThat(event.operation()).isEqualTo(operation);
    assertThat(event.addresses()).containsExactly("10.0.0.1");
    assertThat(event.ttl()).isEqualTo(300_000);
    assertThat(event.result()).isEqualTo("no-answer");
  }

  @ParameterizedTest
  @CsvSource({
    "5, 0, positive",
    "5, 6, active-error",
    "5, 5, refused-error",
    "5, 7, name-in-conflict-error",
    "6, 0, positive"
  })
  void aRegistrationIsAnswered(int opcode, int rcode, String result) {
    Wire wins = host(1, 9);
    send(wins, true, registration(7, opcode));
    send(wins, false, answer(7, opcode, rcode, address(1)));
    assertThat(scene.only(NameEvent.class).result()).isEqualTo(result);
    assertThat(opcode).isBetween(REGISTRATION, RELEASE);
  }

  /**
   * WAIT FOR ACKNOWLEDGEMENT is not the answer, and says how long that may take. RFC 1002 4.2.16
   */
  @Test
  void aWackAsksForPatience() {
    Wire wins = host(1, 9);
    send(wins, true, registration(7, REGISTRATION));
    send(
        wins,
        false,
        new NbnsMessage(
            7,
            true,
            WACK,
            0x40,
            0,
            List.of(),
            List.of(
                new ResourceRecord(
                    0, FILESRV, NbnsMessage.TYPE_NB, 1, 20, List.of(), List.of(), -1))));
    assertThat(scene.told(NameEvent.class)).isEmpty();
    scene.pass(Duration.ofSeconds(10));
    send(wins, false, answer(7, REGISTRATION, 0, address(1)));
    scene.end();
    NameEvent event = scene.only(NameEvent.class);
    assertThat(event.operation()).isEqualTo("registration");
    assertThat(event.result()).isEqualTo("positive");
    assertThat(event.responseNanos()).isEqualTo(Duration.ofMillis(10_002).toNanos());
  }

  /** Its time is anyone's to choose, so a minute is what it gets. */
  @Test
  void thePatienceOfAWackEnds() {
    Wire wins = host(1, 9);
    send(wins, true, registration(7, REGISTRATION));
    send(
        wins,
        false,
        new NbnsMessage(
            7,
            true,
            WACK,
            0x40,
            0,
            List.of(),
            List.of(
                new ResourceRecord(
                    0, FILESRV, NbnsMessage.TYPE_NB, 1, 20, List.of(), List.of(), -1))));
    scene.pass(Duration.ofSeconds(61));
    send(wins, false, answer(7, REGISTRATION, 0, address(1)));
    assertThat(scene.told(NameEvent.class))
        .extracting(NameEvent::result)
        .containsExactly("no-answer", "unasked");
  }

  @Test
  void aWackMayBeTheLastWord() {
    Wire wins = host(1, 9);
    send(wins, true, registration(7, REGISTRATION));
    send(wins, false, answer(7, WACK, 0));
    send(wins, true, registration(7, REGISTRATION));
    scene.end();
    assertThat(scene.only(NameEvent.class).result()).isEqualTo("no-answer");
  }

  @Test
  void aWackNobodyAskedForIsNothing() {
    send(host(2, 1), true, answer(7, WACK, 0));
    scene.end();
    assertThat(scene.told(NameEvent.class)).isEmpty();
  }

  @Test
  void aStatusAnswerListsNamesAndTheMacAddress() {
    Wire direct = host(1, 2);
    send(direct, true, query(7, new NetbiosName("*", 0, ""), NbnsMessage.TYPE_NBSTAT));
    send(
        direct,
        false,
        new NbnsMessage(
            7,
            true,
            QUERY,
            0x40,
            0,
            List.of(),
            List.of(
                new ResourceRecord(
                    0,
                    new NetbiosName("*", 0, ""),
                    NbnsMessage.TYPE_NBSTAT,
                    1,
                    0,
                    List.of(),
                    List.of(
                        new NodeName(FILESRV, 0x0400),
                        new NodeName(new NetbiosName("LABWG", 0, ""), 0x8400)),
                    0x0011_22AA_BBCCL))));
    NameEvent event = scene.only(NameEvent.class);
    assertThat(event.operation()).isEqualTo("status");
    assertThat(event.result()).isEqualTo("positive");
    assertThat(event.names()).containsExactly("FILESRV<20>", "LABWG<00> (group)");
    assertThat(event.unitId()).isEqualTo("00:11:22:aa:bb:cc");
    assertThat(event.addresses()).isEmpty();
  }

  @Test
  void questionsAwaitedAreBounded() {
    Scene small = new Scene(Scene.limits(1, 1, 1, 1, 2));
    Wire wire = small.flow().udp().ports(137, 137).open();
    for (int i = 0; i < 4; i++) {
      small.tracker.nameService(small.next(), wire.flow, true, query(i));
    }
    assertThat(small.told(NameEvent.class))
        .extracting(NameEvent::transactionId)
        .containsExactly(0, 1);
    assertThat(small.limitsReached()).hasSize(2);
    small.end();
    assertThat(small.told(NameEvent.class)).hasSize(4);
  }
}
