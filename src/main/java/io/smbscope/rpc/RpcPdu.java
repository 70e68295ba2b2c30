package io.smbscope.rpc;

import io.smbscope.base.Bytes;
import java.util.List;
import java.util.UUID;

/**
 * A connection-oriented DCE/RPC message, all its fragments put together. [C706] 12.6.4, [MS-RPCE]
 * 2.2.2
 */
public sealed interface RpcPdu {
  long callId();

  /** Fragments that it came in, at least 1. */
  int fragments();

  /**
   * bind or alter_context.
   *
   * @param alter alter_context, else bind
   */
  record Bind(long callId, int fragments, boolean alter, List<Context> contexts)
      implements RpcPdu {}

  /**
   * p_cont_elem_t: a presentation context that is proposed.
   *
   * @param transferSyntax UUID of the first one, or of the one that was accepted
   */
  record Context(int contextId, UUID interfaceId, int major, int minor, UUID transferSyntax) {

    /** The same, with the transfer syntax that was accepted. */
    public Context with(UUID accepted) {
      return new Context(contextId, interfaceId, major, minor, accepted);
    }
  }

  /**
   * bind_ack or alter_context_resp.
   *
   * @param secondaryAddress as {@code \PIPE\srvsvc}; empty in alter_context_resp
   * @param results in the order of the proposed contexts
   */
  record BindAck(
      long callId, int fragments, boolean alter, String secondaryAddress, List<Result> results)
      implements RpcPdu {}

  /**
   * p_result_t.
   *
   * @param result 0 acceptance, 1 user rejection, 2 provider rejection, 3 negotiate_ack
   */
  record Result(int result, int reason, UUID transferSyntax) {
    public static final int ACCEPTANCE = 0;
  }

  /** bind_nak. */
  record BindNak(long callId, int fragments, int reason) implements RpcPdu {}

  /**
   * request.
   *
   * @param objectId null when there is none
   * @param stubLength octets of all fragments' stub data, without authentication verifiers
   * @param stub its start, as much as is kept; empty when it is encrypted
   * @param littleEndian byte order of the stub, else big-endian
   */
  record Request(
      long callId,
      int fragments,
      int contextId,
      int opnum,
      UUID objectId,
      long stubLength,
      Bytes stub,
      boolean littleEndian)
      implements RpcPdu {}

  /** response; components as in {@link Request}. */
  record Response(
      long callId, int fragments, int contextId, long stubLength, Bytes stub, boolean littleEndian)
      implements RpcPdu {}

  /**
   * fault.
   *
   * @param status such as 0x1c010002 nca_s_op_rng_error
   */
  record Fault(long callId, int fragments, int contextId, long status) implements RpcPdu {}

  /**
   * Any other PDU, such as rpc_auth_3 (16), shutdown (17), co_cancel (18), orphaned (19).
   *
   * @param type PTYPE
   */
  record Other(long callId, int fragments, int type) implements RpcPdu {}
}
