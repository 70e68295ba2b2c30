package io.smbscope.auth;

/**
 * The server's challenge. [MS-NLMP] 2.2.1.2
 *
 * @param targetName the server's domain, or its own name when it is in none; null when unreadable
 * @param serverChallenge eight octets in hexadecimal
 * @param targetInfo names of the server and its time; {@link AvPairs#NONE} when absent
 */
public record ChallengeMessage(
    long flags, String targetName, String serverChallenge, AvPairs targetInfo, Version version)
    implements NtlmMessage {}
