package io.smbscope.dissect.print;

/**
 * What tshark's {@code -E} says.
 *
 * @param header the names of the columns come first
 * @param occurrence f first, l last, a all values of a field in a frame
 * @param quote around each cell that is not empty; or empty
 */
public record FieldsLayout(
    boolean header, String separator, char occurrence, String aggregator, String quote) {
  public static final FieldsLayout DEFAULT = new FieldsLayout(false, "\t", 'a', ",", "");
}
