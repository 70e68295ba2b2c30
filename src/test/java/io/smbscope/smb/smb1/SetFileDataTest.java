package io.smbscope.smb.smb1;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * TRANS2_SET_PATH_INFORMATION and TRANS2_SET_FILE_INFORMATION of Windows, smbclient and smbtorture.
 */
class SetFileDataTest {
  private final Smb1Rows.Recorder recorder = new Smb1Rows.Recorder();

  @Test
  void symlink() {
    assertThat(
            parameters(
                "ff534d4232000000001843c80000000000000000000000004792561aefa70c000f0c000400020000"
                    + "00000000000000000000000c004400040050000100060013000044200102000000002f007300"
                    + "000061000000"))
        .isEqualTo(new SetPathInformation.Request(0x201, "/s", new SetFileData.UnixLink("a")));
  }

  @Test
  void hardLink() {
    assertThat(
            parameters(
                "ff534d4232000000001843c80000000000000000000000004792561aefa70d000f0c000600020000"
                    + "00000000000000000000000c004400060050000100060015000044200302000000002f006800"
                    + "00002f0061000000"))
        .isEqualTo(new SetPathInformation.Request(0x203, "/h", new SetFileData.HardLink("/a")));
  }

  @Test
  void posixOpenAndItsAnswer() {
    assertThat(
            parameters(
                "ff534d4232000000001843c80000000000000000000000004792561aefa713000f0c001200020"
                    + "00c00000000000000000000000c004400120050000100060021000044200902000000002f00"
                    + "7000000000000000140000000000000000000000ffff"))
        .isEqualTo(
            new SetPathInformation.Request(0x209, "/p", new SetFileData.PosixOpen(0, 0x14, 0)));

    Transaction2.Response answer =
        (Transaction2.Response)
            recorder.body(
                "ff534d4232000000008803c80000000000000000000000004792561aefa713000a02000c0000000200"
                    + "380000000c003c00000000001100000000000000005b3a02000000ffff0000");
    assertThat(answer.parameters()).isEqualTo(new SetPathInformation.PosixOpened(0, 0x3A5B, 2));
  }

  @Test
  void posixUnlink() {
    assertThat(
            parameters(
                "ff534d4232000000001843c80000000000000000000000004792561aefa714000f0c000200020000"
                    + "00000000000000000000000c004400020050000100060011000044200a02000000002f006800"
                    + "00000000"))
        .isEqualTo(new SetPathInformation.Request(0x20A, "/h", new SetFileData.PosixUnlink(false)));
  }

  @Test
  void disposition() {
    assertThat(
            parameters(
                "ff534d4232000000001807c80000000000000000000000000408a40b0008707a0f06000100020000"
                    + "00000000000000000000000600440001004c00010008000c000000000a00f5030000000001"))
        .isEqualTo(new SetFileInformation.Request(10, 1013, new SetFileData.Disposition(true)));
  }

  @Test
  void endOfFile() {
    assertThat(
            parameters(
                "ff534d4232000000000803c800000000000000000000000061a1261c4b9910000f06000800020000"
                    + "00000000000000000000000600440008004c00010008001300004420c7400401000000000002"
                    + "000000000000"))
        .isEqualTo(new SetFileInformation.Request(0x40C7, 0x104, new SetFileData.EndOfFile(512)));
  }

  @Test
  void rename() {
    assertThat(
            parameters(
                "ff534d4232000000000803c800000000000000000000000000c4531d68810c000f06003c00020000"
                    + "0000000000000000000000060044003c004c00010008004700004420d229f203000000000000"
                    + "0000000000002e00000074006500730074005f007400720061006e0073003200720065006e00"
                    + "61006d0065005f0033002e006400610074000000"))
        .isEqualTo(
            new SetFileInformation.Request(
                0x29D2, 1010, new SetFileData.Rename(false, 0, "test_trans2rename_3.dat")));
  }

  @Test
  void times() {
    assertThat(
            parameters(
                "ff534d4232000000001807c800000000000000000000000000081808000821ce0f06002800020000"
                    + "00000000000000000000000600440028004c000100080033000000000140ec03000000000000"
                    + "000000000000723822e58503cd0100000000000000000000000000000000000000000000000"
                    + "0"))
        .isEqualTo(
            new SetFileInformation.Request(
                0x4001,
                1004,
                new SetFileData.Basic(
                    null, Instant.parse("2012-03-16T15:03:07.337125Z"), null, null, 0)));
  }

  private Transaction2.Parameters parameters(String hex) {
    Transaction2.Parameters parameters = ((Transaction2.Request) recorder.body(hex)).parameters();
    assertThat(recorder.anomalies).isEmpty();
    return parameters;
  }
}
