package io.smbscope.detect.impact;

import io.smbscope.base.Stamp;
import io.smbscope.event.ContentEvent;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FlowKey;
import io.smbscope.event.OpenRef;
import io.smbscope.event.TreeRef;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Makes {@link ContentEvent}s for tests. */
final class AContent {
  private AContent() {}

  /**
   * What went to or from a file.
   *
   * @param start its first octets
   */
  static ContentEvent of(Stamp at, boolean written, String name, byte[] start, long size) {
    Endpoint client = new Endpoint("10.7.0.2", 50000, null);
    Endpoint server = new Endpoint("10.7.0.1", 445, null);
    FlowKey flow = new FlowKey(1, at, true, client, server, List.of(), false);
    TreeRef tree = new TreeRef(1, "\\\\10.7.0.1\\share", "disk", null, null, at);
    OpenRef open = new OpenRef(1, 1, 1, name, "file", at);
    String head = HexFormat.of().formatHex(start, 0, Math.min(16, start.length));
    return new ContentEvent(
        at, flow, tree, open, written, at, at, size, size, 0, 0, false, size, true, head, null,
        null, null, null);
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
