package io.smbscope.dissect.smb2;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Dissector;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.Smb2PacketHeader;

/** SMB2 and SMB3 messages: headers, compounds, and what stands before them. [MS-SMB2] 2.2 */
public final class Smb2Dissector implements Dissector {
  private static final int HEADER = 64;

  private final Field protocol = Fields.named("smb2");
  private final Commands commands = new Commands();

  @Override
  public void dissect(Dissection dissection, Region region) {
    int at = 0;
    while (region.has(at, HEADER) && region.octets().u8(at) == 0xFE) {
      long next = region.octets().u32le(at + 20);
      int length =
          next >= HEADER && next <= region.length() - at ? (int) next : region.length() - at;
      dissection.tree.protocol(
          protocol, "SMB2 (Server Message Block Protocol version 2)", region.origin() + at, length);
      int depth = dissection.tree.depth();
      command(dissection, region.part(at, length));
      dissection.tree.depth(depth - 1);
      if (length == region.length() - at) {
        return;
      }
      at += length;
    }
  }

  private void command(Dissection dissection, Region message) {
    Smb2PacketHeader header = new Smb2PacketHeader(message.stream());
    if (Grammar.show(dissection.tree, message, true, header, header::_read)) {
      commands.body(new Smb2Command(dissection, message, header));
    }
  }
}
