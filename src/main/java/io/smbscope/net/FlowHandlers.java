package io.smbscope.net;

import io.smbscope.base.Stamp;

/** Makes the handler of each new flow. */
@FunctionalInterface
public interface FlowHandlers {
  FlowHandler open(Stamp at, FlowInfo flow);
}
