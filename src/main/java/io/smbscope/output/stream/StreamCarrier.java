package io.smbscope.output.stream;

import java.io.IOException;

/**
 * Frames over a connection, which is made again when it breaks; the new one begins with a whole
 * frame. Delivered is what the system has taken: what a peer had not read when it went away is not
 * known, and not sent again, so that nothing arrives twice.
 */
final class StreamCarrier implements Carrier {
  /** The most octets in a record of TLS, RFC 8446 5.1. */
  private static final int SLICE = 1 << 14;

  private final Connection.Connector connector;
  private final Tally tally;
  private volatile Connection connection;
  private volatile boolean closed;

  StreamCarrier(Connection.Connector connector, Tally tally) {
    this.connector = connector;
    this.tally = tally;
  }

  @Override
  public void carry(Chunk chunk) throws IOException {
    Connection to = connection;
    if (to == null) {
      chunk.rewind();
      to = connect();
    }
    try {
      while (chunk.hasNext()) {
        int gone = to.write(chunk.octets(), chunk.sent(), chunk.slice(SLICE));
        tally.delivered(chunk.advance(gone));
      }
    } catch (IOException e) {
      connection = null;
      to.close();
      throw e;
    }
  }

  private Connection connect() throws IOException {
    Connection made = connector.connect();
    connection = made;
    if (closed) {
      made.close();
      throw new IOException("given up");
    }
    return made;
  }

  @Override
  public void settle() throws IOException {
    Connection to = connection;
    if (to != null) {
      to.finish();
    }
  }

  @Override
  public void close() {
    closed = true;
    Connection to = connection;
    if (to != null) {
      try {
        to.close();
      } catch (IOException e) {
        tally.trouble(e);
      }
    }
  }
}
