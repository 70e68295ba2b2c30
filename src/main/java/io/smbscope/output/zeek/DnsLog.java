package io.smbscope.output.zeek;

import io.smbscope.base.Stamp;
import io.smbscope.event.Event;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowKey;
import io.smbscope.event.NbnsEvent;
import io.smbscope.netbios.NbnsMessage;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code dns.log}: NetBIOS names as Zeek's DNS analyzer logs them. A request has its row when its
 * reply comes on the same conversation, by the transaction id, else when that ends; one sent again
 * has a row of its own. Zeek follows queries and registrations only: releases, refreshes, WACKs and
 * multi-homed registrations have none.
 */
final class DnsLog implements EventLog {
  private static final int QUERY = 0;
  private static final int REGISTRATION = 5;
  private static final int NOTIFY = 4;

  /** Transaction ids of a conversation that wait, and messages of one of them; Zeek's bounds. */
  private static final int PENDING = 50;

  /** Messages of all conversations that wait. */
  private static final int ALL_PENDING = 1 << 16;

  private static final class Conversation {
    final Map<Integer, Deque<DnsExchange>> requests = new LinkedHashMap<>();
    final Map<Integer, Deque<DnsExchange>> replies = new LinkedHashMap<>();
  }

  private final ZeekLog log;
  private final ZeekIds ids;

  /** By id of the flow; a message enters, the flow's end removes. */
  private final Map<Long, Conversation> conversations = new HashMap<>();

  private int pending;

  DnsLog(ZeekForm form, ZeekIds ids) {
    this.log = new ZeekLog(form, "dns", DnsExchange.COLUMNS);
    this.ids = ids;
  }

  @Override
  public ZeekLog file() {
    return log;
  }

  @Override
  public void accept(Event event) throws IOException {
    if (event instanceof NbnsEvent name) {
      int opcode = name.message().opcode();
      if (opcode == QUERY || opcode == REGISTRATION || opcode == NOTIFY) {
        message(name);
      }
    } else if (event instanceof FlowEvent flow) {
      Conversation conversation = conversations.remove(flow.flow().id());
      if (conversation != null) {
        writeUnmatched(conversation.requests, flow.at(), flow.flow());
        writeUnmatched(conversation.replies, flow.at(), flow.flow());
      }
    }
  }

  private void message(NbnsEvent event) throws IOException {
    NbnsMessage message = event.message();
    int id = message.transactionId();
    Conversation conversation = conversations.get(event.flow().id());
    if (conversation == null) {
      conversation = new Conversation();
      conversations.put(event.flow().id(), conversation);
    }
    boolean response = message.response();
    DnsExchange exchange = take(response ? conversation.requests : conversation.replies, id);
    boolean matched = exchange != null;
    if (!matched) {
      exchange = new DnsExchange(event.at(), id);
    }
    if (response) {
      exchange.reply(event.at(), message);
    } else {
      exchange.request(message);
    }
    if (matched) {
      exchange.write(log, event.at(), ids.uid(event.flow()), event.flow());
    } else {
      keep(response ? conversation.replies : conversation.requests, exchange, event);
    }
  }

  /** The oldest of this id that waits, or null. */
  private DnsExchange take(Map<Integer, Deque<DnsExchange>> waiting, int id) {
    Deque<DnsExchange> queue = waiting.get(id);
    if (queue == null) {
      return null;
    }
    pending--;
    DnsExchange exchange = queue.removeFirst();
    if (queue.isEmpty()) {
      waiting.remove(id);
    }
    return exchange;
  }

  private void keep(Map<Integer, Deque<DnsExchange>> waiting, DnsExchange exchange, NbnsEvent event)
      throws IOException {
    Deque<DnsExchange> queue = waiting.get(exchange.transactionId);
    if (pending >= ALL_PENDING || (queue == null && waiting.size() > PENDING)) {
      writeUnmatched(waiting, event.at(), event.flow());
      queue = null;
    } else if (queue != null && queue.size() > PENDING) {
      writeUnmatched(queue, event.at(), event.flow());
    }
    if (pending >= ALL_PENDING) {
      exchange.write(log, event.at(), ids.uid(event.flow()), event.flow());
      return;
    }
    if (queue == null) {
      queue = new ArrayDeque<>(1);
      waiting.put(exchange.transactionId, queue);
    }
    queue.addLast(exchange);
    pending++;
  }

  private void writeUnmatched(Map<Integer, Deque<DnsExchange>> waiting, Stamp at, FlowKey flow)
      throws IOException {
    for (Deque<DnsExchange> queue : waiting.values()) {
      writeUnmatched(queue, at, flow);
    }
    waiting.clear();
  }

  private void writeUnmatched(Deque<DnsExchange> queue, Stamp at, FlowKey flow) throws IOException {
    pending -= queue.size();
    for (DnsExchange exchange : queue) {
      exchange.write(log, at, ids.uid(flow), flow);
    }
    queue.clear();
  }
}
