package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Transaction;
import java.util.List;

/** SMB_COM_NT_TRANSACT. [MS-CIFS] 2.2.4.62, 2.2.7 */
public final class NtTransact {
  private NtTransact() {}

  /**
   * A subcommand's content: a nested record {@code Request} or {@code Response} of its class
   * ({@link NtCreateAndX} for NT_TRANSACT_CREATE), or {@link Undecoded}.
   */
  public interface Parameters {}

  /** A subcommand without decoder here, or one that its grammar cannot read. */
  public record Undecoded() implements Parameters {}

  /**
   * A whole request, secondaries included.
   *
   * @param function {@link NtTransactSubcommand} code, as on the wire
   * @param parameterCount octets of NT_Trans_Parameters
   * @param dataCount octets of NT_Trans_Data
   */
  public record Request(int function, long parameterCount, long dataCount, Parameters parameters)
      implements Smb1Body {}

  /**
   * A whole response.
   *
   * @param function of the request, -1 when that was not seen: then it is not decoded
   */
  public record Response(int function, long parameterCount, long dataCount, Parameters parameters)
      implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Transaction.NtRequest request = new Smb1Transaction.NtRequest(block.stream());
    int function = request.function();
    List<Integer> setup = List.copyOf(request.setup());
    return block
        .transactions()
        .request(
            block,
            TransactionPart.of(block, request),
            content ->
                new Request(
                    function,
                    content.parameters().length(),
                    content.data().length(),
                    NtTransactSubcommand.request(function, content.withSetup(setup))));
  }

  static Smb1Body response(CommandBlock block) {
    return block
        .transactions()
        .response(
            block,
            TransactionPart.of(block, new Smb1Transaction.NtResponse(block.stream())),
            NtTransact::response);
  }

  private static Response response(TransactionContent content) {
    int function = content.request() instanceof Request request ? request.function() : -1;
    return new Response(
        function,
        content.parameters().length(),
        content.data().length(),
        NtTransactSubcommand.response(function, content));
  }
}
