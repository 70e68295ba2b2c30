package io.smbscope.dissect.smb2;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.auth.SecurityBlob;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.Smb2Negotiate;
import io.smbscope.grammar.placed.Smb2NegotiateContext;
import java.util.Map;

/** NEGOTIATE, with the contexts of 3.1.1. [MS-SMB2] 2.2.3, 2.2.4 */
final class Negotiation {
  private static final int DIALECT_310 = 0x310;
  private static final int REQUEST = Command.BODY + 36;
  private static final int RESPONSE = Command.BODY + 64;
  private static final int CONTEXT_HEADER = 8;

  private final Field hash = Fields.named("smb2.preauth_hash");
  private final Map<Long, String> types = Fields.named("smb2.negotiate_context.type").values();
  private final SecurityBlob securityBlob = new SecurityBlob();

  void request(Command command) {
    hash(command);
    Smb2Negotiate.Request body =
        command.show(Smb2Negotiate.Request::new, Smb2Negotiate.Request::_read);
    if (body.dialects() != null
        && body.dialects().stream().anyMatch(dialect -> dialect >= DIALECT_310)) {
      contexts(
          command,
          REQUEST + 2 * body.numDialects(),
          body.ofsNegotiateContexts(),
          body.numNegotiateContexts());
    }
  }

  void response(Command command) {
    Smb2Negotiate.Response body =
        command.show(Smb2Negotiate.Response::new, Smb2Negotiate.Response::_read);
    Region blob = command.buffer(body.ofsSecurityBuffer(), body.lenSecurityBuffer());
    if (blob != null) {
      securityBlob.dissect(command.dissection, blob);
    }
    if (body.dialectRevision() >= DIALECT_310) {
      contexts(
          command,
          RESPONSE + body.lenSecurityBuffer(),
          body.ofsNegotiateContexts(),
          body.numNegotiateContexts());
    }
  }

  /** Of the connection, with this message. */
  void hash(Command command) {
    if (!command.tree.wants(hash) || command.exchange == null) {
      return;
    }
    byte[] value =
        command.isResponse()
            ? command.connection.hashOfNegotiateResponse(command.message.octets())
            : command.connection.hashOfNegotiateRequest(command.message.octets());
    command.tree.value(hash, value, 0, 0);
  }

  /**
   * @param fixed where the message ends without contexts
   * @param offset of the first one; 0 for where the message ends without
   */
  private void contexts(Command command, int fixed, long offset, int count) {
    if (offset != 0 && offset < fixed) {
      return;
    }
    long at = offset == 0 ? fixed : offset;
    for (int i = 0; i < count; i++) {
      at = at + 7 & ~7L;
      if (!command.message.has(at, CONTEXT_HEADER)) {
        return;
      }
      at += context(command, command.message.from((int) at));
    }
  }

  private int context(Command command, Region region) {
    FrameTree tree = command.tree;
    int depth = tree.depth();
    int length = CONTEXT_HEADER + region.octets().u16le(2);
    long type = region.octets().u16le(0);
    tree.open(
        "Negotiate Context: " + types.getOrDefault(type, "Unknown Type: " + type),
        region.origin(),
        length);
    Region whole = region.part(0, length);
    command.show(whole, io -> new Smb2NegotiateContext(io, 0), Smb2NegotiateContext::_read);
    Region data = whole.from(CONTEXT_HEADER);
    switch ((int) type) {
      case 1 ->
          command.show(
              data,
              Smb2NegotiateContext.PreauthIntegrity::new,
              Smb2NegotiateContext.PreauthIntegrity::_read);
      case 2 ->
          command.show(
              data, Smb2NegotiateContext.Encryption::new, Smb2NegotiateContext.Encryption::_read);
      case 3 ->
          command.show(
              data, Smb2NegotiateContext.Compression::new, Smb2NegotiateContext.Compression::_read);
      case 5 ->
          command.show(
              data, Smb2NegotiateContext.Netname::new, Smb2NegotiateContext.Netname::_read);
      case 6 ->
          command.show(
              data, Smb2NegotiateContext.Transport::new, Smb2NegotiateContext.Transport::_read);
      case 7 ->
          command.show(
              data,
              Smb2NegotiateContext.RdmaTransform::new,
              Smb2NegotiateContext.RdmaTransform::_read);
      case 8 ->
          command.show(
              data, Smb2NegotiateContext.Signing::new, Smb2NegotiateContext.Signing::_read);
      case 0x100 ->
          command.show(
              data,
              Smb2NegotiateContext.PosixExtensions::new,
              Smb2NegotiateContext.PosixExtensions::_read);
      default ->
          command.show(data, Smb2NegotiateContext.Opaque::new, Smb2NegotiateContext.Opaque::_read);
    }
    tree.depth(depth);
    return length;
  }
}
