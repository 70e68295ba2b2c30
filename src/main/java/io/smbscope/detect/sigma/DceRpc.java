package io.smbscope.detect.sigma;

import io.smbscope.base.Stamp;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Sighting;
import io.smbscope.event.RpcEvent;
import io.smbscope.rpc.Interfaces;
import io.smbscope.rpc.RpcPdu;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** {@code dce_rpc}: a row for each call, answered or not. */
final class DceRpc extends LogSource<RpcEvent> {
  private static final String OPERATION = "operation";

  DceRpc() {
    super(
        "dce_rpc",
        columns(
            RpcEvent::requestAt,
            event -> event.flow().id(),
            event -> event.flow().client(),
            event -> event.flow().server(),
            List.of(
                number("rtt", DceRpc::seconds),
                text("named_pipe", DceRpc::pipe),
                text("endpoint", DceRpc::endpoint),
                text(OPERATION, DceRpc::operation))),
        Set.of());
  }

  private static Double seconds(RpcEvent event) {
    return event.responseAt() == null
        ? null
        : (event.responseAt().nanos() - event.requestAt().nanos()) / 1e9;
  }

  private static String pipe(RpcEvent event) {
    if (event.secondaryAddress() != null && !event.secondaryAddress().isEmpty()) {
      return event.secondaryAddress();
    }
    return event.pipe() == null ? null : event.pipe().name();
  }

  private static String endpoint(RpcEvent event) {
    if (event.interfaceId() == null) {
      return null;
    }
    String name = Interfaces.endpoint(event.interfaceId());
    return name != null ? name : "unknown-" + event.interfaceId();
  }

  private static String operation(RpcEvent event) {
    int opnum = ((RpcPdu.Request) event.request()).opnum();
    String name =
        event.interfaceId() == null ? null : Interfaces.operation(event.interfaceId(), opnum);
    return name != null ? name : "unknown-" + opnum;
  }

  @Override
  Integer shared() {
    return column(OPERATION);
  }

  @Override
  Stamp at(RpcEvent event) {
    return event.at();
  }

  @Override
  Long flow(RpcEvent event) {
    return event.flow().id();
  }

  @Override
  void describe(RpcEvent event, Sighting sighting) {
    sighting
        .flow(event.flow().id())
        .client(event.flow().client().ip())
        .server(event.flow().server().ip())
        .user(event.user())
        .operation(endpoint(event) + "." + operation(event));
  }

  @Override
  void listen(Listeners on, boolean everything, Consumer<RpcEvent> rows) {
    on.rpc(
        event -> {
          if (event.request() instanceof RpcPdu.Request) {
            rows.accept(event);
          }
        });
  }
}
