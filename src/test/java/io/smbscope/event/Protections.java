package io.smbscope.event;

/** Encryption and signing as tests need them, one of each verdict. */
public final class Protections {
  public static final Encryption ENCRYPTED =
      new Encryption(true, true, true, false, "AES-128-GCM", false, 100, 20_000, 0);
  public static final Encryption ENCRYPTED_BY_SHARE =
      new Encryption(true, true, false, true, "AES-256-GCM", false, 50, 9_000, 0);
  public static final Encryption PARTLY =
      new Encryption(true, true, false, true, "AES-128-GCM", false, 50, 9_000, 8);
  public static final Encryption DEMANDED_NOT_SEEN =
      new Encryption(true, true, true, false, "AES-128-GCM", false, 0, 0, 30);
  public static final Encryption POSSIBLE =
      new Encryption(true, true, false, false, "AES-128-GCM", false, 0, 0, 20);
  public static final Encryption CLIENT_CANNOT =
      new Encryption(false, true, false, false, null, false, 0, 0, 20);
  public static final Encryption NEITHER_CAN =
      new Encryption(false, false, false, false, null, false, 0, 0, 20);
  public static final Encryption UNKNOWN =
      new Encryption(null, null, false, false, null, false, 0, 0, 20);

  public static final Signing SIGNED =
      new Signing(true, false, true, true, "AES-128-GMAC", 20, 0, 0);
  public static final Signing PARTLY_SIGNED =
      new Signing(true, false, true, false, "AES-128-CMAC", 12, 0, 8);
  public static final Signing UNSIGNED = new Signing(true, false, true, false, null, 0, 0, 20);
  public static final Signing REQUIRED_NOT_SEEN =
      new Signing(true, true, true, false, null, 0, 0, 20);
  public static final Signing NOTHING_SIGNABLE =
      new Signing(true, false, true, true, "AES-128-GMAC", 0, 0, 0);

  private Protections() {}
}
