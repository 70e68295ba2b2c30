package io.smbscope.base;

/**
 * Something malformed, lost or over a limit. Never an exception: the flow goes on.
 *
 * @param kind what is wrong
 * @param at the packet in which it showed
 * @param flow id of the flow (number of its first packet), 0 when it belongs to none
 * @param section the specification's section that says otherwise, such as {@code MS-SMB2 2.2.13};
 *     empty when there is none
 * @param detail one sentence with the values seen; may hold text from the wire, unescaped
 */
public record Anomaly(AnomalyKind kind, Stamp at, long flow, String section, String detail) {}
