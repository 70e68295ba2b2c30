package io.smbscope.output.zeek;

import static io.smbscope.output.zeek.Rows.FLOW;
import static io.smbscope.output.zeek.Rows.at;
import static io.smbscope.output.zeek.Rows.end;
import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.event.MessageEvent;
import io.smbscope.output.stream.LogFiles;
import io.smbscope.smb.smb1.SessionSetupAndX;
import io.smbscope.smb.smb1.Smb1Command;
import io.smbscope.smb.smb1.Smb1Header;
import io.smbscope.smb.smb1.Smb1Message;
import io.smbscope.smb.smb1.Smb1Message.Block;
import io.smbscope.smb.smb1.TreeConnectAndX;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the SMB logs' view of a connection tells the logs of logons and calls. */
class SmbScriptsSightTest {
  private static final int SETUP = Smb1Command.SMB_COM_SESSION_SETUP_ANDX.code();
  private static final int TREE_CONNECT = Smb1Command.SMB_COM_TREE_CONNECT_ANDX.code();
  private static final boolean CLIENT = true;

  @TempDir Path folder;

  @Test
  void aSessionSetupWithoutStringsIsNotReadAndTheNextRequestLost() throws IOException {
    SmbScripts scripts = scripts();
    scripts.accept(setup(3, 43));
    assertThat(scripts.sees(FLOW, CLIENT, at(2))).isTrue();
    assertThat(scripts.sees(FLOW, !CLIENT, at(3))).isFalse();
    scripts.accept(message(4, CLIENT, 100, new Block(SETUP, null, 12, 0)));
    assertThat(scripts.sees(FLOW, CLIENT, at(4))).isFalse();
    scripts.accept(end(FLOW, 5));
    assertThat(scripts.sees(FLOW, CLIENT, at(4))).isTrue();
    scripts.end();
  }

  @Test
  void aSessionSetupWithStringsIsRead() throws IOException {
    SmbScripts scripts = scripts();
    scripts.accept(setup(3, 60));
    assertThat(scripts.sees(FLOW, !CLIENT, at(3))).isTrue();
    scripts.accept(message(4, CLIENT, 100, new Block(SETUP, null, 12, 0)));
    assertThat(scripts.sees(FLOW, CLIENT, at(4))).isTrue();
  }

  @Test
  void aTreeOfPipesIsKnownFromItsConnect() throws IOException {
    SmbScripts scripts = scripts();
    assertThat(scripts.isPipeTree(FLOW, 7)).isFalse();
    TreeConnectAndX.Response connected = new TreeConnectAndX.Response(0, null, null, "IPC", "");
    scripts.accept(message(3, !CLIENT, 60, new Block(TREE_CONNECT, connected, 3, 0)));
    assertThat(scripts.isPipeTree(FLOW, 7)).isTrue();
    assertThat(scripts.isPipeTree(FLOW, 8)).isFalse();
  }

  private SmbScripts scripts() throws IOException {
    SmbScripts scripts =
        new SmbScripts(
            new ZeekForm(folder.resolve("made"), false, false, LogFiles.once()), new ZeekIds());
    scripts.accept(message(2, CLIENT, 100, new Block(SETUP, null, 12, 0)));
    return scripts;
  }

  private static MessageEvent setup(long packet, int length) {
    SessionSetupAndX.Response setup = new SessionSetupAndX.Response(0, "", "", "", Bytes.EMPTY);
    return message(packet, !CLIENT, length, new Block(SETUP, setup, 4, 0));
  }

  private static MessageEvent message(long packet, boolean client, int length, Block block) {
    Smb1Header header = new Smb1Header(block.command(), 0, 0x80, 0, 1, 7, 1, 1, true);
    return new MessageEvent(
        at(packet), FLOW, client, new Smb1Message(length, header, List.of(block), 0));
  }
}
