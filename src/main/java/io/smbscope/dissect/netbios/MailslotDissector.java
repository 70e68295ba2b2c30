package io.smbscope.dissect.netbios;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Walk;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;

/** Messages to mailslots: the browser protocol and Netlogon's. [MS-MAIL] 2.2.1 */
public final class MailslotDissector {
  private static final String PREFIX = "\\MAILSLOT\\";

  private final Field protocol = Fields.named("mailslot");
  private final Field opcode = Fields.named("mailslot.opcode");
  private final Field priority = Fields.named("mailslot.priority");
  private final Field reliability = Fields.named("mailslot.class");
  private final Field size = Fields.named("mailslot.size");
  private final Field name = Fields.named("mailslot.name");
  private final BrowserDissector browser = new BrowserDissector();
  private final NetlogonDissector netlogon = new NetlogonDissector();

  /**
   * Shows the message and where it goes.
   *
   * @param setup the message from the transaction's setup words on; byte count and name follow
   * @param data the transaction's data
   * @param mailslot its name, {@code \MAILSLOT\BROWSE}
   */
  public void dissect(Dissection dissection, Region setup, Region data, String mailslot) {
    FrameTree tree = dissection.tree;
    tree.protocol(protocol, "SMB MailSlot Protocol", setup.origin(), setup.length());
    int depth = tree.depth();
    Walk walk = new Walk(tree, setup, true);
    Grammar.read(
        () -> {
          walk.show(opcode, Short.BYTES);
          walk.show(priority, Short.BYTES);
          walk.show(reliability, Short.BYTES);
          walk.show(size, Short.BYTES);
          walk.text(name, walk.untilZero(1), false);
        });
    tree.depth(depth - 1);
    if (data.octets().isEmpty() || !mailslot.startsWith(PREFIX)) {
      return;
    }
    String slot = mailslot.substring(PREFIX.length());
    if (slot.startsWith("BROWSE")) {
      browser.dissect(dissection, data);
    } else if (slot.startsWith("LANMAN")) {
      browser.lanman(dissection, data);
    } else if (slot.startsWith("NET")
        || slot.startsWith("TEMP\\NETLOGON")
        || slot.startsWith("MSSP")) {
      netlogon.dissect(dissection, data);
    }
  }
}
