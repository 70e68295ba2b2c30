/**
 * The one vocabulary that outputs, reports and detections read: small immutable records, each with
 * its packet number and time. Strings may hold anything that was on the wire; each output escapes
 * them its own way. A component that is null was not seen.
 *
 * <p>{@link io.smbscope.event.ConnectionEvent} and its like say what happened, whatever the
 * dialect; the command events carry the messages themselves, for outputs whose form follows the
 * protocol's.
 */
package io.smbscope.event;
