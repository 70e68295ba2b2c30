package io.smbscope.detect.events;

import io.smbscope.base.Stamp;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FlowKey;
import io.smbscope.event.FlowStartEvent;
import io.smbscope.event.NbnsEvent;
import io.smbscope.netbios.NbnsMessage;
import io.smbscope.netbios.NbnsMessage.Question;
import io.smbscope.netbios.NetbiosName;
import java.util.List;

/** Makes what hosts begin with, for tests. */
public final class Openings {
  private Openings() {}

  /** A SYN to port 445. */
  public static FlowStartEvent tcp(Stamp at, String from, String to) {
    return new FlowStartEvent(at, key(at, from, to, true));
  }

  /** A query for addresses. */
  public static NbnsEvent query(Stamp at, String from, String to, String name) {
    return asked(at, from, to, name, NbnsMessage.TYPE_NB);
  }

  /** A query for all names. */
  public static NbnsEvent status(Stamp at, String from, String to) {
    return asked(at, from, to, "*", NbnsMessage.TYPE_NBSTAT);
  }

  private static NbnsEvent asked(Stamp at, String from, String to, String name, int type) {
    Question question = new Question(new NetbiosName(name, 0x20, ""), type, 1);
    NbnsMessage message = new NbnsMessage(7, false, 0, 0, 0, List.of(question), List.of());
    return new NbnsEvent(at, key(at, from, to, false), true, message);
  }

  private static FlowKey key(Stamp at, String from, String to, boolean tcp) {
    return new FlowKey(
        at.packet(),
        at,
        tcp,
        new Endpoint(from, 50_000, null),
        new Endpoint(to, tcp ? 445 : 137, null),
        List.of(),
        false);
  }
}
