/** Lies in NetBIOS names, announcements and datagrams. */
package io.smbscope.detect.netbios;
