package io.smbscope.detect;

import java.util.List;

/** What a file is by its first octets, in hexadecimal as {@code ContentEvent.head} tells them. */
public final class FileHead {
  private static final String PORTABLE_EXECUTABLE = "4d5a";
  private static final String ELF = "7f454c46";

  /**
   * The first 16 octets of the test file of the European Institute for Computer Antivirus Research.
   */
  private static final String EICAR = "58354f2150254041505b345c505a5835";

  /** How files begin that people work with, and archives of them. */
  private static final List<String> KNOWN =
      List.of(
          "25504446", // PDF
          "504b0304", // ZIP, and Office since 2007
          "d0cf11e0a1b11ae1", // Office before 2007
          "7b5c727466", // RTF
          "ffd8ff", // JPEG
          "89504e47", // PNG
          "47494638", // GIF
          "49492a00", // TIFF
          "4d4d002a",
          "3c3f786d6c", // XML
          "3c21444f4354", // HTML
          "53514c697465", // SQLite
          "000100005374616e64617264", // Access
          "1f8b", // gzip
          "377abcaf271c", // 7-Zip
          "52617221", // RAR
          "425a68", // bzip2
          "fd377a585a", // xz
          "28b52ffd", // zstd
          "2142444e", // Outlook
          "4f676753", // Ogg
          "494433", // MP3
          "52494646", // RIFF
          "38425053", // Photoshop
          "41433130"); // AutoCAD

  /** Whether one of them begins with an octet. */
  private static final boolean[] FIRST = new boolean[1 << Byte.SIZE];

  static {
    KNOWN.forEach(head -> FIRST[octet(head, 0)] = true);
  }

  private FileHead() {}

  private static int octet(String head, int index) {
    return Character.digit(head.charAt(2 * index), 16) << 4
        | Character.digit(head.charAt(2 * index + 1), 16);
  }

  /** A program of Windows or Unix; not for null. */
  public static boolean program(String head) {
    return head != null && (head.startsWith(PORTABLE_EXECUTABLE) || head.startsWith(ELF));
  }

  public static boolean eicar(String head) {
    return head != null && head.startsWith(EICAR);
  }

  /** It begins as files of some kind do. */
  public static boolean known(String head) {
    if (head == null || head.length() < 2 || !FIRST[octet(head, 0)]) {
      return false;
    }
    for (int i = 0; i < KNOWN.size(); i++) {
      if (head.startsWith(KNOWN.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** It is readable: printable ASCII, tabs and line ends, or such in UTF-16 or UTF-8. */
  public static boolean text(String head) {
    if (head == null || head.isEmpty()) {
      return false;
    }
    boolean utf16 = head.startsWith("fffe") || head.startsWith("feff");
    return utf16 || head.startsWith("efbbbf") || readable(head);
  }

  private static boolean readable(String head) {
    for (int i = 0; i < head.length() / 2; i++) {
      int octet = octet(head, i);
      boolean printable = octet >= ' ' && octet < 0x7F;
      if (!printable && octet != '\t' && octet != '\r' && octet != '\n') {
        return false;
      }
    }
    return true;
  }
}
