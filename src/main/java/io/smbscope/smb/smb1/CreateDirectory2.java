package io.smbscope.smb.smb1;

/** TRANS2_CREATE_DIRECTORY. [MS-CIFS] 2.2.6.14 */
public final class CreateDirectory2 {
  private CreateDirectory2() {}

  /** A new folder. */
  public record Request(String directoryName) implements Transaction2.Parameters {}
}
