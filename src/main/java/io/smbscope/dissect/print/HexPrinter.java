package io.smbscope.dissect.print;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.FrameTree;
import java.util.List;

/** The octets of each frame, sixteen a line, and of what was put together in it. */
public final class HexPrinter implements FramePrinter {
  private static final int LINE = 16;

  @Override
  public void frame(FrameTree tree, Utf8 out) {
    List<FrameTree.Source> sources = tree.sources();
    for (FrameTree.Source source : sources) {
      if (sources.size() > 1) {
        out.add(source.name()).add(" (").decimal(source.octets().length()).add(" bytes):\n");
      }
      dump(source.octets(), out);
      out.put('\n');
    }
  }

  private static void dump(Bytes octets, Utf8 out) {
    for (int at = 0; at < octets.length(); at += LINE) {
      out.hex(at, 4).put(' ');
      for (int i = at; i < at + LINE; i++) {
        if (i < octets.length()) {
          out.put(' ').hex(octets.u8(i), 2);
        } else {
          out.add("   ");
        }
      }
      out.add("   ");
      for (int i = at; i < Math.min(at + LINE, octets.length()); i++) {
        int octet = octets.u8(i);
        out.put(octet >= 0x20 && octet < 0x7F ? (char) octet : '.');
      }
      out.put('\n');
    }
  }
}
