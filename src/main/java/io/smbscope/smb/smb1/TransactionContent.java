package io.smbscope.smb.smb1;

import io.kaitai.struct.ByteBufferKaitaiStream;
import io.kaitai.struct.KaitaiStream;
import io.smbscope.base.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A transaction that came whole, all its parts put together, while it is decoded.
 *
 * @param block the last part's command
 * @param request of a response: what it answers, null when that was not seen
 * @param setup words; empty where the subcommand has no fields there
 */
record TransactionContent(
    CommandBlock block, Smb1Body request, List<Integer> setup, Bytes parameters, Bytes data) {

  TransactionContent withSetup(List<Integer> words) {
    return new TransactionContent(block, request, words, parameters, data);
  }

  boolean unicode() {
    return block.unicode();
  }

  KaitaiStream parameterStream() {
    return new ByteBufferKaitaiStream(parameters.toByteBuffer());
  }

  KaitaiStream dataStream() {
    return new ByteBufferKaitaiStream(data.toByteBuffer());
  }

  KaitaiStream setupStream() {
    ByteBuffer octets = ByteBuffer.allocate(2 * setup.size()).order(ByteOrder.LITTLE_ENDIAN);
    setup.forEach(word -> octets.putShort(word.shortValue()));
    return new ByteBufferKaitaiStream(octets.flip());
  }
}
