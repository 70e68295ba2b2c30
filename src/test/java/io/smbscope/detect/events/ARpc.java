package io.smbscope.detect.events;

import io.smbscope.base.Bytes;
import io.smbscope.base.Stamp;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FlowKey;
import io.smbscope.event.OpenRef;
import io.smbscope.event.RpcEvent;
import io.smbscope.rpc.Argument;
import io.smbscope.rpc.RpcPdu;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes {@link RpcEvent}s of calls for tests: each component has an ordinary value unless set. */
public final class ARpc {
  private Stamp at = new Stamp(1, 1_700_000_000_000_000_000L);
  private Endpoint client = new Endpoint("10.7.0.2", 50000, "02:00:00:00:00:02");
  private Endpoint server = new Endpoint("10.7.0.1", 445, "02:00:00:00:00:01");
  private String user = "LAB\\alice";
  private UUID interfaceId = UUID.fromString("4b324fc8-1670-01d3-1278-5a47bf6ee188");
  private String pipe = "srvsvc";
  private Stamp opened = new Stamp(1, 1_700_000_000_000_000_000L);
  private int opnum;
  private long stubLength;
  private long fault;
  private final List<Argument> arguments = new ArrayList<>();
  private final List<Argument> results = new ArrayList<>();

  public ARpc at(Stamp value) {
    this.at = value;
    return this;
  }

  public ARpc client(String ip) {
    this.client = new Endpoint(ip, 50000, null);
    return this;
  }

  public ARpc server(String ip) {
    this.server = new Endpoint(ip, 445, null);
    return this;
  }

  public ARpc user(String value) {
    this.user = value;
    return this;
  }

  public ARpc of(String uuid) {
    this.interfaceId = UUID.fromString(uuid);
    return this;
  }

  public ARpc pipe(String name, Stamp openedAt) {
    this.pipe = name;
    this.opened = openedAt;
    return this;
  }

  public ARpc opnum(int value) {
    this.opnum = value;
    return this;
  }

  public ARpc stubLength(long value) {
    this.stubLength = value;
    return this;
  }

  /** Answered with a fault. */
  public ARpc fault(long status) {
    this.fault = status;
    return this;
  }

  public ARpc argument(String name, String value) {
    arguments.add(new Argument(name, value));
    return this;
  }

  public ARpc result(String name, String value) {
    results.add(new Argument(name, value));
    return this;
  }

  public RpcEvent build() {
    RpcPdu.Request request =
        new RpcPdu.Request(1, 1, 0, opnum, null, stubLength, Bytes.EMPTY, true);
    RpcPdu answer =
        fault == 0
            ? new RpcPdu.Response(1, 1, 0, 4, Bytes.EMPTY, true)
            : new RpcPdu.Fault(1, 1, 0, fault);
    FlowKey flow = new FlowKey(1, at, true, client, server, List.of(), false);
    return new RpcEvent(
        at,
        flow,
        user,
        2,
        11,
        0,
        1,
        1,
        1,
        null,
        new OpenRef(1, 1, 1, pipe, "pipe", opened),
        at,
        request,
        at,
        answer,
        interfaceId,
        "1.0",
        pipe,
        null,
        null,
        List.copyOf(arguments),
        List.copyOf(results));
  }
}
