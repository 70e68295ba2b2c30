package io.smbscope.dissect.smb2;

import io.kaitai.struct.KaitaiStream;
import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.grammar.placed.Smb2PacketHeader;

/**
 * One command of a compound.
 *
 * @param message from its header on
 */
record Smb2Command(Dissection dissection, Region message, Smb2PacketHeader header) {
  private static final int BODY = 64;

  FrameTree tree() {
    return dissection.tree;
  }

  boolean isResponse() {
    return (header.flags() & 1) != 0;
  }

  /** Begins at the header, as offsets in bodies do, and stands behind it. */
  KaitaiStream body() {
    KaitaiStream stream = message.stream();
    stream.seek(BODY);
    return stream;
  }
}
