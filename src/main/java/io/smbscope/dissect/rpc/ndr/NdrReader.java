package io.smbscope.dissect.rpc.ndr;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Values;
import io.smbscope.dissect.Walk;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.fscc.SecurityIdentifier;
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads arguments, and keeps what is to be shown in the order in which it is shown. C706 14.3.12
 */
final class NdrReader {
  private static final int HANDLE = 20;
  private static final int MOST_ITEMS = 50_000;
  private static final String NONE = "";

  /**
   * Something to show.
   *
   * @param field null when only what is below it is shown, under the value
   * @param value null, octets, text; a {@link Region} is a security descriptor
   */
  record Item(Field field, long number, Object value, int place, int length, List<Item> below) {}

  /** What a pointer points to. */
  private record Referent(NdrType type, Field field, List<Item> out) {}

  /** The fields that all interfaces have in common. */
  record Common(
      Field referent,
      Field referent64,
      Field nothing,
      Field maximum,
      Field offset,
      Field actual,
      Field padding,
      Field sidCount,
      Field sid,
      SecurityIdentifier identifier,
      Field openFrame,
      Field closeFrame) {
    static Common named() {
      return new Common(
          Fields.named("dcerpc.referent_id"),
          Fields.named("dcerpc.referent_id64"),
          Fields.named("dcerpc.null_pointer"),
          Fields.named("dcerpc.array.max_count"),
          Fields.named("dcerpc.array.offset"),
          Fields.named("dcerpc.array.actual_count"),
          Fields.named("dcerpc.ndr_padding"),
          Fields.named("dcerpc.nt.count"),
          Fields.named("dcerpc.nt.domain_sid"),
          new SecurityIdentifier(),
          Fields.named("dcerpc.nt.open_frame"),
          Fields.named("dcerpc.nt.close_frame"));
    }
  }

  private final Common fields;
  private final Walk walk;
  private final boolean ndr64;
  private final long frame;
  private final ContextHandles handles;
  private int items;

  NdrReader(
      Common fields, Dissection dissection, Region region, boolean littleEndian, boolean ndr64) {
    this.fields = fields;
    this.walk = new Walk(dissection.tree, region, littleEndian);
    this.ndr64 = ndr64;
    this.frame = dissection.frame;
    this.handles = dissection.state(ContextHandles.class, ContextHandles::new);
  }

  /** Reads one argument after another. */
  void arguments(List<NdrType.Member> arguments, List<Item> out) {
    for (NdrType.Member argument : arguments) {
      List<Referent> referents = new ArrayList<>();
      value(argument.type(), argument.field(), out, referents);
      follow(referents);
    }
  }

  /** What a structure's pointers point to comes behind it, each with what is below it. */
  private void follow(List<Referent> referents) {
    for (Referent referent : referents) {
      List<Referent> inner = new ArrayList<>();
      value(referent.type(), referent.field(), referent.out(), inner);
      follow(inner);
    }
  }

  private void value(NdrType type, Field field, List<Item> out, List<Referent> referents) {
    if (type instanceof NdrType.Scalar scalar) {
      walk.align(scalar.octets());
      number(field, scalar.octets(), out);
    } else if (type instanceof NdrType.Octets octets) {
      octets(field, octets.count(), out);
    } else if (type instanceof NdrType.Text text) {
      text(text, field, out);
    } else if (type instanceof NdrType.Handle handle) {
      handle(handle.use(), field, out);
    } else if (type instanceof NdrType.Sid) {
      sid(out);
    } else if (type instanceof NdrType.Pointer pointer) {
      pointer(pointer, field, out, referents);
    } else if (type instanceof NdrType.Array array) {
      array(array, field, out, referents);
    } else if (type instanceof NdrType.Struct struct) {
      struct(struct, out, referents);
    } else if (type instanceof NdrType.Descriptor) {
      descriptor(out);
    } else if (type instanceof NdrType.Union union) {
      walk.align(union.tag());
      long tag = walk.peek(0, union.tag());
      walk.skip(union.tag());
      NdrType.Member arm = union.arms().get(tag);
      if (arm != null) {
        value(arm.type(), arm.field(), out, referents);
      }
    }
  }

  private void struct(NdrType.Struct struct, List<Item> out, List<Referent> referents) {
    NdrType.Array last = struct.conformant();
    long count = last == null ? 0 : count(last.counted() ? fields.maximum() : null, out);
    walk.align(struct.alignment(ndr64));
    for (NdrType.Member member : struct.members()) {
      if (member.type() == last) {
        elements(last, count, member.field(), out, referents);
      } else {
        value(member.type(), member.field(), out, referents);
      }
    }
  }

  private void descriptor(List<Item> out) {
    int place = walk.place();
    long octets = count(null, out);
    if (octets > walk.left()) {
      throw new BufferUnderflowException();
    }
    Region descriptor = walk.take((int) octets);
    add(out, new Item(null, 0, descriptor, place, descriptor.length(), List.of()));
  }

  private void pointer(
      NdrType.Pointer pointer, Field field, List<Item> out, List<Referent> referents) {
    int octets = ndr64 ? Long.BYTES : Integer.BYTES;
    walk.align(octets);
    long id = walk.peek(0, octets);
    int place = walk.place();
    if (id == 0) {
      octets(fields.nothing(), octets, out);
      return;
    }
    walk.skip(octets);
    List<Item> below = new ArrayList<>();
    String label = field == null ? "Pointer" : "Pointer to " + field.label();
    add(out, new Item(null, 0, label, place, octets, below));
    Field shown = ndr64 ? fields.referent64() : fields.referent();
    add(below, new Item(shown, id, null, place, octets, List.of()));
    referents.add(new Referent(pointer.to(), field, below));
  }

  private void array(NdrType.Array array, Field field, List<Item> out, List<Referent> referents) {
    long count = count(fields.maximum(), out);
    if (array.varying()) {
      count(fields.offset(), out);
      count = count(fields.actual(), out);
    }
    elements(array, count, field, out, referents);
  }

  private void elements(
      NdrType.Array array, long count, Field field, List<Item> out, List<Referent> referents) {
    for (long i = 0; i < count; i++) {
      int before = walk.at();
      List<Item> in = out;
      if (array.of() instanceof NdrType.Struct) {
        in = new ArrayList<>();
        add(out, new Item(null, 0, "Element", walk.place(), 0, in));
      }
      value(array.of(), field, in, referents);
      if (walk.at() == before) {
        throw new BufferUnderflowException();
      }
    }
  }

  private void text(NdrType.Text text, Field field, List<Item> out) {
    if (text.conformant()) {
      count(fields.maximum(), out);
    }
    count(text.conformant() ? fields.offset() : null, out);
    long units = count(text.conformant() ? fields.actual() : null, out);
    long octets = units * (text.wide() ? 2 : 1);
    if (octets > walk.left()) {
      throw new BufferUnderflowException();
    }
    int place = walk.place();
    Region taken = walk.take((int) octets);
    if (field != null && walk.tree().wants(field)) {
      Object shown = Values.ofOctets(field, taken, 0, (int) octets, text.wide());
      add(out, new Item(field, 0, shown, place, (int) octets, List.of()));
    }
  }

  /** A count; in NDR64 Wireshark mentions the padding before it. */
  private long count(Field field, List<Item> out) {
    int octets = ndr64 ? Long.BYTES : Integer.BYTES;
    int misplaced = walk.at() % octets;
    if (misplaced != 0 && ndr64) {
      octets(fields.padding(), octets - misplaced, out);
    }
    walk.align(octets);
    return number(field, octets, out);
  }

  private void sid(List<Item> out) {
    count(fields.sidCount(), out);
    int octets = 8 + Integer.BYTES * (int) walk.peek(1, 1);
    walk.peek(octets - 1, 1);
    int place = walk.place();
    Bytes whole = walk.take(octets).octets();
    String text = Values.sid(whole);
    List<Item> parts = new ArrayList<>();
    if (text != null) {
      fields
          .identifier()
          .parts(
              whole,
              (field, number, value, from, length) ->
                  add(parts, new Item(field, number, value, place + from, length, List.of())));
    }
    add(out, new Item(fields.sid(), 0, text == null ? NONE : text, place, octets, parts));
  }

  private void handle(NdrType.Use use, Field field, List<Item> out) {
    walk.align(Integer.BYTES);
    walk.peek(HANDLE - 1, 1);
    int place = walk.place();
    byte[] handle = walk.take(HANDLE).octets().copy();
    if (field != null) {
      add(out, new Item(field, 0, handle, place, HANDLE, List.of()));
    }
    boolean none = true;
    for (byte octet : handle) {
      none &= octet == 0;
    }
    if (none) {
      return;
    }
    ContextHandles.Span span = handles.note(handle, use, frame);
    if (span.opened() != 0) {
      add(out, new Item(fields.openFrame(), span.opened(), null, place, 0, List.of()));
    }
    if (span.closed() != 0) {
      add(out, new Item(fields.closeFrame(), span.closed(), null, place, 0, List.of()));
    }
  }

  private long number(Field field, int octets, List<Item> out) {
    long number = walk.peek(0, octets);
    if (field != null) {
      add(out, new Item(field, number, null, walk.place(), octets, List.of()));
    }
    walk.skip(octets);
    return number;
  }

  private void octets(Field field, int octets, List<Item> out) {
    if (octets > walk.left()) {
      throw new BufferUnderflowException();
    }
    int place = walk.place();
    Region taken = walk.take(octets);
    if (field != null) {
      add(out, new Item(field, 0, taken.octets().copy(), place, octets, List.of()));
    }
  }

  private void add(List<Item> out, Item item) {
    if (++items > MOST_ITEMS) {
      throw new BufferUnderflowException();
    }
    out.add(item);
  }
}
