package io.smbscope.smb.smb1;

import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import io.smbscope.grammar.Smb1Transaction;
import io.smbscope.smb.smb1.Smb1Body.Fragment;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The transactions of one connection that are under way: parts to be put together, and requests
 * whose response cannot be read without them. [MS-CIFS] 3.2.4.1.5
 */
final class Transactions {
  private final Limits limits;

  /**
   * By PID, TID and MID, oldest first. A request adds (of SMB_COM_TRANSACTION, whose responses are
   * read alone, only one in parts), so does the first of several parts of a response; the last part
   * of a response or an error removes. At most {@link Limits#pendingRequests}.
   */
  private final Map<Long, Exchange> exchanges = new LinkedHashMap<>();

  /** Octets in all assemblies, at most {@link Limits#gatheredMessage}. */
  private int held;

  Transactions(Limits limits) {
    this.limits = limits;
  }

  private static final class Exchange {
    /** Whole request, null as long as parts of it are missing. */
    Smb1Body request;

    /** Of a request in parts. */
    ContentDecoder<Smb1Body> decoder;

    /** Parts of the request, then of the response; null when there is nothing to put together. */
    TransactionAssembly assembly;

    int held() {
      return assembly == null ? 0 : assembly.held();
    }
  }

  Smb1Body request(CommandBlock block, TransactionPart part, ContentDecoder<Smb1Body> decoder) {
    long key = key(block.header());
    forget(key);
    if (part.whole()) {
      Smb1Body body = decode(decoder, block, null, part.parameters(), part.data());
      if (!(body instanceof Transaction.Request)) {
        remember(block, key).request = body;
      }
      return body;
    }
    Exchange exchange = remember(block, key);
    exchange.decoder = decoder;
    exchange.assembly = new TransactionAssembly();
    return requestPart(block, key, exchange, part);
  }

  /** SMB_COM_TRANSACTION_SECONDARY and SMB_COM_TRANSACTION2_SECONDARY. */
  static Smb1Body secondary(CommandBlock block) {
    Smb1Transaction.Secondary secondary = new Smb1Transaction.Secondary(block.stream());
    return block.transactions().furtherPart(block, TransactionPart.of(block, secondary));
  }

  /** SMB_COM_NT_TRANSACT_SECONDARY. */
  static Smb1Body ntSecondary(CommandBlock block) {
    Smb1Transaction.NtSecondary secondary = new Smb1Transaction.NtSecondary(block.stream());
    return block.transactions().furtherPart(block, TransactionPart.of(block, secondary));
  }

  private Smb1Body furtherPart(CommandBlock block, TransactionPart part) {
    long key = key(block.header());
    Exchange exchange = exchanges.get(key);
    if (exchange == null || exchange.decoder == null) {
      return fragment(part);
    }
    return requestPart(block, key, exchange, part);
  }

  private Smb1Body requestPart(
      CommandBlock block, long key, Exchange exchange, TransactionPart part) {
    if (!join(block, key, exchange, part)) {
      return fragment(part);
    }
    TransactionAssembly whole = exchange.assembly;
    held -= whole.held();
    exchange.assembly = null;
    Smb1Body body = decode(exchange.decoder, block, null, whole.parameters(), whole.data());
    exchange.decoder = null;
    exchange.request = body;
    return body;
  }

  Smb1Body response(CommandBlock block, TransactionPart part, ContentDecoder<Smb1Body> decoder) {
    long key = key(block.header());
    Exchange exchange = exchanges.get(key);
    if (part.whole()) {
      forget(key);
      return decode(
          decoder,
          block,
          exchange == null ? null : exchange.request,
          part.parameters(),
          part.data());
    }
    if (part.first()) {
      exchange = exchange == null ? remember(block, key) : exchange;
      held -= exchange.held();
      exchange.decoder = null;
      exchange.assembly = new TransactionAssembly();
    }
    if (exchange == null
        || exchange.assembly == null
        || exchange.decoder != null
        || !join(block, key, exchange, part)) {
      return fragment(part);
    }
    TransactionAssembly whole = exchange.assembly;
    forget(key);
    return decode(decoder, block, exchange.request, whole.parameters(), whole.data());
  }

  /** Nothing is to be expected any more: an error response. */
  void failed(Smb1Header header) {
    forget(key(header));
  }

  /** Adds a part; true when it was the last one. A part that does not join ends the exchange. */
  private boolean join(CommandBlock block, long key, Exchange exchange, TransactionPart part) {
    if (!makeRoom(block, exchange, part.parameters().length() + part.data().length())) {
      forget(key);
      return false;
    }
    held -= exchange.held();
    boolean joined = exchange.assembly.add(part);
    held += exchange.held();
    if (!joined) {
      forget(key);
      throw new IllegalArgumentException(
          "displacements "
              + part.parameterDisplacement()
              + " and "
              + part.dataDisplacement()
              + " leave a hole");
    }
    return exchange.assembly.complete();
  }

  /** Evicts the oldest assemblies but this one; false when even that is not enough. */
  private boolean makeRoom(CommandBlock block, Exchange exchange, int octets) {
    if (held + octets <= limits.gatheredMessage()) {
      return true;
    }
    block.report(
        AnomalyKind.LIMIT_REACHED,
        "parts of transactions exceed " + limits.gatheredMessage() + " octets");
    Iterator<Exchange> oldest = exchanges.values().iterator();
    while (held + octets > limits.gatheredMessage() && oldest.hasNext()) {
      Exchange candidate = oldest.next();
      if (candidate != exchange && candidate.assembly != null) {
        held -= candidate.held();
        oldest.remove();
      }
    }
    return held + octets <= limits.gatheredMessage();
  }

  private Exchange remember(CommandBlock block, long key) {
    if (exchanges.size() >= limits.pendingRequests()) {
      block.report(AnomalyKind.LIMIT_REACHED, exchanges.size() + " transactions without response");
      forget(exchanges.keySet().iterator().next());
    }
    Exchange exchange = new Exchange();
    exchanges.put(key, exchange);
    return exchange;
  }

  private void forget(long key) {
    Exchange exchange = exchanges.remove(key);
    if (exchange != null) {
      held -= exchange.held();
    }
  }

  private static Smb1Body decode(
      ContentDecoder<Smb1Body> decoder,
      CommandBlock block,
      Smb1Body request,
      Bytes parameters,
      Bytes data) {
    return decoder.decode(new TransactionContent(block, request, List.of(), parameters, data));
  }

  private static Fragment fragment(TransactionPart part) {
    return new Fragment((int) part.parameterCount(), (int) part.dataCount());
  }

  private static long key(Smb1Header header) {
    return header.pid() << 32 | (long) header.tid() << 16 | header.mid();
  }
}
