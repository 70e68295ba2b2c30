package io.smbscope.dissect.rpc;

import java.util.UUID;

/** An interface: {@code 4b324fc8-1670-01d3-1278-5a47bf6ee188} 3 is srvsvc. */
record RpcInterface(UUID id, int version) {}
