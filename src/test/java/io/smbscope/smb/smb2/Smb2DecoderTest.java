package io.smbscope.smb.smb2;

import static io.smbscope.smb.smb2.Smb2Rows.hex;
import static io.smbscope.smb.smb2.Smb2Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import io.smbscope.smb.FileContent;
import io.smbscope.smb.SmbDecoder;
import io.smbscope.smb.SmbRecorder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compounds, what is gathered of long messages, and which body a response has. */
class Smb2DecoderTest {

  @Test
  void everyCommandOfACompoundIsOneMessage() {
    byte[] compound =
        compound(row("close-request"), row("logoff-request"), row("tree-connect-request"));

    SmbRecorder seen = Smb2Rows.decode(compound);

    assertThat(seen.anomalies).isEmpty();
    assertThat(messages(seen))
        .extracting(Smb2Message::indexInCompound, Smb2Message::length)
        .containsExactly(tuple(0, 88), tuple(1, 72), tuple(2, 102));
    assertThat(messages(seen).get(2).body())
        .isEqualTo(new TreeConnect.Request(0, "\\\\10.7.0.1\\IPC$"));
  }

  @Test
  void bodyOfACompoundedCommandEndsWhereTheNextBegins() {
    byte[] compound = compound(row("create-request-lease"), row("close-request"));
    ByteBuffer.wrap(compound).order(ByteOrder.LITTLE_ENDIAN).putShort(64 + 46, (short) 200);

    SmbRecorder seen = Smb2Rows.decode(compound);

    assertThat(messages(seen).get(0).body()).isInstanceOf(Smb2Body.Unparsed.class);
    assertThat(messages(seen).get(1).body()).isInstanceOf(Close.Request.class);
    assertThat(seen.anomalies).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 63, 100, 0x7fffffff, -8})
  void badNextCommandEndsTheCompound(int next) {
    byte[] compound = compound(row("close-request"), row("logoff-request"));
    ByteBuffer.wrap(compound).order(ByteOrder.LITTLE_ENDIAN).putInt(20, next);

    SmbRecorder seen = Smb2Rows.decode(compound);

    assertThat(messages(seen))
        .singleElement()
        .satisfies(only -> assertThat(only.body()).isInstanceOf(Close.Request.class));
    assertThat(seen.anomalies)
        .singleElement()
        .satisfies(anomaly -> assertThat(anomaly.detail()).startsWith("NextCommand "));
  }

  @Test
  void compoundIsFollowedToTheLimit() {
    byte[][] echoes = new byte[100][];
    Arrays.fill(echoes, row("echo-request"));

    SmbRecorder seen = Smb2Rows.decode(compound(echoes));

    assertThat(seen.messages).hasSize(64);
    assertThat(seen.anomalies).extracting(Anomaly::kind).containsExactly(AnomalyKind.LIMIT_REACHED);
  }

  @Test
  void lossInACompoundSparesWhatCameBeforeIt() {
    byte[] compound = compound(row("close-request"), row("create-request"));

    SmbRecorder seen = Smb2Rows.decode(Arrays.copyOf(compound, 170), compound.length, 30);

    assertThat(messages(seen)).hasSize(2);
    assertThat(messages(seen).get(0).body()).isInstanceOf(Close.Request.class);
    assertThat(messages(seen).get(1).body()).isInstanceOf(Smb2Body.Unparsed.class);
    assertThat(messages(seen).get(1).missing()).isEqualTo(30);
    assertThat(seen.anomalies).isEmpty();
  }

  @Test
  void unknownCommandKeepsItsNumber() {
    byte[] message = row("echo-request");
    message[12] = 0x14;

    SmbRecorder seen = Smb2Rows.decode(message);

    assertThat(messages(seen).get(0).header().command()).isEqualTo(0x14);
    assertThat(messages(seen).get(0).body()).isEqualTo(new Smb2Body.Unparsed(4));
    assertThat(seen.anomalies.get(0).detail()).isEqualTo("unknown command 0x0014");
    assertThat(Smb2Command.name(0x14)).isEqualTo("0x0014");
    assertThat(Smb2Command.name(0x0E)).isEqualTo("QUERY_DIRECTORY");
    assertThat(Smb2Command.of(-1)).isNull();
  }

  @Test
  void onlyTheFixedPartOfLongReadsAndWritesIsWanted() {
    byte[] read = Arrays.copyOf(row("read-response"), 128);
    byte[] write = Arrays.copyOf(row("write-request"), 128);
    byte[] create = Arrays.copyOf(row("create-request"), 128);

    assertThat(wanted(read, 65616)).isEqualTo(80);
    assertThat(wanted(write, 65648)).isEqualTo(112);
    assertThat(wanted(create, 65648)).isEqualTo(65648);
    assertThat(wanted(read, 4096)).isEqualTo(4096);
    read[20] = 88;
    assertThat(wanted(read, 65616)).isEqualTo(65616);
  }

  @Test
  void fixedPartOfAReadIsEnough() {
    byte[] start = Arrays.copyOf(row("read-response"), 80);
    ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).putInt(68, 65536);

    SmbRecorder seen = Smb2Rows.decode(start, 65616, 0);

    assertThat(messages(seen).get(0).body()).isEqualTo(new Read.Response(65536, 0, 0, Bytes.EMPTY));
    assertThat(messages(seen).get(0).length()).isEqualTo(65616);
    assertThat(seen.anomalies).isEmpty();
  }

  @Test
  void moreDataThanTheMessageHoldsIsReported() {
    SmbRecorder seen = Smb2Rows.decode(Arrays.copyOf(row("read-response"), 80), 80, 0);

    assertThat(messages(seen).get(0).body()).isEqualTo(new Read.Response(10, 0, 0, Bytes.EMPTY));
    assertThat(seen.anomalies.get(0).detail())
        .isEqualTo("DataBuffer: 10 octets at 80 in a message of 80 octets");
  }

  /** [MS-SMB2] 3.3.4.4 */
  @ParameterizedTest
  @CsvSource({
    "SESSION_SETUP, c0000016, 9, false",
    "SESSION_SETUP, c000006d, 9, true",
    "READ, 80000005, 17, false",
    "READ, c0000011, 9, true",
    "READ, 00000103, 9, true",
    "IOCTL, 80000005, 49, false",
    "IOCTL, c000000d, 49, false",
    "IOCTL, c000000d, 9, true",
    "QUERY_INFO, 80000005, 9, false",
    "QUERY_INFO, c0000023, 9, true",
    "CHANGE_NOTIFY, 0000010c, 9, false",
    "CHANGE_NOTIFY, 00000103, 9, true",
    "CREATE, 8000002d, 9, true",
    "QUERY_DIRECTORY, 80000006, 9, true",
    "CREATE, 00000000, 89, false"
  })
  void statusSaysWhetherABodyIsAnError(
      Smb2Command command, String status, int structureSize, boolean error) {
    assertThat(command.isError(Long.parseLong(status, 16), structureSize)).isEqualTo(error);
  }

  @Test
  void wrongStructureSizeIsReported() {
    byte[] message = row("tree-connect-response");
    message[64] = 9;

    SmbRecorder seen = Smb2Rows.decode(message);

    assertThat(messages(seen).get(0).body()).isEqualTo(new Smb2Body.Unparsed(16));
    assertThat(seen.anomalies)
        .singleElement()
        .satisfies(
            anomaly -> {
              assertThat(anomaly.section()).isEqualTo("MS-SMB2 2.2.10");
              assertThat(anomaly.detail())
                  .startsWith("TREE_CONNECT response: ")
                  .contains("expected 16, but got 9");
            });
  }

  @Test
  void serverToClientNotification() {
    byte[] header = Arrays.copyOf(row("lease-break-notification"), 64);
    header[12] = 0x13;

    SmbRecorder seen = Smb2Rows.decode(concat(header, hex("0400 0000 00000000")));

    assertThat(messages(seen).get(0).body()).isEqualTo(new ServerToClientNotification.Response(0));
  }

  private static int wanted(byte[] head, int length) {
    return new SmbDecoder(SmbRecorder.FLOW, Limits.DEFAULT, FileContent.NONE, new SmbRecorder())
        .wanted(true, Bytes.of(head), length);
  }

  private static List<Smb2Message> messages(SmbRecorder seen) {
    return seen.messages.stream().map(Smb2Message.class::cast).toList();
  }

  /** Messages one after another, each but the last padded to 8 octets. */
  static byte[] compound(byte[]... commands) {
    byte[] compound = new byte[0];
    for (int i = 0; i < commands.length; i++) {
      byte[] command = commands[i].clone();
      if (i < commands.length - 1) {
        command = Arrays.copyOf(command, (command.length + 7) & ~7);
        ByteBuffer.wrap(command).order(ByteOrder.LITTLE_ENDIAN).putInt(20, command.length);
      }
      compound = concat(compound, command);
    }
    return compound;
  }

  static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
