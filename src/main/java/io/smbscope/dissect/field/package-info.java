/** Fields by Wireshark's names, as the grammars define them. */
package io.smbscope.dissect.field;
