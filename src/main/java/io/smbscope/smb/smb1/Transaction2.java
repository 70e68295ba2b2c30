package io.smbscope.smb.smb1;

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
}
