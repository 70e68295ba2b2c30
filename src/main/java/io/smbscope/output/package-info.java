/**
 * Machine-readable outputs, each an {@link io.smbscope.event.EventSink}. They read events and
 * nothing else; what they keep does not grow with the capture.
 */
package io.smbscope.output;
