package io.smbscope.dissect.smb1.trans;

import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.fscc.ControlCode;
import io.smbscope.dissect.fscc.QuotaInformation;
import io.smbscope.dissect.fscc.SecurityDescriptor;
import io.smbscope.dissect.fscc.SecurityIdentifier;
import io.smbscope.dissect.smb1.Smb1Command;
import io.smbscope.dissect.smb1.trans.NtTransact.Asked;
import io.smbscope.grammar.placed.Smb1NtTransact.CreateRequest;
import io.smbscope.grammar.placed.Smb1NtTransact.IoctlSetup;
import io.smbscope.grammar.placed.Smb1NtTransact.NotifyChangeSetup;
import io.smbscope.grammar.placed.Smb1NtTransact.QueryQuotaRequest;
import io.smbscope.grammar.placed.Smb1NtTransact.SecurityDescRequest;

/** Setup words, parameters and data of the functions' requests. [MS-CIFS] 2.2.7, [MS-SMB] 2.2.7 */
final class NtRequests {
  static final int CREATE = 1;
  static final int IOCTL = 2;
  static final int SET_SECURITY_DESC = 3;
  static final int NOTIFY_CHANGE = 4;
  static final int QUERY_SECURITY_DESC = 6;
  static final int QUERY_QUOTA = 7;
  static final int SET_QUOTA = 8;

  private final Field padding = Fields.named("smb.padding");
  private final Field extendedAttributes = Fields.named("smb.ext_attr");
  private final SecurityDescriptor descriptor = new SecurityDescriptor();
  private final ControlCode controls = new ControlCode();
  private final QuotaInformation quota = new QuotaInformation();
  private final SecurityIdentifier sid = new SecurityIdentifier();

  /** How long the parts of NT_TRANSACT_CREATE's data are, in octets. */
  record Lengths(long descriptor, long attributes) {}

  /** Shows setup words, and adds to what the response is shown with. */
  Asked setup(Part part, Asked asked) {
    if (asked.function() == IOCTL) {
      IoctlSetup read = part.next(IoctlSetup::new, IoctlSetup::_read);
      return read == null ? asked : new Asked(IOCTL, read.functionCode(), read.fid());
    }
    if (asked.function() == NOTIFY_CHANGE) {
      NotifyChangeSetup read = part.next(NotifyChangeSetup::new, NotifyChangeSetup::_read);
      return read == null ? asked : new Asked(NOTIFY_CHANGE, 0, read.fid());
    }
    return asked;
  }

  /**
   * Shows the parameters of NT_TRANSACT_CREATE.
   *
   * @return null when they are not all there
   */
  Lengths create(Part part) {
    CreateRequest read = part.text(CreateRequest::new, CreateRequest::_read);
    if (read == null) {
      return null;
    }
    if (read.name().pad() != null) {
      int at = part.region().origin() + read.name()._attrStart.get("pad");
      part.tree().value(padding, read.name().pad(), at, 1);
    }
    return new Lengths(read.securityDescriptorLength(), read.eaLength());
  }

  /** Shows parameters of others, and adds to what the response is shown with. */
  Asked parameters(Part part, Asked asked) {
    if (asked.function() == SET_SECURITY_DESC || asked.function() == QUERY_SECURITY_DESC) {
      SecurityDescRequest read = part.next(SecurityDescRequest::new, SecurityDescRequest::_read);
      return read == null ? asked : new Asked(asked.function(), 0, read.fid());
    }
    return asked;
  }

  /**
   * Shows data.
   *
   * @param lengths of NT_TRANSACT_CREATE, else null
   */
  void data(Part part, Asked asked, Lengths lengths) {
    switch (asked.function()) {
      case CREATE -> createData(part, lengths);
      case IOCTL -> {
        controls.dissect(part.command().dissection(), part.region(), asked.controlCode(), true);
        part.end();
      }
      case SET_SECURITY_DESC -> {
        Smb1Command command = part.command();
        descriptor.dissect(
            command.dissection(),
            part.region(),
            command.session().opens().type(command, asked.fid()));
        part.end();
      }
      case QUERY_QUOTA -> queryQuota(part);
      case SET_QUOTA -> {
        quota.entries(part.tree(), part.region());
        part.end();
      }
      default -> {}
    }
    part.unknown();
  }

  private void createData(Part part, Lengths lengths) {
    if (lengths == null || lengths.descriptor > part.left()) {
      return;
    }
    if (lengths.descriptor > 0) {
      descriptor(part, lengths);
    }
    attributes(part, lengths);
  }

  private void descriptor(Part part, Lengths lengths) {
    Region of = part.region().part(0, (int) lengths.descriptor);
    descriptor.dissect(part.command().dissection(), of);
    part.moveTo((int) lengths.descriptor);
  }

  private void attributes(Part part, Lengths lengths) {
    int count = (int) Math.min(lengths.attributes, part.left());
    Region of = part.rest().part(0, count);
    if (count > 0 && part.tree().wants(extendedAttributes)) {
      part.tree().value(extendedAttributes, of.octets().copy(), of.origin(), count);
    }
    part.moveTo(part.at() + count);
  }

  private void queryQuota(Part part) {
    if (part.next(QueryQuotaRequest::new, QueryQuotaRequest::_read) != null) {
      part.moveTo(sid.show(part.tree(), part.region(), part.at()));
    }
  }
}
