package io.smbscope.dissect;

import io.smbscope.net.IpAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What the frames of two ends have told so far. Each protocol keeps a state of its own in it. */
public final class Conversation {
  /**
   * The two ends, the server first.
   *
   * @param tcp otherwise UDP
   */
  record Key(boolean tcp, IpAddress server, int serverPort, IpAddress client, int clientPort) {}

  private final Key key;
  private final Map<Class<?>, Object> states = new HashMap<>();
  private final StreamSide fromServer;
  private final StreamSide fromClient;

  /**
   * @param memory octets that pending messages of all conversations take
   */
  Conversation(Key key, AtomicLong memory) {
    this.key = key;
    this.fromServer = new StreamSide(memory);
    this.fromClient = new StreamSide(memory);
  }

  /** Gives its memory back. */
  void forget() {
    fromServer.clear();
    fromClient.clear();
  }

  boolean has(Key other) {
    return key.equals(other);
  }

  boolean isServer(IpAddress address, int port) {
    return port == key.serverPort && address.equals(key.server);
  }

  /** The server's port. */
  public int port() {
    return key.serverPort;
  }

  StreamSide side(boolean toServer) {
    return toServer ? fromClient : fromServer;
  }

  /** The state of a protocol, made when first asked for. */
  public <T> T state(Class<T> protocol, Supplier<T> first) {
    return protocol.cast(states.computeIfAbsent(protocol, p -> first.get()));
  }
}
