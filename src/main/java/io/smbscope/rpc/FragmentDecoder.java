package io.smbscope.rpc;

import io.kaitai.struct.ByteBufferKaitaiStream;
import io.kaitai.struct.KaitaiStream;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import io.smbscope.grammar.Dcerpc;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Decodes one fragment. [C706] 12.6, [MS-RPCE] 2.2.2 */
final class FragmentDecoder {
  /** Octets of the common header. */
  static final int HEADER_LENGTH = 16;

  /** Instead of a length: the octets may be the start of a header. */
  static final int UNFINISHED = 0;

  /** Instead of a length: this is not DCE/RPC. */
  static final int OTHER = -1;

  /** Instead of a length: a header with lengths that cannot be. */
  static final int MALFORMED = -2;

  private static final int VERSION = 5;

  private FragmentDecoder() {}

  /** Length of the fragment that begins here, or one of the above. */
  static int length(Bytes octets) {
    if (octets.u8(0) != VERSION) {
      return OTHER;
    }
    try {
      return new Dcerpc.Header(stream(octets)).lengths().lenFrag();
    } catch (BufferUnderflowException e) {
      return UNFINISHED;
    } catch (KaitaiStream.ValidationLessThanError | KaitaiStream.ValidationExprError e) {
      return MALFORMED;
    } catch (RuntimeException e) {
      return OTHER;
    }
  }

  /**
   * What the fragment says.
   *
   * @param octets its start with a whole header, perhaps no more
   * @param whole and nothing is missing
   */
  static Fragment decode(Bytes octets, boolean whole, RpcSink sink) {
    try {
      return fragment(octets);
    } catch (RuntimeException e) {
      Dcerpc.Header header = new Dcerpc.Header(stream(octets));
      if (whole) {
        sink.anomaly(
            AnomalyKind.MALFORMED_DCERPC,
            "C706 12.6.4",
            "PDU of type " + header.ptype().id() + " and " + octets.length() + " octets");
      }
      return new Fragment(true, true, other(header), null);
    }
  }

  private static Fragment fragment(Bytes octets) {
    KaitaiStream stream = stream(octets);
    Dcerpc parsed = new Dcerpc(stream);
    int stubBegin = stream.pos();
    Dcerpc.Header header = parsed.header();
    Dcerpc.Body.SecTrailer trailer = parsed.body().secTrailer();
    int stubEnd = header.lengths().lenFrag();
    if (header.lengths().lenAuth() != 0) {
      stubEnd = parsed.body().ofsSecTrailer() - (trailer == null ? 0 : trailer.lenAuthPad());
    }
    AuthVerifier verifier = trailer == null ? null : verifier(octets, header, trailer);
    boolean readable = verifier == null ? header.lengths().lenAuth() == 0 : !verifier.encrypts();
    Bytes stub =
        readable && stubEnd > stubBegin
            ? octets.slice(stubBegin, Math.min(stubEnd, octets.length()) - stubBegin)
            : Bytes.EMPTY;
    int stubLength = Math.max(0, stubEnd - stubBegin);
    return new Fragment(
        header.firstFrag(), header.lastFrag(), pdu(parsed, stubLength, stub), verifier);
  }

  private static AuthVerifier verifier(
      Bytes octets, Dcerpc.Header header, Dcerpc.Body.SecTrailer trailer) {
    int end = header.lengths().lenFrag();
    int length = header.lengths().lenAuth();
    Bytes value = end <= octets.length() ? octets.slice(end - length, length) : Bytes.EMPTY;
    return new AuthVerifier(trailer.authType(), trailer.authLevel(), value);
  }

  private static RpcPdu pdu(Dcerpc parsed, int stubLength, Bytes stub) {
    Dcerpc.Header header = parsed.header();
    long callId = header.lengths().callId();
    Object pdu = parsed.body().pdu();
    if (pdu instanceof Dcerpc.Body.Request request) {
      UUID object = request.object() == null ? null : uuid(request.object());
      return new RpcPdu.Request(
          callId,
          1,
          request.contextId(),
          request.opnum(),
          object,
          stubLength,
          stub,
          header.littleEndian());
    }
    if (pdu instanceof Dcerpc.Body.Response response) {
      return new RpcPdu.Response(
          callId, 1, response.contextId(), stubLength, stub, header.littleEndian());
    }
    if (pdu instanceof Dcerpc.Body.Fault fault) {
      return new RpcPdu.Fault(callId, 1, fault.contextId(), fault.status());
    }
    if (pdu instanceof Dcerpc.Body.Bind bind) {
      boolean alter = header.ptype() == Dcerpc.Ptype.ALTER_CONTEXT;
      return new RpcPdu.Bind(callId, 1, alter, contexts(bind));
    }
    if (pdu instanceof Dcerpc.Body.BindAck ack) {
      boolean alter = header.ptype() == Dcerpc.Ptype.ALTER_CONTEXT_RESP;
      return new RpcPdu.BindAck(callId, 1, alter, address(ack), results(ack));
    }
    if (pdu instanceof Dcerpc.Body.BindNak nak) {
      return new RpcPdu.BindNak(callId, 1, nak.rejectReason());
    }
    return other(header);
  }

  private static RpcPdu other(Dcerpc.Header header) {
    return new RpcPdu.Other(header.lengths().callId(), 1, (int) header.ptype().id());
  }

  private static List<RpcPdu.Context> contexts(Dcerpc.Body.Bind bind) {
    List<RpcPdu.Context> contexts = new ArrayList<>(bind.contexts().size());
    for (Dcerpc.Body.Context context : bind.contexts()) {
      UUID transferSyntax =
          context.transferSyntaxes().isEmpty()
              ? null
              : uuid(context.transferSyntaxes().get(0).uuid());
      contexts.add(
          new RpcPdu.Context(
              context.contextId(),
              uuid(context.abstractSyntax()),
              (int) context.abstractVersion() & 0xFFFF,
              (int) (context.abstractVersion() >>> 16),
              transferSyntax));
    }
    return List.copyOf(contexts);
  }

  private static List<RpcPdu.Result> results(Dcerpc.Body.BindAck ack) {
    List<RpcPdu.Result> results = new ArrayList<>(ack.results().size());
    for (Dcerpc.Body.Result result : ack.results()) {
      results.add(
          new RpcPdu.Result(result.result(), result.reason(), uuid(result.transferSyntax())));
    }
    return List.copyOf(results);
  }

  /** Without the null octet that it ends with. */
  private static String address(Dcerpc.Body.BindAck ack) {
    byte[] octets = ack.secondaryAddress();
    int length = 0;
    while (length < octets.length && octets[length] != 0) {
      length++;
    }
    return new String(octets, 0, length, StandardCharsets.ISO_8859_1);
  }

  private static UUID uuid(Dcerpc.Body.Uuid parsed) {
    return new UUID(
        parsed.timeLow() << 32 | (long) parsed.timeMid() << 16 | parsed.timeHiAndVersion(),
        parsed.clockSeqAndNode());
  }

  private static KaitaiStream stream(Bytes octets) {
    return new ByteBufferKaitaiStream(octets.toByteBuffer());
  }
}
