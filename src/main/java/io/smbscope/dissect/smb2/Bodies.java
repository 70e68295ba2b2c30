package io.smbscope.dissect.smb2;

import io.smbscope.dissect.FrameTree;
import java.util.HashSet;
import java.util.Set;

/**
 * Which bodies are worth reading for what is wanted. Most users want the header of most commands:
 * the bodies, and what is remembered of them for others, are then left alone.
 */
enum Bodies {
  ALL,
  /** Only those that may have file names. */
  NAMES,
  NONE;

  private static final String NAME = "smb2.filename";

  /** What headers show but for what session and tree add. [MS-SMB2] 2.2.1 */
  private static final Set<String> HEADER =
      Set.of(
          "smb2.protocol_id",
          "smb2.header_len",
          "smb2.credit.charge",
          "smb2.channel_sequence",
          "smb2.nt_status",
          "smb2.cmd",
          "smb2.credits.requested",
          "smb2.credits.granted",
          "smb2.flags",
          "smb2.flags.response",
          "smb2.flags.async",
          "smb2.flags.chained",
          "smb2.flags.signature",
          "smb2.flags.priority_mask",
          "smb2.flags.dfs",
          "smb2.flags.replay",
          "smb2.chain_offset",
          "smb2.msg_id",
          "smb2.pid",
          "smb2.tid",
          "smb2.aid",
          "smb2.sesid",
          "smb2.signature",
          "smb2.response_to",
          "smb2.time");

  static Bodies neededFor(FrameTree tree) {
    if (tree.wantsOnly(HEADER)) {
      return NONE;
    }
    Set<String> names = new HashSet<>(HEADER);
    names.add(NAME);
    return tree.wantsOnly(names) ? NAMES : ALL;
  }

  boolean isNeeded(Command command) {
    return switch (this) {
      case ALL -> true;
      case NAMES -> mayHaveNames(command.header.command(), command.isResponse());
      case NONE -> false;
    };
  }

  private static boolean mayHaveNames(int command, boolean response) {
    return switch (command) {
      case Commands.CREATE -> !response;
      case Commands.IOCTL,
          Commands.QUERY_DIRECTORY,
          Commands.CHANGE_NOTIFY,
          Commands.QUERY_INFO,
          Commands.SET_INFO ->
          true;
      default -> false;
    };
  }
}
