package io.smbscope.rpc.stub;

import io.smbscope.base.Bytes;
import io.smbscope.rpc.Argument;
import io.smbscope.rpc.RpcPdu;
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
          entry("df1941c5-fe89-4e79-bf10-463657acf44d", EfsRpc.OPERATIONS));

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
    Ndr ndr = ndr(bound, response.stub(), response.littleEndian());
    read(ndr, operation.out());
    if (response.stub().length() == response.stubLength()) {
      ndr.tellStatus();
    }
    return ndr.told();
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
