package io.smbscope.smb;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import io.smbscope.netbios.GatherBudget;
import io.smbscope.netbios.SessionFramer;
import io.smbscope.smb.smb2.Smb2Rows;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What messages carry of files comes whole, however segments cut them, and nothing else does. */
class FileOctetsTest {
  private static final int WRITE_FIXED = 112;
  private static final int READ_FIXED = 80;

  private final SmbRecorder seen = new SmbRecorder();

  private static byte[] content(int length) {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    return content;
  }

  /** SMB2 WRITE request. */
  private static byte[] write(byte[] content) {
    byte[] message = Arrays.copyOf(Smb2Rows.row("write-request"), WRITE_FIXED + content.length);
    System.arraycopy(content, 0, message, WRITE_FIXED, content.length);
    ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).putInt(68, content.length);
    return message;
  }

  /** SMB2 READ response. */
  private static byte[] read(byte[] content) {
    byte[] message = Arrays.copyOf(Smb2Rows.row("read-response"), READ_FIXED + content.length);
    System.arraycopy(content, 0, message, READ_FIXED, content.length);
    ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).putInt(68, content.length);
    return message;
  }

  /** SMB_COM_WRITE_ANDX request, its data 64 octets behind the header's start. */
  private static byte[] writeAndX(byte[] content) {
    byte[] message = new byte[64 + content.length];
    ByteBuffer fields = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    fields.putInt(0, 0x424D53FF).put(4, (byte) 0x2F).put(32, (byte) 14).put(33, (byte) 0xFF);
    fields.putShort(51, (short) (content.length >> 16)).putShort(53, (short) content.length);
    fields.putShort(55, (short) 64).putShort(61, (short) (content.length + 1));
    System.arraycopy(content, 0, message, 64, content.length);
    return message;
  }

  private SessionFramer framer(FileContent wanted) {
    SmbDecoder decoder = new SmbDecoder(SmbRecorder.FLOW, Limits.DEFAULT, wanted, seen);
    return new SessionFramer(
        SmbRecorder.FLOW, Limits.DEFAULT, new GatherBudget(Limits.DEFAULT), () -> decoder, seen);
  }

  private static void send(SessionFramer framer, boolean client, byte[] message, int segment) {
    byte[] frame = Arrays.copyOf(frameHeader(message), 4 + message.length);
    System.arraycopy(message, 0, frame, 4, message.length);
    for (int at = 0; at < frame.length; at += segment) {
      int count = Math.min(segment, frame.length - at);
      framer.data(client, ByteBuffer.wrap(frame), at, count, count, 1, 1);
    }
  }

  private static byte[] frameHeader(byte[] message) {
    return ByteBuffer.allocate(4).putInt(message.length).array();
  }

  /** Of the parts that were told, each where it belongs. */
  private byte[] told() {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (FileOctets part : seen.fileOctets) {
      assertThat(part.position()).isEqualTo(octets.size());
      octets.writeBytes(part.octets().copy());
    }
    return octets.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 61, 117, 128, 132, 133, 200, 1448, 70_000})
  void wholeHoweverItIsCut(int segment) {
    SessionFramer framer = framer(FileContent.WHOLE);
    for (int length : new int[] {1, 17, 4000, 5000, 60_000}) {
      byte[] content = content(length);
      send(framer, true, write(content), segment);
      assertThat(told()).isEqualTo(content);
      seen.fileOctets.clear();
      send(framer, false, read(content), segment);
      assertThat(told()).isEqualTo(content);
      seen.fileOctets.clear();
      send(framer, true, writeAndX(content), segment);
      assertThat(told()).isEqualTo(content);
      seen.fileOctets.clear();
    }
    assertThat(seen.messages).hasSize(15);
    assertThat(seen.anomalies).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1448, 70_000})
  void onlyTheStart(int segment) {
    byte[] content = content(60_000);
    send(framer(FileContent.START), true, write(content), segment);

    assertThat(told()).isEqualTo(Arrays.copyOf(content, FileContent.START.octets()));
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1448, 70_000})
  void noneWhereNoneAreWanted(int segment) {
    send(framer(FileContent.NONE), true, write(content(60_000)), segment);

    assertThat(seen.fileOctets).isEmpty();
    assertThat(seen.messages).hasSize(1);
  }

  @Test
  void bothDirectionsAtOnce() {
    SessionFramer framer = framer(FileContent.WHOLE);
    byte[] written = write(content(6000));
    byte[] answer = read(content(7000));
    framer.data(true, frame(written), 0, 3000, 3000, 1, 1);
    framer.data(false, frame(answer), 0, 4000, 4000, 2, 1);
    framer.data(true, frame(written), 3000, 3116, 3116, 3, 1);
    framer.data(false, frame(answer), 4000, 3084, 3084, 4, 1);

    assertThat(seen.fileOctets.stream().filter(part -> part.length() == 6000))
        .extracting(part -> part.octets().length())
        .satisfies(lengths -> assertThat(lengths.stream().mapToInt(l -> l).sum()).isEqualTo(6000));
    assertThat(seen.fileOctets.stream().filter(part -> part.length() == 7000))
        .extracting(part -> part.octets().length())
        .satisfies(lengths -> assertThat(lengths.stream().mapToInt(l -> l).sum()).isEqualTo(7000));
  }

  private static ByteBuffer frame(byte[] message) {
    return ByteBuffer.allocate(4 + message.length).putInt(message.length).put(message);
  }

  @Test
  void aGapIsPassedOver() {
    SessionFramer framer = framer(FileContent.WHOLE);
    byte[] content = content(20_000);
    byte[] message = write(content);
    framer.data(true, frame(message), 0, 5000, 5000, 1, 1);
    framer.gap(true, 3000, Smb2Rows.AT);
    framer.data(true, frame(message), 8000, message.length + 4 - 8000, 1, 2, 1);

    int lastPosition = 8000 - 4 - WRITE_FIXED;
    FileOctets last = seen.fileOctets.get(seen.fileOctets.size() - 1);
    assertThat(last.position()).isEqualTo(lastPosition);
    assertThat(last.octets().copy())
        .isEqualTo(Arrays.copyOfRange(content, lastPosition, content.length));
  }

  /** An offset before, and a length behind the message's end. */
  @Test
  void whatTheMessageSaysIsKeptWithinIt() {
    byte[] message = write(content(5000));
    ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).putInt(68, 0xFFFFFF);
    send(framer(FileContent.WHOLE), true, message, 1000);
    assertThat(told()).isEqualTo(content(5000));

    seen.fileOctets.clear();
    byte[] early = write(content(5000));
    ByteBuffer.wrap(early).order(ByteOrder.LITTLE_ENDIAN).putShort(66, (short) 0);
    send(framer(FileContent.WHOLE), true, early, 1000);
    assertThat(told()).isEqualTo(Arrays.copyOf(early, 5000));
  }

  /** Related commands follow in the same message, which is gathered whole. */
  @Test
  void inACompound() {
    byte[] first = Arrays.copyOf(write(content(5000)), 5112 + 8 - 5112 % 8);
    ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN).putInt(20, first.length);
    byte[] second = Smb2Rows.row("close-request");
    byte[] compound = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, compound, first.length, second.length);
    send(framer(FileContent.WHOLE), true, compound, 1448);

    assertThat(told()).isEqualTo(content(5000));
    assertThat(seen.messages).hasSize(2);
  }

  @Test
  void octetsOfAMessageInPlaceAreNotCopied() {
    byte[] content = content(100);
    Bytes message = Bytes.of(write(content));
    SmbDecoder decoder = new SmbDecoder(SmbRecorder.FLOW, Limits.DEFAULT, FileContent.WHOLE, seen);
    decoder.messageInPlace(true, message, Smb2Rows.AT);

    assertThat(told()).isEqualTo(content);
  }
}
