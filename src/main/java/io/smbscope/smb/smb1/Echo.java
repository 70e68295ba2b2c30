package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Echo;

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

  static Smb1Body request(CommandBlock block) {
    Smb1Echo.Request request = new Smb1Echo.Request(block.stream());
    return new Request(request.echoCount(), block.byteCount());
  }

  static Smb1Body response(CommandBlock block) {
    Smb1Echo.Response response = new Smb1Echo.Response(block.stream());
    return new Response(response.sequenceNumber(), block.byteCount());
  }
}
