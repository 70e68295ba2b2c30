package io.smbscope.dissect.smb2;

import io.smbscope.base.NtStatus;
import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Dissector;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;

/**
 * SMB2 and SMB3 messages: compounds, and what stands before encrypted and compressed ones.
 * [MS-SMB2] 2.2
 */
public final class Smb2Dissector implements Dissector {
  private static final int MARKER = 4;
  private static final int NEXT_COMMAND = 20;

  /** A message in a message in a message: compressed and then encrypted. */
  private static final int DEEPEST = 3;

  private final Field protocol = Fields.named("smb2");
  private final Headers headers = new Headers();
  private final Commands commands = new Commands(headers);
  private final Encrypted encrypted = new Encrypted(headers);
  private final Compressed compressed = new Compressed();

  @Override
  public void dissect(Dissection dissection, Region region) {
    dissection.tree.summary("SMB2");
    messages(dissection, region, 1);
  }

  private void messages(Dissection dissection, Region region, int level) {
    FrameTree tree = dissection.tree;
    int at = 0;
    while (at < region.length() && region.has(at, MARKER)) {
      if (at > 0) {
        tree.info(";");
      }
      Region rest = region.from(at);
      int length = length(rest);
      int depth = tree.depth();
      tree.protocol(
          protocol, "SMB2 (Server Message Block Protocol version 2)", rest.origin(), length);
      message(dissection, rest.part(0, length), level);
      tree.depth(depth);
      at += length;
    }
  }

  private void message(Dissection dissection, Region message, int level) {
    switch (message.octets().u8(0)) {
      case 0xFE -> command(dissection, message);
      case 0xFD -> encrypted.dissect(dissection, message);
      case 0xFC -> {
        Region plain = compressed.dissect(dissection, message);
        if (plain != null && level < DEEPEST) {
          messages(dissection, plain, level + 1);
        }
      }
      default -> {
        dissection.tree.say("Bad SMB2 Header", message.origin(), message.octets().length());
        dissection.tree.info("Invalid header");
      }
    }
  }

  private void command(Dissection dissection, Region message) {
    Command command = headers.show(dissection, message);
    if (command == null) {
      return;
    }
    FrameTree tree = dissection.tree;
    String title = tree.whole() || tree.wantsLine() ? commands.title(command) : "";
    if (tree.wantsLine()) {
      tree.info(title);
      if (command.status() != 0) {
        tree.info(", Error: " + NtStatus.name(command.status()));
      }
    }
    int depth = tree.depth();
    tree.open(
        tree.whole() ? title + String.format(" (0x%02x)", command.header.command()) : "",
        message.origin() + Command.BODY,
        Math.max(0, message.octets().length() - Command.BODY));
    commands.body(command);
    tree.depth(depth);
  }

  /** Octets to the next message of the compound, or to the end. */
  private static int length(Region rest) {
    long next =
        switch (rest.octets().u8(0)) {
          case 0xFE -> rest.has(NEXT_COMMAND, 4) ? rest.octets().u32le(NEXT_COMMAND) : 0;
          case 0xFD -> Encrypted.length(rest);
          default -> 0;
        };
    return next > 0 && next < rest.length() ? (int) next : rest.length();
  }
}
