/**
 * The one vocabulary that outputs, reports and detections read: small immutable records, each with
 * its packet number and time. Strings may hold anything that was on the wire; each output escapes
 * them its own way. A component that is null was not seen.
 */
package io.smbscope.event;
