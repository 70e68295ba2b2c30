package io.smbscope.dissect.smb1.trans;

import io.smbscope.dissect.auth.SecurityBlob;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.fscc.DfsReferral;
import io.smbscope.dissect.smb1.Smb1Command;
import io.smbscope.dissect.smb1.trans.Transaction2.Asked;
import io.smbscope.grammar.placed.Smb1Trans2.EaErrorResponse;
import io.smbscope.grammar.placed.Smb1Trans2.FindFirst2Response;
import io.smbscope.grammar.placed.Smb1Trans2.FindNext2Response;
import io.smbscope.grammar.placed.Smb1Trans2.FindNotifyFirstResponse;
import io.smbscope.grammar.placed.Smb1Trans2.FindNotifyNextResponse;
import io.smbscope.grammar.placed.Smb1Trans2.Open2Response;

/** Parameters and data of the subcommands' responses. [MS-CIFS] 2.2.6 */
final class Trans2Responses {
  private static final int TRANSPORT_ENCRYPTION = 0x203;

  private final Field findLevel = Fields.named("smb.ff2_loi");
  private final Field notifyLevel = Fields.named("smb.fn_loi");
  private final Field securityBlob = Fields.named("smb.security_blob");
  private final SecurityBlob token = new SecurityBlob();
  private final FileLevels files = new FileLevels();
  private final FindLevels entries = new FindLevels();
  private final FileSystemLevels fileSystems = new FileSystemLevels();
  private final DfsReferral referrals = new DfsReferral();

  /**
   * Shows parameters.
   *
   * @return entries that the data hold, or null
   */
  Integer parameters(Part part, Asked asked) {
    Integer count = null;
    switch (asked.subcommand()) {
      case 0 -> {
        if (part.region().has(0, 2)) {
          Smb1Command command = part.command();
          command.session().opens().opened(command, part.region().octets().u16le(0));
        }
        part.next(Open2Response::new, Open2Response::_read);
      }
      case 1 -> {
        part.tree().number(findLevel, asked.level() & 0xFFFF, part.region().origin(), 0);
        FindFirst2Response read = part.next(FindFirst2Response::new, FindFirst2Response::_read);
        count = read == null ? null : Integer.valueOf(read.searchCount());
      }
      case 2 -> {
        FindNext2Response read = part.next(FindNext2Response::new, FindNext2Response::_read);
        count = read == null ? null : Integer.valueOf(read.searchCount());
      }
      case 5, 6, 7, 8, 0x0D -> part.next(EaErrorResponse::new, EaErrorResponse::_read);
      case 0x0B -> {
        notifyLevel(part, asked);
        part.next(FindNotifyFirstResponse::new, FindNotifyFirstResponse::_read);
      }
      case 0x0C -> {
        notifyLevel(part, asked);
        part.next(FindNotifyNextResponse::new, FindNotifyNextResponse::_read);
      }
      default -> {}
    }
    part.unknown();
    return count;
  }

  private void notifyLevel(Part part, Asked asked) {
    part.tree().number(notifyLevel, asked.level() & 0xFFFF, part.region().origin(), 0);
  }

  /**
   * Shows data.
   *
   * @param count entries
   */
  void data(Part part, Asked asked, int count) {
    switch (asked.subcommand()) {
      case 1, 2 -> entries.show(part, asked.level(), asked.resumeKeys(), count);
      case 3 -> fileSystems.query(part, asked.level());
      case 4 -> {
        if (asked.level() == TRANSPORT_ENCRYPTION) {
          SecurityBlobs.show(part, securityBlob, token);
        }
      }
      case 5, 7 -> files.query(part, asked.level());
      case 0x10 -> {
        referrals.response(part.tree(), part.region(), part.command().unicode());
        part.end();
      }
      default -> {}
    }
    part.unknown();
  }
}
