package io.smbscope.smb.smb1;

/** SMB_COM_ECHO. [MS-CIFS] 2.2.4.39 */
public final class Echo {
  private Echo() {}

  /**
   * Asks for answers.
   *
   * @param echoCount how many
   * @param dataLength octets to be returned
   */
  public record Request(int echoCount, int dataLength) implements Smb1Body {}

  /**
   * One of the answers.
   *
   * @param sequenceNumber from 1
   */
  public record Response(int sequenceNumber, int dataLength) implements Smb1Body {}
}
