package io.smbscope.dissect.fscc;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Values;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.DfsReferral.Entry;
import io.smbscope.grammar.placed.DfsReferral.Request;
import io.smbscope.grammar.placed.DfsReferral.Response;
import io.smbscope.grammar.placed.DfsReferral.V1;
import io.smbscope.grammar.placed.DfsReferral.V2;
import io.smbscope.grammar.placed.DfsReferral.V3;
import io.smbscope.grammar.placed.DfsReferral.V3Names;
import java.nio.charset.StandardCharsets;

/** Where a path of DFS leads: requests and answers. [MS-DFSC] 2.2 */
public final class DfsReferral {
  private static final int NAME_LIST = 2;

  private final Field path = Fields.named("smb.dfs.referral.path");
  private final Field alternatePath = Fields.named("smb.dfs.referral.alt_path");
  private final Field node = Fields.named("smb.dfs.referral.node");
  private final Field domainName = Fields.named("smb.dfs.referral.domain_name");
  private final Field expandedName = Fields.named("smb.dfs.referral.expname");
  private final Field unknown = Fields.named("smb.unknown_data");

  private final Structure<Request> request = Structure.of(Request::new, Request::_read);
  private final Structure<Response> response = Structure.of(Response::new, Response::_read);
  private final Structure<Entry> entry = Structure.of(Entry::new, Entry::_read);
  private final Structure<V1> v1 = Structure.of(V1::new, V1::_read);
  private final Structure<V2> v2 = Structure.of(V2::new, V2::_read);
  private final Structure<V3> v3 = Structure.of(V3::new, V3::_read);
  private final Structure<V3Names> v3Names = Structure.of(V3Names::new, V3Names::_read);

  /** REQ_GET_DFS_REFERRAL. */
  void request(FrameTree tree, Region region, boolean unicode) {
    request.show(tree, region, unicode);
  }

  /** RESP_GET_DFS_REFERRAL. */
  public void response(FrameTree tree, Region region, boolean unicode) {
    Response head = response.show(tree, region, unicode);
    int at = head == null ? -1 : head._io().pos();
    if (at < 0 || head.numberOfReferrals() == 0) {
      return;
    }
    tree.open("Referrals", region.origin() + at, region.length() - at);
    for (int i = 0; i < head.numberOfReferrals() && at >= 0; i++) {
      tree.open("Referral", region.origin() + at, region.length() - at);
      int size = entry(tree, region.from(at), unicode);
      tree.close();
      at = size < 0 ? -1 : at + size;
    }
    tree.close();
  }

  /** Its size; -1 when it is not there wholly. */
  private int entry(FrameTree tree, Region region, boolean unicode) {
    Entry head = entry.show(tree, region, unicode);
    if (head == null) {
      return -1;
    }
    int begin = head._io().pos();
    Region rest = region.from(begin);
    int end =
        switch (head.versionNumber()) {
          case 1 -> v1(tree, region, begin, unicode);
          case 2 -> v2(tree, region, rest, unicode);
          case 3, 4 ->
              (head.referralEntryFlags() & NAME_LIST) != 0
                  ? names(tree, region, rest, unicode)
                  : v3(tree, region, rest, unicode);
          default -> 0;
        };
    return end < 0 ? -1 : rest(tree, region, begin + end, head.size());
  }

  /** What the entry has beyond what is known of its version. */
  private int rest(FrameTree tree, Region region, int at, int size) {
    if (size <= at) {
      return at;
    }
    if (!region.has(at, size - at)) {
      return -1;
    }
    tree.value(
        unknown, region.octets().slice(at, size - at).copy(), region.origin() + at, size - at);
    return size;
  }

  private int v1(FrameTree tree, Region region, int at, boolean unicode) {
    Region rest = region.from(at);
    V1 shown = v1.show(tree, rest, unicode);
    return shown == null ? -1 : endOfString(rest, 0, unicode);
  }

  private int v2(FrameTree tree, Region region, Region rest, boolean unicode) {
    V2 shown = v2.show(tree, rest, unicode);
    if (shown == null) {
      return -1;
    }
    target(
        tree,
        region,
        unicode,
        shown.ofsDfsPath(),
        shown.ofsDfsAlternatePath(),
        shown.ofsNetworkAddress());
    return shown._io().pos();
  }

  private int v3(FrameTree tree, Region region, Region rest, boolean unicode) {
    V3 shown = v3.show(tree, rest, unicode);
    if (shown == null) {
      return -1;
    }
    target(
        tree,
        region,
        unicode,
        shown.ofsDfsPath(),
        shown.ofsDfsAlternatePath(),
        shown.ofsNetworkAddress());
    return shown._io().pos();
  }

  /** The strings of a target, at offsets from the entry's first octet. */
  private void target(
      FrameTree tree, Region region, boolean unicode, int ofsPath, int ofsAlternate, int ofsNode) {
    string(tree, region, path, ofsPath, unicode);
    string(tree, region, alternatePath, ofsAlternate, unicode);
    string(tree, region, node, ofsNode, unicode);
  }

  private int names(FrameTree tree, Region region, Region rest, boolean unicode) {
    V3Names shown = v3Names.show(tree, rest, unicode);
    if (shown == null) {
      return -1;
    }
    string(tree, region, domainName, shown.ofsSpecialName(), unicode);
    int at = shown.ofsExpandedNames();
    for (int i = 0; i < shown.numberOfExpandedNames() && at > 0; i++) {
      at = string(tree, region, expandedName, at, unicode);
    }
    return shown._io().pos();
  }

  /** Where it ends; 0 when there is none. */
  private static int string(FrameTree tree, Region region, Field field, int at, boolean unicode) {
    if (at == 0 || !region.has(at, 1)) {
      return 0;
    }
    int end = endOfString(region, at, unicode);
    Bytes octets = region.octets().slice(at, end - at);
    String text = unicode ? Values.utf16(octets) : Values.upToZero(octets, StandardCharsets.UTF_8);
    tree.value(field, text, region.origin() + at, end - at);
    return end;
  }

  /** Behind its zero, or where the octets end. */
  private static int endOfString(Region region, int from, boolean unicode) {
    int size = unicode ? 2 : 1;
    Bytes octets = region.octets();
    for (int at = from; region.has(at, size); at += size) {
      if ((unicode ? octets.u16le(at) : octets.u8(at)) == 0) {
        return at + size;
      }
    }
    return octets.length();
  }
}
