package io.smbscope.dissect;

import io.smbscope.net.IpAddress;
import java.util.HashMap;
import java.util.Map;
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
  private final StreamSide fromServer = new StreamSide();
  private final StreamSide fromClient = new StreamSide();

  Conversation(Key key) {
    this.key = key;
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
