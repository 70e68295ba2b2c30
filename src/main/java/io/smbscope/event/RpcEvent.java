package io.smbscope.event;

import io.smbscope.base.Stamp;
import io.smbscope.rpc.Argument;
import io.smbscope.rpc.RpcPdu;
import java.util.List;
import java.util.UUID;

/**
 * One DCE/RPC exchange over a named pipe: a bind and its answer, or a call and its answer, all
 * fragments put together; written when the answer is whole, without one when the pipe is closed or
 * the connection ends. [MS-RPCE]
 *
 * @param at the answer's last packet, or with what it became clear that there is none
 * @param carrier version of SMB that carried the request's last fragment: 1 or 2
 * @param carrierCommand its command code
 * @param carrierStatus NT status of that command's response, or -1 without one
 * @param messageId of that command; SMB1: MID
 * @param sessionId of that command; SMB1: UID
 * @param treeId of that command; SMB1: TID
 * @param requestAt its last fragment; null when not seen, as is {@code request}
 * @param responseAt its last fragment; null when not seen, as is {@code response}
 * @param interfaceId of the presentation context; of a bind, of its first; null when the bind was
 *     not seen
 * @param interfaceVersion {@code major.minor}, or null
 * @param endpoint well-known name of the interface, as {@code srvsvc}, or null
 * @param operation well-known name of the opnum, as {@code NetrShareEnum}; null for a bind and when
 *     not known
 * @param secondaryAddress of the bind's answer on this pipe, as {@code \\PIPE\\srvsvc}, or null
 * @param arguments of the request of a call, in their order; empty when it is encrypted or lost, or
 *     the operation is none that {@link io.smbscope.rpc.stub.Stubs} knows
 * @param results what the response brought, in the same way; of a call that was answered the last
 *     is its {@link Argument#STATUS}
 */
public record RpcEvent(
    Stamp at,
    FlowKey flow,
    String user,
    int carrier,
    int carrierCommand,
    long carrierStatus,
    long messageId,
    long sessionId,
    long treeId,
    TreeRef tree,
    OpenRef pipe,
    Stamp requestAt,
    RpcPdu request,
    Stamp responseAt,
    RpcPdu response,
    UUID interfaceId,
    String interfaceVersion,
    String endpoint,
    String operation,
    String secondaryAddress,
    List<Argument> arguments,
    List<Argument> results)
    implements ProtocolEvent {

  /** The first argument of that name, or null. */
  public String argument(String name) {
    return first(arguments, name);
  }

  /** The first result of that name, such as {@link Argument#STATUS}, or null. */
  public String result(String name) {
    return first(results, name);
  }

  private static String first(List<Argument> list, String name) {
    for (Argument each : list) {
      if (each.name().equals(name)) {
        return each.value();
      }
    }
    return null;
  }
}
