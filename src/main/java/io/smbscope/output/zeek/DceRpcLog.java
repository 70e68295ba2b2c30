package io.smbscope.output.zeek;

import io.smbscope.base.Stamp;
import io.smbscope.event.Event;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowKey;
import io.smbscope.event.RpcEvent;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.output.zeek.DceRpcPipes.Pipe;
import io.smbscope.rpc.RpcPdu;
import io.smbscope.rpc.RpcPdu.Bind;
import io.smbscope.rpc.RpcPdu.BindAck;
import io.smbscope.rpc.RpcPdu.Request;
import io.smbscope.rpc.RpcPdu.Response;
import io.smbscope.smb.smb2.Close;
import io.smbscope.smb.smb2.FileId;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * {@code dce_rpc.log}: a row for each answer to a call, save for calls that are many and tell
 * little. When a connection ends with a bind or a call, the newest answer of each pipe is told
 * again, as Zeek does.
 */
final class DceRpcLog implements EventLog {
  private static final int SMB1 = 1;
  private static final int SMB2_IOCTL = 11;

  private final ZeekLog log;
  private final ZeekIds ids;
  private final Sight sight;

  /** By flow id, from the first DCE/RPC message to the flow's end. */
  private final Map<Long, DceRpcPipes> connections = new HashMap<>();

  DceRpcLog(ZeekForm form, ZeekIds ids, Sight sight) {
    this.log =
        new ZeekLog(
            form,
            "dce_rpc",
            Column.ofConnection(
                "rtt", "interval",
                "named_pipe", "string",
                "endpoint", "string",
                "operation", "string"));
    this.ids = ids;
    this.sight = sight;
  }

  @Override
  public ZeekLog file() {
    return log;
  }

  @Override
  public void accept(Event event) throws IOException {
    if (event instanceof RpcEvent rpc) {
      exchange(rpc);
    } else if (event instanceof Smb2CommandEvent command) {
      if (!connections.isEmpty()) {
        command(command);
      }
    } else if (event instanceof FlowEvent flow) {
      end(flow);
    }
  }

  private void command(Smb2CommandEvent command) {
    if (command.request() instanceof Close.Request close) {
      DceRpcPipes known = connections.get(command.flow().id());
      if (known != null) {
        known.pipes.remove(key(close.fileId()));
      }
    }
  }

  private static long key(FileId file) {
    return file.persistentId() + file.volatileId();
  }

  private static long key(RpcEvent event) {
    return event.carrier() == SMB1 || event.pipe() == null
        ? 0
        : event.pipe().persistentId() + event.pipe().volatileId();
  }

  /** Written and read octets are those of a pipe only when their tree is known to hold pipes. */
  private boolean isCarried(RpcEvent event) {
    return (event.carrier() != SMB1 && event.carrierCommand() == SMB2_IOCTL)
        || (event.tree() != null && "pipe".equals(event.tree().type()))
        || sight.isPipeTree(event.flow(), event.treeId());
  }

  private void exchange(RpcEvent event) throws IOException {
    if (!isCarried(event)) {
      return;
    }
    DceRpcPipes known = connections.get(event.flow().id());
    if (known == null) {
      known = new DceRpcPipes();
      connections.put(event.flow().id(), known);
    }
    if (event.request() != null && sight.sees(event.flow(), true, event.requestAt())) {
      asked(known, event);
    }
    if (event.response() != null && sight.sees(event.flow(), false, event.responseAt())) {
      answered(known, event);
    }
  }

  private static void asked(DceRpcPipes known, RpcEvent event) {
    RpcPdu pdu = event.request();
    if (pdu instanceof Bind bind) {
      Pipe pipe = known.pipe(key(event), event.requestAt());
      for (RpcPdu.Context context : bind.contexts()) {
        pipe.bind(context.contextId(), context.interfaceId());
      }
      known.seen(event.requestAt(), false);
    } else if (pdu instanceof Request request) {
      known.pipe(key(event), event.requestAt()).call(event.requestAt(), request.opnum());
      known.seen(event.requestAt(), false);
    }
  }

  private void answered(DceRpcPipes known, RpcEvent event) throws IOException {
    RpcPdu pdu = event.response();
    Stamp at = event.responseAt();
    if (pdu instanceof BindAck ack) {
      Pipe pipe = known.pipe(key(event), at);
      if (!ack.alter() && ack.secondaryAddress() != null && !ack.secondaryAddress().isEmpty()) {
        pipe.name = ack.secondaryAddress();
      }
      known.seen(at, false);
    } else if (pdu instanceof Response response) {
      Pipe pipe = known.pipe(key(event), at);
      if (pipe.answer(at, response.contextId())) {
        write(pipe, pipe.answeredInterface, event.at(), event.flow());
      }
      known.seen(at, true);
    }
  }

  private void end(FlowEvent event) throws IOException {
    DceRpcPipes known = connections.remove(event.flow().id());
    if (known == null || !known.open) {
      return;
    }
    for (Pipe pipe : known.pipes.values()) {
      if (pipe.answeredInterface != null) {
        write(pipe, pipe.bound, event.at(), event.flow());
      }
    }
  }

  private void write(Pipe pipe, UUID endpoint, Stamp at, FlowKey flow) throws IOException {
    String name = RpcNames.endpoint(endpoint);
    String operation = RpcNames.operation(pipe.answeredInterface, pipe.answeredOperation);
    if (RpcNames.isIgnored(name, operation)) {
      return;
    }
    log.row(at)
        .time(pipe.called)
        .connection(ids.uid(flow), flow)
        .interval(pipe.rttStart, pipe.rttEnd)
        .text(pipe.name)
        .text(name)
        .text(operation)
        .end();
  }
}
