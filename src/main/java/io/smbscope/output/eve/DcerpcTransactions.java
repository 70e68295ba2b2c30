package io.smbscope.output.eve;

import io.smbscope.base.NtStatus;
import io.smbscope.event.RpcEvent;
import io.smbscope.rpc.Interfaces;
import io.smbscope.rpc.RpcPdu;
import io.smbscope.rpc.RpcPdu.Bind;
import io.smbscope.rpc.RpcPdu.BindAck;
import io.smbscope.rpc.RpcPdu.Context;
import io.smbscope.smb.smb1.Smb1Command;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/**
 * The {@code smb} events of DCE/RPC over pipes, one a call or bind, however many commands carry it.
 */
final class DcerpcTransactions {
  private static final int BIND = 11;
  private static final int BIND_ACK = 12;
  private static final int BIND_NAK = 13;
  private static final int ALTER_CONTEXT = 14;
  private static final int ALTER_CONTEXT_RESPONSE = 15;
  private static final int REQUEST = 0;
  private static final int RESPONSE = 2;
  private static final int FAULT = 3;
  private static final int MAX_INTERFACES = 64;

  private final EveLine line;
  private final SmbLines smb;

  DcerpcTransactions(EveLine line, SmbLines smb) {
    this.line = line;
    this.smb = smb;
  }

  void write(RpcEvent event, EveFlow flow) throws IOException {
    if (!read(event)) {
      return;
    }
    smb.begin(
        event.at(), event.responseAt() != null, flow, event.carrier(), event.carrierCommand());
    // Of the response: what carried a request that none came for says nothing of it, unless it
    // failed.
    if (event.response() != null || NtStatus.isError(event.carrierStatus())) {
      smb.status(event.carrierStatus());
    }
    smb.ids(flow, event.sessionId(), event.treeId());
    line.object("dcerpc");
    line.text("request", event.request() == null ? "REQUEST_LOST" : type(event.request()));
    line.text("response", event.response() == null ? "UNREPLIED" : type(event.response()));
    if (event.request() instanceof RpcPdu.Request request) {
      line.number("opnum", request.opnum());
      stub("req", request.fragments(), request.stubLength());
      called(event);
    } else if (event.request() instanceof Bind bind && !bind.alter()) {
      bound(event, bind);
    }
    if (event.response() instanceof RpcPdu.Response response) {
      stub("res", response.fragments(), response.stubLength());
    }
    RpcPdu some = event.request() != null ? event.request() : event.response();
    line.number("call_id", some.callId());
    line.endObject();
    smb.end(flow);
  }

  /** Suricata reads what is written to any pipe of SMB1, and to some pipes otherwise. */
  private static boolean read(RpcEvent event) {
    if (event.carrier() == 1 && event.carrierCommand() != Smb1Command.SMB_COM_TRANSACTION.code()) {
      return true;
    }
    return PipeRule.rpc(event.tree(), event.pipe());
  }

  private static String type(RpcPdu pdu) {
    int type;
    if (pdu instanceof RpcPdu.Request) {
      type = REQUEST;
    } else if (pdu instanceof RpcPdu.Response) {
      type = RESPONSE;
    } else if (pdu instanceof RpcPdu.Fault) {
      type = FAULT;
    } else if (pdu instanceof Bind bind) {
      type = bind.alter() ? ALTER_CONTEXT : BIND;
    } else if (pdu instanceof BindAck ack) {
      type = ack.alter() ? ALTER_CONTEXT_RESPONSE : BIND_ACK;
    } else if (pdu instanceof RpcPdu.BindNak) {
      type = BIND_NAK;
    } else {
      type = ((RpcPdu.Other) pdu).type();
    }
    return SmbNames.rpcType(type);
  }

  private void stub(String key, int fragments, long length) throws IOException {
    line.object(key);
    line.number("frag_cnt", fragments);
    line.number("stub_data_size", length);
    line.endObject();
  }

  private void called(RpcEvent event) throws IOException {
    if (event.interfaceId() != null) {
      line.array("interfaces");
      line.element();
      described(event.interfaceId(), event.interfaceVersion(), event.endpoint());
      line.text("procedure", event.operation());
      line.endObject();
      line.endArray();
    }
  }

  private void described(UUID id, String version, String service) throws IOException {
    line.text("uuid", id.toString());
    line.text("version", version);
    line.text("service", service);
  }

  private void bound(RpcEvent event, Bind bind) throws IOException {
    List<Context> contexts = bind.contexts();
    if (contexts.isEmpty()) {
      return;
    }
    line.array("interfaces");
    for (int i = 0; i < contexts.size() && i < MAX_INTERFACES; i++) {
      Context context = contexts.get(i);
      line.element();
      described(
          context.interfaceId(),
          context.major() + "." + context.minor(),
          Interfaces.endpoint(context.interfaceId()));
      if (event.response() instanceof BindAck ack && i < ack.results().size()) {
        line.number("ack_result", ack.results().get(i).result());
        // Suricata never reads the reason.
        line.number("ack_reason", 0);
      }
      line.endObject();
    }
    line.endArray();
  }
}
