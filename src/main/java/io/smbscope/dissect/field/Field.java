package io.smbscope.dissect.field;

import java.util.List;
import java.util.Map;

/**
 * A field as a grammar defines it.
 *
 * @param index the same for all fields of a name, from 0 without holes
 * @param name Wireshark's
 * @param octets of the field, for the digits of {@link FieldForm#HEX}; 0 when they vary
 * @param mask bits of the number that are the field's; 0 for all
 * @param label what the tree calls it
 * @param values meanings of the field's values
 * @param bits the fields within it, with masks
 * @param doc what it means; empty when the grammar does not say
 * @param section of the specification that defines it
 */
public record Field(
    int index,
    String name,
    FieldForm form,
    int octets,
    long mask,
    String label,
    Map<Long, String> values,
    List<Field> bits,
    String doc,
    String section) {

  public FieldType type() {
    return form.type();
  }

  /** The field's bits of a number, as a number of their own. */
  public long masked(long number) {
    return mask == 0 ? number : (number & mask) >>> Long.numberOfTrailingZeros(mask);
  }
}
