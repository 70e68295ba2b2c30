package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Transaction;

/** SMB_COM_TRANSACTION2. [MS-CIFS] 2.2.4.46, 2.2.6 */
public final class Transaction2 {
  private Transaction2() {}

  /**
   * A subcommand's content: a nested record {@code Request} or {@code Response} of its class, or
   * {@link Undecoded}.
   */
  public interface Parameters {}

  /** A subcommand without decoder here, or one that its grammar cannot read. */
  public record Undecoded() implements Parameters {}

  /**
   * A whole request, secondaries included.
   *
   * @param subcommand {@link Trans2Subcommand} code, as on the wire
   * @param flags 1 disconnect the TID afterwards, 2 no response
   * @param parameterCount octets of Trans2Parameters
   * @param dataCount octets of Trans2Data
   */
  public record Request(
      int subcommand, int flags, int parameterCount, int dataCount, Parameters parameters)
      implements Smb1Body {}

  /**
   * A whole response.
   *
   * @param subcommand of the request, -1 when that was not seen: then it is not decoded
   */
  public record Response(int subcommand, int parameterCount, int dataCount, Parameters parameters)
      implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Transaction.Request request =
        new Smb1Transaction.Request(block.stream(), block.unicode(), false);
    int subcommand = request.setup().isEmpty() ? -1 : request.setup().get(0);
    int flags = request.flags();
    return block
        .transactions()
        .request(
            block,
            TransactionPart.of(block, request),
            content ->
                new Request(
                    subcommand,
                    flags,
                    content.parameters().length(),
                    content.data().length(),
                    Trans2Subcommand.request(subcommand, content)));
  }

  static Smb1Body response(CommandBlock block) {
    return block
        .transactions()
        .response(
            block,
            TransactionPart.of(block, new Smb1Transaction.Response(block.stream())),
            Transaction2::response);
  }

  private static Response response(TransactionContent content) {
    int subcommand = content.request() instanceof Request request ? request.subcommand() : -1;
    return new Response(
        subcommand,
        content.parameters().length(),
        content.data().length(),
        Trans2Subcommand.response(subcommand, content));
  }
}
