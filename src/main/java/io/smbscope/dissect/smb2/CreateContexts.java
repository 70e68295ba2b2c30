package io.smbscope.dissect.smb2;

import io.kaitai.struct.KaitaiStream;
import io.kaitai.struct.KaitaiStruct;
import io.smbscope.base.Bytes;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Values;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.fscc.FileInformation;
import io.smbscope.dissect.fscc.SecurityDescriptor;
import io.smbscope.grammar.placed.Smb2CreateContext;
import io.smbscope.grammar.placed.Smb2FileId;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** The chain of create contexts. [MS-SMB2] 2.2.13.2, 2.2.14.2 */
final class CreateContexts {
  private static final int SHORTEST = 16;
  private static final int GUID = 16;
  private static final int FULL_EA_INFORMATION = 15;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMM ppd, yyyy HH:mm:ss.SSSSSSSSS", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Field tag = Fields.named("smb2.tag");
  private final Field data = Fields.named("smb2.create.chain_data");
  private final Field securityInfo = Fields.named("smb2.sec_info_00");
  private final FileInformation fileInformation = new FileInformation();
  private final SecurityDescriptor securityDescriptor = new SecurityDescriptor();
  private final Map<String, Kind> kinds = new HashMap<>();

  /** What the specification calls it, and what its data is. */
  private record Kind(
      String name, BiConsumer<Command, Region> request, BiConsumer<Command, Region> response) {}

  CreateContexts(FileIds ids) {
    kind("ExtA", "SMB2_CREATE_EA_BUFFER", this::extendedAttributes, CreateContexts::nothing);
    kind("SecD", "SMB2_CREATE_SD_BUFFER", this::securityDescriptor, CreateContexts::nothing);
    kind(
        "AlSi",
        "SMB2_CREATE_ALLOCATION_SIZE",
        show(Smb2CreateContext.AllocationSize::new, Smb2CreateContext.AllocationSize::_read),
        CreateContexts::nothing);
    kind(
        "MxAc",
        "SMB2_CREATE_QUERY_MAXIMAL_ACCESS_REQUEST",
        show(
            Smb2CreateContext.MaximalAccessRequest::new,
            Smb2CreateContext.MaximalAccessRequest::_read),
        show(Smb2CreateContext.MaximalAccess::new, Smb2CreateContext.MaximalAccess::_read));
    kind("TWrp", "SMB2_CREATE_TIMEWARP_TOKEN", CreateContexts::timewarp, CreateContexts::nothing);
    kind(
        "QFid",
        "SMB2_CREATE_QUERY_ON_DISK_ID",
        CreateContexts::nothing,
        show(Smb2CreateContext.DiskIdShown::new, Smb2CreateContext.DiskIdShown::_read));
    BiConsumer<Command, Region> lease =
        show(Smb2CreateContext.Lease::new, Smb2CreateContext.Lease::_read);
    kind("RqLs", "SMB2_CREATE_REQUEST_LEASE", lease, lease);
    kind(
        "AAPL",
        "SMB2_AAPL_CREATE_CONTEXT",
        show(Smb2CreateContext.AaplRequest::new, Smb2CreateContext.AaplRequest::_read),
        show(Smb2CreateContext.AaplResponse::new, Smb2CreateContext.AaplResponse::_read));
    durable(ids);
    named();
  }

  private void durable(FileIds ids) {
    kind(
        "DHnQ",
        "SMB2_CREATE_DURABLE_HANDLE_REQUEST",
        used(
            ids,
            Smb2CreateContext.DurableHandleRequest::new,
            Smb2CreateContext.DurableHandleRequest::_read,
            Smb2CreateContext.DurableHandleRequest::durableRequest),
        show(
            Smb2CreateContext.DurableHandleResponse::new,
            Smb2CreateContext.DurableHandleResponse::_read));
    kind(
        "DHnC",
        "SMB2_CREATE_DURABLE_HANDLE_RECONNECT",
        used(
            ids,
            Smb2CreateContext.DurableHandleReconnect::new,
            Smb2CreateContext.DurableHandleReconnect::_read,
            Smb2CreateContext.DurableHandleReconnect::fileId),
        CreateContexts::nothing);
    kind(
        "DH2Q",
        "SMB2_CREATE_DURABLE_HANDLE_REQUEST_V2",
        show(
            Smb2CreateContext.DurableHandleRequestV2::new,
            Smb2CreateContext.DurableHandleRequestV2::_read),
        show(
            Smb2CreateContext.DurableHandleResponseV2::new,
            Smb2CreateContext.DurableHandleResponseV2::_read));
    kind(
        "DH2C",
        "SMB2_CREATE_DURABLE_HANDLE_RECONNECT_V2",
        used(
            ids,
            Smb2CreateContext.DurableHandleReconnectV2::new,
            Smb2CreateContext.DurableHandleReconnectV2::_read,
            Smb2CreateContext.DurableHandleReconnectV2::fileId),
        CreateContexts::nothing);
  }

  /** Those whose name is a GUID. */
  private void named() {
    kind(
        "6aa6bc45-a7ef-4af7-9008-fa462e144d74",
        "SMB2_CREATE_APP_INSTANCE_ID",
        show(Smb2CreateContext.AppInstanceId::new, Smb2CreateContext.AppInstanceId::_read),
        CreateContexts::nothing);
    kind(
        "b7d082b9-563b-4f07-a07b-524a8116a010",
        "SMB2_CREATE_APP_INSTANCE_VERSION",
        show(
            Smb2CreateContext.AppInstanceVersion::new, Smb2CreateContext.AppInstanceVersion::_read),
        CreateContexts::nothing);
    BiConsumer<Command, Region> svhdx =
        show(Smb2CreateContext.SvhdxOpenDevice::new, Smb2CreateContext.SvhdxOpenDevice::_read);
    kind("9ecfcb9c-c104-43e6-980e-158da1f6ec83", "SVHDX_OPEN_DEVICE_CONTEXT", svhdx, svhdx);
    kind(
        "5025ad93-b49c-e711-b423-83de968bcd7c",
        "SMB2_POSIX_CREATE_CONTEXT",
        show(Smb2CreateContext.PosixRequest::new, Smb2CreateContext.PosixRequest::_read),
        show(Smb2CreateContext.PosixResponse::new, Smb2CreateContext.PosixResponse::_read));
  }

  /**
   * @param region the chain; null when there is none
   */
  void dissect(Command command, Region region) {
    int at = 0;
    while (region != null && region.has(at, SHORTEST)) {
      Region rest = region.from(at);
      long next = rest.octets().u32le(0);
      boolean last = next < SHORTEST || next >= rest.length();
      context(command, last ? rest : rest.part(0, (int) next));
      if (last) {
        return;
      }
      at += (int) next;
    }
  }

  private void context(Command command, Region region) {
    FrameTree tree = command.tree;
    int depth = tree.depth();
    Bytes octets = region.octets();
    Region name = region.part(octets.u16le(4), octets.u16le(6));
    String text = tag(name.octets());
    Kind kind = kinds.get(text);
    tree.open(
        "Chain Element: " + (kind == null ? "<invalid>" : kind.name) + " \"" + text + "\"",
        region.origin(),
        octets.length());
    command.show(region, io -> new Smb2CreateContext(io, 0), Smb2CreateContext::_read);
    tree.value(tag, text, name.origin(), name.octets().length());
    Region inner =
        region.part(octets.u16le(10), (int) Math.min(octets.u32le(12), Integer.MAX_VALUE));
    tree.open(data, null, inner.origin(), inner.octets().length());
    if (kind != null && !inner.octets().isEmpty() && octets.u16le(10) != 0) {
      (command.isResponse() ? kind.response : kind.request).accept(command, inner);
    }
    tree.depth(depth);
  }

  /** Four letters, or a GUID in its printed form. */
  private static String tag(Bytes name) {
    if (name.length() != GUID) {
      return Values.upToZero(name, StandardCharsets.UTF_8);
    }
    long high = name.u32le(0) << 32 | (long) name.u16le(4) << 16 | name.u16le(6);
    long low = name.u32be(8) << 32 | name.u32be(12);
    return new UUID(high, low).toString();
  }

  private void extendedAttributes(Command command, Region region) {
    fileInformation.dissect(command.dissection, region, FULL_EA_INFORMATION);
  }

  /** From then on the file's name says of when it is. */
  private static void timewarp(Command command, Region region) {
    Smb2CreateContext.Timewarp body =
        command.show(region, Smb2CreateContext.Timewarp::new, Smb2CreateContext.Timewarp::_read);
    if (body.timestamp() != 0 && command.exchange.fileName != null) {
      String at = "@" + TIME.format(Values.filetime(body.timestamp()));
      command.exchange.fileName += at;
      command.tree.info(at);
    }
  }

  private void securityDescriptor(Command command, Region region) {
    command.tree.open(securityInfo, null, region.origin(), region.octets().length());
    securityDescriptor.dissect(command.dissection, region);
    command.tree.close();
  }

  private void kind(
      String tag,
      String name,
      BiConsumer<Command, Region> request,
      BiConsumer<Command, Region> response) {
    kinds.put(tag, new Kind(name, request, response));
  }

  private static <T extends KaitaiStruct.ReadOnly> BiConsumer<Command, Region> show(
      Function<KaitaiStream, T> structure, Consumer<T> read) {
    return (command, region) -> command.show(region, structure, read);
  }

  /** A context that names an open. */
  private static <T extends KaitaiStruct.ReadOnly> BiConsumer<Command, Region> used(
      FileIds ids,
      Function<KaitaiStream, T> structure,
      Consumer<T> read,
      Function<T, Smb2FileId> id) {
    return (command, region) -> ids.used(command, id.apply(command.show(region, structure, read)));
  }

  /** A context without data, or whose data are shown as octets. */
  private static void nothing(Command command, Region region) {}
}
