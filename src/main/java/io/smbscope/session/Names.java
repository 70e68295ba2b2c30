package io.smbscope.session;

import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Stamp;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FlowKey;
import io.smbscope.event.NameEvent;
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

  /** After a WACK, whatever time it asks for: its TTL is anyone's to choose. */
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private static final int OPCODE_WACK = 7;
  private static final int FLAG_GROUP_NAME = 0x8000;

  private record Key(int transactionId, String asker) {}

  private static final class Request {
    final Stamp at;
    final Endpoint client;
    final Endpoint server;
    final NbnsMessage message;

    /** Packet time from which its wait runs. */
    long since;

    boolean answered;

    Request(Stamp at, Endpoint client, Endpoint server, NbnsMessage message) {
      this.at = at;
      this.client = client;
      this.server = server;
      this.message = message;
      this.since = at.nanos();
    }
  }

  private final Context context;

  /** Oldest first. A request enters; it leaves when its wait is over or the table is full. */
  private final Map<Key, Request> waiting = new LinkedHashMap<>();

  /** The same, moved here by a WACK: the server takes its time. RFC 1002 4.2.16 */
  private final Map<Key, Request> acknowledged = new LinkedHashMap<>();

  Names(Context context) {
    this.context = context;
  }

  void message(Stamp at, FlowKey flow, boolean fromClient, NbnsMessage message) {
    expire(waiting, at.nanos() - WAIT_NANOS);
    expire(acknowledged, at.nanos() - PATIENCE_NANOS);
    Endpoint sender = fromClient ? flow.client() : flow.server();
    Endpoint receiver = fromClient ? flow.server() : flow.client();
    if (message.response()) {
      answer(at, sender, receiver, message);
    } else {
      request(at, flow, new Request(at, sender, receiver, message));
    }
  }

  private void request(Stamp at, FlowKey flow, Request request) {
    Key key = new Key(request.message.transactionId(), request.client.ip());
    Request before = awaited(key);
    if (before != null && before.message.questions().equals(request.message.questions())) {
      return;
    }
    if (before != null) {
      waiting.remove(key);
      acknowledged.remove(key);
      unanswered(before);
    }
    waiting.put(key, request);
    if (waiting.size() + acknowledged.size() > context.limits().names()) {
      Map<Key, Request> fuller = acknowledged.size() > waiting.size() ? acknowledged : waiting;
      Iterator<Request> oldest = fuller.values().iterator();
      Request evicted = oldest.next();
      oldest.remove();
      context.anomaly(AnomalyKind.LIMIT_REACHED, at, flow, "", "name request evicted");
      unanswered(evicted);
    }
  }

  private Request awaited(Key key) {
    Request request = waiting.get(key);
    return request != null ? request : acknowledged.get(key);
  }

  private void answer(Stamp at, Endpoint server, Endpoint client, NbnsMessage message) {
    Key key = new Key(message.transactionId(), client.ip());
    if (message.opcode() == OPCODE_WACK) {
      acknowledge(key, at);
      return;
    }
    Request request = awaited(key);
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

  private void acknowledge(Key key, Stamp at) {
    Request request = waiting.remove(key);
    if (request != null) {
      request.since = at.nanos();
      acknowledged.put(key, request);
    }
  }

  private void expire(Map<Key, Request> table, long before) {
    Iterator<Request> oldest = table.values().iterator();
    while (oldest.hasNext()) {
      Request request = oldest.next();
      if (request.since > before) {
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
    acknowledged.values().forEach(this::unanswered);
    acknowledged.clear();
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
