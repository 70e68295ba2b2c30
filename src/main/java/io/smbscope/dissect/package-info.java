/** What is in a frame, field by field, by Wireshark's names. */
package io.smbscope.dissect;
