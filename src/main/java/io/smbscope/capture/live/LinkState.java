package io.smbscope.capture.live;

import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether packets can come over an interface. */
enum LinkState {
  UP,
  DOWN,
  NO_LINK;

  private static final Path LINUX = Path.of("/sys/class/net");
  private static final int IFF_UP = 1;

  /** {@link #UP} when in doubt. */
  static LinkState of(String interfaceName) {
    try {
      Path device = LINUX.resolve(interfaceName);
      return Files.exists(device) ? ofLinux(device) : ofOthers(interfaceName);
    } catch (IOException | RuntimeException unknown) {
      return UP;
    }
  }

  private static LinkState ofLinux(Path device) throws IOException {
    int flags = Integer.decode(Files.readString(device.resolve("flags")).strip());
    if ((flags & IFF_UP) == 0) {
      return DOWN;
    }
    return Files.readString(device.resolve("carrier")).strip().equals("0") ? NO_LINK : UP;
  }

  private static LinkState ofOthers(String name) throws IOException {
    NetworkInterface known = NetworkInterface.getByName(name);
    return known == null || known.isUp() ? UP : DOWN;
  }
}
