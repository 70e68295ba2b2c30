package io.smbscope.dissect.smb2;

import io.smbscope.base.NtStatus;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.fscc.FileInformation;
import io.smbscope.dissect.fscc.FileSystemInformation;
import io.smbscope.dissect.fscc.ObjectType;
import io.smbscope.dissect.fscc.QuotaInformation;
import io.smbscope.dissect.fscc.SecurityDescriptor;
import io.smbscope.dissect.fscc.Shown;
import io.smbscope.grammar.placed.Smb2QueryInfo;
import io.smbscope.grammar.placed.Smb2SetInfo;

/** QUERY_INFO and SET_INFO. [MS-SMB2] 2.2.37 to 2.2.40 */
final class Information {
  private static final int FILE = 1;
  private static final int FILE_SYSTEM = 2;
  private static final int SECURITY = 3;
  private static final int QUOTA = 4;
  private static final int FULL_EA_INFORMATION = 15;
  private static final int QUERY_REQUEST = Command.BODY + 40;
  private static final int REQUIRED_SIZE = Command.BODY + 8;

  private final Field type = Fields.named("smb2.class");
  private final Field fileLevel = Fields.named("smb2.file_info.infolevel");
  private final Field fileSystemLevel = Fields.named("smb2.fs_info.infolevel");
  private final Field securityLevel = Fields.named("smb2.sec_info.infolevel");
  private final Field otherLevel = Fields.named("smb2.infolevel");
  private final Field unknown = Fields.named("smb2.unknown");
  private final Field truncated = Fields.named("smb2.truncated");
  private final Field requiredSize = Fields.named("smb2.required_size");
  private final Field securityInfo = Fields.named("smb2.sec_info_00");
  private final FileIds fileIds;
  private final FileInformation fileInformation = new FileInformation();
  private final FileSystemInformation fileSystemInformation = new FileSystemInformation();
  private final QuotaInformation quotas = new QuotaInformation();
  private final SecurityDescriptor securityDescriptor = new SecurityDescriptor();

  Information(FileIds fileIds) {
    this.fileIds = fileIds;
  }

  void queryRequest(Command command) {
    Smb2QueryInfo.Request body =
        command.show(Smb2QueryInfo.Request::new, Smb2QueryInfo.Request::_read);
    asked(command, body.infoType(), body.fileInfoClass());
    fileIds.used(command, body.fileId());
    boolean ea = body.infoType() == FILE && body.fileInfoClass() == FULL_EA_INFORMATION;
    if (body.lenInputBuffer() == 0
        || body.ofsInputBuffer() < QUERY_REQUEST
        || !command.message.has(body.ofsInputBuffer(), body.lenInputBuffer())) {
      return;
    }
    Region input = command.message.part(body.ofsInputBuffer(), (int) body.lenInputBuffer());
    if (body.infoType() == QUOTA) {
      quotas.query(command.dissection, input);
    } else if (ea) {
      unknown(command, unknown, input);
    }
  }

  /** Shows what the request of a response has asked for. */
  void level(Command command) {
    Exchange exchange = command.exchange;
    if (exchange != null) {
      command.tree.number(type, exchange.infoType, 0, 0);
      command.tree.number(level(exchange.infoType), exchange.infoClass, 0, 0);
    }
  }

  void queryResponse(Command command) {
    if (command.status() == NtStatus.BUFFER_TOO_SMALL) {
      command.show(Smb2QueryInfo.TooSmall::new, Smb2QueryInfo.TooSmall::_read);
      if (command.message.has(REQUIRED_SIZE, 4)) {
        long size = command.message.octets().u32le(REQUIRED_SIZE);
        command.tree.number(requiredSize, size, command.message.origin() + REQUIRED_SIZE, 4);
      }
      return;
    }
    Smb2QueryInfo.Response body =
        command.show(Smb2QueryInfo.Response::new, Smb2QueryInfo.Response::_read);
    Region buffer = command.buffer(body.ofsOutputBuffer(), body.lenOutputBuffer());
    if (buffer == null) {
      return;
    }
    if (command.exchange == null) {
      unknown(command, unknown, buffer);
    } else {
      information(command, buffer);
    }
  }

  void setRequest(Command command) {
    Smb2SetInfo.Request body = command.show(Smb2SetInfo.Request::new, Smb2SetInfo.Request::_read);
    asked(command, body.infoType(), body.fileInfoClass());
    fileIds.used(command, body.fileId());
    Region buffer = command.bufferThatIsThere(body.ofsBuffer(), body.lenBuffer());
    if (buffer != null) {
      information(command, buffer);
    }
  }

  void setResponse(Command command) {
    command.show(Smb2SetInfo.Response::new, Smb2SetInfo.Response::_read);
  }

  private void asked(Command command, int infoType, int infoClass) {
    command.exchange.infoType = infoType;
    command.exchange.infoClass = infoClass;
    if (command.tree.wantsLine()) {
      String name = type.values().get((long) infoType);
      String level = level(infoType).values().get((long) infoClass);
      command.tree.info(
          " "
              + (name == null ? String.format("(Class:0x%02x)", infoType) : name)
              + "/"
              + (level == null ? String.format("(Level:0x%02x)", infoClass) : level));
    }
  }

  private Field level(int infoType) {
    return switch (infoType) {
      case FILE -> fileLevel;
      case FILE_SYSTEM -> fileSystemLevel;
      case SECURITY -> securityLevel;
      default -> otherLevel;
    };
  }

  private void information(Command command, Region region) {
    int infoClass = command.exchange.infoClass;
    Shown shown =
        switch (command.exchange.infoType) {
          case FILE -> fileInformation.show(command.tree, region, infoClass);
          case FILE_SYSTEM -> fileSystemInformation.show(command.tree, region, infoClass);
          case SECURITY -> security(command, region, infoClass);
          case QUOTA -> quotas.dissect(command.dissection, region);
          default -> Shown.NOT;
        };
    if (shown == Shown.NOT) {
      unknown(command, unknown, region);
    }
    if (command.status() == NtStatus.BUFFER_OVERFLOW && shown != Shown.PARTLY) {
      command.tree.value(truncated, null, region.origin(), 0);
    }
  }

  private Shown security(Command command, Region region, int infoClass) {
    if (infoClass != 0) {
      return Shown.NOT;
    }
    command.tree.open(securityInfo, null, region.origin(), region.octets().length());
    boolean whole = securityDescriptor.show(command.tree, region, ObjectType.UNKNOWN);
    command.tree.close();
    return whole ? Shown.WHOLLY : Shown.PARTLY;
  }

  /** Shows octets of which nobody says what they are. */
  static void unknown(Command command, Field field, Region region) {
    if (command.tree.wants(field)) {
      command.tree.value(field, region.octets().copy(), region.origin(), region.octets().length());
    }
  }
}
