package io.smbscope.capture.live;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Adds up libpcap's counters of an interface, which have 32 bits and begin anew each time it is
 * opened. Written by one thread, read by any.
 */
final class LossCounter {
  private int lastKernel;
  private int lastInterface;
  private final AtomicLong kernel = new AtomicLong();
  private final AtomicLong byInterface = new AtomicLong();

  /** The interface was opened: its counters are 0. */
  void reset() {
    lastKernel = 0;
    lastInterface = 0;
  }

  /** Takes what the counters say now. */
  void update(int kernelDrops, int interfaceDrops) {
    kernel.addAndGet(Integer.toUnsignedLong(kernelDrops - lastKernel));
    byInterface.addAndGet(Integer.toUnsignedLong(interfaceDrops - lastInterface));
    lastKernel = kernelDrops;
    lastInterface = interfaceDrops;
  }

  /** Packets for which the kernel's buffer had no room. */
  long kernel() {
    return kernel.get();
  }

  /** Packets that the interface or its driver dropped. */
  long byInterface() {
    return byInterface.get();
  }
}
