package io.smbscope.dissect;

import io.smbscope.net.IpAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The conversations heard last; beyond {@link #MOST} the one longest silent is forgotten. */
final class Conversations {
  private static final int MOST = 16_384;
  private static final int FIRST_EPHEMERAL = 1024;

  private final AtomicLong memory = new AtomicLong();
  private final Map<Conversation.Key, Conversation> table =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Conversation.Key, Conversation> eldest) {
          if (size() <= MOST) {
            return false;
          }
          eldest.getValue().forget();
          return true;
        }
      };

  /** Most frames are of the same as the one before. */
  private Conversation last;

  Conversation of(
      boolean tcp, IpAddress source, int sourcePort, IpAddress destination, int destinationPort) {
    boolean toServer =
        destinationPort < sourcePort
            || (destinationPort == sourcePort && destinationPort < FIRST_EPHEMERAL);
    Conversation.Key key =
        toServer
            ? new Conversation.Key(tcp, destination, destinationPort, source, sourcePort)
            : new Conversation.Key(tcp, source, sourcePort, destination, destinationPort);
    if (destinationPort == sourcePort) {
      Conversation.Key other =
          new Conversation.Key(tcp, source, sourcePort, destination, destinationPort);
      Conversation known = table.get(other);
      if (known != null) {
        return known;
      }
    }
    if (last == null || !last.has(key)) {
      last = table.computeIfAbsent(key, k -> new Conversation(k, memory));
    }
    return last;
  }
}
