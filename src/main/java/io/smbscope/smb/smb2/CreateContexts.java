package io.smbscope.smb.smb2;

import io.smbscope.grammar.Smb2CreateContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Reads the chain of create contexts. [MS-SMB2] 2.2.13.2, 2.2.14.2 */
final class CreateContexts {
  private static final String SECTION = "MS-SMB2 2.2.13.2";

  /** Octets of a context before its name. */
  private static final int FIXED = 16;

  /** More octets of an unknown name are not kept. */
  private static final int LONGEST_NAME = 32;

  private static final String DURABLE_HANDLE = "DHnQ";

  /** Names that are GUIDs, as their octets come. */
  private static final Map<String, String> GUID_NAMES =
      Map.of(
          "45bca66aefa7f74a9008fa462e144d74", "AppInstanceId",
          "b982d0b73b56074fa07b524a8116a010", "AppInstanceVersion",
          "9ccbcf9e04c1e643980e158da1f6ec83", "SVHDX_OPEN_DEVICE_CONTEXT",
          "93ad25509cb411e7b42383de968bcd7c", "POSIX");

  private CreateContexts() {}

  /**
   * The contexts up to the first one that does not lie within the chain.
   *
   * @param offset of the first one, from the SMB2 header
   * @param length octets of all
   */
  static List<CreateContext> decode(Smb2Input in, long offset, long length) {
    if (length == 0) {
      return List.of();
    }
    in.checkRange(SECTION, "CreateContexts", offset, length);
    List<CreateContext> contexts = new ArrayList<>(4);
    long start = offset;
    long end = offset + length;
    while (true) {
      Smb2CreateContext parsed;
      try {
        in.stream().seek(start);
        parsed = new Smb2CreateContext(in.stream(), start);
      } catch (RuntimeException unreadable) {
        in.unreadable(SECTION, "create context", unreadable);
        break;
      }
      contexts.add(context(in, parsed));
      long next = parsed.next();
      if (next == 0) {
        break;
      }
      if (next < FIXED || next > end - start - FIXED) {
        in.malformed(SECTION, "Next " + next + " with " + (end - start) + " octets left");
        break;
      }
      if (contexts.size() >= in.limits().chainDepth()) {
        in.limitReached(SECTION, "more than " + contexts.size() + " contexts");
        break;
      }
      start += next;
    }
    return List.copyOf(contexts);
  }

  private static CreateContext context(Smb2Input in, Smb2CreateContext parsed) {
    if (parsed.lenData() != 0 && parsed.lenName() >= 4) {
      try {
        CreateContext context =
            in.header().response()
                ? ofResponse(parsed.responseData())
                : ofRequest(parsed.requestData());
        if (context != null) {
          return context;
        }
      } catch (RuntimeException unreadable) {
        in.unreadable(SECTION, "create context " + name(parsed), unreadable);
      }
    }
    String name = name(parsed);
    return name.equals(DURABLE_HANDLE)
        ? new CreateContext.DurableHandle()
        : new CreateContext.Other(name, (int) parsed.lenData());
  }

  /** Null for data that is not read. */
  private static CreateContext ofRequest(Object data) {
    if (data instanceof Smb2CreateContext.Lease parsed) {
      return lease(parsed);
    }
    if (data instanceof Smb2CreateContext.DurableHandleRequestV2 parsed) {
      return new CreateContext.DurableHandleV2(
          parsed.timeout(), parsed.flags(), Identifiers.guid(parsed.createGuid()));
    }
    if (data instanceof Smb2CreateContext.DurableHandleReconnect parsed) {
      return new CreateContext.DurableHandleReconnect(Identifiers.fileId(parsed.fileId()));
    }
    if (data instanceof Smb2CreateContext.DurableHandleReconnectV2 parsed) {
      return new CreateContext.DurableHandleReconnectV2(
          Identifiers.fileId(parsed.fileId()),
          Identifiers.guid(parsed.createGuid()),
          parsed.flags());
    }
    if (data instanceof Smb2CreateContext.AllocationSize parsed) {
      return new CreateContext.AllocationSize(parsed.size());
    }
    if (data instanceof Smb2CreateContext.Timewarp parsed) {
      return new CreateContext.TimeWarp(parsed.timestamp());
    }
    if (data instanceof Smb2CreateContext.AaplRequest parsed) {
      long capabilities = parsed.clientCapabilities() == null ? 0 : parsed.clientCapabilities();
      return new CreateContext.Apple(
          parsed.commandCode(), parsed.bitmap(), capabilities, 0, 0, null);
    }
    if (data instanceof Smb2CreateContext.AppInstanceId parsed) {
      return new CreateContext.AppInstanceId(Identifiers.guid(parsed.appInstanceId()));
    }
    if (data instanceof Smb2CreateContext.AppInstanceVersion parsed) {
      return new CreateContext.AppInstanceVersion(parsed.versionHigh(), parsed.versionLow());
    }
    return null;
  }

  /** Null for data that is not read. */
  private static CreateContext ofResponse(Object data) {
    if (data instanceof Smb2CreateContext.MaximalAccess parsed) {
      return new CreateContext.MaximalAccess(parsed.queryStatus(), parsed.maximalAccess());
    }
    if (data instanceof Smb2CreateContext.DiskId parsed) {
      return new CreateContext.DiskId(parsed.diskFileId(), parsed.volumeId());
    }
    if (data instanceof Smb2CreateContext.Lease parsed) {
      return lease(parsed);
    }
    if (data instanceof Smb2CreateContext.DurableHandleResponseV2 parsed) {
      return new CreateContext.DurableHandleV2(parsed.timeout(), parsed.flags(), null);
    }
    if (data instanceof Smb2CreateContext.AaplResponse parsed) {
      return apple(parsed);
    }
    return null;
  }

  private static CreateContext lease(Smb2CreateContext.Lease parsed) {
    Smb2CreateContext.LeaseV2 second = parsed.v2();
    boolean parent = second != null && (parsed.leaseFlags() & 4) != 0;
    return new CreateContext.Lease(
        second == null ? 1 : 2,
        Identifiers.guid(parsed.leaseKey()),
        parsed.leaseState(),
        parsed.leaseFlags(),
        parent ? Identifiers.guid(second.parentLeaseKey()) : null,
        second == null ? 0 : second.epoch());
  }

  private static CreateContext apple(Smb2CreateContext.AaplResponse parsed) {
    Smb2CreateContext.AaplQueryResponse query = parsed.query();
    if (query == null) {
      return new CreateContext.Apple(parsed.commandCode(), 0, 0, 0, 0, null);
    }
    return new CreateContext.Apple(
        parsed.commandCode(),
        query.bitmap(),
        0,
        query.serverCapabilities() == null ? 0 : query.serverCapabilities(),
        query.volumeCapabilities() == null ? 0 : query.volumeCapabilities(),
        query.model() == null ? null : Text.utf16le(query.model().model()));
  }

  private static String name(Smb2CreateContext parsed) {
    if (parsed.lenName() == 0) {
      return "";
    }
    byte[] name = parsed.name();
    if (name.length == 16) {
      String octets = HexFormat.of().formatHex(name);
      return GUID_NAMES.getOrDefault(octets, octets);
    }
    return new String(name, 0, Math.min(name.length, LONGEST_NAME), StandardCharsets.ISO_8859_1);
  }
}
