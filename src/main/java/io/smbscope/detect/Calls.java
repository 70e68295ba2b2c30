package io.smbscope.detect;

import io.smbscope.base.Stamp;
import io.smbscope.event.RpcEvent;
import io.smbscope.rpc.Argument;
import io.smbscope.rpc.RpcPdu;
import java.util.UUID;

/**
 * Which operation of which interface an {@link RpcEvent} calls. Detections match the interface's
 * UUID and the opnum: names differ from tool to tool, and between versions of one.
 */
public final class Calls {
  /** [MS-SRVS] */
  public static final UUID SRVSVC = UUID.fromString("4b324fc8-1670-01d3-1278-5a47bf6ee188");

  /** [MS-WKST] */
  public static final UUID WKSSVC = UUID.fromString("6bffd098-a112-3610-9833-46c3f87e345a");

  /** [MS-SAMR] */
  public static final UUID SAMR = UUID.fromString("12345778-1234-abcd-ef00-0123456789ac");

  /** [MS-LSAD], [MS-LSAT] */
  public static final UUID LSARPC = UUID.fromString("12345778-1234-abcd-ef00-0123456789ab");

  /** [MS-RRP] */
  public static final UUID WINREG = UUID.fromString("338cd001-2244-31f1-aaaa-900038001003");

  /** [MS-DRSR] */
  public static final UUID DRSUAPI = UUID.fromString("e3514235-4b06-11d1-ab04-00c04fc2dcd2");

  /** [MS-BKRP] */
  public static final UUID BACKUPKEY = UUID.fromString("3dde7c30-165d-11d1-ab8f-00805f14db40");

  /** [MS-EFSR], on the pipe efsrpc. */
  public static final UUID EFSRPC = UUID.fromString("df1941c5-fe89-4e79-bf10-463657acf44d");

  /** [MS-EFSR], on the pipe lsarpc and others of the same process. */
  public static final UUID EFSRPC_OF_LSASS =
      UUID.fromString("c681d488-d850-11d0-8c52-00c04fd90f7e");

  /** [MS-RPRN] */
  public static final UUID SPOOLSS = UUID.fromString("12345678-1234-abcd-ef00-0123456789ab");

  /** [MS-DFSNM] */
  public static final UUID NETDFS = UUID.fromString("4fc742e0-4a10-11cf-8273-00aa004ae673");

  /** [MS-FSRVP] */
  public static final UUID FSSAGENT = UUID.fromString("a8e0653c-2744-4389-a61d-7373df8b2292");

  /** [MS-EVEN] */
  public static final UUID EVENTLOG = UUID.fromString("82273fdc-e32a-18c3-3f78-827929dc23ea");

  private Calls() {}

  /** Opnum of a call; -1 of a bind, or where no request was seen. */
  public static int opnum(RpcEvent event) {
    return event.request() instanceof RpcPdu.Request request ? request.opnum() : -1;
  }

  /** As {@code srvsvc.NetrShareEnum}; numbers where there are no names. */
  public static String name(RpcEvent event) {
    String endpoint =
        event.endpoint() == null ? String.valueOf(event.interfaceId()) : event.endpoint();
    return endpoint + "." + (event.operation() == null ? opnum(event) : event.operation());
  }

  /** What the call returned; -1 where that is not known. */
  public static long status(RpcEvent event) {
    String status = event.result(Argument.STATUS);
    return status == null ? -1 : Long.parseLong(status.substring(2), 16);
  }

  /** Packet of the request, or of the answer where that was all. */
  public static Stamp asked(RpcEvent event) {
    return event.requestAt() == null ? event.at() : event.requestAt();
  }

  /** A sighting of a call: by whom, where, and which. */
  public static Sighting sighting(Rule rule, RpcEvent event) {
    return Seen.in(rule, event.at(), event.flow()).user(event.user()).operation(name(event));
  }
}
