/** NETBIOS messages as trees of fields. */
package io.smbscope.dissect.netbios;
