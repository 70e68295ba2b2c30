package io.smbscope.event;

import io.smbscope.base.Stamp;
import java.util.List;

/**
 * Who still depends on something that an administrator may want to switch off, or to demand; one
 * for each such thing, also where nobody does. Told at the end, where it is wanted.
 *
 * @param topic as {@code smb1}, {@code unsigned}
 * @param title as {@code SMB1}
 * @param sentence the answer
 * @param dependences those for whom the change would break something first
 * @param leftOut how many more there are
 */
public record ReadinessEvent(
    Stamp at,
    String topic,
    String title,
    String sentence,
    List<Dependence> dependences,
    long leftOut)
    implements Event {

  /**
   * One client that depends on it, and on which server.
   *
   * @param client IP address
   * @param clientNames it is known by
   * @param server IP address; null where none is meant, as by a broadcast
   * @param users {@code DOMAIN\\user}, a few
   * @param connections ids, which are the numbers of their first packets; the first 1,024
   * @param count connections, sessions or datagrams
   * @param first packet that shows it
   * @param last packet that shows it
   * @param breaks the change would cut it off; else it can go on in another way
   * @param why the evidence for that
   */
  public record Dependence(
      String client,
      List<String> clientNames,
      String server,
      List<String> serverNames,
      List<String> users,
      List<Long> connections,
      long count,
      Stamp first,
      Stamp last,
      boolean breaks,
      String why) {}
}
