package io.smbscope.capture.live;

import io.smbscope.capture.CaptureException;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An interface of a test's own: gives the packets that were added, then none, or breaks. */
final class FakeFeed implements PacketFeed {
  static final int ETHERNET = 1;

  /** A packet, filled with the low octet of its time. */
  record Frame(long nanos, int length, int wireLength) {}

  private final ConcurrentLinkedQueue<Frame> frames = new ConcurrentLinkedQueue<>();
  private final int linkType;
  private Frame current;
  private volatile String broken;
  private volatile int kernelDrops;
  private volatile boolean closed;

  FakeFeed() {
    this(ETHERNET);
  }

  FakeFeed(int linkType) {
    this.linkType = linkType;
  }

  FakeFeed add(long nanos, int length) {
    frames.add(new Frame(nanos, length, length));
    return this;
  }

  FakeFeed addCut(long nanos, int length, int wireLength) {
    frames.add(new Frame(nanos, length, wireLength));
    return this;
  }

  /** Breaks behind what was added so far. */
  FakeFeed breakWith(String message) {
    broken = message;
    return this;
  }

  void dropInKernel(int packets) {
    kernelDrops = packets;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public boolean next() throws CaptureException {
    Frame next = frames.poll();
    if (next == null && broken != null) {
      throw new CaptureException(broken);
    }
    current = next;
    return next != null;
  }

  @Override
  public long nanos() {
    return current.nanos();
  }

  @Override
  public int length() {
    return current.length();
  }

  @Override
  public int wireLength() {
    return current.wireLength();
  }

  @Override
  public void copyTo(ByteBuffer buffer, int at) {
    for (int i = 0; i < current.length(); i++) {
      buffer.put(at + i, (byte) current.nanos());
    }
  }

  @Override
  public int linkType() {
    return linkType;
  }

  @Override
  public int snapLength() {
    return CaptureOptions.MOST_SNAP_LENGTH;
  }

  @Override
  public void tellLosses(LossCounter losses) {
    losses.update(kernelDrops, 0);
  }

  @Override
  public void close() {
    closed = true;
  }
}
