package io.smbscope.session;

import static io.smbscope.session.Smb1Client.NOTHING;
import static io.smbscope.session.Smb1Client.block;
import static io.smbscope.session.Smb1Client.octets;
import static io.smbscope.session.Smb1Client.share;
import static io.smbscope.smb.smb1.Smb1Command.SMB_COM_SESSION_SETUP_ANDX;
import static io.smbscope.smb.smb1.Smb1Command.SMB_COM_TREE_CONNECT;
import static io.smbscope.smb.smb1.Smb1Command.SMB_COM_TREE_CONNECT_ANDX;
import static io.smbscope.smb.smb1.Smb1Command.SMB_COM_TREE_DISCONNECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.base.NtStatus;
import io.smbscope.event.Encryption.Verdict;
import io.smbscope.event.TreeEvent;
import io.smbscope.smb.smb1.FindFirst2;
import io.smbscope.smb.smb1.OpenAndX;
import io.smbscope.smb.smb1.Smb1Command;
import io.smbscope.smb.smb1.TreeConnect;
import io.smbscope.smb.smb1.TreeConnectAndX;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TREE_CONNECT, TREE_CONNECT_ANDX and TREE_DISCONNECT. [MS-CIFS] 3.3.5.40, 41, 45 */
class Smb1TreeTest {
  private final Scene scene = new Scene();
  private final Smb1Client client =
      new Smb1Client(scene.connect()).negotiated("NT LM 0.12").loggedOn(100, "alice");

  @Test
  void aTreeIsToldWhenItEnds() {
    client.connected(7, "\\\\srv\\data", "A:");
    client.open(1, "a.txt");
    client.read(1, 10);
    client.write(1, 3);
    client.close(1);
    client.disconnect();

    TreeEvent tree = scene.tree();
    assertThat(tree.id()).isEqualTo("0x0007");
    assertThat(tree.path()).isEqualTo("\\\\srv\\data");
    assertThat(tree.type()).isEqualTo("disk");
    assertThat(tree.service()).isEqualTo("A:");
    assertThat(tree.fileSystem()).isEqualTo("NTFS");
    assertThat(tree.flags()).containsExactly("SMB_SUPPORT_SEARCH_BITS");
    assertThat(tree.capabilities()).isEmpty();
    assertThat(tree.maximalAccess()).isEqualTo(0x1FF);
    assertThat(tree.status()).isEqualTo("STATUS_SUCCESS");
    assertThat(tree.session()).isEqualTo("0x0064");
    assertThat(tree.user()).isEqualTo("LAB\\alice");
    assertThat(tree.dialect()).isEqualTo("NT LM 0.12");
    assertThat(tree.inferred()).isFalse();
    assertThat(tree.end()).isEqualTo("disconnect");
    assertThat(tree.opens()).isEqualTo(1);
    assertThat(tree.bytesRead()).isEqualTo(10);
    assertThat(tree.bytesWritten()).isEqualTo(3);
    assertThat(tree.encryption().verdict()).isEqualTo(Verdict.UNSUPPORTED);
    scene.end();
    scene.assertNothingHeld();
  }

  @ParameterizedTest
  @CsvSource({"A:, disk", "IPC, pipe", "LPT1:, print"})
  void servicesAreTypes(String service, String type) {
    client.connected(7, "\\\\srv\\it", service);
    scene.end();
    assertThat(scene.tree().type()).isEqualTo(type);
  }

  @Test
  void aRefusedTreeIsToldAtOnce() {
    client.refuse(SMB_COM_TREE_CONNECT_ANDX, share("\\\\srv\\secret"), NtStatus.ACCESS_DENIED);
    TreeEvent tree = scene.tree();
    assertThat(tree.path()).isEqualTo("\\\\srv\\secret");
    assertThat(tree.status()).isEqualTo("STATUS_ACCESS_DENIED");
    assertThat(tree.end()).isEqualTo("refused");
    assertThat(tree.type()).as("????? is none").isNull();
    scene.end();
    assertThat(scene.told(TreeEvent.class)).hasSize(1);
    assertThat(scene.session().trees()).isEmpty();
    scene.assertNothingHeld();
  }

  @Test
  void anUnansweredTreeIsToldInTheEnd() {
    client.ask(block(SMB_COM_TREE_CONNECT_ANDX, share("\\\\srv\\slow")));
    client.wire.close();
    assertThat(scene.tree().path()).isEqualTo("\\\\srv\\slow");
    assertThat(scene.tree().status()).isNull();
    assertThat(scene.tree().end()).isEqualTo("connection-closed");
    scene.assertNothingHeld();
  }

  /** Its TID stands in the parameters, not in the header. [MS-CIFS] 2.2.4.50.2 */
  @Test
  void theCoreFormTellsItsTidInTheResponse() {
    client.tid = 0;
    client.exchange(
        SMB_COM_TREE_CONNECT,
        new TreeConnect.Request("\\\\SRV\\DATA", "", "A:"),
        new TreeConnect.Response(4096, 9));
    client.tid = 9;
    client.open(1, "a.txt");
    scene.end();
    assertThat(scene.tree().id()).isEqualTo("0x0009");
    assertThat(scene.tree().type()).isEqualTo("disk");
    assertThat(scene.tree().fileSystem()).isNull();
    assertThat(scene.file().share()).isEqualTo("\\\\SRV\\DATA");
  }

  /** One chain logs on and connects. [MS-CIFS] 2.2.3.4 */
  @Test
  void setUpAndConnectInOneChain() {
    client.uid = 0;
    client.tid = 0xFFFF;
    client.ask(
        block(SMB_COM_SESSION_SETUP_ANDX, Smb1Client.setup("bob", octets(24), octets(24))),
        block(SMB_COM_TREE_CONNECT_ANDX, share("\\\\srv\\data")));
    client.uid = 101;
    client.tid = 8;
    client.answer(
        NtStatus.SUCCESS,
        block(SMB_COM_SESSION_SETUP_ANDX, Smb1Client.setUp(0, Bytes.EMPTY)),
        block(SMB_COM_TREE_CONNECT_ANDX, new TreeConnectAndX.Response(0, null, null, "A:", "FAT")));
    scene.end();
    assertThat(scene.tree().id()).isEqualTo("0x0008");
    assertThat(scene.tree().user()).isEqualTo("LAB\\bob");
    assertThat(scene.tree().session()).isEqualTo("0x0065");
  }

  /** What follows TREE_CONNECT_ANDX in its chain is done in the new tree. [MS-CIFS] 2.2.3.4 */
  @Test
  void connectAndOpenInOneChain() {
    client.tid = 0xFFFF;
    client.ask(
        block(SMB_COM_TREE_CONNECT_ANDX, share("\\\\srv\\data")),
        block(
            Smb1Command.SMB_COM_OPEN_ANDX,
            new OpenAndX.Request(0, 0x42, 6, 0, null, 1, 0, 0, "\\A.TXT")));
    client.tid = 8;
    client.answer(
        NtStatus.SUCCESS,
        block(SMB_COM_TREE_CONNECT_ANDX, new TreeConnectAndX.Response(0, null, null, "A:", "NTFS")),
        block(
            Smb1Command.SMB_COM_OPEN_ANDX, new OpenAndX.Response(5, 0, null, 0, 2, 0, 0, 1, null)));
    scene.end();
    assertThat(scene.file().share()).isEqualTo("\\\\srv\\data");
    assertThat(scene.tree().opens()).isEqualTo(1);
  }

  /** What went well before the command that failed stays. [MS-CIFS] 3.3.5.2 */
  @Test
  void aChainMayFailInItsSecondCommand() {
    client.uid = 0;
    client.tid = 0xFFFF;
    client.ask(
        block(SMB_COM_SESSION_SETUP_ANDX, Smb1Client.setup("bob", octets(24), octets(24))),
        block(SMB_COM_TREE_CONNECT_ANDX, share("\\\\srv\\none")));
    client.uid = 101;
    client.answer(
        NtStatus.BAD_NETWORK_NAME,
        block(SMB_COM_SESSION_SETUP_ANDX, Smb1Client.setUp(0, Bytes.EMPTY)),
        block(SMB_COM_TREE_CONNECT_ANDX, NOTHING));
    assertThat(scene.tree().end()).isEqualTo("refused");
    assertThat(scene.tree().status()).isEqualTo("STATUS_BAD_NETWORK_NAME");
    scene.end();
    var bob =
        scene.told(io.smbscope.event.SessionEvent.class).stream()
            .filter(session -> session.id().equals("0x0065"))
            .findFirst()
            .orElseThrow();
    assertThat(bob.established()).isTrue();
    assertThat(bob.status()).isEqualTo("STATUS_SUCCESS");
  }

  /** TREE_CONNECT_ANDX_DISCONNECT_TID. [MS-CIFS] 2.2.4.55.1 */
  @Test
  void aConnectMayDisconnectAnother() {
    client.connected(7, "\\\\srv\\old", "A:");
    client.open(1, "a.txt");
    client.ask(
        block(
            SMB_COM_TREE_CONNECT_ANDX,
            new TreeConnectAndX.Request(9, Bytes.EMPTY, "\\\\srv\\new", "?????")));
    client.tid = 8;
    client.answer(
        NtStatus.SUCCESS,
        block(
            SMB_COM_TREE_CONNECT_ANDX, new TreeConnectAndX.Response(0, null, null, "A:", "NTFS")));
    assertThat(scene.tree().path()).isEqualTo("\\\\srv\\old");
    assertThat(scene.tree().end()).isEqualTo("disconnect");
    assertThat(scene.file().end()).isEqualTo("tree-disconnect");
  }

  @Test
  void disconnectEndsTheOpensAndListingsOfThatTreeOnly() {
    client.connected(7, "\\\\srv\\one", "A:");
    client.open(1, "in-one.txt");
    client.transact(
        new FindFirst2.Request(0x16, 100, 0, 0x104, "\\one\\*"),
        new FindFirst2.Response(55, 100, false));
    client.connected(8, "\\\\srv\\two", "A:");
    client.open(2, "in-two.txt");
    client.tid = 7;
    client.disconnect();
    assertThat(scene.file("in-one.txt").end()).isEqualTo("tree-disconnect");
    assertThat(scene.file("\\one\\*").end()).isEqualTo("tree-disconnect");
    assertThat(scene.tree().path()).isEqualTo("\\\\srv\\one");
    scene.end();
    assertThat(scene.file("in-two.txt").end()).isEqualTo("end-of-capture");
    scene.assertNothingHeld();
  }

  @Test
  void aRefusedDisconnectEndsNothing() {
    client.connected(7, "\\\\srv\\one", "A:");
    client.refuse(SMB_COM_TREE_DISCONNECT, NOTHING, NtStatus.ACCESS_DENIED);
    assertThat(scene.told(TreeEvent.class)).isEmpty();
  }

  /** Both answers say success, yet it was one tree, and one session. */
  @Test
  void treesAndSessionsEndOnce() {
    client.connected(7, "\\\\srv\\one", "A:");
    for (Smb1Command command :
        new Smb1Command[] {SMB_COM_TREE_DISCONNECT, Smb1Command.SMB_COM_LOGOFF_ANDX}) {
      client.ask(block(command, NOTHING));
      client.ask(block(command, NOTHING));
      client.answer(NtStatus.SUCCESS, block(command, NOTHING));
      client.mid--;
      client.answer(NtStatus.SUCCESS, block(command, NOTHING));
      client.mid++;
    }
    scene.end();
    assertThat(scene.told(TreeEvent.class)).hasSize(1);
    assertThat(scene.session().end()).isEqualTo("logoff");
  }

  /** Its end was lost in a gap; it is told all the same. */
  @Test
  void aTidThatComesAgainEndsTheOldTree() {
    client.connected(7, "\\\\srv\\old", "A:");
    client.connected(7, "\\\\srv\\new", "A:");
    scene.end();
    assertThat(scene.told(TreeEvent.class))
        .extracting(TreeEvent::path)
        .containsExactly("\\\\srv\\old", "\\\\srv\\new");
    scene.assertNothingHeld();
  }
}
