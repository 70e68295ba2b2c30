package io.smbscope.smb.smb1;

/** SMB_COM_DELETE_DIRECTORY. The response is empty. [MS-CIFS] 2.2.4.2 */
public final class DeleteDirectory {
  private DeleteDirectory() {}

  /** An empty folder is to go. */
  public record Request(String directoryName) implements Smb1Body {}
}
