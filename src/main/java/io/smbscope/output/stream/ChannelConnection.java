package io.smbscope.output.stream;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * A stream socket, of TCP or of the UNIX domain. It does not block, for how much has gone of a
 * write that is broken off in its midst would not be known.
 */
final class ChannelConnection implements Connection {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int LONGEST_PAUSE_MILLIS = 128;

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final ByteBuffer ignored = ByteBuffer.allocateDirect(1 << 12);

  /** The peer sends nothing more. */
  private boolean inputEnded;

  private ChannelConnection(SocketChannel channel) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
    selector = channel.provider().openSelector();
    key = channel.register(selector, SelectionKey.OP_READ | SelectionKey.OP_WRITE);
  }

  static Connection tcp(HostPort peer) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
      channel.socket().connect(peer.resolve(), CONNECT_MILLIS);
      return new ChannelConnection(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  static Connection unix(UnixDomainSocketAddress peer) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(peer);
      return new ChannelConnection(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public int write(byte[] octets, int from, int count) throws IOException {
    ByteBuffer source = ByteBuffer.wrap(octets, from, count);
    try {
      int gone = inputEnds() ? probe(source) : channel.write(source);
      while (gone == 0) {
        selector.select();
        selector.selectedKeys().clear();
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("given up");
        }
        gone = inputEnds() ? probe(source) : channel.write(source);
      }
      return gone;
    } catch (ClosedSelectorException e) {
      throw new IOException("given up", e);
    }
  }

  /** Reads what the peer sends; returns whether it has just ended that. */
  private boolean inputEnds() throws IOException {
    if (inputEnded) {
      return false;
    }
    int read;
    do {
      read = channel.read(ignored.clear());
    } while (read == ignored.capacity());
    if (read < 0) {
      inputEnded = true;
      key.interestOps(SelectionKey.OP_WRITE);
    }
    return inputEnded;
  }

  /**
   * Writes a few octets, one now and then. A peer that ended its side of the connection may still
   * read, or be gone: then its system answers the first octet with a reset, and a later one fails.
   * RFC 9293 3.10.7
   */
  private int probe(ByteBuffer source) throws IOException {
    int start = source.position();
    int end = source.limit();
    try {
      for (int pause = 1; pause <= LONGEST_PAUSE_MILLIS && source.position() < end; pause *= 2) {
        source.limit(source.position() + 1);
        channel.write(source);
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    source.limit(end);
    return source.position() - start;
  }

  /** What the peer sent must be read first: else the system would throw away what is on its way. */
  @Override
  public void finish() throws IOException {
    channel.shutdownOutput();
    inputEnds();
    close();
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      selector.close();
    }
  }
}
