package io.smbscope.output.stream;

import java.io.Closeable;
import java.io.IOException;

/** A stream of octets to a peer, which sends nothing of interest back. */
interface Connection extends Closeable {
  /** How a connection comes about. */
  interface Connector {
    Connection connect() throws IOException;
  }

  /**
   * Waits for the peer; returns how many octets went.
   *
   * @throws IOException none of them went
   */
  int write(byte[] octets, int from, int count) throws IOException;

  /** Tells the peer that nothing more comes, and ends the connection so that all arrives. */
  void finish() throws IOException;

  /** Ends also what other threads wait for. */
  @Override
  void close() throws IOException;
}
