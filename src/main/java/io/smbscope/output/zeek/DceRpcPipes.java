package io.smbscope.output.zeek;

import io.smbscope.base.Stamp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What {@code dce_rpc.log} keeps of one connection: for each open pipe what was bound and called
 * last.
 */
final class DceRpcPipes {
  /** Pipes of one connection; with one more all are forgotten, as Zeek does. */
  private static final int MAX_PIPES = 1000;

  /** By the sum of both parts of the FileId; of SMB1, which has one for all, 0. */
  final Map<Long, Pipe> pipes = new LinkedHashMap<>();

  /** The newest message was a bind, its answer or a call, no answer to a call. */
  boolean open;

  private long newest = -1;

  /** The pipe, which {@code at} made known if nothing did before. */
  Pipe pipe(long fileId, Stamp at) {
    Pipe pipe = pipes.get(fileId);
    if (pipe == null) {
      if (pipes.size() == MAX_PIPES) {
        pipes.clear();
      }
      pipe = new Pipe(at);
      pipes.put(fileId, pipe);
    }
    return pipe;
  }

  /** A message was seen, be it after a newer one. */
  void seen(Stamp at, boolean answersCall) {
    if (at.packet() >= newest) {
      newest = at.packet();
      open = !answersCall;
    }
  }

  /** One pipe. */
  static final class Pipe {
    /** Presentation contexts that are kept, of 65,536 that a client may bind. */
    private static final int MAX_CONTEXTS = 256;

    private final Map<Integer, UUID> contexts = new LinkedHashMap<>();

    /** Of the newest call; before one, of the first message. */
    Stamp called;

    /** The newest call that was answered in a later packet, and that packet, or null. */
    Stamp rttStart;

    Stamp rttEnd;

    /** Secondary address of the bind's answer, or null. */
    String name;

    /** Interface of the newest presentation context, or null. */
    UUID bound;

    /** Interface and operation of the newest answer, or null. */
    UUID answeredInterface;

    int answeredOperation;

    /** Operation of the newest call. */
    private int operation;

    private Pipe(Stamp at) {
      called = at;
    }

    void bind(int contextId, UUID interfaceId) {
      if (contexts.size() < MAX_CONTEXTS) {
        contexts.put(contextId, interfaceId);
      }
      bound = interfaceId;
    }

    void call(Stamp at, int opnum) {
      called = at;
      operation = opnum;
    }

    /** The answer to the newest call; false when it is not known to which interface. */
    boolean answer(Stamp at, int contextId) {
      if (bound == null) {
        // Only from the next answer on.
        bound = name == null ? null : RpcNames.usualInterface(name);
        return false;
      }
      if (at.nanos() != called.nanos()) {
        rttStart = called;
        rttEnd = at;
      }
      answeredInterface = contexts.getOrDefault(contextId, bound);
      answeredOperation = operation;
      return true;
    }
  }
}
