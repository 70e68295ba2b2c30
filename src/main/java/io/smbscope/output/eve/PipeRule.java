package io.smbscope.output.eve;

import io.smbscope.base.Bytes;
import io.smbscope.event.OpenRef;
import io.smbscope.event.TreeRef;
import java.util.Set;

/** Which opens are pipes for Suricata, and on which of them it reads DCE/RPC. */
final class PipeRule {
  private static final Set<String> SERVICES =
      Set.of("svcctl", "srvsvc", "atsvc", "lsarpc", "samr", "spoolss", "winreg");

  private static final String PIPE = "pipe";

  private PipeRule() {}

  /**
   * The tree decides; where its TREE_CONNECT was not seen, what goes over the open.
   *
   * @param data that is read or written, which is only there where it is taken for a pipe's
   */
  static boolean pipe(TreeRef tree, OpenRef open, Bytes data) {
    if (known(tree)) {
      return PIPE.equals(tree.type());
    }
    return !data.isEmpty() || (open != null && PIPE.equals(open.type()));
  }

  /** The share was seen, and its opens are no pipes. */
  static boolean file(TreeRef tree) {
    return known(tree) && !PIPE.equals(tree.type());
  }

  /** On a pipe share by the pipe's name; elsewhere DCE/RPC shows by itself. */
  static boolean rpc(TreeRef tree, OpenRef open) {
    return !known(tree) || service(open);
  }

  /** The pipe has one of the names by which Suricata knows DCE/RPC services. */
  static boolean service(OpenRef open) {
    if (open == null || open.name() == null) {
      return false;
    }
    String name = open.name();
    return SERVICES.contains(
        name.length() > 1 && name.charAt(0) == '\\' ? name.substring(1) : name);
  }

  private static boolean known(TreeRef tree) {
    return tree != null && tree.path() != null;
  }
}
