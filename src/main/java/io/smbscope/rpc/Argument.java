package io.smbscope.rpc;

/**
 * A parameter of a call, or a member of a parameter that is a structure.
 *
 * @param name as the interface's IDL spells it, such as {@code lpServiceName} or {@code
 *     shi1_netname}; the elements of an array are arguments of the same name, in their order
 * @param value text as it was sent, without the null characters that end it; numbers in decimal,
 *     octets and status codes in hexadecimal, GUIDs and SIDs in their usual text. Hostile: nothing
 *     is escaped
 */
public record Argument(String name, String value) {
  /** Characters (UTF-16 units) of a value; what is behind them is left out. */
  public static final int MAX_VALUE = 1024;

  /** Characters of the XML of a task, which says at its end what is run. */
  public static final int MAX_XML = 8192;

  /** Arguments of one name in one call; what follows is left out. */
  public static final int MAX_SAME_NAME = 64;

  /** Name of what a call returns: the status or error code, as {@code 0x00000005}. */
  public static final String STATUS = "status";
}
