package io.smbscope.dissect;

import io.smbscope.dissect.field.Field;

/**
 * One line of a frame's tree. Immutable.
 *
 * @param field what is shown; null where the line only says something
 * @param text of a line without field, or of a protocol
 * @param number the value of a field whose form is a number
 * @param value any other: String, byte[], java.time.Instant; or null
 * @param offset of the first octet, in the frame or in what was reassembled
 * @param length octets; 0 when it stands nowhere
 * @param source what the octets stand in: 0 the frame, more what was reassembled
 * @param depth 0 for a protocol, 1 for what is in it, and so on
 */
public record Node(
    Field field,
    String text,
    long number,
    Object value,
    int offset,
    int length,
    int source,
    int depth) {}
