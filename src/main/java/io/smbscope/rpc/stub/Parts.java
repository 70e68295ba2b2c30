package io.smbscope.rpc.stub;

import io.smbscope.base.Bytes;
import io.smbscope.rpc.Argument;
import java.util.Map;
import java.util.UUID;

/** The types that parameters are made of. Those with a name become arguments. */
final class Parts {
  /** SID_MAX_SUB_AUTHORITIES. [MS-DTYP] 2.4.2.3 */
  private static final int MAX_SUB_AUTHORITIES = 15;

  /** A context handle: attributes and a UUID. [C706] 14.2.16.6, [MS-RPCE] 2.2.5.3.5 */
  static final Part HANDLE =
      in -> {
        in.align(4);
        in.octets(20);
      };

  /** 32 bits that do not matter. */
  static final Part UNSIGNED_LONG = Ndr::u32;

  /** 64 bits that do not matter. */
  static final Part HYPER = Ndr::u64;

  /** What follows begins at a multiple of eight octets, as a structure with a hyper does. */
  static final Part ALIGN_8 = in -> in.align(8);

  /** FILETIME: two halves. [MS-DTYP] 2.3.3 */
  static final Part FILETIME = sequence(UNSIGNED_LONG, UNSIGNED_LONG);

  /** A conformant array of octets that do not matter. */
  static final Part OCTETS = in -> in.octets(in.count(1));

  /** [string] wchar_t[] that is not told: a password. */
  static final Part SECRET =
      in -> {
        in.word();
        in.word();
        in.octets(2 * in.count(2));
      };

  /** What is not read here, nor anything behind it. */
  static final Part UNREAD =
      in -> {
        throw new IndexOutOfBoundsException("not read");
      };

  /**
   * A server's name that is declared without [string]: a pointer to its first character, and no
   * more is sent. [MS-LSAD] 3.1.4.4.2, [MS-RRP] 2.2.2, [MS-EVEN] 2.2.6
   */
  static final Part FIRST_CHARACTER = in -> in.pointer(Ndr::u16);

  private Parts() {}

  /** unsigned long. */
  static Part number(String name) {
    return in -> in.tell(name, Long.toString(in.u32()));
  }

  /** unsigned short. */
  static Part number16(String name) {
    return in -> in.tell(name, Integer.toString(in.u16()));
  }

  /** unsigned char, boolean. */
  static Part number8(String name) {
    return in -> in.tell(name, Integer.toString(in.u8()));
  }

  /** An enum without v1_enum. */
  static Part enumeration(String name) {
    return in -> in.tell(name, Long.toString(in.enumeration()));
  }

  static Part guid(String name) {
    return in -> in.tell(name, uuid(in).toString());
  }

  private static UUID uuid(Ndr in) {
    long high = in.u32() << Integer.SIZE | (long) in.u16() << Short.SIZE | in.u16();
    Bytes low = in.octets(Long.BYTES);
    return new UUID(high, low.u32be(0) << Integer.SIZE | low.u32be(4));
  }

  /** Octets of a fixed count, as credentials are. */
  static Part hex(String name, int count) {
    return in -> in.tell(name, hex(in.octets(count)));
  }

  static String hex(Bytes octets) {
    return java.util.HexFormat.of().formatHex(octets.copy());
  }

  /** RPC_SID. [MS-DTYP] 2.4.2.3 */
  static Part sid(String name) {
    return in -> {
      in.count(4);
      in.align(4);
      StringBuilder text = new StringBuilder("S-").append(in.u8());
      int subAuthorities = in.u8();
      if (subAuthorities > MAX_SUB_AUTHORITIES) {
        throw new IndexOutOfBoundsException("SID of " + subAuthorities + " parts");
      }
      Bytes authority = in.octets(6);
      text.append('-').append((long) authority.u16be(0) << Integer.SIZE | authority.u32be(2));
      for (int i = 0; i < subAuthorities; i++) {
        text.append('-').append(in.u32());
      }
      in.tell(name, text.toString());
    };
  }

  /** [string] wchar_t[]: a conformant and varying array. */
  static Part text(String name) {
    return text(name, Argument.MAX_VALUE);
  }

  /** The same, and at most so many characters of it. */
  static Part text(String name, int most) {
    return in -> {
      in.word();
      in.word();
      in.tell(name, in.wide(in.count(2), most));
    };
  }

  /** [string] char[]. */
  static Part narrowText(String name) {
    return in -> {
      in.word();
      in.word();
      in.tell(name, in.narrow(in.count(1), Argument.MAX_VALUE));
    };
  }

  /** RPC_UNICODE_STRING and its likes. [MS-DTYP] 2.3.10 */
  static Part unicodeString(String name) {
    return counted(text(name));
  }

  /** RPC_STRING. [MS-EVEN] 2.2.12, [MS-SAMR] 2.2.3.1 */
  static Part narrowString(String name) {
    return counted(narrowText(name));
  }

  private static Part counted(Part characters) {
    Part length = Ndr::u16;
    return struct(length, length, pointer(characters));
  }

  /** A unique pointer. A reference pointer in a structure reads the same. */
  static Part pointer(Part referent) {
    return in -> in.pointer(referent);
  }

  static Part fullPointer(Part referent) {
    return in -> in.fullPointer(referent);
  }

  static Part sequence(Part... parts) {
    return in -> {
      for (Part part : parts) {
        part.read(in);
      }
    };
  }

  /** A structure with pointers: what they point to follows behind it. */
  static Part struct(Part... members) {
    Part all = sequence(members);
    return in -> {
      in.alignToWord();
      all.read(in);
      if (in.ndr64()) {
        in.alignToWord();
      }
    };
  }

  /** A conformant array. */
  static Part array(Part element) {
    return in -> elements(in, element);
  }

  /** A conformant and varying array. */
  static Part varyingArray(Part element) {
    return in -> {
      in.word();
      in.word();
      elements(in, element);
    };
  }

  private static void elements(Ndr in, Part element) {
    for (int left = in.count(1); left > 0; left--) {
      element.read(in);
    }
  }

  /** A union that is switched by 32 bits; an arm that is not listed is not read. */
  static Part union(Map<Integer, Part> arms) {
    return in -> {
      in.alignToWord();
      Part arm = arms.getOrDefault((int) in.u32(), UNREAD);
      in.alignToWord();
      arm.read(in);
    };
  }
}
