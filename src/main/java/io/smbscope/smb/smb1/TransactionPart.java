package io.smbscope.smb.smb1;

import io.smbscope.base.Bytes;
import io.smbscope.grammar.Smb1Transaction;

/**
 * What one message brings of a transaction, whichever command and direction. [MS-CIFS] 3.2.4.1.5
 *
 * @param totalParameters octets in all parts
 * @param parameterCount octets in this part, of which {@code parameters} has fewer when the message
 *     is cut
 * @param parameterDisplacement octets in earlier parts
 */
record TransactionPart(
    long totalParameters,
    long totalData,
    long parameterCount,
    long parameterDisplacement,
    Bytes parameters,
    long dataCount,
    long dataDisplacement,
    Bytes data) {

  /** Nothing came before it and nothing follows. */
  boolean whole() {
    return parameterDisplacement == 0
        && dataDisplacement == 0
        && parameterCount >= totalParameters
        && dataCount >= totalData;
  }

  /** Nothing came before it. */
  boolean first() {
    return parameterDisplacement == 0 && dataDisplacement == 0;
  }

  /** All its octets are there. */
  boolean present() {
    return parameters.length() == parameterCount && data.length() == dataCount;
  }

  static TransactionPart of(CommandBlock block, Smb1Transaction.Request part) {
    return new TransactionPart(
        part.totalParameterCount(),
        part.totalDataCount(),
        part.numParameters(),
        0,
        block.octets(part.ofsParameters(), part.numParameters()),
        part.numData(),
        0,
        block.octets(part.ofsData(), part.numData()));
  }

  static TransactionPart of(CommandBlock block, Smb1Transaction.Secondary part) {
    return new TransactionPart(
        part.totalParameterCount(),
        part.totalDataCount(),
        part.numParameters(),
        part.parameterDisplacement(),
        block.octets(part.ofsParameters(), part.numParameters()),
        part.numData(),
        part.dataDisplacement(),
        block.octets(part.ofsData(), part.numData()));
  }

  static TransactionPart of(CommandBlock block, Smb1Transaction.Response part) {
    return new TransactionPart(
        part.totalParameterCount(),
        part.totalDataCount(),
        part.numParameters(),
        part.parameterDisplacement(),
        block.octets(part.ofsParameters(), part.numParameters()),
        part.numData(),
        part.dataDisplacement(),
        block.octets(part.ofsData(), part.numData()));
  }

  static TransactionPart of(CommandBlock block, Smb1Transaction.NtRequest part) {
    return new TransactionPart(
        part.totalParameterCount(),
        part.totalDataCount(),
        part.numParameters(),
        0,
        block.octets(part.ofsParameters(), part.numParameters()),
        part.numData(),
        0,
        block.octets(part.ofsData(), part.numData()));
  }

  static TransactionPart of(CommandBlock block, Smb1Transaction.NtSecondary part) {
    return new TransactionPart(
        part.totalParameterCount(),
        part.totalDataCount(),
        part.numParameters(),
        part.parameterDisplacement(),
        block.octets(part.ofsParameters(), part.numParameters()),
        part.numData(),
        part.dataDisplacement(),
        block.octets(part.ofsData(), part.numData()));
  }

  static TransactionPart of(CommandBlock block, Smb1Transaction.NtResponse part) {
    return new TransactionPart(
        part.totalParameterCount(),
        part.totalDataCount(),
        part.numParameters(),
        part.parameterDisplacement(),
        block.octets(part.ofsParameters(), part.numParameters()),
        part.numData(),
        part.dataDisplacement(),
        block.octets(part.ofsData(), part.numData()));
  }
}
