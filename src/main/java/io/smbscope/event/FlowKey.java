package io.smbscope.event;

import io.smbscope.base.Stamp;
import java.util.List;

/**
 * Which TCP connection or UDP conversation something happened on.
 *
 * @param id number of its first packet, which no other has
 * @param start its first packet
 * @param tcp TCP, else UDP
 * @param client who asks: of TCP the opener, of UDP the first sender
 * @param vlans 802.1Q ids, outermost first
 * @param midstream the capture does not hold its start
 */
public record FlowKey(
    long id,
    Stamp start,
    boolean tcp,
    Endpoint client,
    Endpoint server,
    List<Integer> vlans,
    boolean midstream) {

  // Written out: it is asked for with each message.
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof FlowKey key
            && id == key.id
            && tcp == key.tcp
            && midstream == key.midstream
            && client.equals(key.client)
            && server.equals(key.server)
            && start.equals(key.start)
            && vlans.equals(key.vlans));
  }

  @Override
  public int hashCode() {
    return Long.hashCode(id);
  }
}
