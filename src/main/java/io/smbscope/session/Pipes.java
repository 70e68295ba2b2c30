package io.smbscope.session;

import io.smbscope.base.Bytes;
import io.smbscope.base.Stamp;
import io.smbscope.rpc.RpcBudget;
import io.smbscope.rpc.RpcStream;

/**
 * Takes what is written to and read from opens, and reads it as DCE/RPC where it is that. [MS-RPCE]
 * 2.1.1.2
 */
final class Pipes {
  private final Context context;
  private final RpcBudget budget;

  Pipes(Context context) {
    this.context = context;
    this.budget = new RpcBudget(context.limits());
  }

  /** What goes through the open may be DCE/RPC: it is a pipe, or what it is was not seen. */
  static boolean carriesRpc(Open open) {
    return "pipe".equals(open.type) || open.tree.type == null || open.tree.pipe();
  }

  /**
   * The client wrote.
   *
   * @param octets as much as was captured
   * @param length octets in all
   */
  void written(Open open, Carrier carrier, Stamp at, Bytes octets, long length) {
    Pipe pipe = pipe(open, octets);
    if (pipe != null) {
      pipe.written(carrier, at, octets, length - octets.length());
    }
  }

  /** The client read; as {@link #written}. */
  void read(Open open, Carrier carrier, Stamp at, Bytes octets, long length) {
    Pipe pipe = pipe(open, octets);
    if (pipe != null) {
      pipe.read(carrier, at, octets, length - octets.length());
    }
  }

  /** Null as long as nothing went through it that begins as DCE/RPC does. */
  private Pipe pipe(Open open, Bytes octets) {
    if (open.pipe == null && RpcStream.begins(octets)) {
      open.pipe = new Pipe(context, budget, open);
    }
    return open.pipe;
  }
}
