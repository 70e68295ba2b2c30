package io.smbscope.event;

/**
 * One end of a connection.
 *
 * @param ip text form
 * @param mac {@code 00:11:22:33:44:55}, or null
 */
public record Endpoint(String ip, int port, String mac) {}
