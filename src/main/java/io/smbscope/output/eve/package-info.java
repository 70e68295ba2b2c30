/**
 * Suricata's EVE: JSON lines as its {@code eve.json} has them, by its names, value forms and rules
 * of when an event is written. Where it says something that the specification would not, so does
 * this package, and the place says so. Its schema: {@code etc/schema.json} of Suricata.
 */
package io.smbscope.output.eve;
