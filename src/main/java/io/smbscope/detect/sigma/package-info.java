/**
 * Sigma rules over our events. {@link io.smbscope.detect.sigma.SigmaRules} reads rule files and
 * compiles them; what it cannot run as the specification says is refused with file, line and
 * construct. A {@link io.smbscope.detect.sigma.LogSource} makes rows of one of Zeek's logs from
 * events, with Zeek's columns; nothing is made of sources without rules. Sigma specification 2.1.
 */
package io.smbscope.detect.sigma;
