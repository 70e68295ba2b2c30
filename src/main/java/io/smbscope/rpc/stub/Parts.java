package io.smbscope.rpc.stub;

import io.smbscope.base.Bytes;
import io.smbscope.rpc.Argument;
import java.util.Map;
import java.util.UUID;

/** The types that parameters are made of. Those with a name become arguments. */
final class Parts {
  /** A context handle. [C706] 14.3.12 (ndr_context_handle) */
  static final Part HANDLE =
      in -> {
        in.align(4);
        in.octets(20);
      };

  /** 32 bits that do not matter. */
  static final Part UNSIGNED_LONG = Ndr::u32;

  /** A conformant array of octets that do not matter. */
  static final Part OCTETS = in -> in.octets(in.count(1));

  /** What nothing that matters stands behind. */
  static final Part UNREAD = in -> {};

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
    Bytes low = in.octets(8);
    return new UUID(high, low.u32be(0) << Integer.SIZE | low.u32be(4));
  }

  /** [string] wchar_t[]: a conformant and varying array. */
  static Part text(String name) {
    return in -> in.tell(name, wide(in, Argument.MAX_VALUE));
  }

  /** [string] char[]. */
  static Part narrowText(String name) {
    return in -> {
      in.word();
      in.word();
      in.tell(name, in.narrow(in.count(1), Argument.MAX_VALUE));
    };
  }

  private static String wide(Ndr in, int most) {
    in.word();
    in.word();
    return in.wide(in.count(2), most);
  }

  /** A unique pointer. A reference pointer in a structure reads the same. */
  static Part pointer(Part referent) {
    return in -> in.pointer(referent);
  }

  /** A structure with pointers, or an array of them: what they point to follows behind it. */
  static Part struct(Part... members) {
    return in -> {
      in.alignToWord();
      for (Part member : members) {
        member.read(in);
      }
      if (in.ndr64()) {
        in.alignToWord();
      }
    };
  }

  /** A conformant array. */
  static Part array(Part element) {
    return in -> {
      for (int left = in.count(1); left > 0; left--) {
        element.read(in);
      }
    };
  }

  /** A union of pointers; nothing is read of an arm that is not listed. */
  static Part union(Map<Long, Part> arms) {
    return in -> {
      in.alignToWord();
      long discriminant = in.u32();
      Part arm = arms.get(discriminant);
      if (arm == null) {
        throw new IndexOutOfBoundsException("arm " + discriminant);
      }
      in.alignToWord();
      arm.read(in);
    };
  }
}
