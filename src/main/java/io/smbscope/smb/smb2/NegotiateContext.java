package io.smbscope.smb.smb2;

import java.util.List;

/** An entry of NegotiateContextList, of dialect 3.1.1. [MS-SMB2] 2.2.3.1, 2.2.4.1 */
public sealed interface NegotiateContext {
  int type();

  /** The first context of a kind, or null. */
  static <C extends NegotiateContext> C find(List<NegotiateContext> contexts, Class<C> kind) {
    for (NegotiateContext context : contexts) {
      if (kind.isInstance(context)) {
        return kind.cast(context);
      }
    }
    return null;
  }

  /** SMB2_PREAUTH_INTEGRITY_CAPABILITIES. 2.2.3.1.1 */
  record PreauthIntegrity(List<Integer> hashAlgorithms, int saltLength)
      implements NegotiateContext {
    @Override
    public int type() {
      return 1;
    }
  }

  /** SMB2_ENCRYPTION_CAPABILITIES. 2.2.3.1.2 */
  record Encryption(List<Integer> ciphers) implements NegotiateContext {
    @Override
    public int type() {
      return 2;
    }
  }

  /**
   * SMB2_COMPRESSION_CAPABILITIES. 2.2.3.1.3
   *
   * @param flags 1 chained
   */
  record Compression(long flags, List<Integer> algorithms) implements NegotiateContext {
    @Override
    public int type() {
      return 3;
    }
  }

  /** SMB2_NETNAME_NEGOTIATE_CONTEXT_ID: the server as the client named it. 2.2.3.1.4 */
  record NetName(String name) implements NegotiateContext {
    @Override
    public int type() {
      return 5;
    }
  }

  /**
   * SMB2_TRANSPORT_CAPABILITIES. 2.2.3.1.5
   *
   * @param flags 1 the transport's own security is accepted in place of SMB encryption
   */
  record Transport(long flags) implements NegotiateContext {
    @Override
    public int type() {
      return 6;
    }
  }

  /** SMB2_RDMA_TRANSFORM_CAPABILITIES. 2.2.3.1.6 */
  record RdmaTransform(List<Integer> transforms) implements NegotiateContext {
    @Override
    public int type() {
      return 7;
    }
  }

  /** SMB2_SIGNING_CAPABILITIES. 2.2.3.1.7 */
  record Signing(List<Integer> algorithms) implements NegotiateContext {
    @Override
    public int type() {
      return 8;
    }
  }

  /**
   * Any other type, such as 0x0100 of the POSIX extensions, or one whose data cannot be read.
   *
   * @param length octets of its data
   */
  record Other(int type, int length) implements NegotiateContext {}
}
