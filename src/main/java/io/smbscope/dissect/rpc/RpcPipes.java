package io.smbscope.dissect.rpc;

import java.util.LinkedHashMap;
import java.util.Map;

/** The pipes of a connection; beyond {@link #MOST} the one longest silent is forgotten. */
final class RpcPipes {
  private static final int MOST = 1024;

  private final Map<Object, RpcPipe> table =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, RpcPipe> eldest) {
          return size() > MOST;
        }
      };

  RpcPipe of(Object pipe) {
    return table.computeIfAbsent(pipe, p -> new RpcPipe());
  }
}
