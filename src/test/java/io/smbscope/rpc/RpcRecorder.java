package io.smbscope.rpc;

import io.smbscope.base.AnomalyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a stream told, in the words of {@code pdus.txt}. */
final class RpcRecorder implements RpcSink {
  final List<String> seen = new ArrayList<>();
  final List<RpcPdu> pdus = new ArrayList<>();
  final List<AnomalyKind> anomalies = new ArrayList<>();

  @Override
  public void pdu(RpcPdu pdu, AuthVerifier verifier) {
    pdus.add(pdu);
    seen.add(describe(pdu) + (verifier == null ? "" : describe(verifier)));
  }

  @Override
  public void anomaly(AnomalyKind kind, String section, String detail) {
    anomalies.add(kind);
  }

  private static String describe(AuthVerifier verifier) {
    return " auth "
        + verifier.type()
        + "/"
        + verifier.level()
        + " "
        + verifier.value().copy().length;
  }

  private static String describe(RpcPdu pdu) {
    long call = pdu.callId();
    if (pdu instanceof RpcPdu.Bind bind) {
      return (bind.alter() ? "alter_context " : "bind ") + call + " " + contexts(bind);
    }
    if (pdu instanceof RpcPdu.BindAck ack) {
      return (ack.alter() ? "alter_context_resp " : "bind_ack ")
          + (call + " " + ack.secondaryAddress() + " ")
          + ack.results().stream()
              .map(each -> each.result() + "/" + each.reason() + " " + each.transferSyntax())
              .toList();
    }
    if (pdu instanceof RpcPdu.BindNak nak) {
      return "bind_nak " + call + " reason " + nak.reason();
    }
    if (pdu instanceof RpcPdu.Request request) {
      UUID object = request.objectId();
      return "request "
          + (call + " context " + request.contextId() + " opnum " + request.opnum())
          + (object == null ? "" : " object " + object)
          + (" stub " + request.stubLength() + " kept " + request.stub().copy().length);
    }
    if (pdu instanceof RpcPdu.Response response) {
      return "response "
          + (call + " context " + response.contextId())
          + (" stub " + response.stubLength() + " kept " + response.stub().copy().length);
    }
    if (pdu instanceof RpcPdu.Fault fault) {
      String status = Long.toHexString(fault.status());
      return "fault " + call + " context " + fault.contextId() + " status " + status;
    }
    return "type " + ((RpcPdu.Other) pdu).type() + " " + call;
  }

  private static String contexts(RpcPdu.Bind bind) {
    return bind.contexts().stream()
        .map(
            each ->
                each.contextId()
                    + (" " + each.interfaceId() + " " + each.major() + "." + each.minor())
                    + (" " + each.transferSyntax()))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
