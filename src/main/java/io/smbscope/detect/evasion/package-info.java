/** Messages and clocks that are not as they should be, by which somebody may hide or be found. */
package io.smbscope.detect.evasion;
