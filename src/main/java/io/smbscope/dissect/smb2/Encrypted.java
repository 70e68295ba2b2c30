package io.smbscope.dissect.smb2;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.Smb2TransformHeader;

/** SMB2 TRANSFORM_HEADER and the encrypted message behind it. [MS-SMB2] 2.2.41 */
final class Encrypted {
  private static final int HEADER = 52;
  private static final int ORIGINAL_MESSAGE_SIZE = 36;

  private final Field data = Fields.named("smb2.header.transform.enc_data");
  private final Headers headers;

  Encrypted(Headers headers) {
    this.headers = headers;
  }

  /** Octets of header and message. */
  static long length(Region region) {
    return region.has(0, HEADER) ? HEADER + region.octets().u32le(ORIGINAL_MESSAGE_SIZE) : 0;
  }

  void dissect(Dissection dissection, Region message) {
    FrameTree tree = dissection.tree;
    int depth = tree.depth();
    tree.open("SMB2 Transform Header", message.origin(), HEADER);
    Smb2TransformHeader header = new Smb2TransformHeader(message.stream());
    boolean whole = Grammar.show(tree, message, true, header, header::_read);
    if (whole) {
      headers.show(tree, headers.session(header.sessionId()));
    }
    tree.depth(depth);
    if (!whole) {
      return;
    }
    tree.info("Encrypted SMB3");
    Region rest =
        message.part(HEADER, (int) Math.min(header.originalMessageSize(), Integer.MAX_VALUE));
    tree.open("Encrypted SMB3 data", rest.origin(), rest.octets().length());
    if (tree.wants(data)) {
      tree.value(data, rest.octets().copy(), rest.origin(), rest.octets().length());
    }
    tree.depth(depth);
  }
}
