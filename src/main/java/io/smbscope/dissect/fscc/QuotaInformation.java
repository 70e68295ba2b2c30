package io.smbscope.dissect.fscc;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.grammar.placed.FsccVolume;

/** What users may store, and do. [MS-FSCC] 2.4.41, [MS-SMB2] 2.2.37.1 */
public final class QuotaInformation {
  private final Above quotas = new Above("smb2.quota_info");
  private final Structure<FsccVolume.Quota> quota =
      Structure.of(FsccVolume.Quota::new, FsccVolume.Quota::_read);
  private final Structure<FsccVolume.QueryQuota> query =
      Structure.of(FsccVolume.QueryQuota::new, FsccVolume.QueryQuota::_read);
  private final Above queries = new Above("smb2.query_quota_info");
  private final Structure<FsccVolume.GetQuota> get =
      Structure.of(FsccVolume.GetQuota::new, FsccVolume.GetQuota::_read);
  private final SecurityIdentifier sid = new SecurityIdentifier();

  /** FILE_QUOTA_INFORMATION of each user, as SMB2 has it. */
  public Shown dissect(Dissection dissection, Region region) {
    return Shown.of(quotas.show(dissection.tree, region, () -> entries(dissection.tree, region)));
  }

  /**
   * FILE_QUOTA_INFORMATION of each user.
   *
   * @return whether it was there wholly
   */
  public boolean entries(FrameTree tree, Region region) {
    return Chain.walk(region, -1, entry -> of(tree, entry, quota.show(tree, entry)));
  }

  /** SMB2_QUERY_QUOTA_INFO: whose quotas are asked for. */
  public void query(Dissection dissection, Region region) {
    queries.show(dissection.tree, region, () -> whose(dissection.tree, region));
  }

  private boolean whose(FrameTree tree, Region region) {
    FsccVolume.QueryQuota asked = query.show(tree, region);
    if (asked == null) {
      return false;
    }
    Region rest = region.from(asked._io().pos());
    if (asked.sidListLength() != 0) {
      return Chain.walk(rest, -1, entry -> of(tree, entry, get.show(tree, entry)));
    }
    return asked.startSidLength() == 0 || sid.show(tree, rest, asked.startSidOffset()) >= 0;
  }

  private boolean of(FrameTree tree, Region entry, io.kaitai.struct.KaitaiStruct.ReadOnly head) {
    return head != null && sid.show(tree, entry, head._io().pos()) >= 0;
  }
}
