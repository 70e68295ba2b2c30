package io.smbscope.dissect.smb1;

import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import java.util.Map;

/** The files and pipes that are or were open, and how a FID is shown with what is known of it. */
public final class Opens {
  /** What a FID is known by; equal for the same pipe of a connection. */
  public record Key(int tid, int fid) {}

  /**
   * What a request to open said; kept with {@link Smb1Exchange#remember} until its response.
   *
   * @param flags of NT_CREATE_ANDX, as are all behind it; 0 for others
   */
  public record Asked(
      String name,
      long flags,
      long access,
      long attributes,
      long share,
      long options,
      long disposition) {}

  private record Open(long frame, Asked asked) {}

  private static final Field FID = Fields.named("smb.fid");

  private final Map<Key, Open> table = Smb1Session.bounded();

  /** Shows the FID that a response gives to what its request asked for. */
  public void opened(Smb1Command command, int fid, int at) {
    table.put(key(command, fid), new Open(command.dissection().frame, command.exchange().recall(Asked.class)));
    show(command, fid, at, 2);
  }

  /** Shows a FID that stands in the message. */
  public void show(Smb1Command command, int fid, int at) {
    show(command, fid, at, 2);
  }

  /** Shows a FID that a response has from its request. */
  public void showGenerated(Smb1Command command, int fid) {
    show(command, fid, 0, 0);
  }

  public Key key(Smb1Command command, int fid) {
    return new Key(command.header().tid(), fid);
  }

  /** What was opened as this FID; null when that is not known. */
  public String name(Smb1Command command, int fid) {
    Open open = table.get(key(command, fid));
    return open == null || open.asked == null ? null : open.asked.name;
  }

  private void show(Smb1Command command, int fid, int at, int length) {
    command.tree().number(FID, fid, command.message().origin() + at, length);
  }
}
