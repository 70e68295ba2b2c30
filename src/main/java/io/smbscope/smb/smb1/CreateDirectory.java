package io.smbscope.smb.smb1;

/** SMB_COM_CREATE_DIRECTORY. The response is empty. [MS-CIFS] 2.2.4.1 */
public final class CreateDirectory {
  private CreateDirectory() {}

  /** A new folder. */
  public record Request(String directoryName) implements Smb1Body {}
}
