package io.smbscope.dissect.smb1.trans;

import io.smbscope.dissect.Region;
import io.smbscope.dissect.fscc.ControlCode;
import io.smbscope.dissect.fscc.NotifyInformation;
import io.smbscope.dissect.fscc.QuotaInformation;
import io.smbscope.dissect.fscc.SecurityDescriptor;
import io.smbscope.dissect.smb1.Smb1Command;
import io.smbscope.dissect.smb1.trans.NtTransact.Asked;
import io.smbscope.grammar.placed.Smb1NtTransact.CreateResponse;
import io.smbscope.grammar.placed.Smb1NtTransact.QueryQuotaResponse;
import io.smbscope.grammar.placed.Smb1NtTransact.QuerySecurityDescResponse;

/** Parameters and data of the functions' responses. [MS-CIFS] 2.2.7, [MS-SMB] 2.2.7 */
final class NtResponses {
  /** Where NT_TRANSACT_CREATE's response has its FID. */
  private static final int FID = 2;

  private final SecurityDescriptor descriptor = new SecurityDescriptor();
  private final NotifyInformation changes = new NotifyInformation();
  private final ControlCode controls = new ControlCode();
  private final QuotaInformation quota = new QuotaInformation();

  /** Shows parameters. */
  void parameters(Part part, Asked asked) {
    Region region = part.region();
    Smb1Command command = part.command();
    switch (asked.function()) {
      case NtRequests.CREATE -> {
        if (region.has(FID, 2)) {
          command.session().opens().opened(command, region.octets().u16le(FID));
        }
        CreateResponse read = part.next(CreateResponse::new, CreateResponse::_read);
        if (read != null) {
          command.session().opens().is(command, read.fid(), read.resourceType(), read.directory());
        }
      }
      case NtRequests.NOTIFY_CHANGE ->
          changes.smb1(command.dissection(), region, command.unicode());
      case NtRequests.QUERY_SECURITY_DESC ->
          part.next(QuerySecurityDescResponse::new, QuerySecurityDescResponse::_read);
      case NtRequests.QUERY_QUOTA -> part.next(QueryQuotaResponse::new, QueryQuotaResponse::_read);
      default -> {}
    }
  }

  /** Shows data. */
  void data(Part part, Asked asked) {
    Region region = part.region();
    switch (asked.function()) {
      case NtRequests.IOCTL ->
          controls.dissect(part.command().dissection(), region, asked.controlCode(), false);
      case NtRequests.QUERY_SECURITY_DESC -> {
        Smb1Command command = part.command();
        descriptor.dissect(
            command.dissection(), region, command.session().opens().type(command, asked.fid()));
      }
      case NtRequests.QUERY_QUOTA -> quota.entries(part.tree(), region);
      default -> {}
    }
  }
}
