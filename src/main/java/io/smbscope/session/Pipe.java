package io.smbscope.session;

import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import io.smbscope.base.Stamp;
import io.smbscope.event.RpcEvent;
import io.smbscope.rpc.Argument;
import io.smbscope.rpc.AuthVerifier;
import io.smbscope.rpc.Interfaces;
import io.smbscope.rpc.RpcBudget;
import io.smbscope.rpc.RpcPdu;
import io.smbscope.rpc.RpcSink;
import io.smbscope.rpc.RpcStream;
import io.smbscope.rpc.stub.Stubs;
import java.util.List;

/** DCE/RPC through one open: what is bound, and the calls that wait for their answers. */
final class Pipe {
  /** Presentation contexts of one pipe; a client has one for each interface and transfer syntax. */
  private static final int CONTEXTS = 256;

  /** The third leg of a logon. [MS-RPCE] 2.2.2.5 */
  private static final int AUTH3 = 16;

  /** Calls of one pipe without answer. */
  private static final int CALLS = 256;

  /** A bind or a request that waits for its answer. */
  private record Call(Stamp at, Carrier carrier, RpcPdu request) {}

  /** One direction, and the packet and command that it is being fed from. */
  private final class Direction implements RpcSink {
    private final RpcStream stream;
    private final boolean fromClient;
    private Stamp at;
    private Carrier carrier;

    Direction(RpcBudget budget, boolean fromClient) {
      this.stream = new RpcStream(budget);
      this.fromClient = fromClient;
    }

    void take(Carrier by, Stamp when, Bytes octets, long missing) {
      carrier = by;
      at = when;
      stream.take(octets, missing, this);
      carrier = null;
    }

    @Override
    public void pdu(RpcPdu pdu, AuthVerifier verifier) {
      if (verifier != null && logsOn(pdu)) {
        LogonTokens.tell(context, carrier.connection, verifier, at, fromClient);
      }
      if (fromClient) {
        asked(at, carrier, pdu);
      } else {
        answered(at, carrier, pdu);
      }
    }

    private static boolean logsOn(RpcPdu pdu) {
      return pdu instanceof RpcPdu.Bind
          || pdu instanceof RpcPdu.BindAck
          || (pdu instanceof RpcPdu.Other other && other.type() == AUTH3);
    }

    @Override
    public void anomaly(AnomalyKind kind, String section, String detail) {
      context.anomaly(kind, at, carrier.connection.key(), section, detail);
    }
  }

  private final Context context;
  private final RpcBudget budget;
  private final Open open;
  private final Direction requests;
  private final Direction responses;

  /** By context id. A bind or alter_context enters, a refusal takes out. */
  private final BoundedTable<Integer, RpcPdu.Context> contexts;

  /** By call id. A bind or request enters, its answer takes out. */
  private final BoundedTable<Long, Call> calls;

  /** Of the last bind_ack that had one, or null. */
  private String secondaryAddress;

  Pipe(Context context, RpcBudget budget, Open open) {
    this.context = context;
    this.budget = budget;
    this.open = open;
    this.requests = new Direction(budget, true);
    this.responses = new Direction(budget, false);
    this.contexts = new BoundedTable<>(CONTEXTS, context.budget(), this::evicted);
    this.calls = new BoundedTable<>(CALLS, context.budget(), this::evicted);
  }

  void written(Carrier carrier, Stamp at, Bytes octets, long missing) {
    requests.take(carrier, at, octets, missing);
  }

  void read(Carrier carrier, Stamp at, Bytes octets, long missing) {
    responses.take(carrier, at, octets, missing);
  }

  private void asked(Stamp at, Carrier carrier, RpcPdu pdu) {
    if (pdu instanceof RpcPdu.Bind bind) {
      bind.contexts().forEach(each -> contexts.put(each.contextId(), each));
    } else if (!(pdu instanceof RpcPdu.Request)) {
      emit(at, new Call(at, carrier, pdu), null, null);
      return;
    }
    Call before = calls.put(pdu.callId(), new Call(at, carrier, held(pdu)));
    if (before != null) {
      unanswered(before, at);
    }
  }

  /** What is kept of stubs while their calls wait counts. */
  private RpcPdu held(RpcPdu pdu) {
    return pdu instanceof RpcPdu.Request request && !budget.take(request.stub().length())
        ? new RpcPdu.Request(
            request.callId(),
            request.fragments(),
            request.contextId(),
            request.opnum(),
            request.objectId(),
            request.stubLength(),
            Bytes.EMPTY,
            request.littleEndian())
        : pdu;
  }

  private void answered(Stamp at, Carrier carrier, RpcPdu pdu) {
    boolean answer =
        pdu instanceof RpcPdu.Response
            || pdu instanceof RpcPdu.Fault
            || pdu instanceof RpcPdu.BindAck
            || pdu instanceof RpcPdu.BindNak;
    Call call = answer ? calls.remove(pdu.callId()) : null;
    if (pdu instanceof RpcPdu.BindAck ack) {
      acknowledged(call, ack);
    }
    if (call == null) {
      emit(at, new Call(null, carrier, null), at, pdu);
      return;
    }
    released(call);
    emit(at, call, at, pdu);
  }

  private void acknowledged(Call call, RpcPdu.BindAck ack) {
    if (!ack.secondaryAddress().isEmpty()) {
      secondaryAddress = ack.secondaryAddress();
    }
    if (call != null && call.request instanceof RpcPdu.Bind bind) {
      List<RpcPdu.Result> results = ack.results();
      for (int i = 0; i < results.size() && i < bind.contexts().size(); i++) {
        RpcPdu.Context proposed = bind.contexts().get(i);
        if (results.get(i).result() != RpcPdu.Result.ACCEPTANCE) {
          contexts.remove(proposed.contextId());
        } else {
          contexts.put(proposed.contextId(), proposed.with(results.get(i).transferSyntax()));
        }
      }
    }
  }

  private void released(Call call) {
    if (call.request instanceof RpcPdu.Request request) {
      budget.give(request.stub().length());
    }
  }

  private void unanswered(Call call, Stamp at) {
    released(call);
    emit(at, call, null, null);
  }

  private void evicted(Call call) {
    context.limitReached(call.at, call.carrier.connection, "call " + call.request.callId());
    unanswered(call, call.carrier.connection.latest());
  }

  private void evicted(RpcPdu.Context bound) {
    context.limitReached(
        open.connection.latest(), open.connection, "presentation context " + bound.contextId());
  }

  /** The connection is over, though not the open: what it carried will have no answer. */
  void end(Connection connection, Stamp at) {
    calls
        .removeIf(call -> call.carrier.connection == connection)
        .forEach(call -> unanswered(call, at));
  }

  /** The open is over. */
  void end(Stamp at) {
    calls.drain().forEach(call -> unanswered(call, at));
    contexts.drain();
    requests.stream.close();
    responses.stream.close();
  }

  private void emit(Stamp at, Call call, Stamp responseAt, RpcPdu response) {
    Carrier carrier = call.carrier;
    RpcPdu.Context bound = bound(call.request, response);
    context.emit(
        new RpcEvent(
            at,
            carrier.connection.key(),
            carrier.user,
            carrier.version,
            carrier.command,
            carrier.status,
            carrier.messageId,
            carrier.sessionId,
            carrier.treeId,
            carrier.tree,
            open.ref(context),
            call.at,
            call.request,
            responseAt,
            response,
            bound == null ? null : bound.interfaceId(),
            bound == null ? null : bound.major() + "." + bound.minor(),
            bound == null ? null : Interfaces.endpoint(bound.interfaceId()),
            bound != null && call.request instanceof RpcPdu.Request request
                ? Interfaces.operation(bound.interfaceId(), request.opnum())
                : null,
            secondaryAddress,
            arguments(bound, call.request),
            results(bound, call.request, response)));
  }

  private static List<Argument> arguments(RpcPdu.Context bound, RpcPdu request) {
    return bound != null && request instanceof RpcPdu.Request asked
        ? Stubs.arguments(bound, asked)
        : List.of();
  }

  private static List<Argument> results(RpcPdu.Context bound, RpcPdu request, RpcPdu response) {
    return bound != null
            && request instanceof RpcPdu.Request asked
            && response instanceof RpcPdu.Response answer
        ? Stubs.results(bound, asked.opnum(), answer)
        : List.of();
  }

  private RpcPdu.Context bound(RpcPdu request, RpcPdu response) {
    if (request instanceof RpcPdu.Bind bind) {
      return bind.contexts().isEmpty() ? null : bind.contexts().get(0);
    }
    if (request instanceof RpcPdu.Request asked) {
      return contexts.get(asked.contextId());
    }
    return response instanceof RpcPdu.Response answer ? contexts.get(answer.contextId()) : null;
  }
}
