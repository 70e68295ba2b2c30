package io.smbscope.dissect.smb1;

import io.smbscope.dissect.Bounded;
import io.smbscope.dissect.Dissection;
import io.smbscope.grammar.placed.Smb1Header;
import java.util.Map;

/** What a connection's messages have told: requests that wait, opens, trees. */
public final class Smb1Session {
  private static final int MOST = 4096;
  private static final int FLAGS_REPLY = 0x80;

  private final Opens opens = new Opens();
  private final Trees trees = new Trees();

  /** Requests that wait for their response, by PID and MID. */
  private final Map<Integer, Smb1Exchange> waiting = bounded();

  /** Transactions, whose responses and secondaries may be several. */
  private final Map<Integer, Smb1Exchange> transactions = bounded();

  /** Files and pipes by tree and FID. */
  public Opens opens() {
    return opens;
  }

  Trees trees() {
    return trees;
  }

  /** The request a message is, continues, cancels or answers. [MS-CIFS] 3.2.5.1 */
  Smb1Exchange exchange(Dissection dissection, Smb1Header header) {
    int code = header.command();
    boolean request = (header.flags() & FLAGS_REPLY) == 0;
    int key = header.pidLow() << 16 | header.mid();
    if (request && key == 0 && header.uid() == 0 && header.tid() == 0) {
      return Smb1Exchange.unknown(code);
    }
    Smb1Exchange known = waiting.get(key);
    if (CommandCode.hasNoResponse(code)) {
      if (known == null && CommandCode.isSecondary(code)) {
        known = transactions.get(key);
      }
      return known == null ? Smb1Exchange.unknown(code) : known;
    }
    if (request) {
      Smb1Exchange begun =
          new Smb1Exchange(code, dissection.frame, dissection.nanos, trees.isPipes(header.tid()));
      waiting.remove(key);
      waiting.put(key, begun);
      if (CommandCode.isTransaction(code)) {
        transactions.put(key, begun);
      }
      return begun;
    }
    return answered(known, code, key);
  }

  private Smb1Exchange answered(Smb1Exchange known, int code, int key) {
    if (known != null) {
      waiting.remove(key);
      return known.code() == code && known.answer() ? known : Smb1Exchange.unknown(code);
    }
    Smb1Exchange transaction = CommandCode.isTransaction(code) ? transactions.get(key) : null;
    return transaction == null ? Smb1Exchange.unknown(code) : transaction;
  }

  /** A table that forgets its oldest entry beyond {@link #MOST}. */
  static <K, V> Map<K, V> bounded() {
    return Bounded.byAge(MOST);
  }
}
