package io.smbscope.dissect.smb2;

import io.smbscope.dissect.Region;
import io.smbscope.grammar.placed.Smb2NotifyInformation;

/** FILE_NOTIFY_INFORMATION, one for each change. [MS-FSCC] 2.7.1 */
final class ChangeRecords {
  private static final int SHORTEST = 12;

  private ChangeRecords() {}

  static void dissect(Command command, Region region) {
    int at = 0;
    while (region.has(at, SHORTEST)) {
      long next = region.octets().u32le(at);
      command.show(
          region.from(at), Smb2NotifyInformation::new, Smb2NotifyInformation::_read);
      if (next < SHORTEST || next > region.length() - at) {
        return;
      }
      at += (int) next;
    }
  }
}
