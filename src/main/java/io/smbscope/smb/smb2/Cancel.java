package io.smbscope.smb.smb2;

/**
 * SMB2 CANCEL: nothing but its header, whose MessageId or AsyncId names the request to cancel. It
 * has no response. [MS-SMB2] 2.2.30
 */
public final class Cancel {
  private Cancel() {}

  public record Request() implements Smb2Body {}
}
