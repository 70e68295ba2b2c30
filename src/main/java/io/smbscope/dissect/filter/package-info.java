/** Wireshark's display-filter language (wireshark-filter(4)) over the fields of a frame. */
package io.smbscope.dissect.filter;
