package io.smbscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.NtStatus;
import io.smbscope.event.Encryption;
import io.smbscope.event.Signing;
import io.smbscope.smb.CompressedMessage;
import io.smbscope.smb.smb2.Echo;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.OplockBreak;
import io.smbscope.smb.smb2.Smb2Command;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which messages count as signed, unsigned, encrypted. [MS-SMB2] 3.1.4.1, 3.3.4.1 */
class ProtectionTest {
  private final Scene scene = new Scene();
  private final Smb2Client client =
      new Smb2Client(scene.connect()).negotiated(0x0302).loggedOn(9, "alice");

  private Signing session() {
    scene.end();
    return scene.session().signing();
  }

  @Test
  void negotiateAndSessionSetupCountInNeither() {
    Signing signing = session();
    assertThat(signing.signedMessages()).isZero();
    assertThat(signing.unsignedMessages()).isZero();
    assertThat(signing.verdict()).isEqualTo(Signing.Verdict.NONE);
    assertThat(scene.connection().encryption().plainMessages()).isZero();
  }

  @Test
  void requestsAndResponsesCountEach() {
    client.connected(1, "\\\\srv\\data");
    client.signs = true;
    client.close(client.open("a.txt"));
    scene.end();

    Signing session = scene.session().signing();
    assertThat(session.signedMessages()).isEqualTo(4);
    assertThat(session.unsignedMessages()).as("TREE_CONNECT").isEqualTo(2);
    assertThat(session.verdict()).isEqualTo(Signing.Verdict.PARTLY);
    Signing tree = scene.tree().signing();
    assertThat(tree.signedMessages()).isEqualTo(4);
    assertThat(tree.unsignedMessages()).as("TREE_CONNECT is not in its tree").isZero();
    assertThat(tree.verdict()).isEqualTo(Signing.Verdict.SIGNED);
    Signing connection = scene.connection().signing();
    assertThat(connection.signedMessages()).isEqualTo(4);
    assertThat(connection.unsignedMessages()).isEqualTo(2);
    assertThat(scene.session().encryption().plainMessages()).isEqualTo(6);
  }

  /** Some servers set the flag and leave the signature empty. */
  @Test
  void theSignedFlagWithAZeroSignatureIsUnsigned() {
    client.ask(client.request(Smb2Command.ECHO, new Echo.Request()).signFlag());
    assertThat(session().signedMessages()).isZero();
    assertThat(scene.session().signing().unsignedMessages()).isEqualTo(1);
    assertThat(scene.session().signing().verdict()).isEqualTo(Signing.Verdict.UNSIGNED);
  }

  /** [MS-SMB2] 3.3.4.1.1: interim responses are not signed. */
  @Test
  void interimResponsesDoNotCount() {
    client.signs = true;
    client.ask(client.request(Smb2Command.ECHO, new Echo.Request()));
    client.signs = false;
    client.answer(client.error(Smb2Command.ECHO, NtStatus.PENDING).async(1));
    client.signs = true;
    client.answer(client.success(Smb2Command.ECHO, new Echo.Response()).async(1));
    assertThat(session().verdict()).isEqualTo(Signing.Verdict.SIGNED);
    assertThat(scene.session().signing().signedMessages()).isEqualTo(2);
  }

  /** [MS-SMB2] 3.3.4.6: its SessionId is 0, its MessageId all ones; it is not signed. */
  @Test
  void oplockBreaksOfTheServerDoNotCount() {
    client.answer(
        client
            .success(Smb2Command.OPLOCK_BREAK, new OplockBreak.Notification(1, new FileId(1, 1)))
            .id(-1)
            .session(0)
            .tree(0));
    client.answer(
        client
            .success(Smb2Command.OPLOCK_BREAK, new OplockBreak.Notification(1, new FileId(1, 1)))
            .id(-1));
    assertThat(session().unsignedMessages()).isZero();
    assertThat(scene.connection().signing().unsignedMessages()).isZero();
    assertThat(scene.connection().commands()).containsEntry("OPLOCK_BREAK", 2L);
  }

  @Test
  void messagesOfNoSessionDoNotCount() {
    client.session = 0;
    client.exchange(Smb2Command.ECHO, new Echo.Request(), new Echo.Response());
    assertThat(session().unsignedMessages()).isZero();
    assertThat(scene.connection().signing().unsignedMessages()).isZero();
  }

  @Test
  void requiredYetUnsignedIsSaid() {
    Scene strict = new Scene();
    Smb2Client unsigning = new Smb2Client(strict.connect());
    Smb2Bodies.Choice choice = new Smb2Bodies.Choice(0x0210);
    choice.securityMode = 3;
    unsigning.negotiate(new Smb2Bodies.Offer(0x0210), choice);
    unsigning.loggedOn(1, "alice").connected(1, "\\\\srv\\data");
    strict.end();
    assertThat(strict.connection().signing().verdict())
        .isEqualTo(Signing.Verdict.REQUIRED_NOT_SEEN);
    assertThat(strict.session().signing().algorithm()).isEqualTo("HMAC-SHA256");
  }

  @Test
  void encryptedMessagesAreNeitherSignedNorUnsigned() {
    client.encrypted(152, 1052);
    scene.end();
    Encryption encryption = scene.session().encryption();
    assertThat(encryption.encryptedMessages()).isEqualTo(2);
    assertThat(encryption.encryptedBytes()).isEqualTo(1204);
    assertThat(encryption.plainMessages()).isZero();
    assertThat(encryption.cipher()).isEqualTo("AES-128-CCM");
    assertThat(encryption.verdict()).isEqualTo(Encryption.Verdict.ENCRYPTED);
    assertThat(scene.session().signing().verdict()).isEqualTo(Signing.Verdict.NONE);
    assertThat(scene.connection().encryption().encryptedBytes()).isEqualTo(1204);
    assertThat(scene.connection().commands()).containsEntry("TRANSFORM_HEADER", 2L);
    assertThat(scene.connection().traffic().messages()).isEqualTo(8);
  }

  @Test
  void someEncryptedAndSomeNotIsPartly() {
    client.connected(1, "\\\\srv\\data");
    client.encrypted(152, 152);
    scene.end();
    assertThat(scene.session().encryption().verdict()).isEqualTo(Encryption.Verdict.PARTLY);
  }

  @Test
  void anEncryptedMessageOfAnUnknownSessionShowsThatThereIsOne() {
    client.session = 99;
    client.encrypted(152, 152);
    scene.end();
    var hidden =
        scene.told(io.smbscope.event.SessionEvent.class).stream()
            .filter(session -> session.id().endsWith("63"))
            .findFirst()
            .orElseThrow();
    assertThat(hidden.inferred()).isTrue();
    assertThat(hidden.encryption().encryptedMessages()).isEqualTo(2);
    assertThat(hidden.identity()).isNull();
    scene.assertNothingHeld();
  }

  @Test
  void compressedMessagesAreCountedAndNotRead() {
    client.wire.fromClient(new CompressedMessage(100, false, 400, 0, List.of(2), null));
    scene.end();
    assertThat(scene.connection().traffic().compressedMessages()).isEqualTo(1);
    assertThat(scene.connection().commands()).containsEntry("COMPRESSION_TRANSFORM_HEADER", 1L);
  }

  /** A related request says -1 in place of its SessionId: it is of the session before it. */
  @Test
  void relatedRequestsCountForTheirSession() {
    client.connected(1, "\\\\srv\\data");
    client.signs = true;
    client.ask(client.request(Smb2Command.CREATE, new Smb2Bodies.Wish("a").body()));
    client.ask(
        client
            .request(Smb2Command.CLOSE, Smb2Bodies.close(FileId.OF_COMPOUND))
            .session(-1)
            .tree(0xFFFF_FFFFL)
            .related(1));
    assertThat(session().signedMessages()).isEqualTo(2);
    assertThat(scene.tree().signing().signedMessages()).isEqualTo(2);
  }
}
