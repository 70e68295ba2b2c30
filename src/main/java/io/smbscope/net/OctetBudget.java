package io.smbscope.net;

/** What all connections of one shard hold together of octets that came out of order. */
final class OctetBudget {
  /** Octets of memory. */
  long used;

  /** Times that a limit forced a gap. */
  long exceeded;
}
