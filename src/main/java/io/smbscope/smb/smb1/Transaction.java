package io.smbscope.smb.smb1;

import io.smbscope.base.Bytes;
import io.smbscope.grammar.Smb1Transaction;
import java.util.List;

/**
 * SMB_COM_TRANSACTION: named pipes, mailslots and the Remote Administration Protocol. [MS-CIFS]
 * 2.2.4.33, 2.2.5
 */
public final class Transaction {
  private Transaction() {}

  /**
   * A whole request, secondaries included.
   *
   * @param name {@code \PIPE\}, {@code \PIPE\LANMAN}, {@code \MAILSLOT\...}
   * @param flags 1 disconnect the TID afterwards, 2 no response
   * @param timeout milliseconds
   * @param setup words; of a pipe: {@link TransactionSubcommand} and FID or priority
   * @param parameters TransParameters
   * @param data TransData; of TRANSACT_NMPIPE: what is written
   */
  public record Request(
      String name,
      int flags,
      long timeout,
      int maxParameterCount,
      int maxDataCount,
      List<Integer> setup,
      Bytes parameters,
      Bytes data)
      implements Smb1Body {

    /**
     * Subcommand as on the wire, -1 when there is none, as of the Remote Administration Protocol.
     */
    public int subcommand() {
      return setup.isEmpty() ? -1 : setup.get(0);
    }

    private Request with(TransactionContent content) {
      return new Request(
          name,
          flags,
          timeout,
          maxParameterCount,
          maxDataCount,
          setup,
          Bytes.of(content.parameters().copy()),
          Bytes.of(content.data().copy()));
    }

    /** FID of a named pipe's subcommand, -1 when it has none. */
    public int fid() {
      return setup.size() < 2 ? -1 : setup.get(1);
    }
  }

  /** A whole response. */
  public record Response(List<Integer> setup, Bytes parameters, Bytes data) implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Transaction.Request request =
        new Smb1Transaction.Request(block.stream(), block.unicode(), true);
    Request head =
        new Request(
            DataTypes.text(request.name()),
            request.flags(),
            request.timeout(),
            request.maxParameterCount(),
            request.maxDataCount(),
            List.copyOf(request.setup()),
            Bytes.EMPTY,
            Bytes.EMPTY);
    return block.transactions().request(block, TransactionPart.of(block, request), head::with);
  }

  static Smb1Body response(CommandBlock block) {
    Smb1Transaction.Response response = new Smb1Transaction.Response(block.stream());
    List<Integer> setup = List.copyOf(response.setup());
    return block
        .transactions()
        .response(
            block,
            TransactionPart.of(block, response),
            content ->
                new Response(
                    setup, Bytes.of(content.parameters().copy()), Bytes.of(content.data().copy())));
  }
}
