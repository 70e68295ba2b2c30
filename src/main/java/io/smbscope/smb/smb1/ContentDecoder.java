package io.smbscope.smb.smb1;

/**
 * Reads a transaction's parameters, and its data or setup words where they say more. It may throw
 * any RuntimeException on what it cannot read.
 *
 * @param <T> what the command or level is read to
 */
@FunctionalInterface
interface ContentDecoder<T> {
  T decode(TransactionContent content);
}
