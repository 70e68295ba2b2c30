package io.smbscope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smbscope.auth.AuthenticateMessage;
import io.smbscope.auth.ChallengeMessage;
import io.smbscope.auth.NegotiateMessage;
import io.smbscope.base.Bytes;
import io.smbscope.base.NtStatus;
import io.smbscope.base.Stamp;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.Event;
import io.smbscope.event.FileEvent;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.RpcEvent;
import io.smbscope.event.TokenEvent;
import io.smbscope.rpc.Argument;
import io.smbscope.rpc.Pdus;
import io.smbscope.rpc.RpcPdu;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.Ioctl;
import io.smbscope.smb.smb2.IoctlData;
import io.smbscope.smb.smb2.Read;
import io.smbscope.smb.smb2.Smb2Command;
import io.smbscope.smb.smb2.Write;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** DCE/RPC over SMB2. The fragments are a recorded NetrJobAdd, call id 2, and made ones. */
class Smb2PipesTest {
  private static final UUID ATSVC = UUID.fromString("1ff70682-0a51-30e8-076d-740be8cee98b");
  private static final long FSCTL_PIPE_TRANSCEIVE = 0x0011_C017L;
  private static final int WHOLE = Pdus.FIRST | Pdus.LAST;

  private final Scene scene = new Scene();
  private final Smb2Client client =
      new Smb2Client(scene.connect())
          .negotiated(0x0302)
          .loggedOn(0x77, "alice")
          .connected(5, "\\\\srv\\IPC$", Smb2Client.PIPE, 0);
  private final FileId pipe = client.open("atsvc");

  private Stamp askWrite(byte[] octets) {
    return client.ask(client.request(Smb2Command.WRITE, write(pipe, octets, octets.length)));
  }

  private static Write.Request write(FileId pipe, byte[] octets, int length) {
    return new Write.Request(length, 0, pipe, 0, 0, 0, Bytes.of(octets));
  }

  private void write(byte[] octets) {
    askWrite(octets);
    client.answer(client.success(Smb2Command.WRITE, Smb2Bodies.written(octets.length)));
  }

  private Stamp read(byte[] octets) {
    return read(octets, NtStatus.SUCCESS);
  }

  private Stamp read(byte[] octets, long status) {
    client.ask(client.request(Smb2Command.READ, Smb2Bodies.read(pipe, 1024)));
    Read.Response response = new Read.Response(octets.length, 0, 0, Bytes.of(octets));
    return client.answer(client.response(Smb2Command.READ, status, response));
  }

  private Stamp askTransceive(byte[] octets) {
    return client.ask(
        client.request(
            Smb2Command.IOCTL,
            new Ioctl.Request(
                FSCTL_PIPE_TRANSCEIVE,
                pipe,
                octets.length,
                0,
                0,
                1024,
                1,
                new IoctlData.Pipe(Bytes.of(octets)))));
  }

  private Stamp answerTransceive(byte[] octets, FileId fileId, long status) {
    Ioctl.Response response =
        new Ioctl.Response(
            FSCTL_PIPE_TRANSCEIVE,
            fileId,
            0,
            octets.length,
            0,
            new IoctlData.Pipe(Bytes.of(octets)));
    return client.answer(client.response(Smb2Command.IOCTL, status, response));
  }

  private void bound() {
    write(Pdus.recorded("schedule-bind"));
    read(Pdus.recorded("schedule-ack"));
  }

  private List<RpcEvent> calls() {
    return scene.told(RpcEvent.class);
  }

  private RpcEvent last() {
    return calls().get(calls().size() - 1);
  }

  @Test
  void aBindAndItsAnswer() {
    Stamp asked = askWrite(Pdus.recorded("schedule-bind"));
    client.answer(client.success(Smb2Command.WRITE, Smb2Bodies.written(160)));
    assertThat(calls()).isEmpty();
    Stamp answered = read(Pdus.recorded("schedule-ack"));

    RpcEvent event = last();
    assertThat(event.at()).isEqualTo(answered);
    assertThat(event.requestAt()).isEqualTo(asked);
    assertThat(event.responseAt()).isEqualTo(answered);
    assertThat(event.request()).isInstanceOf(RpcPdu.Bind.class);
    assertThat(event.response()).isInstanceOf(RpcPdu.BindAck.class);
    assertThat(event.interfaceId()).isEqualTo(ATSVC);
    assertThat(event.interfaceVersion()).isEqualTo("1.0");
    assertThat(event.endpoint()).isEqualTo("atsvc");
    assertThat(event.operation()).isNull();
    assertThat(event.secondaryAddress()).isEqualTo("\\PIPE\\atsvc");
    assertThat(event.user()).isEqualTo("LAB\\alice");
    assertThat(event.carrier()).isEqualTo(2);
    assertThat(event.carrierCommand()).isEqualTo(Smb2Command.WRITE.code());
    assertThat(event.carrierStatus()).isZero();
    assertThat(event.sessionId()).isEqualTo(0x77);
    assertThat(event.treeId()).isEqualTo(5);
    assertThat(event.tree().path()).isEqualTo("\\\\srv\\IPC$");
    assertThat(event.pipe().name()).isEqualTo("atsvc");
    assertThat(event.flow().id()).isEqualTo(client.wire.id());
  }

  @Test
  void theLogonOfABindIsTold() {
    Stamp asked = askWrite(Pdus.recorded("ntlm-bind"));
    client.answer(client.success(Smb2Command.WRITE, Smb2Bodies.written(1)));
    Stamp answered = read(Pdus.recorded("ntlm-ack"));
    Stamp third = askWrite(Pdus.recorded("ntlm-auth3"));
    client.answer(client.success(Smb2Command.WRITE, Smb2Bodies.written(1)));
    write(Pdus.recorded("signed-request"));

    List<TokenEvent> tokens =
        scene.told(TokenEvent.class).stream().filter(TokenEvent::rpc).toList();
    assertThat(tokens)
        .extracting(TokenEvent::seen, TokenEvent::fromClient, token -> token.token().rawNtlm())
        .containsExactly(
            tuple(asked, true, true), tuple(answered, false, true), tuple(third, true, true));
    assertThat(tokens.get(0).token().ntlm()).isInstanceOf(NegotiateMessage.class);
    assertThat(tokens.get(1).token().ntlm()).isInstanceOf(ChallengeMessage.class);
    assertThat(tokens.get(2).token().ntlm()).isInstanceOf(AuthenticateMessage.class);
    assertThat(scene.told(AnomalyEvent.class)).isEmpty();
  }

  @Test
  void aCallInOneTransceive() {
    bound();
    Stamp asked = askTransceive(Pdus.recorded("schedule-request"));
    Stamp answered = answerTransceive(Pdus.recorded("schedule-response"), pipe, 0);

    RpcEvent event = last();
    assertThat(event.requestAt()).isEqualTo(asked);
    assertThat(event.responseAt()).isEqualTo(answered);
    assertThat(event.endpoint()).isEqualTo("atsvc");
    assertThat(event.operation()).isEqualTo("NetrJobAdd");
    assertThat(event.secondaryAddress()).isEqualTo("\\PIPE\\atsvc");
    assertThat(event.carrierCommand()).isEqualTo(Smb2Command.IOCTL.code());
    assertThat(((RpcPdu.Request) event.request()).stubLength()).isEqualTo(136);
    assertThat(((RpcPdu.Response) event.response()).stubLength()).isEqualTo(8);
    assertThat(event.arguments())
        .extracting(Argument::name)
        .containsExactly("ServerName", "JobTime", "DaysOfMonth", "DaysOfWeek", "Flags", "Command");
    assertThat(event.argument("Command")).isEqualTo("c:\\mimikatz.exe");
    assertThat(event.argument("xml")).isNull();
    assertThat(event.result("pJobId")).isEqualTo("2");
    assertThat(event.result(Argument.STATUS)).isEqualTo("0x00000000");
    scene.end();
    assertThat(calls()).hasSize(2);
    scene.assertNothingHeld();
  }

  /** The bind's second context has one transfer syntax, at 96: what was accepted is what holds. */
  @Test
  void argumentsAreReadByTheAcceptedTransferSyntax() {
    byte[] bind = Pdus.recorded("schedule-bind");
    bind[96] ^= 1;
    write(bind);
    read(Pdus.recorded("schedule-ack"));
    askTransceive(Pdus.recorded("schedule-request"));
    assertThat(calls()).hasSize(1);
    answerTransceive(Pdus.recorded("schedule-response"), pipe, 0);
    assertThat(last().argument("Command")).isEqualTo("c:\\mimikatz.exe");
  }

  /** As macOS does. */
  @Test
  void aServerMayAnswerWithAnotherFileId() {
    bound();
    askTransceive(Pdus.recorded("schedule-request"));
    answerTransceive(Pdus.recorded("schedule-response"), new FileId(0, 0x1A), 0);
    assertThat(last().response()).isInstanceOf(RpcPdu.Response.class);
    scene.end();
    assertThat(scene.told(FileEvent.class)).hasSize(1);
  }

  @Test
  void anAnswerInPartsIsWholeWithItsLastRead() {
    bound();
    byte[] answer = Pdus.fragment(Pdus.RESPONSE, WHOLE, 4, new byte[500]);
    askTransceive(Pdus.fragment(Pdus.REQUEST, WHOLE, 4, new byte[20]));
    answerTransceive(Arrays.copyOf(answer, 100), pipe, NtStatus.BUFFER_OVERFLOW);
    read(Arrays.copyOfRange(answer, 100, 400), NtStatus.BUFFER_OVERFLOW);
    assertThat(calls()).hasSize(1);
    Stamp whole = read(Arrays.copyOfRange(answer, 400, answer.length));
    assertThat(last().responseAt()).isEqualTo(whole);
    assertThat(last().carrierStatus()).isEqualTo(NtStatus.BUFFER_OVERFLOW);
    assertThat(((RpcPdu.Response) last().response()).stubLength()).isEqualTo(500);
  }

  /** A READ may wait in the server before what it answers is written. */
  @Test
  void theAnswerMayComeBeforeTheWritesOwn() {
    bound();
    Smb2Packet reading = client.request(Smb2Command.READ, Smb2Bodies.read(pipe, 1024));
    client.ask(reading);
    Stamp asked = askWrite(Pdus.recorded("schedule-request"));
    byte[] answer = Pdus.recorded("schedule-response");
    client.answer(
        client
            .success(Smb2Command.READ, new Read.Response(answer.length, 0, 0, Bytes.of(answer)))
            .id(reading.message().header().messageId()));
    assertThat(last().operation()).isEqualTo("NetrJobAdd");
    assertThat(last().requestAt()).isEqualTo(asked);
    assertThat(last().carrierStatus()).as("not answered yet").isEqualTo(-1);
  }

  @Test
  void callsAreAnsweredInAnyOrder() {
    bound();
    write(Pdus.fragment(Pdus.REQUEST, WHOLE, 10, new byte[1]));
    write(Pdus.fragment(Pdus.REQUEST, WHOLE, 11, new byte[1]));
    read(
        Pdus.join(
            Pdus.fragment(Pdus.RESPONSE, WHOLE, 11, new byte[1]),
            Pdus.fragment(Pdus.RESPONSE, WHOLE, 10, new byte[1])));
    assertThat(calls()).extracting(each -> each.request().callId()).containsExactly(2L, 11L, 10L);
    assertThat(calls()).extracting(each -> each.response().callId()).containsExactly(2L, 11L, 10L);
  }

  @Test
  void aCallWithoutAnswerIsToldWhenItsPipeIsClosed() {
    bound();
    write(Pdus.recorded("schedule-request"));
    client.close(pipe);
    RpcEvent event = last();
    assertThat(event.operation()).isEqualTo("NetrJobAdd");
    assertThat(event.response()).isNull();
    assertThat(event.responseAt()).isNull();
    List<Event> events = scene.events;
    assertThat(events.indexOf(event)).isLessThan(events.indexOf(scene.file()));
    scene.end();
    assertThat(calls()).hasSize(2);
    scene.assertNothingHeld();
  }

  @Test
  void aCallWithoutAnswerIsToldWhenTheConnectionEnds() {
    askWrite(Pdus.recorded("schedule-bind"));
    scene.end();
    assertThat(last().request()).isInstanceOf(RpcPdu.Bind.class);
    assertThat(last().response()).isNull();
    assertThat(last().carrierStatus()).isEqualTo(-1);
    scene.assertNothingHeld();
  }

  @Test
  void afterItsChannelNothingIsToldOfACall() {
    Smb2Client second = new Smb2Client(scene.flow().ports(50_001, 445).open()).negotiated(0x0302);
    second.session = 0x77;
    second.firstLeg(0x77, Smb2Bodies.bind(Tokens.recorded("samba-negotiate")));
    second.secondLeg(Smb2Bodies.bind(Tokens.authenticate("LAB", "alice", "PC")));
    second.setUp(0);
    second.tree = 5;
    byte[] bind = Pdus.recorded("schedule-bind");
    second.ask(second.request(Smb2Command.WRITE, write(pipe, bind, bind.length)));
    second.wire.close();

    assertThat(last().flow().id()).isEqualTo(second.wire.id());
    assertThat(last().response()).isNull();
    List<Event> events = scene.events;
    assertThat(events.indexOf(last()))
        .isLessThan(events.indexOf(scene.told(FlowEvent.class).get(0)));
    scene.end();
    assertThat(calls()).hasSize(1);
  }

  @Test
  void aReusedCallIdEndsTheCallBefore() {
    bound();
    write(Pdus.recorded("schedule-request"));
    write(Pdus.recorded("schedule-request"));
    assertThat(calls()).hasSize(2);
    assertThat(last().response()).isNull();
    read(Pdus.recorded("schedule-response"));
    assertThat(last().response()).isNotNull();
  }

  @Test
  void anAnswerWithoutItsRequestNamesWhatItCan() {
    bound();
    read(Pdus.fragment(Pdus.RESPONSE, WHOLE, 99, new byte[8]));
    assertThat(last().request()).isNull();
    assertThat(last().requestAt()).isNull();
    assertThat(last().response().callId()).isEqualTo(99);
    assertThat(last().operation()).isNull();
  }

  @Test
  void aRefusedContextNamesNothing() {
    bound();
    write(Pdus.fragment(Pdus.REQUEST, WHOLE, 7, new byte[1]));
    read(Pdus.recorded("fault"));
    client.close(pipe);
    assertThat(calls()).hasSize(3);
    assertThat(last().request().callId()).isEqualTo(7);
    assertThat(last().endpoint()).as("the server did not accept context 0").isNull();
    assertThat(last().interfaceId()).isNull();
  }

  @Test
  void anUnknownInterfaceHasNoName() {
    byte[] bind = Pdus.recorded("schedule-bind");
    bind[32] ^= 1;
    write(bind);
    read(Pdus.recorded("schedule-ack"));
    assertThat(last().interfaceId()).isNotNull();
    assertThat(last().endpoint()).isNull();
  }

  /** Nothing answers it. */
  @Test
  void theThirdLegOfALogonIsToldAtOnce() {
    write(Pdus.recorded("ntlm-bind"));
    read(Pdus.recorded("ntlm-ack"));
    write(Pdus.recorded("ntlm-auth3"));
    assertThat(calls()).hasSize(2);
    assertThat(last().request()).isEqualTo(new RpcPdu.Other(1, 1, 16));
    scene.end();
    assertThat(calls()).hasSize(2);
  }

  @Test
  void anotherProtocolOnAPipeIsPassedOver() {
    write("C:\\>dir\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    read(new byte[] {0, 1, 2, 3});
    scene.end();
    assertThat(calls()).isEmpty();
    assertThat(scene.told(AnomalyEvent.class)).isEmpty();
  }

  @Test
  void garbageIsToldWithThePacketThatBroughtIt() {
    bound();
    Stamp at = askWrite(new byte[64]);
    assertThat(scene.told(AnomalyEvent.class))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.anomaly().kind().label()).isEqualTo("malformed-dcerpc");
              assertThat(each.anomaly().at()).isEqualTo(at);
              assertThat(each.anomaly().flow()).isEqualTo(client.wire.id());
            });
  }

  @Test
  void aFileIsNeverRead() {
    client.connected(6, "\\\\srv\\data");
    FileId file = client.open("bind.bin");
    byte[] bind = Pdus.recorded("schedule-bind");
    client.exchange(
        Smb2Command.WRITE, write(file, bind, bind.length), Smb2Bodies.written(bind.length));
    scene.end();
    assertThat(calls()).isEmpty();
  }

  @Test
  void ofWhatWasNotCapturedTheCallIsKnown() {
    bound();
    byte[] request = Pdus.recorded("schedule-request");
    byte[] start = Arrays.copyOf(request, 40);
    client.exchange(
        Smb2Command.WRITE, write(pipe, start, request.length), Smb2Bodies.written(request.length));
    read(Pdus.recorded("schedule-response"));
    assertThat(last().operation()).isEqualTo("NetrJobAdd");
    assertThat(((RpcPdu.Request) last().request()).stubLength()).isEqualTo(136);
  }

  @Test
  void aPipeWhoseOpeningWasNotSeenIsKnownByWhatItCarries() {
    Scene later = new Scene();
    Smb2Client midstream = new Smb2Client(later.flow().midstream().open());
    midstream.session = 9;
    midstream.tree = 5;
    byte[] bind = Pdus.recorded("schedule-bind");
    midstream.exchange(
        Smb2Command.WRITE, write(pipe, bind, bind.length), Smb2Bodies.written(bind.length));
    later.end();
    assertThat(later.told(RpcEvent.class))
        .singleElement()
        .satisfies(each -> assertThat(each.endpoint()).isEqualTo("atsvc"));
    later.assertNothingHeld();
  }

  @Test
  void inATreeOfPipesTheOpeningNeedNotBeSeen() {
    byte[] bind = Pdus.recorded("schedule-bind");
    client.exchange(
        Smb2Command.WRITE,
        write(new FileId(98, 99), bind, bind.length),
        Smb2Bodies.written(bind.length));
    scene.end();
    assertThat(last().endpoint()).isEqualTo("atsvc");
    assertThat(last().pipe().volatileId()).isEqualTo(99);
  }

  @Test
  void callsAndContextsOfAPipeAreBounded() {
    bound();
    for (int call = 100; call < 400; call++) {
      write(Pdus.fragment(Pdus.REQUEST, WHOLE, call, new byte[1]));
    }
    assertThat(calls()).hasSize(1 + 300 - 256);
    assertThat(scene.limitsReached()).hasSize(300 - 256);
    scene.end();
    assertThat(calls()).hasSize(1 + 300);
    scene.assertNothingHeld();
  }
}
