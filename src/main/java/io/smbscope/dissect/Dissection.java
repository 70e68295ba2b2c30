package io.smbscope.dissect;

import io.smbscope.net.IpAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The frame that is being dissected. Used for one frame after another, by one thread. */
public final class Dissection {
  public final FrameTree tree;

  /** Counted from 1. */
  public long frame;

  /** Nanoseconds since 1970-01-01T00:00:00Z. */
  public long nanos;

  public IpAddress source;
  public IpAddress destination;
  public int sourcePort;
  public int destinationPort;

  /** What is known of the two ends. */
  public Conversation conversation;

  private final Map<Class<?>, Object> states = new HashMap<>();

  public Dissection(FrameTree tree) {
    this.tree = tree;
  }

  /**
   * Dissects a message. What its protocol does not expect of it is shown as malformed, and the
   * frame goes on.
   */
  void guard(Dissector protocol, Region region) {
    int depth = tree.depth();
    int source = tree.source();
    try {
      protocol.dissect(this, region);
    } catch (RuntimeException | StackOverflowError e) {
      tree.depth(depth);
      tree.source(source);
      tree.say("[Malformed Packet]", region.origin(), region.octets().length());
    }
  }

  /** The state of a protocol over all conversations, made when first asked for. */
  public <T> T state(Class<T> protocol, Supplier<T> first) {
    return protocol.cast(states.computeIfAbsent(protocol, p -> first.get()));
  }

  /** To the port that is ours; where both are, to the lower one. */
  public boolean toServer() {
    return conversation.isServer(destination, destinationPort);
  }
}
