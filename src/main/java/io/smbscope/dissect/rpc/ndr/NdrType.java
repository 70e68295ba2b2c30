package io.smbscope.dissect.rpc.ndr;

import io.smbscope.dissect.field.Field;
import java.util.List;
import java.util.Map;

/** What stands in the octets of a stub. C706 14.2, 14.3 */
sealed interface NdrType {
  /** An integer, which begins at a multiple of its octets. */
  record Scalar(int octets) implements NdrType {}

  /** Octets without alignment. */
  record Octets(int count) implements NdrType {}

  /**
   * A string, with its counts before it. C706 14.3.4.2
   *
   * @param conformant the first of three counts is there
   */
  record Text(boolean wide, boolean conformant) implements NdrType {}

  /** A context handle. C706 14.2.5 */
  record Handle(Use use) implements NdrType {}

  /** What a call does with a handle. */
  enum Use {
    OPEN,
    USE,
    CLOSE
  }

  /** [MS-DTYP] 2.4.2.3 */
  record Sid() implements NdrType {}

  /** A security descriptor behind its octets' count. [MS-DTYP] 2.4.6 */
  record Descriptor() implements NdrType {}

  /** A unique pointer; what it points to comes behind the structure it is in. */
  record Pointer(NdrType to) implements NdrType {}

  /**
   * Elements, as many as the count before them says.
   *
   * @param varying an offset and the actual count follow the count
   * @param counted the count is shown
   */
  record Array(NdrType of, boolean varying, boolean counted) implements NdrType {}

  record Struct(List<Member> members) implements NdrType {
    /** The array that it ends with, whose count stands before the structure; or null. 14.3.7.1 */
    Array conformant() {
      NdrType last = members.get(members.size() - 1).type();
      return last instanceof Array array && !array.varying() ? array : null;
    }
  }

  /**
   * One of several, told by the tag before it.
   *
   * @param tag octets
   */
  record Union(int tag, Map<Long, Member> arms) implements NdrType {}

  /**
   * An argument or a part of a structure.
   *
   * @param field null when nothing is shown by a name of its own
   */
  record Member(NdrType type, Field field) {}

  /** What its place in the stub is a multiple of. */
  default int alignment(boolean ndr64) {
    int pointer = ndr64 ? Long.BYTES : Integer.BYTES;
    if (this instanceof Scalar scalar) {
      return scalar.octets();
    } else if (this instanceof Struct struct) {
      int most = 1;
      for (Member member : struct.members()) {
        most = Math.max(most, member.type().alignment(ndr64));
      }
      return most;
    } else if (this instanceof Union union) {
      int most = union.tag();
      for (Member arm : union.arms().values()) {
        most = Math.max(most, arm.type().alignment(ndr64));
      }
      return most;
    } else if (this instanceof Octets) {
      return 1;
    }
    return this instanceof Handle ? Integer.BYTES : pointer;
  }
}
