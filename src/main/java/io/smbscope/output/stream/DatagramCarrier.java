package io.smbscope.output.stream;

import java.io.IOException;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/**
 * A frame a datagram. Whether one arrives is known only when the peer's host says that nobody
 * listens; none is sent again.
 */
final class DatagramCarrier implements Carrier {
  /** What the usual receive buffer of a socket holds for sure. */
  private static final int BURST_OCTETS = 1 << 15;

  private static final int BURST_DATAGRAMS = 32;

  private final HostPort peer;
  private final Tally tally;
  private volatile DatagramChannel channel;
  private volatile boolean closed;
  private int datagrams;
  private int octets;

  DatagramCarrier(HostPort peer, Tally tally) {
    this.peer = peer;
    this.tally = tally;
  }

  @Override
  public void carry(Chunk chunk) throws IOException, InterruptedException {
    DatagramChannel to = channel;
    if (to == null) {
      to = open();
    }
    while (chunk.hasNext()) {
      int length = chunk.nextEnd() - chunk.nextStart();
      pace(length);
      ByteBuffer datagram = ByteBuffer.wrap(chunk.octets(), chunk.nextStart(), length);
      try {
        to.write(datagram);
      } catch (PortUnreachableException e) {
        // Of one before; this one was not sent.
        tally.takeBack(1);
        tally.trouble(new IOException("nobody listens there", e));
        continue;
      }
      tally.delivered(chunk.advance(length));
    }
  }

  /** A receiver that is not faster than a burst would lose the rest of it unseen. */
  private void pace(int length) throws InterruptedException {
    datagrams++;
    octets += length;
    if (datagrams > BURST_DATAGRAMS || octets > BURST_OCTETS) {
      Thread.sleep(1);
      datagrams = 1;
      octets = length;
    }
  }

  private DatagramChannel open() throws IOException {
    DatagramChannel made = DatagramChannel.open();
    try {
      made.connect(peer.resolve());
    } catch (IOException e) {
      made.close();
      throw e;
    }
    channel = made;
    if (closed) {
      made.close();
      throw new IOException("given up");
    }
    return made;
  }

  @Override
  public void settle() {}

  @Override
  public void close() {
    closed = true;
    DatagramChannel to = channel;
    if (to != null) {
      try {
        to.close();
      } catch (IOException e) {
        tally.trouble(e);
      }
    }
  }
}
