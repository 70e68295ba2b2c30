package io.smbscope.session;

import io.smbscope.base.Stamp;
import io.smbscope.event.Endpoint;
import io.smbscope.event.NameEvent;
import io.smbscope.net.FlowInfo;
import io.smbscope.netbios.NbnsMessage;
import io.smbscope.netbios.NbnsMessage.ResourceRecord;
import io.smbscope.netbios.NetbiosName;
import io.smbscope.netbios.NetbiosSuffix;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs name-service requests with their answers, which may come from another host than the one
 * asked, as after a broadcast. A request sent again is the same request. RFC 1002 5.1
 */
final class Names {
  private static final long WAIT_NANOS = 5_000_000_000L;
  private static final int OPCODE_WACK = 7;
  private static final int FLAG_GROUP_NAME = 0x8000;

  private record Key(int transactionId, String asker) {}

  private static final class Request {
    final Stamp at;
    final Endpoint client;
    final Endpoint server;
    final NbnsMessage message;
    boolean answered;

    Request(Stamp at, Endpoint client, Endpoint server, NbnsMessage message) {
      this.at = at;
      this.client = client;
      this.server = server;
      this.message = message;
    }
  }

  private final Context context;

  /** Oldest first. A request enters; it leaves when its wait is over or the table is full. */
  private final Map<Key, Request> waiting = new LinkedHashMap<>();

  Names(Context context) {
    this.context = context;
  }

  void message(Stamp at, FlowInfo flow, boolean fromClient, NbnsMessage message) {
    expire(at.nanos() - WAIT_NANOS);
    Endpoint sender = fromClient ? Context.client(flow) : Context.server(flow);
    Endpoint receiver = fromClient ? Context.server(flow) : Context.client(flow);
    if (message.response()) {
      answer(at, sender, receiver, message);
    } else {
      request(at, sender, receiver, message);
    }
  }

  private void request(Stamp at, Endpoint client, Endpoint server, NbnsMessage message) {
    Key key = new Key(message.transactionId(), client.ip());
    Request before = waiting.get(key);
    if (before != null && before.message.questions().equals(message.questions())) {
      return;
    }
    if (before != null) {
      waiting.remove(key);
      unanswered(before);
    }
    waiting.put(key, new Request(at, client, server, message));
    if (waiting.size() > context.limits().names()) {
      Iterator<Request> oldest = waiting.values().iterator();
      Request evicted = oldest.next();
      oldest.remove();
      unanswered(evicted);
    }
  }

  private void answer(Stamp at, Endpoint server, Endpoint client, NbnsMessage message) {
    if (message.opcode() == OPCODE_WACK) {
      return;
    }
    Request request = waiting.get(new Key(message.transactionId(), client.ip()));
    if (request == null) {
      context.emit(event(at, at, client, server, message, message, "unasked", null));
      return;
    }
    request.answered = true;
    context.emit(
        event(
            at,
            request.at,
            client,
            server,
            request.message,
            message,
            message.result(),
            at.nanos() - request.at.nanos()));
  }

  private void expire(long before) {
    Iterator<Request> oldest = waiting.values().iterator();
    while (oldest.hasNext()) {
      Request request = oldest.next();
      if (request.at.nanos() > before) {
        return;
      }
      oldest.remove();
      unanswered(request);
    }
  }

  private void unanswered(Request request) {
    if (!request.answered) {
      context.emit(
          event(
              request.at,
              request.at,
              request.client,
              request.server,
              request.message,
              request.message,
              "no-answer",
              null));
    }
  }

  /** Nothing more will come. */
  void end() {
    waiting.values().forEach(this::unanswered);
    waiting.clear();
  }

  private static NameEvent event(
      Stamp at,
      Stamp start,
      Endpoint client,
      Endpoint server,
      NbnsMessage asked,
      NbnsMessage told,
      String result,
      Long responseNanos) {
    NetbiosName name = name(asked);
    List<String> addresses = new ArrayList<>();
    List<String> names = new ArrayList<>();
    boolean group = false;
    long unitId = -1;
    Long ttl = null;
    for (ResourceRecord entry : told.records()) {
      ttl = ttl == null ? Long.valueOf(entry.ttl()) : ttl;
      unitId = Math.max(unitId, entry.unitId());
      for (NbnsMessage.Address address : entry.addresses()) {
        group |= address.group();
        addresses.add(address.address().toString());
      }
      for (NbnsMessage.NodeName node : entry.nodeNames()) {
        boolean isGroup = (node.flags() & FLAG_GROUP_NAME) != 0;
        names.add(node.name() + (isGroup ? " (group)" : ""));
      }
    }
    return new NameEvent(
        at,
        start,
        client,
        server,
        asked.transactionId(),
        asked.operation(),
        asked.broadcast(),
        name.name(),
        name.suffix(),
        addresses.isEmpty() ? NetbiosSuffix.meaning(name) : NetbiosSuffix.meaning(name, group),
        name.scope(),
        result,
        group,
        addresses,
        names,
        unitId < 0 ? null : Context.mac(unitId),
        ttl,
        responseNanos);
  }

  private static NetbiosName name(NbnsMessage message) {
    if (!message.questions().isEmpty()) {
      return message.questions().get(0).name();
    }
    return message.records().isEmpty()
        ? new NetbiosName("", 0, "")
        : message.records().get(0).name();
  }
}
