package io.smbscope.output.stream;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A TLS connection to a peer whose certificate is signed by one that is trusted, and made out to
 * the host asked for. RFC 5425 4.2
 */
final class TlsConnection implements Connection {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int GOODBYE_MILLIS = 1_000;
  private static final long LOOK_NANOS = 50_000_000;

  private final Socket plain;
  private final SSLSocket socket;
  private final byte[] ignored = new byte[1 << 10];
  private long looked = System.nanoTime();

  private TlsConnection(Socket plain, SSLSocket socket) {
    this.plain = plain;
    this.socket = socket;
  }

  static Connection open(HostPort peer, SSLSocketFactory factory) throws IOException {
    Socket plain = new Socket();
    try {
      plain.setTcpNoDelay(true);
      plain.setKeepAlive(true);
      plain.connect(peer.resolve(), CONNECT_MILLIS);
      plain.setSoTimeout(CONNECT_MILLIS);
      SSLSocket socket = (SSLSocket) factory.createSocket(plain, peer.host(), peer.port(), true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return new TlsConnection(plain, socket);
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  /** Looks now and then only: there is no reading without waiting a millisecond. */
  private boolean ended() throws IOException {
    if (System.nanoTime() - looked < LOOK_NANOS) {
      return false;
    }
    looked = System.nanoTime();
    socket.setSoTimeout(1);
    try {
      return socket.getInputStream().read(ignored) < 0;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  /**
   * All octets at once, at most a record of TLS (RFC 8446 5.1), so that of a write that fails
   * nothing has arrived.
   */
  @Override
  public int write(byte[] octets, int from, int count) throws IOException {
    if (ended()) {
      throw new EOFException("connection closed by the peer");
    }
    socket.getOutputStream().write(octets, from, count);
    return count;
  }

  /**
   * Waits a little for the peer's goodbye: were what it sent (session tickets) not read, the system
   * would throw away what is on its way.
   */
  @Override
  public void finish() throws IOException {
    socket.shutdownOutput();
    socket.setSoTimeout(GOODBYE_MILLIS);
    try {
      while (socket.getInputStream().read(ignored) >= 0) {}
    } catch (SocketTimeoutException e) {
      // It has had its time.
    }
    socket.close();
  }

  /** Not the socket above: that would wait for a write under way. */
  @Override
  public void close() throws IOException {
    plain.close();
  }
}
