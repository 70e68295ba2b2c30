package io.smbscope.capture;

import org.pcap4j.core.Pcaps;

/** The native library that compiles filters and captures from interfaces. */
public final class Libpcap {
  private static final String MISSING =
      " needs libpcap, which is not installed"
          + " (Debian, Ubuntu: libpcap0.8; Fedora: libpcap; Windows: Npcap; macOS has it)";

  private Libpcap() {}

  /**
   * Throws when there is no libpcap; then nothing else that uses it works.
   *
   * @param what needs it, for the message
   */
  public static void require(String what) throws CaptureException {
    try {
      Pcaps.libVersion();
    } catch (LinkageError missing) {
      throw new CaptureException(what + MISSING, missing);
    }
  }
}
