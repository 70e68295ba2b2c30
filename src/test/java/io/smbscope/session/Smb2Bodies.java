package io.smbscope.session;

import io.smbscope.base.Bytes;
import io.smbscope.smb.smb2.Close;
import io.smbscope.smb.smb2.Create;
import io.smbscope.smb.smb2.CreateContext;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.Ioctl;
import io.smbscope.smb.smb2.IoctlData;
import io.smbscope.smb.smb2.Negotiate;
import io.smbscope.smb.smb2.NegotiateContext;
import io.smbscope.smb.smb2.QueryDirectory;
import io.smbscope.smb.smb2.Read;
import io.smbscope.smb.smb2.SessionSetup;
import io.smbscope.smb.smb2.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Bodies of SMB2 messages: what a test does not care for has a usual value. */
final class Smb2Bodies {
  static final UUID CLIENT_GUID = new UUID(0, 0xC1);
  static final UUID SERVER_GUID = new UUID(0, 0x5E);

  /** FILETIME of 2023-01-01T00:00:00Z and of the seconds that follow it. */
  static final long NEW_YEAR_2023 = 133_170_048_000_000_000L;

  static final long SECOND = 10_000_000L;

  private Smb2Bodies() {}

  /** NEGOTIATE request. [MS-SMB2] 2.2.3 */
  static final class Offer {
    int securityMode = 1;
    long capabilities;
    UUID clientGuid = CLIENT_GUID;
    Bytes octets;
    final List<NegotiateContext> contexts = new ArrayList<>();
    private final List<Integer> dialects;

    Offer(Integer... dialects) {
      this.dialects = List.of(dialects);
    }

    Negotiate.Request body() {
      return new Negotiate.Request(
          securityMode, capabilities, clientGuid, dialects, List.copyOf(contexts), octets);
    }
  }

  /** NEGOTIATE response. [MS-SMB2] 2.2.4 */
  static final class Choice {
    int securityMode = 1;
    long capabilities;
    Bytes octets;
    final List<NegotiateContext> contexts = new ArrayList<>();
    private final int dialect;

    Choice(int dialect) {
      this.dialect = dialect;
    }

    Negotiate.Response body() {
      return new Negotiate.Response(
          securityMode,
          dialect,
          SERVER_GUID,
          capabilities,
          0x10_0000,
          0x20_0000,
          0x30_0000,
          NEW_YEAR_2023 + SECOND,
          NEW_YEAR_2023,
          Bytes.EMPTY,
          List.copyOf(contexts),
          octets);
    }
  }

  /** SESSION_SETUP request. [MS-SMB2] 2.2.5 */
  static SessionSetup.Request setup(Bytes token) {
    return new SessionSetup.Request(0, 1, 0, 0, token);
  }

  /** SMB2_SESSION_FLAG_BINDING */
  static SessionSetup.Request bind(Bytes token) {
    return new SessionSetup.Request(1, 1, 0, 0, token);
  }

  static SessionSetup.Request setupAfter(long previousSessionId, Bytes token) {
    return new SessionSetup.Request(0, 1, 0, previousSessionId, token);
  }

  /** CREATE request. [MS-SMB2] 2.2.13 */
  static final class Wish {
    long desiredAccess = 0x0012_0089;
    long shareAccess = 7;
    long disposition = 1;
    long options;
    final List<CreateContext> contexts = new ArrayList<>();
    private final String name;

    Wish(String name) {
      this.name = name;
    }

    Create.Request body() {
      return new Create.Request(
          0, 2, desiredAccess, 0, shareAccess, disposition, options, name, List.copyOf(contexts));
    }
  }

  /** CREATE response. [MS-SMB2] 2.2.14 */
  static final class Grant {
    int oplockLevel;
    long action = 1;
    long size = 4096;
    long attributes = 0x20;
    final List<CreateContext> contexts = new ArrayList<>();
    private final FileId fileId;

    Grant(FileId fileId) {
      this.fileId = fileId;
    }

    Create.Response body() {
      return new Create.Response(
          oplockLevel,
          0,
          action,
          NEW_YEAR_2023,
          NEW_YEAR_2023 + SECOND,
          NEW_YEAR_2023 + 2 * SECOND,
          NEW_YEAR_2023 + 3 * SECOND,
          8192,
          size,
          attributes,
          fileId,
          List.copyOf(contexts));
    }
  }

  static Close.Request close(FileId fileId) {
    return new Close.Request(0, fileId);
  }

  /** Without SMB2_CLOSE_FLAG_POSTQUERY_ATTRIB all fields are zero. [MS-SMB2] 2.2.16 */
  static Close.Response closed() {
    return new Close.Response(0, 0, 0, 0, 0, 0, 0, 0);
  }

  static Read.Request read(FileId fileId, long length) {
    return new Read.Request(0, length, 0, fileId, 0, 0, 0);
  }

  static Read.Response octetsRead(long length) {
    return new Read.Response(length, 0, 0, Bytes.EMPTY);
  }

  static Write.Request write(FileId fileId, long length) {
    return new Write.Request(length, 0, fileId, 0, 0, 0, Bytes.EMPTY);
  }

  static Write.Response written(long count) {
    return new Write.Response(count, 0);
  }

  static QueryDirectory.Request list(FileId fileId) {
    return new QueryDirectory.Request(37, 0, 0, fileId, "*", 65_536);
  }

  static Ioctl.Request ioctl(long ctlCode, FileId fileId, long inputCount) {
    return new Ioctl.Request(ctlCode, fileId, inputCount, 0, 0, 4280, 1, null);
  }

  static Ioctl.Response controlled(
      long ctlCode, FileId fileId, long outputCount, IoctlData output) {
    return new Ioctl.Response(ctlCode, fileId, 0, outputCount, 0, output);
  }
}
