package io.smbscope.dissect.smb1;

import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.rpc.PipeData;

/** What is written and read, at the end of a command. */
final class FileData {
  /** Where a request reads or writes; kept with {@link Smb1Exchange#remember}. */
  record Range(int fid, long offset, long length) {}

  private static final Field OFFSET = Fields.named("smb.file.rw.offset");
  private static final Field LENGTH = Fields.named("smb.file.rw.length");
  private static final Field PADDING = Fields.named("smb.padding");
  private static final Field DATA = Fields.named("smb.file_data");

  private final PipeData pipes = new PipeData();

  /** Shows what is known of where is read or written. */
  static void range(Smb1Reader in) {
    Range range = in.exchange().recall(Range.class);
    if (range != null) {
      in.tree().number(OFFSET, range.offset, 0, 0);
      in.tree().number(LENGTH, range.length & 0xFFFFFFFFL, 0, 0);
    }
  }

  /**
   * Shows the rest of the command's data.
   *
   * @param length octets that the command says are data; what stands before them is padding
   */
  void show(Smb1Reader in, int length) {
    pad(in, length);
    in.octets(DATA, in.left());
  }

  /** As {@link #show}, but what goes through a named pipe is shown as what it is. */
  void show(Smb1Reader in, int length, int fid) {
    if (!in.exchange().pipes()) {
      show(in, length);
      return;
    }
    pad(in, length);
    if (in.isWhole() && in.left() > 0) {
      Smb1Command command = in.command();
      Region data = in.region().part(in.at(), in.left());
      in.skip(in.left());
      pipes.dissect(
          command.dissection(),
          data,
          command.session().opens().key(command, fid),
          !command.isResponse());
    }
  }

  private static void pad(Smb1Reader in, int length) {
    in.byteCount();
    if (in.left() > length) {
      in.octets(PADDING, in.left() - length);
    }
  }
}
