package io.smbscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.NtStatus;
import io.smbscope.event.Encryption.Verdict;
import io.smbscope.event.FileEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.TreeEvent;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.Smb2Command;
import io.smbscope.smb.smb2.TreeConnect;
import io.smbscope.smb.smb2.TreeDisconnect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TREE_CONNECT and TREE_DISCONNECT. [MS-SMB2] 3.3.5.7, 3.3.5.8 */
class Smb2TreeTest {
  private final Scene scene = new Scene();
  private final Smb2Client client =
      new Smb2Client(scene.connect()).negotiated(0x0302).loggedOn(9, "alice");

  @Test
  void aTreeIsToldWhenItEnds() {
    client.exchange(
        Smb2Command.TREE_CONNECT,
        new TreeConnect.Request(0, "\\\\srv\\data"),
        new TreeConnect.Response(1, 0x0030 | 0x0800, 0x10, 0x001F_01FF));
    client.tree = 0;
    client.close(client.open("a.txt"));
    client.disconnect();

    TreeEvent tree = scene.tree();
    assertThat(tree.id()).isEqualTo("0x00000000");
    assertThat(tree.path()).isEqualTo("\\\\srv\\data");
    assertThat(tree.type()).isEqualTo("disk");
    assertThat(tree.flags()).containsExactly("NO_CACHING", "ACCESS_BASED_DIRECTORY_ENUM");
    assertThat(tree.capabilities()).containsExactly("CONTINUOUS_AVAILABILITY");
    assertThat(tree.maximalAccess()).isEqualTo(0x001F_01FF);
    assertThat(tree.status()).isEqualTo("STATUS_SUCCESS");
    assertThat(tree.inferred()).isFalse();
    assertThat(tree.session()).isEqualTo("0x0000000000000009");
    assertThat(tree.user()).isEqualTo("LAB\\alice");
    assertThat(tree.connection()).isEqualTo(client.wire.id());
    assertThat(tree.dialect()).isEqualTo("3.0.2");
    assertThat(tree.service()).as("SMB1 only").isNull();
    assertThat(tree.fileSystem()).as("SMB1 only").isNull();
    assertThat(tree.start().packet()).as("the TREE_CONNECT request").isEqualTo(8);
    assertThat(tree.at().packet()).as("the TREE_DISCONNECT response").isEqualTo(15);
    assertThat(tree.end()).isEqualTo("disconnect");
    assertThat(tree.opens()).isEqualTo(1);
    assertThat(tree.failedOpens()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, disk", "2, pipe", "3, print"})
  void shareTypesHaveNames(int shareType, String type) {
    client.connected(5, "\\\\srv\\it", shareType, 0);
    scene.end();
    assertThat(scene.tree().type()).isEqualTo(type);
    assertThat(scene.tree().end()).isEqualTo("end-of-capture");
  }

  @Test
  void aRefusedTreeIsToldAtOnce() {
    client.refuse(
        Smb2Command.TREE_CONNECT,
        new TreeConnect.Request(0, "\\\\srv\\secret"),
        NtStatus.BAD_NETWORK_NAME);

    TreeEvent tree = scene.tree();
    assertThat(tree.path()).isEqualTo("\\\\srv\\secret");
    assertThat(tree.status()).isEqualTo("STATUS_BAD_NETWORK_NAME");
    assertThat(tree.end()).isEqualTo("refused");
    assertThat(tree.type()).isNull();
    assertThat(tree.maximalAccess()).isNull();
    scene.end();
    assertThat(scene.told(TreeEvent.class)).hasSize(1);
    assertThat(scene.session().trees()).as("connected ones").isEmpty();
    scene.assertNothingHeld();
  }

  @Test
  void anUnansweredTreeIsToldInTheEnd() {
    client.ask(
        client.request(Smb2Command.TREE_CONNECT, new TreeConnect.Request(0, "\\\\srv\\slow")));
    client.wire.close();

    assertThat(scene.tree().path()).isEqualTo("\\\\srv\\slow");
    assertThat(scene.tree().status()).isNull();
    assertThat(scene.tree().end()).isEqualTo("connection-closed");
    scene.assertNothingHeld();
  }

  @Test
  void aTreeWithoutItsRequestIsInferred() {
    client.tree = 7;
    client.answer(
        client.success(Smb2Command.TREE_CONNECT, new TreeConnect.Response(1, 0, 0, 1)).id(1_000));
    scene.end();
    assertThat(scene.tree().id()).isEqualTo("0x00000007");
    assertThat(scene.tree().path()).isNull();
    assertThat(scene.tree().type()).isEqualTo("disk");
    assertThat(scene.tree().inferred()).isTrue();
  }

  @Test
  void aTreeThatWasNeverConnectedIsInferredFromAnOpen() {
    client.tree = 7;
    client.open("a.txt");
    scene.end();
    assertThat(scene.tree().id()).isEqualTo("0x00000007");
    assertThat(scene.tree().path()).isNull();
    assertThat(scene.tree().inferred()).isTrue();
    assertThat(scene.tree().status()).isNull();
    assertThat(scene.tree().opens()).isEqualTo(1);
    assertThat(scene.file().share()).isNull();
  }

  @Test
  void disconnectEndsTheOpensOfThatTreeOnly() {
    client.connected(1, "\\\\srv\\one");
    client.open("in-one.txt");
    client.connected(2, "\\\\srv\\two");
    client.open("in-two.txt");
    client.tree = 1;
    client.disconnect();

    assertThat(scene.file().name()).isEqualTo("in-one.txt");
    assertThat(scene.file().end()).isEqualTo("tree-disconnect");
    assertThat(scene.tree().path()).isEqualTo("\\\\srv\\one");
    scene.end();
    assertThat(scene.file("in-two.txt").end()).isEqualTo("end-of-capture");
    assertThat(scene.session().trees()).containsExactly("\\\\srv\\one", "\\\\srv\\two");
    scene.assertNothingHeld();
  }

  @Test
  void aRefusedDisconnectEndsNothing() {
    client.connected(1, "\\\\srv\\one");
    client.refuse(
        Smb2Command.TREE_DISCONNECT,
        new TreeDisconnect.Request(),
        0xC000_00C9L); // STATUS_NETWORK_NAME_DELETED
    assertThat(scene.told(TreeEvent.class)).isEmpty();
  }

  @Test
  void theTreeCountsWhatWasReadAndWrittenInIt() {
    client.connected(1, "\\\\srv\\data");
    FileId one = client.open("a");
    FileId two = client.open("b");
    client.read(one, 100);
    client.read(two, 20);
    client.write(two, 3);
    client.refuse(
        Smb2Command.CREATE, new Smb2Bodies.Wish("no").body(), NtStatus.OBJECT_NAME_NOT_FOUND);
    client.disconnect();
    assertThat(scene.tree().bytesRead()).isEqualTo(120);
    assertThat(scene.tree().bytesWritten()).isEqualTo(3);
    assertThat(scene.tree().opens()).isEqualTo(2);
    assertThat(scene.tree().failedOpens()).isEqualTo(1);
  }

  /** Its end was lost in a gap; it is told all the same. */
  @Test
  void aTreeIdThatComesAgainEndsTheOldTree() {
    client.connected(1, "\\\\srv\\old");
    client.connected(1, "\\\\srv\\new");
    scene.end();
    assertThat(scene.told(TreeEvent.class))
        .extracting(TreeEvent::path)
        .containsExactly("\\\\srv\\old", "\\\\srv\\new");
    scene.assertNothingHeld();
  }

  @Test
  void oneShareMayDemandEncryption() {
    client.connected(1, "\\\\srv\\plain");
    client.connected(2, "\\\\srv\\secret", Smb2Client.DISK, Smb2Client.SHARE_ENCRYPTS);
    client.encrypted(152, 252);
    scene.end();

    TreeEvent plain = tree("\\\\srv\\plain");
    assertThat(plain.encryption().demandedByShare()).isFalse();
    assertThat(plain.encryption().encryptedMessages()).isZero();
    assertThat(plain.encryption().verdict()).isEqualTo(Verdict.POSSIBLE);
    TreeEvent secret = tree("\\\\srv\\secret");
    assertThat(secret.flags()).contains("ENCRYPT_DATA");
    assertThat(secret.encryption().demandedByShare()).isTrue();
    assertThat(secret.encryption().encryptedMessages()).isEqualTo(2);
    assertThat(secret.encryption().encryptedBytes()).isEqualTo(404);
    assertThat(secret.encryption().verdict()).isEqualTo(Verdict.ENCRYPTED);
    SessionEvent session = scene.session();
    assertThat(session.encryption().demandedByShare()).as("by one of its shares").isTrue();
    assertThat(session.encryption().encryptedMessages()).isEqualTo(2);
    assertThat(scene.connection().encryption().demandedByShare()).isTrue();
  }

  @Test
  void afterItsDisconnectATreeCountsNoMore() {
    client.connected(2, "\\\\srv\\secret", Smb2Client.DISK, Smb2Client.SHARE_ENCRYPTS);
    client.encrypted(100, 100);
    client.disconnect();
    client.encrypted(100, 100);
    assertThat(scene.tree().encryption().encryptedMessages()).isEqualTo(2);
  }

  @Test
  void demandedYetNotSeenIsSaid() {
    client.connected(2, "\\\\srv\\secret", Smb2Client.DISK, Smb2Client.SHARE_ENCRYPTS);
    client.open("a.txt");
    scene.end();
    assertThat(scene.tree().encryption().verdict()).isEqualTo(Verdict.DEMANDED_NOT_SEEN);
    assertThat(scene.connection().encryption().verdict()).isEqualTo(Verdict.DEMANDED_NOT_SEEN);
  }

  /** Both answers say success, yet it was one tree. */
  @Test
  void aTreeEndsOnce() {
    client.connected(1, "\\\\srv\\data");
    client.ask(client.request(Smb2Command.TREE_DISCONNECT, new TreeDisconnect.Request()).id(500));
    client.disconnect();
    client.answer(
        client.success(Smb2Command.TREE_DISCONNECT, new TreeDisconnect.Response()).id(500));
    assertThat(scene.told(TreeEvent.class)).hasSize(1);
  }

  /** The server closes what an open of a tree that is gone still gets. */
  @Test
  void anOpenAnsweredAfterTheDisconnectIsTold() {
    client.connected(1, "\\\\srv\\data");
    client.ask(client.request(Smb2Command.CREATE, new Smb2Bodies.Wish("late.txt").body()).id(500));
    client.disconnect();
    client.answer(
        client.success(Smb2Command.CREATE, new Smb2Bodies.Grant(new FileId(1, 1)).body()).id(500));
    scene.end();
    FileEvent late = scene.file("late.txt");
    assertThat(late.share()).isEqualTo("\\\\srv\\data");
    scene.assertNothingHeld();
  }

  private TreeEvent tree(String path) {
    return scene.told(TreeEvent.class).stream()
        .filter(tree -> path.equals(tree.path()))
        .findFirst()
        .orElseThrow();
  }
}
