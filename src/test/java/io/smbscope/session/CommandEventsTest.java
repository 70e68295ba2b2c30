package io.smbscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.base.NtStatus;
import io.smbscope.base.Stamp;
import io.smbscope.event.MessageEvent;
import io.smbscope.event.OpenRef;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.event.Smb1CommandEvent.Step;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.smb.smb1.NtCreateAndX;
import io.smbscope.smb.smb1.ReadAndX;
import io.smbscope.smb.smb1.Smb1Command;
import io.smbscope.smb.smb2.Create;
import io.smbscope.smb.smb2.Echo;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.Flush;
import io.smbscope.smb.smb2.Smb2Command;
import io.smbscope.smb.smb2.TreeConnect;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What outputs that follow the protocol's form are told: each command, with its answer. */
class CommandEventsTest {
  private final Scene scene = new Scene();

  private List<Smb2CommandEvent> smb2(Smb2Command command) {
    return scene.told(Smb2CommandEvent.class).stream()
        .filter(event -> event.command() == command.code())
        .toList();
  }

  @Test
  void aCommandComesWithItsAnswerItsTreeAndItsOpen() {
    Smb2Client client = Smb2Client.at(scene);
    FileId file = client.open("a.txt");
    client.close(file);

    Smb2CommandEvent create = smb2(Smb2Command.CREATE).get(0);
    assertThat(create.request()).isInstanceOf(Create.Request.class);
    assertThat(create.response()).isInstanceOf(Create.Response.class);
    assertThat(create.responseAt().packet()).isEqualTo(create.requestAt().packet() + 1);
    assertThat(create.at()).isEqualTo(create.responseAt());
    assertThat(create.dialect()).isEqualTo("3.0.2");
    assertThat(create.user()).isEqualTo("LAB\\alice");
    assertThat(create.sessionId()).isEqualTo(0x77);
    assertThat(create.treeId()).isEqualTo(5);
    assertThat(create.tree().path()).isEqualTo("\\\\srv\\data");
    assertThat(create.open().name()).isEqualTo("a.txt");
    assertThat(create.open().volatileId()).isEqualTo(file.volatileId());
    assertThat(create.flow().client().ip()).isEqualTo("10.0.0.1");
    assertThat(smb2(Smb2Command.CLOSE).get(0).open()).isEqualTo(create.open());
  }

  @Test
  void everyOpenHasASerialOfItsOwn() {
    Smb2Client client = Smb2Client.at(scene);
    client.open("same");
    client.open("same");
    assertThat(smb2(Smb2Command.CREATE))
        .extracting(event -> event.open().serial())
        .doesNotHaveDuplicates();
  }

  @Test
  void aRefusedCommandTellsWhatItWasAbout() {
    Smb2Client client = Smb2Client.at(scene);
    client.refuse(
        Smb2Command.TREE_CONNECT,
        new TreeConnect.Request(0, "\\\\srv\\secret"),
        NtStatus.ACCESS_DENIED);
    Smb2CommandEvent refused = smb2(Smb2Command.TREE_CONNECT).get(1);
    assertThat(refused.status()).isEqualTo(NtStatus.ACCESS_DENIED);
    assertThat(refused.tree().path()).isEqualTo("\\\\srv\\secret");
  }

  /** [MS-SMB2] 3.3.5.2.7.2 */
  @Test
  void relatedCommandsInheritSessionTreeAndOpen() {
    Smb2Client client = Smb2Client.at(scene);
    client.ask(client.request(Smb2Command.CREATE, new Smb2Bodies.Wish("a").body()).id(200));
    client.ask(
        client
            .request(Smb2Command.CLOSE, Smb2Bodies.close(FileId.OF_COMPOUND))
            .id(201)
            .session(-1)
            .tree(0xFFFF_FFFFL)
            .related(1));
    FileId file = new FileId(5, 6);
    client.answer(client.success(Smb2Command.CREATE, new Smb2Bodies.Grant(file).body()).id(200));
    client.answer(client.success(Smb2Command.CLOSE, Smb2Bodies.closed()).related(1).id(201));

    Smb2CommandEvent close = smb2(Smb2Command.CLOSE).get(0);
    assertThat(close.sessionId()).isEqualTo(0x77);
    assertThat(close.treeId()).isEqualTo(5);
    assertThat(close.open().name()).isEqualTo("a");
  }

  @Test
  void whatIsNeverAnsweredIsToldAtTheEnd() {
    Smb2Client client = Smb2Client.at(scene);
    Stamp asked = client.ask(client.request(Smb2Command.ECHO, new Echo.Request()));
    assertThat(smb2(Smb2Command.ECHO)).isEmpty();
    scene.end();
    Smb2CommandEvent echo = smb2(Smb2Command.ECHO).get(0);
    assertThat(echo.requestAt()).isEqualTo(asked);
    assertThat(echo.responseAt()).isNull();
    assertThat(echo.status()).isEqualTo(-1);
  }

  @Test
  void anInterimResponseIsNotTheAnswer() {
    Smb2Client client = Smb2Client.at(scene);
    client.ask(client.request(Smb2Command.CREATE, new Smb2Bodies.Wish("slow").body()));
    client.answer(client.error(Smb2Command.CREATE, NtStatus.PENDING));
    assertThat(smb2(Smb2Command.CREATE)).isEmpty();
    client.answer(
        client.success(Smb2Command.CREATE, new Smb2Bodies.Grant(new FileId(1, 2)).body()));
    assertThat(smb2(Smb2Command.CREATE)).hasSize(1);
    assertThat(smb2(Smb2Command.CREATE).get(0).interim()).isTrue();
  }

  @Test
  void aResponseAloneHasNoRequest() {
    Smb2Client client = Smb2Client.at(scene);
    client.answer(client.success(Smb2Command.FLUSH, new Flush.Response()).id(900));
    Smb2CommandEvent flush = smb2(Smb2Command.FLUSH).get(0);
    assertThat(flush.requestAt()).isNull();
    assertThat(flush.requestHeader()).isNull();
    assertThat(flush.messageId()).isEqualTo(900);
  }

  @Test
  void everyMessageIsToldAsItComes() {
    Smb2Client client = Smb2Client.at(scene);
    int before = scene.told(MessageEvent.class).size();
    Stamp asked = client.ask(client.request(Smb2Command.ECHO, new Echo.Request()));
    List<MessageEvent> told = scene.told(MessageEvent.class);
    assertThat(told).hasSize(before + 1);
    MessageEvent request = told.get(before);
    assertThat(request.at()).isEqualTo(asked);
    assertThat(request.fromClient()).isTrue();
  }

  /** An AndX chain is one event with its commands in their order. [MS-CIFS] 2.2.3.4 */
  @Test
  void anAndXChainIsOneEvent() {
    Smb1Client client = Smb1Client.at(scene);
    client.exchange(
        Smb1Command.SMB_COM_NT_CREATE_ANDX,
        Smb1Client.wish("b.txt", 0),
        Smb1Client.grant(9, 0, 0, false));
    client.exchange(
        Smb1Command.SMB_COM_READ_ANDX,
        new ReadAndX.Request(9, 0, 100, 0),
        new ReadAndX.Response(0, 100, 60, Bytes.EMPTY));

    List<Smb1CommandEvent> told = scene.told(Smb1CommandEvent.class);
    Smb1CommandEvent create = told.get(told.size() - 2);
    Smb1CommandEvent read = told.get(told.size() - 1);
    assertThat(create.steps()).hasSize(1);
    Step step = create.steps().get(0);
    assertThat(step.request()).isInstanceOf(NtCreateAndX.Request.class);
    assertThat(step.response()).isInstanceOf(NtCreateAndX.Response.class);
    OpenRef open = step.open();
    assertThat(open.name()).isEqualTo("b.txt");
    assertThat(open.volatileId()).isEqualTo(9);
    assertThat(read.steps().get(0).open()).isEqualTo(open);
    assertThat(read.tree().path()).isEqualTo("\\\\srv\\data");
    assertThat(read.user()).endsWith("alice");
  }
}
