package io.smbscope.dissect.rpc;

import io.smbscope.dissect.Bounded;
import java.util.Map;

/** The pipes of a connection; beyond {@link #MOST} the one longest silent is forgotten. */
final class RpcPipes {
  private static final int MOST = 1024;

  private final Map<Object, RpcPipe> table = Bounded.byUse(MOST);

  RpcPipe of(Object pipe) {
    return table.computeIfAbsent(pipe, p -> new RpcPipe());
  }
}
