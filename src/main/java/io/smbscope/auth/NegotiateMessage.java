package io.smbscope.auth;

/**
 * The client's first message. [MS-NLMP] 2.2.1.1
 *
 * @param domain the client's domain, null when not supplied
 * @param workstation the client's name, null when not supplied
 */
public record NegotiateMessage(long flags, String domain, String workstation, Version version)
    implements NtlmMessage {}
