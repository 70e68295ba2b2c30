/** Frames as text: the forms of tshark's {@code -T}. */
package io.smbscope.dissect.print;
