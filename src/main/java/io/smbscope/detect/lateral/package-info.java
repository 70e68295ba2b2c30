/** Moving to other hosts, running programs there, and staying there. */
package io.smbscope.detect.lateral;
