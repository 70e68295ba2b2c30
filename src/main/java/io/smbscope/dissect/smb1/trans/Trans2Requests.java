package io.smbscope.dissect.smb1.trans;

import io.smbscope.dissect.auth.SecurityBlob;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.smb1.trans.Transaction2.Asked;
import io.smbscope.grammar.placed.DfsReferral;
import io.smbscope.grammar.placed.Smb1Trans2.CreateDirectoryRequest;
import io.smbscope.grammar.placed.Smb1Trans2.FindFirst2Request;
import io.smbscope.grammar.placed.Smb1Trans2.FindNext2Request;
import io.smbscope.grammar.placed.Smb1Trans2.FindNotifyFirstRequest;
import io.smbscope.grammar.placed.Smb1Trans2.FindNotifyNextRequest;
import io.smbscope.grammar.placed.Smb1Trans2.FsInformationRequest;
import io.smbscope.grammar.placed.Smb1Trans2.GetDfsReferralRequest;
import io.smbscope.grammar.placed.Smb1Trans2.Open2Request;
import io.smbscope.grammar.placed.Smb1Trans2.QueryFileInformationRequest;
import io.smbscope.grammar.placed.Smb1Trans2.QueryPathInformationRequest;
import io.smbscope.grammar.placed.Smb1Trans2.ReportDfsInconsistencyRequest;
import io.smbscope.grammar.placed.Smb1Trans2.SetFileInformationRequest;
import io.smbscope.grammar.placed.Smb1Trans2.SetFsInformationRequest;
import io.smbscope.grammar.placed.Smb1Trans2.SetPathInformationRequest;

/** Parameters and data of the subcommands' requests. [MS-CIFS] 2.2.6 */
final class Trans2Requests {
  private static final int SET_FS = 4;
  private static final int SET_PATH = 6;
  private static final int SET_FILE = 8;
  private static final int REPORT_DFS_INCONSISTENCY = 0x11;
  private static final int RESUME_KEYS = 4;
  private static final int TRANSPORT_ENCRYPTION = 0x203;
  private static final int QUOTA = 1006;

  private final Field securityBlob = Fields.named("smb.security_blob");
  private final SecurityBlob token = new SecurityBlob();
  private final FileLevels files = new FileLevels();
  private final FileSystemLevels fileSystems = new FileSystemLevels();

  /**
   * Shows parameters.
   *
   * @return what they say that the response is shown with
   */
  Asked parameters(Part part, int subcommand) {
    Asked said =
        switch (subcommand) {
          case 0 -> {
            part.text(Open2Request::new, Open2Request::_read);
            yield null;
          }
          case 1 -> findFirst(part);
          case 2 -> findNext(part);
          case 3 -> {
            FsInformationRequest read =
                part.next(FsInformationRequest::new, FsInformationRequest::_read);
            yield read == null ? new Asked(subcommand) : asked(subcommand, read.informationLevel());
          }
          case SET_FS -> {
            SetFsInformationRequest read =
                part.next(SetFsInformationRequest::new, SetFsInformationRequest::_read);
            yield read == null ? new Asked(subcommand) : asked(subcommand, read.informationLevel());
          }
          case 5 -> queryPath(part);
          case SET_PATH -> {
            SetPathInformationRequest read =
                part.text(SetPathInformationRequest::new, SetPathInformationRequest::_read);
            yield read == null ? new Asked(subcommand) : asked(subcommand, read.informationLevel());
          }
          case 7 -> {
            QueryFileInformationRequest read =
                part.next(QueryFileInformationRequest::new, QueryFileInformationRequest::_read);
            yield read == null ? new Asked(subcommand) : asked(subcommand, read.informationLevel());
          }
          case SET_FILE -> {
            SetFileInformationRequest read =
                part.next(SetFileInformationRequest::new, SetFileInformationRequest::_read);
            yield read == null ? new Asked(subcommand) : asked(subcommand, read.informationLevel());
          }
          default -> other(part, subcommand);
        };
    part.unknown();
    return said == null ? new Asked(subcommand) : said;
  }

  private static Asked asked(int subcommand, int level) {
    return new Asked(subcommand, level, false, null);
  }

  private static Asked findFirst(Part part) {
    FindFirst2Request read = part.text(FindFirst2Request::new, FindFirst2Request::_read);
    if (read == null) {
      return null;
    }
    boolean keys = (read.flags() & RESUME_KEYS) != 0;
    return new Asked(1, read.informationLevel(), keys, read.fileName().value());
  }

  private static Asked findNext(Part part) {
    FindNext2Request read = part.text(FindNext2Request::new, FindNext2Request::_read);
    if (read == null) {
      return null;
    }
    return new Asked(2, read.informationLevel(), (read.flags() & RESUME_KEYS) != 0, null);
  }

  private static Asked queryPath(Part part) {
    QueryPathInformationRequest read =
        part.text(QueryPathInformationRequest::new, QueryPathInformationRequest::_read);
    return read == null
        ? null
        : new Asked(5, read.informationLevel(), false, read.fileName().value());
  }

  private static Asked other(Part part, int subcommand) {
    switch (subcommand) {
      case 0x0B -> {
        FindNotifyFirstRequest read =
            part.text(FindNotifyFirstRequest::new, FindNotifyFirstRequest::_read);
        return read == null ? null : asked(subcommand, read.informationLevel());
      }
      case 0x0C -> part.next(FindNotifyNextRequest::new, FindNotifyNextRequest::_read);
      case 0x0D -> part.text(CreateDirectoryRequest::new, CreateDirectoryRequest::_read);
      case 0x10 -> part.text(GetDfsReferralRequest::new, GetDfsReferralRequest::_read);
      case REPORT_DFS_INCONSISTENCY ->
          part.text(ReportDfsInconsistencyRequest::new, ReportDfsInconsistencyRequest::_read);
      default -> {}
    }
    return null;
  }

  /** Shows data. */
  void data(Part part, Asked asked) {
    switch (asked.subcommand()) {
      case SET_FS -> setFs(part, asked.level());
      case SET_PATH, SET_FILE -> files.set(part, asked.level());
      case REPORT_DFS_INCONSISTENCY -> {
        part.next(DfsReferral.Entry::new, DfsReferral.Entry::_read);
        part.next(DfsReferral.V1::new, DfsReferral.V1::_read);
      }
      default -> {}
    }
    part.unknown();
  }

  private void setFs(Part part, int level) {
    if (level == TRANSPORT_ENCRYPTION) {
      SecurityBlobs.show(part, securityBlob, token);
    } else if (level == QUOTA) {
      fileSystems.query(part, level);
    }
  }
}
