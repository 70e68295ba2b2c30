package io.smbscope.dissect.netbios;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Dissector;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.StreamDissector;
import io.smbscope.dissect.Walk;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.NbssHeader;

/** The NetBIOS session service, and direct TCP in its place. RFC 1002 4.3, [MS-SMB2] 2.1 */
public final class NbssDissector implements StreamDissector {
  private static final int HEADER = 4;
  private static final int SESSION_MESSAGE = 0;
  private static final int SESSION_REQUEST = 0x81;
  private static final int NEGATIVE_RESPONSE = 0x83;
  private static final int RETARGET_RESPONSE = 0x84;
  private static final int EXTENSION_BIT = 1;
  private static final int DIRECT_TCP = 445;

  private final Field protocol = Fields.named("nbss");
  private final Field continuation = Fields.named("nbss.continuation_data");
  private final Field calledName = Fields.named("nbss.called_name");
  private final Field callingName = Fields.named("nbss.calling_name");
  private final Dissector smb;

  public NbssDissector(Dissector smb) {
    this.smb = smb;
  }

  @Override
  public Begun dissect(Dissection dissection, Region region, boolean reassembled, boolean canWait) {
    if (!reassembled && !begins(region)) {
      continuation(dissection, region);
      return null;
    }
    boolean direct = reassembled ? dissection.conversation.port() == DIRECT_TCP : isSmb(region);
    int at = 0;
    while (at < region.length()) {
      int left = region.length() - at;
      if (left < HEADER || !region.has(at, HEADER)) {
        return canWait ? new Begun(at, left + 1) : null;
      }
      int length = HEADER + length(region, at, direct);
      if (length > left && canWait) {
        return new Begun(at, length);
      }
      message(dissection, region.part(at, Math.min(length, left)), direct);
      at += length;
    }
    return null;
  }

  private void message(Dissection dissection, Region message, boolean direct) {
    FrameTree tree = dissection.tree;
    tree.protocol(protocol, "NetBIOS Session Service", message.origin(), message.length());
    boolean whole;
    if (direct && !Grammar.shows(tree, NbssHeader.class)) {
      whole = message.has(0, HEADER);
    } else if (direct) {
      NbssHeader header = new NbssHeader(message.stream());
      whole = Grammar.show(tree, message, false, header, header::_read);
    } else {
      NbssHeader.SessionHeader header = new NbssHeader.SessionHeader(message.stream());
      whole = Grammar.show(tree, message, false, header, header::_read);
    }
    int type = message.octets().u8(0);
    if (whole && type != SESSION_MESSAGE) {
      trailer(tree, message.from(HEADER), type);
    }
    tree.close();
    if (whole && type == SESSION_MESSAGE) {
      smb.dissect(dissection, message.from(HEADER));
    }
  }

  private void trailer(FrameTree tree, Region trailer, int type) {
    switch (type) {
      case SESSION_REQUEST ->
          Grammar.read(
              () -> {
                Walk walk = new Walk(tree, trailer, false);
                NbdgmDissector.name(walk, calledName);
                NbdgmDissector.name(walk, callingName);
              });
      case NEGATIVE_RESPONSE -> {
        NbssHeader.NegativeResponse error = new NbssHeader.NegativeResponse(trailer.stream());
        Grammar.show(tree, trailer, false, error, error::_read);
      }
      case RETARGET_RESPONSE -> {
        NbssHeader.RetargetResponse target = new NbssHeader.RetargetResponse(trailer.stream());
        Grammar.show(tree, trailer, false, target, target::_read);
      }
      default -> {}
    }
  }

  private void continuation(Dissection dissection, Region region) {
    int length = region.octets().length();
    dissection.tree.summary("NBSS");
    dissection.tree.info("NBSS Continuation Message");
    dissection.tree.protocol(protocol, "NetBIOS Session Service", region.origin(), length);
    dissection.tree.value(continuation, region.octets().copy(), region.origin(), length);
    dissection.tree.close();
  }

  /**
   * Looks like the beginning of a message: of what follows a hole, only that is believed. Of less
   * than a header anything is.
   */
  private static boolean begins(Region region) {
    if (!region.has(0, HEADER)) {
      return true;
    }
    boolean direct = isSmb(region);
    int length = length(region, 0, direct);
    if (!direct && (region.octets().u8(1) & ~EXTENSION_BIT) != 0) {
      return false;
    }
    return switch (region.octets().u8(0)) {
      case SESSION_MESSAGE -> length != 0;
      case 0x81 -> length >= 2 && length <= 256;
      case 0x82, 0x85 -> length == 0;
      case 0x83 -> length == 1;
      case 0x84 -> length == 6;
      default -> false;
    };
  }

  /** Large messages of SMB have lengths of 24 bits on port 139 too. */
  private static boolean isSmb(Region region) {
    return region.has(0, 8)
        && region.octets().u8(0) == SESSION_MESSAGE
        && (region.octets().u32be(4) & 0xFFFFFF) == 0x534D42;
  }

  private static int length(Region region, int at, boolean direct) {
    int length = (int) (region.octets().u32be(at) & 0xFFFFFF);
    return direct ? length : length & 0x1FFFF;
  }
}
