package io.smbscope.rpc.stub;

import io.smbscope.base.Bytes;
import io.smbscope.rpc.Argument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a stub from its start to its end, and collects the arguments found. Each read is aligned as
 * its type is, and throws {@link IndexOutOfBoundsException} when the octets are not there. [C706]
 * 14.2, 14.3; NDR64: [MS-RPCE] 2.2.5
 */
final class Ndr {
  private static final int NDR_WORD = 4;
  private static final int NDR64_WORD = 8;

  private final Bytes stub;
  private final boolean littleEndian;

  /** Octets of a pointer and of a count. */
  private final int word;

  private final List<Argument> told = new ArrayList<>();
  private final Map<String, Integer> sameName = new HashMap<>();

  /** Referent ids of the full pointers that were met. */
  private final Set<Long> fullPointers = new HashSet<>();

  /** What the pointers of the construct that is being read point to, in their order. */
  private List<Part> referents = new ArrayList<>();

  private int at;

  Ndr(Bytes stub, boolean littleEndian, boolean ndr64) {
    this.stub = stub;
    this.littleEndian = littleEndian;
    this.word = ndr64 ? NDR64_WORD : NDR_WORD;
  }

  /**
   * A parameter, or what a pointer points to: the part, then what its own pointers point to. Nests
   * as deep as the part is written, whatever the octets say.
   */
  void whole(Part part) {
    List<Part> around = referents;
    referents = new ArrayList<>(0);
    part.read(this);
    for (Part referent : referents) {
      whole(referent);
    }
    referents = around;
  }

  /** A unique or reference pointer in a construct: 0 points to nothing. */
  void pointer(Part referent) {
    if (word() != 0) {
      referents.add(referent);
    }
  }

  /** A full pointer: of those with the same referent id the first brings the referent. */
  void fullPointer(Part referent) {
    long id = word();
    if (id != 0 && fullPointers.add(id)) {
      referents.add(referent);
    }
  }

  void tell(String name, String value) {
    if (sameName.merge(name, 1, Integer::sum) <= Argument.MAX_SAME_NAME) {
      told.add(new Argument(name, value));
    }
  }

  /** Value of the last argument of that name, or null. */
  String told(String name) {
    for (int i = told.size() - 1; i >= 0; i--) {
      if (told.get(i).name().equals(name)) {
        return told.get(i).value();
      }
    }
    return null;
  }

  List<Argument> told() {
    return List.copyOf(told);
  }

  boolean ndr64() {
    return word == NDR64_WORD;
  }

  void align(int size) {
    take((size - at % size) % size);
  }

  /** Where a structure with pointers, or a union of pointers, begins. */
  void alignToWord() {
    align(word);
  }

  int u8() {
    return stub.u8(take(1));
  }

  int u16() {
    align(2);
    int from = take(2);
    return littleEndian ? stub.u16le(from) : stub.u16be(from);
  }

  /** Unsigned. */
  long u32() {
    align(4);
    int from = take(4);
    return littleEndian ? stub.u32le(from) : stub.u32be(from);
  }

  long u64() {
    align(8);
    int from = take(8);
    return littleEndian
        ? stub.u64le(from)
        : stub.u32be(from) << Integer.SIZE | stub.u32be(from + 4);
  }

  /** A referent id or a count: unsigned 32 bits, in NDR64 64. */
  long word() {
    return ndr64() ? u64() : u32();
  }

  /** An enumeration, or the discriminant of a union that is one: 16 bits, in NDR64 32. */
  long enumeration() {
    return ndr64() ? u32() : u16();
  }

  /**
   * A count of elements, of which at least the smallest octets must follow.
   *
   * @param smallest octets that an element takes at least, 1 or more
   */
  int count(int smallest) {
    long count = word();
    if (count < 0 || count > (stub.length() - at) / smallest) {
      throw new IndexOutOfBoundsException("array of " + count + " elements");
    }
    return (int) count;
  }

  /** Octets as they stand, not aligned. */
  Bytes octets(int count) {
    return stub.slice(take(count), count);
  }

  /** Characters of two octets, not aligned; the first of them as text. */
  String wide(int count, int most) {
    Bytes octets = octets(Math.multiplyExact(count, 2));
    int length = Math.min(count, most);
    char[] text = new char[length];
    for (int i = 0; i < length; i++) {
      text[i] = (char) (littleEndian ? octets.u16le(2 * i) : octets.u16be(2 * i));
    }
    return unterminated(text);
  }

  /** Characters of one octet, in a code page that is not known: as ISO 8859-1. */
  String narrow(int count, int most) {
    Bytes octets = octets(count);
    char[] text = new char[Math.min(count, most)];
    for (int i = 0; i < text.length; i++) {
      text[i] = (char) octets.u8(i);
    }
    return unterminated(text);
  }

  private static String unterminated(char[] text) {
    int length = text.length;
    while (length > 0 && text[length - 1] == 0) {
      length--;
    }
    return new String(text, 0, length);
  }

  private int take(int count) {
    if (count < 0 || count > stub.length() - at) {
      throw new IndexOutOfBoundsException(count + " octets at " + at + " of " + stub.length());
    }
    int from = at;
    at += count;
    return from;
  }
}
