package io.smbscope.smb.smb1;

/** SMB_COM_CHECK_DIRECTORY. The response is empty. [MS-CIFS] 2.2.4.17 */
public final class CheckDirectory {
  private CheckDirectory() {}

  /** Asks whether a folder is there. */
  public record Request(String directoryName) implements Smb1Body {}
}
