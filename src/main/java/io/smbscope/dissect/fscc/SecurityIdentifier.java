package io.smbscope.dissect.fscc;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Values;
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
    Bytes whole = octets.slice(from, length);
    int origin = region.origin() + from;
    tree.open(field, Values.sid(whole), origin, length);
    parts(
        whole,
        (part, number, text, partFrom, partLength) -> {
          if (text == null) {
            tree.number(part, number, origin + partFrom, partLength);
          } else {
            tree.value(part, text, origin + partFrom, partLength);
          }
        });
    tree.close();
    return from + length;
  }

  /** Takes the parts of a SID. */
  @FunctionalInterface
  public interface PartSink {
    /**
     * Takes one of them.
     *
     * @param text null for a number
     * @param from octets from the SID's begin
     */
    void part(Field field, long number, String text, int from, int length);
  }

  /**
   * Hands on what a SID is made of.
   *
   * @param octets all of the SID, and no more
   */
  public void parts(Bytes octets, PartSink sink) {
    Parts parts = Parts.of(octets);
    int numbers = parts.subauthorities.length;
    sink.part(revision, parts.revision, null, 0, 1);
    sink.part(count, numbers, null, 1, 1);
    sink.part(authority, parts.authority, null, 2, 6);
    sink.part(subauthorities, 0, parts.tail(0, numbers), HEADER, 4 * numbers);
    long relative = parts.relative();
    if (relative != 0) {
      sink.part(rid, relative, null, HEADER + 4 * (parts.named() - 1), 4);
    }
    int first = parts.firstKnown();
    if (first >= 0) {
      sink.part(wellKnown, 0, parts.text(first), 0, HEADER + 4 * first);
    }
    if (parts.named() > 0 && !parts.isOfDomain()) {
      sink.part(wellKnown, 0, parts.text(parts.named()), 0, HEADER + 4 * parts.named());
    }
    if (parts.isOfDomain() && numbers >= 4) {
      sink.part(domain, 0, parts.tail(1, 4), HEADER + 4, 12);
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
      return most > 0 && subauthorities.length >= most && WellKnownSids.contains(text(most))
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
        return WellKnownSids.contains(text(0)) ? 0 : -1;
      }
      return WellKnownSids.contains(text(1)) ? 1 : -1;
    }
  }
}
