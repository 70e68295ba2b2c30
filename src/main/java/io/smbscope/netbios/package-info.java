/**
 * NetBIOS over TCP/IP: session-service and direct-TCP framing, the name service, datagrams,
 * mailslots and the browser protocol.
 */
package io.smbscope.netbios;
