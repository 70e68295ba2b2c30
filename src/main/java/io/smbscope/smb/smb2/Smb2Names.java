package io.smbscope.smb.smb2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names of numbers and bits, as in the specification; an unknown one as hexadecimal number. */
public final class Smb2Names {
  private static final String[] CAPABILITIES = {
    "DFS",
    "LEASING",
    "LARGE_MTU",
    "MULTI_CHANNEL",
    "PERSISTENT_HANDLES",
    "DIRECTORY_LEASING",
    "ENCRYPTION",
    "NOTIFICATIONS"
  };

  private Smb2Names() {}

  /** Such as {@code 3.0.2}; the wildcard 0x02FF is {@code 2.???}. [MS-SMB2] 2.2.4 */
  public static String dialect(int revision) {
    return switch (revision) {
      case 0x0202 -> "2.0.2";
      case 0x0210 -> "2.1";
      case 0x0300 -> "3.0";
      case 0x0302 -> "3.0.2";
      case 0x0311 -> "3.1.1";
      case 0x02FF -> "2.???";
      default -> hexadecimal(revision, 4);
    };
  }

  /** Capabilities of NEGOTIATE, in the order of their bits. [MS-SMB2] 2.2.3, 2.2.4 */
  public static List<String> capabilities(long bits) {
    return bits(bits, 0, CAPABILITIES);
  }

  /** The caching mode, one of four, then the flags. [MS-SMB2] 2.2.10 */
  public static List<String> shareFlags(long flags) {
    List<String> names = new ArrayList<>();
    names.add(
        switch ((int) flags & 0x30) {
          case 0x00 -> "MANUAL_CACHING";
          case 0x10 -> "AUTO_CACHING";
          case 0x20 -> "VDO_CACHING";
          default -> "NO_CACHING";
        });
    names.addAll(
        bits(
            flags & ~0x30L,
            0,
            "DFS",
            "DFS_ROOT",
            null,
            null,
            null,
            null,
            null,
            null,
            "RESTRICT_EXCLUSIVE_OPENS",
            "FORCE_SHARED_DELETE",
            "ALLOW_NAMESPACE_CACHING",
            "ACCESS_BASED_DIRECTORY_ENUM",
            "FORCE_LEVELII_OPLOCK",
            "ENABLE_HASH_V1",
            "ENABLE_HASH_V2",
            "ENCRYPT_DATA",
            null,
            null,
            "IDENTITY_REMOTING",
            null,
            "COMPRESS_DATA",
            "ISOLATED_TRANSPORT"));
    return names;
  }

  /** Capabilities of a share. [MS-SMB2] 2.2.10 */
  public static List<String> shareCapabilities(long bits) {
    return bits(
        bits,
        3,
        "DFS",
        "CONTINUOUS_AVAILABILITY",
        "SCALEOUT",
        "CLUSTER",
        "ASYMMETRIC",
        "REDIRECT_TO_OWNER");
  }

  /** [MS-SMB2] 2.2.10 */
  public static String shareType(int type) {
    return switch (type) {
      case 1 -> "DISK";
      case 2 -> "PIPE";
      case 3 -> "PRINT";
      default -> hexadecimal(type, 2);
    };
  }

  /** [MS-SMB2] 2.2.3.1.1 */
  public static String hashAlgorithm(int id) {
    return id == 1 ? "SHA-512" : hexadecimal(id, 4);
  }

  /** [MS-SMB2] 2.2.3.1.2; 0 is said by a server that shares none with the client. */
  public static String cipher(int id) {
    return switch (id) {
      case 1 -> "AES-128-CCM";
      case 2 -> "AES-128-GCM";
      case 3 -> "AES-256-CCM";
      case 4 -> "AES-256-GCM";
      default -> hexadecimal(id, 4);
    };
  }

  /** [MS-SMB2] 2.2.3.1.3 */
  public static String compressionAlgorithm(int id) {
    return switch (id) {
      case 0 -> "NONE";
      case 1 -> "LZNT1";
      case 2 -> "LZ77";
      case 3 -> "LZ77+Huffman";
      case 4 -> "Pattern_V1";
      case 5 -> "LZ4";
      default -> hexadecimal(id, 4);
    };
  }

  /** [MS-SMB2] 2.2.3.1.6 */
  public static String rdmaTransform(int id) {
    return switch (id) {
      case 0 -> "NONE";
      case 1 -> "ENCRYPTION";
      case 2 -> "SIGNING";
      default -> hexadecimal(id, 4);
    };
  }

  /** [MS-SMB2] 2.2.3.1.7 */
  public static String signingAlgorithm(int id) {
    return switch (id) {
      case 0 -> "HMAC-SHA256";
      case 1 -> "AES-128-CMAC";
      case 2 -> "AES-128-GMAC";
      default -> hexadecimal(id, 4);
    };
  }

  private static List<String> bits(long bits, int first, String... names) {
    List<String> set = new ArrayList<>();
    long rest = bits;
    for (int i = 0; i < names.length; i++) {
      long bit = 1L << (first + i);
      if (names[i] != null && (bits & bit) != 0) {
        set.add(names[i]);
        rest &= ~bit;
      }
    }
    if (rest != 0) {
      set.add(hexadecimal(rest, 8));
    }
    return set;
  }

  private static String hexadecimal(long number, int digits) {
    return String.format(Locale.ROOT, "0x%0" + digits + "x", number);
  }
}
