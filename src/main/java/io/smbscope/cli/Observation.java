package io.smbscope.cli;

import io.smbscope.base.Stamp;
import io.smbscope.net.FlowInfo;
import io.smbscope.smb.SmbMessage;
import io.smbscope.smb.SmbObserver;
import java.util.function.Consumer;

/**
 * One call to an observer, put off until its turn comes: observations are ordered by what the
 * capture said when they were made.
 */
abstract class Observation {
  /** It is of a flow that ended because the capture did: after all else. */
  private final boolean finishing;

  /** Packet number, or at the capture's end the flow's id. */
  private final long order;

  /** Breaks ties: what one packet's time ended in several shards. */
  private final int shard;

  Observation(boolean finishing, long order, int shard) {
    this.finishing = finishing;
    this.order = order;
    this.shard = shard;
  }

  abstract void tell(SmbObserver observer);

  boolean before(Observation other) {
    if (finishing != other.finishing) {
      return other.finishing;
    }
    return order < other.order || (order == other.order && shard < other.shard);
  }

  /** An SMB message: what nearly every observation is. */
  static final class OfMessage extends Observation {
    private final Stamp at;
    private final FlowInfo flow;
    private final boolean fromClient;
    private final SmbMessage message;

    OfMessage(
        boolean finishing,
        long order,
        int shard,
        Stamp at,
        FlowInfo flow,
        boolean fromClient,
        SmbMessage message) {
      super(finishing, order, shard);
      this.at = at;
      this.flow = flow;
      this.fromClient = fromClient;
      this.message = message;
    }

    @Override
    void tell(SmbObserver observer) {
      observer.smb(at, flow, fromClient, message);
    }
  }

  /** Any other. */
  static final class Other extends Observation {
    private final Consumer<SmbObserver> call;

    Other(boolean finishing, long order, int shard, Consumer<SmbObserver> call) {
      super(finishing, order, shard);
      this.call = call;
    }

    @Override
    void tell(SmbObserver observer) {
      call.accept(observer);
    }
  }
}
