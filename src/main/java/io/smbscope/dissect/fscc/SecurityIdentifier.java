package io.smbscope.dissect.fscc;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;

/** A SID, its parts, and which of them are well known. [MS-DTYP] 2.4.2 */
public final class SecurityIdentifier {
  private static final int HEADER = 8;
  private static final int MANDATORY_LEVEL = 16;
  private static final int CENTRAL_ACCESS_POLICY = 17;
  private static final int DOMAIN = 21;
  private static final int BUILTIN = 32;
  private static final int AUTHENTICATION = 64;

  private final Field sid = Fields.named("nt.sid");
  private final Field revision = Fields.named("nt.sid.revision");
  private final Field count = Fields.named("nt.sid.num_auth");
  private final Field authority = Fields.named("nt.sid.auth");
  private final Field subauthorities = Fields.named("nt.sid.subauth");
  private final Field rid = Fields.named("nt.sid.rid");
  private final Field wellKnown = Fields.named("nt.sid.wkwn");
  private final Field domain = Fields.named("nt.sid.domain");

  /**
   * Shows the SID that stands at a place.
   *
   * @return where it ends; -1 when it is not there wholly, and not shown
   */
  public int show(FrameTree tree, Region region, long at) {
    return show(tree, region, at, sid);
  }

  /** As a field of another name. */
  int show(FrameTree tree, Region region, long at, Field field) {
    if (!region.has(at, HEADER)) {
      return -1;
    }
    int from = (int) at;
    Bytes octets = region.octets();
    int length = HEADER + 4 * octets.u8(from + 1);
    if (!region.has(at, length)) {
      return -1;
    }
    Parts parts = Parts.of(octets.slice(from, length));
    int origin = region.origin() + from;
    tree.open(field, parts.text(parts.subauthorities.length), origin, length);
    tree.number(revision, parts.revision, origin, 1);
    tree.number(count, parts.subauthorities.length, origin + 1, 1);
    tree.number(authority, parts.authority, origin + 2, 6);
    tree.value(
        subauthorities,
        parts.tail(0, parts.subauthorities.length),
        origin + HEADER,
        length - HEADER);
    meaning(tree, parts, origin);
    tree.close();
    return from + length;
  }

  private void meaning(FrameTree tree, Parts parts, int origin) {
    long relative = parts.relative();
    if (relative != 0) {
      tree.number(rid, relative, origin + HEADER + 4 * (parts.named() - 1), 4);
    }
    int first = parts.firstKnown();
    if (first >= 0) {
      tree.value(wellKnown, parts.text(first), origin, HEADER + 4 * first);
    }
    if (parts.named() > 0 && !parts.isOfDomain()) {
      tree.value(wellKnown, parts.text(parts.named()), origin, HEADER + 4 * parts.named());
    }
    if (parts.isOfDomain() && parts.subauthorities.length >= 4) {
      tree.value(domain, parts.tail(1, 4), origin + HEADER + 4, 12);
    }
  }

  /** The numbers of a SID. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Parts(int revision, long authority, long[] subauthorities) {
    static Parts of(Bytes octets) {
      long[] numbers = new long[octets.u8(1)];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = octets.u32le(HEADER + 4 * i);
      }
      long authority = (long) octets.u16be(2) << 32 | octets.u32be(4);
      return new Parts(octets.u8(0), authority, numbers);
    }

    /** With so many of its subauthorities. */
    String text(int count) {
      return "S-" + revision + '-' + authority + (count == 0 ? "" : '-' + tail(0, count));
    }

    String tail(int from, int to) {
      StringBuilder text = new StringBuilder();
      for (int i = from; i < to; i++) {
        text.append(i == from ? "" : "-").append(subauthorities[i]);
      }
      return text.toString();
    }

    private boolean begins(int of, int with) {
      return revision == 1
          && authority == of
          && (with < 0 || (subauthorities.length > 0 && subauthorities[0] == with));
    }

    boolean isOfDomain() {
      return begins(5, DOMAIN);
    }

    /** Subauthorities up to the one that tells who it is within its kind; 0 when none does. */
    int named() {
      if (isOfDomain()) {
        return subauthorities.length >= 5 ? 5 : 0;
      }
      int most =
          begins(MANDATORY_LEVEL, -1) ? 1 : begins(5, BUILTIN) || begins(5, AUTHENTICATION) ? 2 : 0;
      return most > 0 && subauthorities.length >= most && WellKnownSids.name(text(most)) != null
          ? most
          : 0;
    }

    /** Its number within its kind; 0 when none is known. */
    long relative() {
      return named() == 0 ? 0 : subauthorities[named() - 1];
    }

    /** As many subauthorities as the shortest beginning has that is well known; -1 for none. */
    int firstKnown() {
      if (authority == CENTRAL_ACCESS_POLICY) {
        return 0;
      }
      if (subauthorities.length == 0 || begins(MANDATORY_LEVEL, -1)) {
        return WellKnownSids.name(text(0)) == null ? -1 : 0;
      }
      return WellKnownSids.name(text(1)) == null ? -1 : 1;
    }
  }
}
