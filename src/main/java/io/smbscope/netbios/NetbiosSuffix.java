package io.smbscope.netbios;

/**
 * What the sixteenth octet of a NetBIOS name says of its owner. [MS-NBTE] 2.2.1 leaves it to the
 * applications; the values are those Microsoft's products register.
 */
public final class NetbiosSuffix {
  private NetbiosSuffix() {}

  /** What {@code name} stands for, where it is known to be a group's or not; null when unknown. */
  public static String meaning(NetbiosName name, boolean group) {
    return group ? ofGroup(name) : ofUnique(name);
  }

  /** What {@code name} stands for, where a question does not tell; null when unknown. */
  public static String meaning(NetbiosName name) {
    String unique = ofUnique(name);
    String group = ofGroup(name);
    if (unique == null || group == null) {
      return unique == null ? group : unique;
    }
    return unique.equals(group) ? unique : unique + " or " + group;
  }

  private static String ofUnique(NetbiosName name) {
    if (name.name().equals("*")) {
      return "any name";
    }
    return switch (name.suffix()) {
      case 0x00 -> "workstation";
      case 0x03 -> "messenger";
      case 0x06 -> "remote access server";
      case 0x1B -> "domain master browser";
      case 0x1D -> "local master browser";
      case 0x1F -> "NetDDE";
      case 0x20 -> "file server";
      case 0x21 -> "remote access client";
      case 0x22 -> "Exchange interchange";
      case 0x23 -> "Exchange store";
      case 0x24 -> "Exchange directory";
      case 0x30 -> "modem sharing server";
      case 0x31 -> "modem sharing client";
      case 0x43 -> "SMS remote control client";
      case 0x44 -> "SMS remote control";
      case 0x45 -> "SMS remote chat";
      case 0x46 -> "SMS remote transfer";
      case 0x6A -> "Exchange internet mail connector";
      case 0x87 -> "Exchange message transfer agent";
      case 0xBE -> "network monitor agent";
      case 0xBF -> "network monitor";
      default -> null;
    };
  }

  private static String ofGroup(NetbiosName name) {
    if (name.name().equals("*")) {
      return "any name";
    }
    return switch (name.suffix()) {
      case 0x00 -> "domain or workgroup";
      case 0x01 -> "master browsers";
      case 0x1C -> name.name().equals("INet~Services") ? "web servers" : "domain controllers";
      case 0x1E -> "browser elections";
      default -> null;
    };
  }
}
