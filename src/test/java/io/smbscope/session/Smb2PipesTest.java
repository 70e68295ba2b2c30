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
import io.smbscope.event.FileEvent;
import io.smbscope.event.RpcEvent;
import io.smbscope.event.TokenEvent;
import io.smbscope.rpc.Argument;
import io.smbscope.rpc.Pdus;
import io.smbscope.rpc.RpcPdu;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.Read;
import io.smbscope.smb.smb2.Smb2Command;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** DCE/RPC over SMB2. The fragments are a recorded NetrJobAdd, call id 2, and made ones. */
class Smb2PipesTest {
  private static final UUID ATSVC = UUID.fromString("1ff70682-0a51-30e8-076d-740be8cee98b");
  private static final int WHOLE = Pdus.FIRST | Pdus.LAST;

  private final Smb2Pipe pipe = new Smb2Pipe();
  private final Scene scene = pipe.scene;
  private final Smb2Client client = pipe.client;

  @Test
  void aBindAndItsAnswer() {
    Stamp asked = pipe.askWrite(Pdus.recorded("schedule-bind"));
    client.answer(client.success(Smb2Command.WRITE, Smb2Bodies.written(160)));
    assertThat(pipe.calls()).isEmpty();
    Stamp answered = pipe.read(Pdus.recorded("schedule-ack"));

    RpcEvent event = pipe.last();
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
    Stamp asked = pipe.askWrite(Pdus.recorded("ntlm-bind"));
    client.answer(client.success(Smb2Command.WRITE, Smb2Bodies.written(1)));
    Stamp answered = pipe.read(Pdus.recorded("ntlm-ack"));
    Stamp third = pipe.askWrite(Pdus.recorded("ntlm-auth3"));
    client.answer(client.success(Smb2Command.WRITE, Smb2Bodies.written(1)));
    pipe.write(Pdus.recorded("signed-request"));

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
    pipe.bound();
    Stamp asked = pipe.askTransceive(Pdus.recorded("schedule-request"));
    Stamp answered = pipe.answerTransceive(Pdus.recorded("schedule-response"), pipe.id, 0);

    RpcEvent event = pipe.last();
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
    assertThat(pipe.calls()).hasSize(2);
    scene.assertNothingHeld();
  }

  /** The bind's second context has one transfer syntax, at 96: what was accepted is what holds. */
  @Test
  void argumentsAreReadByTheAcceptedTransferSyntax() {
    byte[] bind = Pdus.recorded("schedule-bind");
    bind[96] ^= 1;
    pipe.write(bind);
    pipe.read(Pdus.recorded("schedule-ack"));
    pipe.askTransceive(Pdus.recorded("schedule-request"));
    assertThat(pipe.calls()).hasSize(1);
    pipe.answerTransceive(Pdus.recorded("schedule-response"), pipe.id, 0);
    assertThat(pipe.last().argument("Command")).isEqualTo("c:\\mimikatz.exe");
  }

  /** As macOS does. */
  @Test
  void aServerMayAnswerWithAnotherFileId() {
    pipe.bound();
    pipe.askTransceive(Pdus.recorded("schedule-request"));
    pipe.answerTransceive(Pdus.recorded("schedule-response"), new FileId(0, 0x1A), 0);
    assertThat(pipe.last().response()).isInstanceOf(RpcPdu.Response.class);
    scene.end();
    assertThat(scene.told(FileEvent.class)).hasSize(1);
  }

  @Test
  void anAnswerInPartsIsWholeWithItsLastRead() {
    pipe.bound();
    byte[] answer = Pdus.fragment(Pdus.RESPONSE, WHOLE, 4, new byte[500]);
    pipe.askTransceive(Pdus.fragment(Pdus.REQUEST, WHOLE, 4, new byte[20]));
    pipe.answerTransceive(Arrays.copyOf(answer, 100), pipe.id, NtStatus.BUFFER_OVERFLOW);
    pipe.read(Arrays.copyOfRange(answer, 100, 400), NtStatus.BUFFER_OVERFLOW);
    assertThat(pipe.calls()).hasSize(1);
    Stamp whole = pipe.read(Arrays.copyOfRange(answer, 400, answer.length));
    assertThat(pipe.last().responseAt()).isEqualTo(whole);
    assertThat(pipe.last().carrierStatus()).isEqualTo(NtStatus.BUFFER_OVERFLOW);
    assertThat(((RpcPdu.Response) pipe.last().response()).stubLength()).isEqualTo(500);
  }

  /** A READ may wait in the server before what it answers is written. */
  @Test
  void theAnswerMayComeBeforeTheWritesOwn() {
    pipe.bound();
    Smb2Packet reading = client.request(Smb2Command.READ, Smb2Bodies.read(pipe.id, 1024));
    client.ask(reading);
    Stamp asked = pipe.askWrite(Pdus.recorded("schedule-request"));
    byte[] answer = Pdus.recorded("schedule-response");
    client.answer(
        client
            .success(Smb2Command.READ, new Read.Response(answer.length, 0, 0, Bytes.of(answer)))
            .id(reading.message().header().messageId()));
    assertThat(pipe.last().operation()).isEqualTo("NetrJobAdd");
    assertThat(pipe.last().requestAt()).isEqualTo(asked);
    assertThat(pipe.last().carrierStatus()).as("not answered yet").isEqualTo(-1);
  }

  @Test
  void callsAreAnsweredInAnyOrder() {
    pipe.bound();
    pipe.write(Pdus.fragment(Pdus.REQUEST, WHOLE, 10, new byte[1]));
    pipe.write(Pdus.fragment(Pdus.REQUEST, WHOLE, 11, new byte[1]));
    pipe.read(
        Pdus.join(
            Pdus.fragment(Pdus.RESPONSE, WHOLE, 11, new byte[1]),
            Pdus.fragment(Pdus.RESPONSE, WHOLE, 10, new byte[1])));
    assertThat(pipe.calls())
        .extracting(each -> each.request().callId())
        .containsExactly(2L, 11L, 10L);
    assertThat(pipe.calls())
        .extracting(each -> each.response().callId())
        .containsExactly(2L, 11L, 10L);
  }

  @Test
  void aRefusedContextNamesNothing() {
    pipe.bound();
    pipe.write(Pdus.fragment(Pdus.REQUEST, WHOLE, 7, new byte[1]));
    pipe.read(Pdus.recorded("fault"));
    client.close(pipe.id);
    assertThat(pipe.calls()).hasSize(3);
    assertThat(pipe.last().request().callId()).isEqualTo(7);
    assertThat(pipe.last().endpoint()).as("the server did not accept context 0").isNull();
    assertThat(pipe.last().interfaceId()).isNull();
  }

  @Test
  void anUnknownInterfaceHasNoName() {
    byte[] bind = Pdus.recorded("schedule-bind");
    bind[32] ^= 1;
    pipe.write(bind);
    pipe.read(Pdus.recorded("schedule-ack"));
    assertThat(pipe.last().interfaceId()).isNotNull();
    assertThat(pipe.last().endpoint()).isNull();
  }

  /** Nothing answers it. */
  @Test
  void theThirdLegOfALogonIsToldAtOnce() {
    pipe.write(Pdus.recorded("ntlm-bind"));
    pipe.read(Pdus.recorded("ntlm-ack"));
    pipe.write(Pdus.recorded("ntlm-auth3"));
    assertThat(pipe.calls()).hasSize(2);
    assertThat(pipe.last().request()).isEqualTo(new RpcPdu.Other(1, 1, 16));
    scene.end();
    assertThat(pipe.calls()).hasSize(2);
  }

  @Test
  void anotherProtocolOnAPipeIsPassedOver() {
    pipe.write("C:\\>dir\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    pipe.read(new byte[] {0, 1, 2, 3});
    scene.end();
    assertThat(pipe.calls()).isEmpty();
    assertThat(scene.told(AnomalyEvent.class)).isEmpty();
  }

  @Test
  void aFileIsNeverRead() {
    client.connected(6, "\\\\srv\\data");
    FileId file = client.open("bind.bin");
    byte[] bind = Pdus.recorded("schedule-bind");
    client.exchange(
        Smb2Command.WRITE,
        Smb2Pipe.write(file, bind, bind.length),
        Smb2Bodies.written(bind.length));
    scene.end();
    assertThat(pipe.calls()).isEmpty();
  }
}
