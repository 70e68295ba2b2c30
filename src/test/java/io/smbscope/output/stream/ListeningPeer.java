package io.smbscope.output.stream;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A peer that waits for connections, on loopback or at a path. */
final class ListeningPeer implements Closeable {
  private final ServerSocketChannel server;

  private ListeningPeer(ServerSocketChannel server) {
    this.server = server;
  }

  static ListeningPeer tcp() throws IOException {
    return tcp(0);
  }

  static ListeningPeer tcp(int port) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open();
    return new ListeningPeer(
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
  }

  static ListeningPeer unix(Path path) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    return new ListeningPeer(server.bind(UnixDomainSocketAddress.of(path)));
  }

  /** What a user writes to reach it. */
  String spec() throws IOException {
    SocketAddress address = server.getLocalAddress();
    return address instanceof UnixDomainSocketAddress local
        ? "unix:" + local.getPath()
        : "tcp:127.0.0.1:" + port();
  }

  int port() throws IOException {
    return ((InetSocketAddress) server.getLocalAddress()).getPort();
  }

  Connection.Connector connector() throws IOException {
    return server.getLocalAddress() instanceof UnixDomainSocketAddress local
        ? () -> ChannelConnection.unix(local)
        : connector(port());
  }

  static Connection.Connector connector(int port) {
    return () -> ChannelConnection.tcp(new HostPort("127.0.0.1", port));
  }

  SocketChannel accept() throws IOException {
    return server.accept();
  }

  static BufferedReader lines(SocketChannel connection) {
    return new BufferedReader(Channels.newReader(connection, StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
