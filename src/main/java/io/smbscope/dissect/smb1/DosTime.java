package io.smbscope.dissect.smb1;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Values;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import java.time.Instant;

/**
 * A time that consists of a date and a time of day, which have fields of their own. [MS-CIFS]
 * 2.2.1.4
 */
final class DosTime {
  private static final int OCTETS = 4;

  private final Field whole;
  private final Field date;
  private final Field time;
  private final boolean timeFirst;

  private DosTime(String whole, String date, String time, boolean timeFirst) {
    this.whole = Fields.named(whole);
    this.date = Fields.named(date);
    this.time = Fields.named(time);
    this.timeFirst = timeFirst;
  }

  /**
   * Of a file, the date first: {@code create}, {@code access} or {@code last_write}.
   *
   * @param of the word in the fields' names
   */
  static DosTime ofFile(String of) {
    return new DosTime(
        "smb." + of + ".time", "smb." + of + ".smb.date", "smb." + of + ".smb.time", false);
  }

  /** When a file was written, the time first. */
  static DosTime ofEntry() {
    return new DosTime(
        "smb.last_write.time", "smb.last_write.smb.date", "smb.last_write.smb.time", true);
  }

  static DosTime ofServer() {
    return new DosTime(
        "smb.server_date_time",
        "smb.server_date_time.smb_date",
        "smb.server_date_time.smb_time",
        true);
  }

  static DosTime ofQueue() {
    return new DosTime(
        "smb.print.queued.date", "smb.print.queued.smb.date", "smb.print.queued.smb.time", false);
  }

  /** Shows the four octets at {@code at}; what is no time as 1970. */
  void show(FrameTree tree, Region region, int at) {
    if (!region.has(at, OCTETS)) {
      return;
    }
    int first = region.octets().u16le(at);
    int second = region.octets().u16le(at + 2);
    int dateValue = timeFirst ? second : first;
    int timeValue = timeFirst ? first : second;
    int offset = region.origin() + at;
    boolean none =
        (dateValue == 0 && timeValue == 0) || (dateValue == 0xFFFF && timeValue == 0xFFFF);
    Instant instant = none ? null : Values.dos(timeValue << 16 | dateValue);
    tree.open(whole, instant == null ? Instant.EPOCH : instant, offset, OCTETS);
    if (!none) {
      tree.number(date, dateValue, offset + (timeFirst ? 2 : 0), 2);
      tree.number(time, timeValue, offset + (timeFirst ? 0 : 2), 2);
    }
    tree.close();
  }
}
