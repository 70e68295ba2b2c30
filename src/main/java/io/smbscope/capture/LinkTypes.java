package io.smbscope.capture;

/** Link type numbers. */
public final class LinkTypes {
  private static final int RAW = 101;

  /** DLT_RAW of most systems, and of OpenBSD. */
  private static final int DLT_RAW = 12;

  private static final int DLT_RAW_OPENBSD = 14;

  private LinkTypes() {}

  /**
   * The LINKTYPE_ value of what a file or libpcap says: raw IP is 101 in files, but some writers,
   * and libpcap at run time, use the system's own number.
   */
  public static int of(int fileOrRunTimeValue) {
    return fileOrRunTimeValue == DLT_RAW || fileOrRunTimeValue == DLT_RAW_OPENBSD
        ? RAW
        : fileOrRunTimeValue;
  }
}
