package io.smbscope.smb.smb2;

import io.smbscope.grammar.Smb2NegotiateContext;
import java.util.ArrayList;
import java.util.List;

/** Reads NegotiateContextList. [MS-SMB2] 2.2.3.1 */
final class NegotiateContexts {
  private static final String SECTION = "MS-SMB2 2.2.3.1";

  /** Octets of a context before its data. */
  private static final int FIXED = 8;

  private NegotiateContexts() {}

  /**
   * The contexts up to the first one that does not lie within the message.
   *
   * @param offset of the first one, from the SMB2 header
   */
  static List<NegotiateContext> decode(Smb2Input in, long offset, int count) {
    List<NegotiateContext> contexts = new ArrayList<>();
    long start = offset;
    for (int i = 0; i < count; i++) {
      if (i >= in.limits().chainDepth()) {
        in.limitReached(SECTION, "NegotiateContextCount " + count);
        break;
      }
      Smb2NegotiateContext parsed;
      try {
        in.stream().seek(start);
        parsed = new Smb2NegotiateContext(in.stream(), start);
      } catch (RuntimeException unreadable) {
        in.unreadable(SECTION, "negotiate context " + i + " of " + count, unreadable);
        break;
      }
      contexts.add(context(in, parsed));
      start = start + FIXED + parsed.lenData() + 7 & ~7L;
    }
    return List.copyOf(contexts);
  }

  private static NegotiateContext context(Smb2Input in, Smb2NegotiateContext parsed) {
    try {
      NegotiateContext context = known(parsed.data());
      if (context != null) {
        return context;
      }
    } catch (RuntimeException unreadable) {
      in.unreadable(SECTION, "negotiate context of type " + parsed.contextType(), unreadable);
    }
    return new NegotiateContext.Other(parsed.contextType(), parsed.lenData());
  }

  /** Null for data that is not read. */
  private static NegotiateContext known(Object data) {
    if (data instanceof Smb2NegotiateContext.PreauthIntegrity parsed) {
      return new NegotiateContext.PreauthIntegrity(
          List.copyOf(parsed.hashAlgorithms()), parsed.lenSalt());
    }
    if (data instanceof Smb2NegotiateContext.Encryption parsed) {
      return new NegotiateContext.Encryption(List.copyOf(parsed.ciphers()));
    }
    if (data instanceof Smb2NegotiateContext.Compression parsed) {
      return new NegotiateContext.Compression(parsed.flags(), List.copyOf(parsed.algorithms()));
    }
    if (data instanceof Smb2NegotiateContext.Netname parsed) {
      return new NegotiateContext.NetName(Text.utf16le(parsed.name()));
    }
    if (data instanceof Smb2NegotiateContext.Transport parsed) {
      return new NegotiateContext.Transport(parsed.flags());
    }
    if (data instanceof Smb2NegotiateContext.RdmaTransform parsed) {
      return new NegotiateContext.RdmaTransform(List.copyOf(parsed.transforms()));
    }
    if (data instanceof Smb2NegotiateContext.Signing parsed) {
      return new NegotiateContext.Signing(List.copyOf(parsed.algorithms()));
    }
    return null;
  }
}
