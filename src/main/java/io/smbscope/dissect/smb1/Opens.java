package io.smbscope.dissect.smb1;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.fscc.ObjectType;
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

  /**
   * @param asked null when the request was not seen
   * @param closed frame of the request that closed it, 0 while it is open
   */
  private record Open(long frame, Asked asked, long closed) {}

  static final Field FID = Fields.named("smb.fid");

  private static final Field OPENED_IN = Fields.named("smb.fid.opened_in");
  private static final Field CLOSED_IN = Fields.named("smb.fid.closed_in");
  private static final Field NAME = Fields.named("smb.file");
  private static final Field FLAGS = Fields.named("smb.create_flags");
  private static final Field ACCESS = Fields.named("smb.access_mask");
  private static final Field ATTRIBUTES = Fields.named("smb.file_attribute");
  private static final Field SHARE = Fields.named("smb.share_access");
  private static final Field OPTIONS = Fields.named("smb.create_options");
  private static final Field DISPOSITION = Fields.named("smb.create.disposition");

  private final Map<Key, Open> table = Smb1Session.bounded();
  private final Map<Key, ObjectType> types = Smb1Session.bounded();
  private boolean generated;

  /** A response gives a FID to what its request asked for; to be called before it is shown. */
  public void opened(Smb1Command command, int fid) {
    Key key = key(command, fid);
    table.remove(key);
    types.remove(key);
    long frame = command.dissection().frame;
    table.put(key, new Open(frame, command.exchange().recall(Asked.class), 0));
  }

  /** The response that gave a FID told what it is, in its ResourceType and Directory. */
  public void is(Smb1Command command, int fid, int resourceType, int directory) {
    if (resourceType == 0) {
      types.put(key(command, fid), directory == 0 ? ObjectType.FILE : ObjectType.DIRECTORY);
    }
  }

  /** What a FID stands for, as far as that was told. */
  public ObjectType type(Smb1Command command, int fid) {
    return types.getOrDefault(key(command, fid), ObjectType.UNKNOWN);
  }

  /** A request closes a FID; to be called before it is shown. */
  void closed(Smb1Command command, int fid) {
    long frame = command.dissection().frame;
    table.computeIfPresent(
        key(command, fid), (key, open) -> new Open(open.frame, open.asked, frame));
  }

  /** Shows a FID that stands in the message; one that a grammar shows needs no call. */
  public void show(Smb1Command command, int fid, int at) {
    command.tree().number(FID, fid, command.message().origin() + at, 2);
  }

  /** Shows a FID that stands in the other message of an exchange. */
  public void showGenerated(Smb1Command command, int fid) {
    generated = true;
    command.tree().number(FID, fid, 0, 0);
    generated = false;
  }

  public Key key(Smb1Command command, int fid) {
    return new Key(command.header().tid(), fid);
  }

  /** Shows what is known of a FID, below it. */
  void details(Smb1Command command, int fid) {
    Open open = table.get(key(command, fid));
    if (open == null) {
      return;
    }
    if (!generated) {
      command.exchange().fid(fid, !command.isResponse());
    }
    FrameTree tree = command.tree();
    tree.number(OPENED_IN, open.frame, 0, 0);
    if (open.closed != 0) {
      tree.number(CLOSED_IN, open.closed, 0, 0);
    }
    if (open.asked != null) {
      tree.value(NAME, open.asked.name, 0, 0);
      tree.number(FLAGS, open.asked.flags, 0, 0);
      tree.number(ACCESS, open.asked.access, 0, 0);
      tree.number(ATTRIBUTES, open.asked.attributes, 0, 0);
      tree.number(SHARE, open.asked.share, 0, 0);
      tree.number(OPTIONS, open.asked.options, 0, 0);
      tree.number(DISPOSITION, open.asked.disposition, 0, 0);
    }
  }
}
