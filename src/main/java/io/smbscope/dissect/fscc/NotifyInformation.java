package io.smbscope.dissect.fscc;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Region;
import io.smbscope.grammar.placed.FsccDirectory;

/** What has changed in a directory: FILE_NOTIFY_INFORMATION. [MS-FSCC] 2.7.1 */
public final class NotifyInformation {
  private static final int LEAST = 4;

  private final Structure<FsccDirectory.Notify> change =
      Structure.of("smb2.notify.info", FsccDirectory.Notify::new, FsccDirectory.Notify::_read);
  private final Structure<FsccDirectory.SmbNotify> smbChange =
      Structure.of(FsccDirectory.SmbNotify::new, FsccDirectory.SmbNotify::_read);

  /** The output of SMB2 CHANGE_NOTIFY. */
  public void dissect(Dissection dissection, Region region) {
    Chain.walk(region, LEAST, entry -> change.show(dissection.tree, entry) != null);
  }

  /** The parameters of an NT_TRANSACT_NOTIFY_CHANGE response. [MS-CIFS] 2.2.7.4.2 */
  public void smb1(Dissection dissection, Region region, boolean unicode) {
    Chain.walk(region, 0, entry -> smbChange.show(dissection.tree, entry, unicode) != null);
  }
}
