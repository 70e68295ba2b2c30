package io.smbscope.rpc.stub;

import io.smbscope.base.Bytes;
import io.smbscope.rpc.Argument;
import io.smbscope.rpc.RpcPdu;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The arguments of calls. A stub that is encrypted, cut off or malformed gives what can be read up
 * to there; of an operation that is not in a table, or with a transfer syntax that is not known,
 * nothing is told.
 */
public final class Stubs {
  private static final UUID NDR = UUID.fromString("8a885d04-1ceb-11c9-9fe8-08002b104860");
  private static final UUID NDR64 = UUID.fromString("71710533-beba-4937-8319-b5dbef9ccc36");

  /** By interface, then opnum. */
  private static final Map<UUID, Map<Integer, Operation>> OPERATIONS =
      Map.ofEntries(
          entry("367abb81-9844-35f1-ad32-98f038001003", Svcctl.OPERATIONS),
          entry("c681d488-d850-11d0-8c52-00c04fd90f7e", EfsRpc.OPERATIONS),
          entry("df1941c5-fe89-4e79-bf10-463657acf44d", EfsRpc.OPERATIONS),
          entry("12345678-1234-abcd-ef00-0123456789ab", Spoolss.OPERATIONS),
          entry("76f03f96-cdfd-44fc-a22c-64950a001209", Spoolss.ASYNCHRONOUS),
          entry("4fc742e0-4a10-11cf-8273-00aa004ae673", Netdfs.OPERATIONS),
          entry("a8e0653c-2744-4389-a61d-7373df8b2292", Fssagent.OPERATIONS),
          entry("82273fdc-e32a-18c3-3f78-827929dc23ea", Eventlog.OPERATIONS),
          entry("f6beaff7-1e19-4fbb-9f8f-b89e2018337c", Eventlog.VERSION_6),
          entry("1ff70682-0a51-30e8-076d-740be8cee98b", Atsvc.OPERATIONS),
          entry("378e52b0-c0a9-11cf-822d-00aa0051e40f", Atsvc.ACCOUNTS),
          entry("86d35949-83c9-4044-b424-db363231fd0c", Atsvc.SERVICE),
          entry("338cd001-2244-31f1-aaaa-900038001003", Winreg.OPERATIONS),
          entry("4b324fc8-1670-01d3-1278-5a47bf6ee188", Srvsvc.OPERATIONS),
          entry("6bffd098-a112-3610-9833-46c3f87e345a", Wkssvc.OPERATIONS),
          entry("12345778-1234-abcd-ef00-0123456789ac", Samr.OPERATIONS),
          entry("12345778-1234-abcd-ef00-0123456789ab", Lsarpc.OPERATIONS),
          entry("12345678-1234-abcd-ef00-01234567cffb", Netlogon.OPERATIONS),
          entry("e3514235-4b06-11d1-ab04-00c04fc2dcd2", Drsuapi.OPERATIONS),
          entry("894de0c0-0d55-11d3-a322-00c04fa321a1", InitShutdown.OPERATIONS),
          entry("d95afe70-a6d5-4259-822e-2c84da1ddb0d", InitShutdown.WINDOWS),
          entry("e1af8308-5d1f-11c9-91a4-08002b14a0fa", Epmapper.OPERATIONS),
          entry("3dde7c30-165d-11d1-ab8f-00805f14db40", BackupKey.OPERATIONS));

  /** Octets of what almost every operation returns, at the end of its response. */
  private static final int STATUS_LENGTH = 4;

  private Stubs() {}

  private static Map.Entry<UUID, Map<Integer, Operation>> entry(
      String interfaceId, Collection<Operation> operations) {
    Map<Integer, Operation> byOpnum = new HashMap<>();
    operations.forEach(each -> byOpnum.put(each.opnum(), each));
    return Map.entry(UUID.fromString(interfaceId), Map.copyOf(byOpnum));
  }

  /**
   * What the request says.
   *
   * @param bound its presentation context, with the transfer syntax that was agreed upon
   */
  public static List<Argument> arguments(RpcPdu.Context bound, RpcPdu.Request request) {
    Operation operation = operation(bound, request.opnum());
    if (operation == null) {
      return List.of();
    }
    Ndr ndr = ndr(bound, request.stub(), request.littleEndian());
    read(ndr, operation.in());
    return ndr.told();
  }

  /**
   * What the response says to a call of {@code opnum}; the last is the {@link Argument#STATUS}, if
   * the stub was seen to its end.
   */
  public static List<Argument> results(RpcPdu.Context bound, int opnum, RpcPdu.Response response) {
    Operation operation = operation(bound, opnum);
    if (operation == null) {
      return List.of();
    }
    Bytes stub = response.stub();
    boolean whole = stub.length() == response.stubLength() && stub.length() >= STATUS_LENGTH;
    int end = whole ? stub.length() - STATUS_LENGTH : stub.length();
    Ndr ndr = ndr(bound, stub.slice(0, end), response.littleEndian());
    read(ndr, operation.out());
    List<Argument> results = new ArrayList<>(ndr.told());
    if (whole) {
      Bytes status = stub.from(end);
      long value = response.littleEndian() ? status.u32le(0) : status.u32be(0);
      results.add(new Argument(Argument.STATUS, String.format("0x%08x", value)));
    }
    return List.copyOf(results);
  }

  private static Operation operation(RpcPdu.Context bound, int opnum) {
    boolean known = NDR.equals(bound.transferSyntax()) || NDR64.equals(bound.transferSyntax());
    Map<Integer, Operation> operations = known ? OPERATIONS.get(bound.interfaceId()) : null;
    return operations == null ? null : operations.get(opnum);
  }

  private static Ndr ndr(RpcPdu.Context bound, Bytes stub, boolean littleEndian) {
    return new Ndr(stub, littleEndian, NDR64.equals(bound.transferSyntax()));
  }

  private static void read(Ndr ndr, List<Part> parts) {
    try {
      parts.forEach(ndr::whole);
    } catch (RuntimeException e) {
      // The stub ends here, or is not what the operation's stubs are: what was read stays.
    }
  }
}
