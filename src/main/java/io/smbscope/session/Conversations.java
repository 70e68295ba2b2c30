package io.smbscope.session;

import io.smbscope.base.Stamp;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowKey;
import io.smbscope.net.FlowInfo;
import io.smbscope.net.FlowStats;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * UDP conversations, and what is said of any flow when it ends. Where the first datagram is a
 * response, as to a broadcast, its sender is the server.
 */
final class Conversations {
  private static final class Conversation {
    FlowKey key;
    boolean swapped;
    boolean settled;

    Conversation(FlowKey key) {
      this.key = key;
    }
  }

  private final Context context;

  /** By id of the flow. {@link #started} adds, {@link #ended} removes; the flow tables bound it. */
  private final Map<Long, Conversation> conversations = new HashMap<>();

  Conversations(Context context) {
    this.context = context;
  }

  FlowKey started(Stamp at, FlowInfo flow) {
    FlowKey key =
        new FlowKey(
            flow.id(),
            at,
            flow.tcp(),
            Context.client(flow),
            Context.server(flow),
            flow.vlans(),
            flow.midstream());
    conversations.put(flow.id(), new Conversation(key));
    return key;
  }

  /** A datagram was seen; the first says who is the server. */
  void datagram(FlowInfo flow, boolean fromClient, boolean response) {
    Conversation conversation = conversations.get(flow.id());
    if (conversation == null || conversation.settled) {
      return;
    }
    conversation.settled = true;
    if (response == fromClient) {
      FlowKey key = conversation.key;
      conversation.swapped = true;
      conversation.key =
          new FlowKey(
              key.id(),
              key.start(),
              key.tcp(),
              /* client= */ key.server(),
              /* server= */ key.client(),
              key.vlans(),
              key.midstream());
    }
  }

  /** Null when it is not one of these. */
  FlowKey key(long flow) {
    Conversation conversation = conversations.get(flow);
    return conversation == null ? null : conversation.key;
  }

  /** Whether the flow's client is the server of {@link #key}. */
  boolean swapped(long flow) {
    Conversation conversation = conversations.get(flow);
    return conversation != null && conversation.swapped;
  }

  void ended(Stamp at, FlowInfo flow, FlowStats stats) {
    Conversation conversation = conversations.remove(flow.id());
    if (conversation != null) {
      context.emit(event(at, conversation.key, stats, conversation.swapped, false));
    }
  }

  /**
   * @param swapped the flow's client is the server of {@code key}
   */
  static FlowEvent event(Stamp at, FlowKey key, FlowStats stats, boolean swapped, boolean smb) {
    return new FlowEvent(
        at,
        key,
        stats.last(),
        endReason(stats),
        side(swapped ? stats.server() : stats.client()),
        side(swapped ? stats.client() : stats.server()),
        smb,
        swapped ? swapped(stats.history()) : stats.history());
  }

  static String endReason(FlowStats stats) {
    return stats.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static FlowEvent.Side side(FlowStats.Side side) {
    return new FlowEvent.Side(
        side.packets(),
        side.ipBytes(),
        side.frameBytes(),
        side.bytes(),
        side.streamBytes(),
        side.missing(),
        side.tcpFlags(),
        side.mac() < 0 ? null : Context.mac(side.mac()),
        side.vlans());
  }

  private static String swapped(String history) {
    StringBuilder letters = new StringBuilder(history.length() + 1).append('^');
    for (int i = 0; i < history.length(); i++) {
      char letter = history.charAt(i);
      letters.append(
          Character.isUpperCase(letter)
              ? Character.toLowerCase(letter)
              : Character.toUpperCase(letter));
    }
    return letters.toString();
  }
}
