package io.smbscope.dissect.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smbscope.capture.CaptureFiles;
import io.smbscope.capture.Packet;
import io.smbscope.dissect.FrameDissector;
import io.smbscope.dissect.Wanted;
import io.smbscope.net.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What filters take and match. How many frames of the sample match is what {@code tshark -r
 * smb311.pcap -Y FILTER} (4.0.17) prints; the columns of errors are those it marks.
 */
class FilterTest {
  record Matched(int frames, String filter) {}

  record Refused(int column, String filter) {}

  static List<Matched> matched() {
    return List.of(
        new Matched(90, "smb2"),
        new Matched(90, "nbss"),
        new Matched(24, "smb2.cmd == 5"),
        new Matched(24, "smb2.cmd eq 5"),
        new Matched(24, "smb2.cmd any_eq 5"),
        new Matched(66, "smb2.cmd != 5"),
        new Matched(66, "smb2.cmd ne 5"),
        new Matched(66, "smb2.cmd all_ne 5"),
        new Matched(66, "smb2.cmd !== 5"),
        new Matched(66, "smb2.cmd any_ne 5"),
        new Matched(24, "smb2.cmd === 5"),
        new Matched(24, "smb2.cmd all_eq 5"),
        new Matched(79, "!(smb2.cmd == 5)"),
        new Matched(79, "not smb2.cmd == 5"),
        new Matched(52, "smb2.cmd > 5"),
        new Matched(52, "smb2.cmd gt 5"),
        new Matched(76, "smb2.cmd >= 0x5"),
        new Matched(62, "smb2.cmd lt 010"),
        new Matched(38, "smb2.cmd <= 5"),
        new Matched(38, "smb2.cmd le 5"),
        new Matched(24, "smb2.cmd == \"Create\""),
        new Matched(24, "smb2.cmd == Create"),
        new Matched(24, "smb2.cmd == create"),
        new Matched(4, "smb2.cmd == \"Session Setup\""),
        new Matched(0, "smb2.cmd == 'A'"),
        new Matched(24, "smb2.cmd == 0b101"),
        new Matched(0, "smb2.cmd == -1"),
        new Matched(24, "smb2.cmd in {5}"),
        new Matched(48, "smb2.cmd in {5,6}"),
        new Matched(52, "smb2.cmd in {5, 6..9}"),
        new Matched(55, "not smb2.cmd in {5,6}"),
        new Matched(55, "smb2.cmd not in {5,6}"),
        new Matched(64, "smb2.cmd & 4"),
        new Matched(64, "smb2.cmd & 4 == 4"),
        new Matched(64, "smb2.cmd & 4 > 0"),
        new Matched(64, "smb2.cmd bitwise_and 4"),
        new Matched(24, "smb2.cmd + 1 == 6"),
        new Matched(24, "smb2.cmd == 4 + 1"),
        new Matched(24, "smb2.cmd == {2 + 3}"),
        new Matched(24, "smb2.cmd * 2 == 10"),
        new Matched(24, "smb2.cmd == 5 && smb2.msg_id > 3"),
        new Matched(24, "smb2.cmd == 5 and smb2.msg_id > 3"),
        new Matched(48, "smb2.cmd == 5 || smb2.cmd == 6 && smb2.msg_id > 6"),
        new Matched(48, "(smb2.cmd == 5 or smb2.cmd == 6) and smb2.msg_id > 6"),
        new Matched(13, "! smb2"),
        new Matched(90, "not not smb2"),
        new Matched(6, "smb2.cmd == smb2.msg_id"),
        new Matched(17, "smb2.filename"),
        new Matched(0, "smb2.filename == \"report\""),
        new Matched(13, "smb2.filename contains \"o\""),
        new Matched(13, "smb2.filename contains o"),
        new Matched(0, "smb2.filename contains 6f"),
        new Matched(13, "smb2.filename contains 'o'"),
        new Matched(13, "smb2.filename matches \"O\""),
        new Matched(4, "smb2.filename ~ \"^r.*t$\""),
        new Matched(9, "smb2.filename ~ r\"\\.txt$\""),
        new Matched(9, "smb2.filename matches \"\\\\.txt$\""),
        new Matched(0, "lower(smb2.filename) == \"report\""),
        new Matched(13, "upper(smb2.filename) contains \"O\""),
        new Matched(15, "len(smb2.filename) > 3"),
        new Matched(2, "len(smb2.filename) == 0"),
        new Matched(0, "count(smb2.cmd) > 1"),
        new Matched(90, "count(smb2.cmd) == 1"),
        new Matched(58, "len(smb2) > 100"),
        new Matched(24, "string(smb2.cmd) == \"5\""),
        new Matched(24, "max(smb2.cmd, 4) == 5"),
        new Matched(24, "abs(smb2.cmd) == 5"),
        new Matched(10, "smb2.filename[0:2] == \"re\""),
        new Matched(10, "smb2.filename[0] == \"r\""),
        new Matched(10, "smb2.filename[0] == 72"),
        new Matched(10, "smb2.filename[0:2] == 72:65"),
        new Matched(9, "smb2.filename[-3:] == \"txt\""),
        new Matched(10, "smb2.filename[0-1] == \"re\""),
        new Matched(10, "smb2.filename[:2] == \"re\""),
        new Matched(10, "smb2.filename[0,1] == \"re\""),
        new Matched(90, "smb2[0:4] == fe:53:4d:42"),
        new Matched(90, "smb2[0:4] == \"\\xfeSMB\""),
        new Matched(90, "smb2[0:4] == fe534d42"),
        new Matched(90, "smb2[1:3] == \"SMB\""),
        new Matched(90, "smb2[1:3] contains \"M\""),
        new Matched(90, "smb2[0] == 0xfe"),
        new Matched(90, "smb2[0] == fe"),
        new Matched(90, "smb2 contains \"SMB\""),
        new Matched(90, "smb2 contains fe:53"),
        new Matched(90, "smb2 contains 53:4d:42"),
        new Matched(90, "smb2 matches \"SMB\""),
        new Matched(0, "smb2.signature == 00:00"),
        new Matched(85, "smb2.signature[0:2] == 00:00"),
        new Matched(5, "smb2.signature[0:2] != 00:00"),
        new Matched(86, "smb2.signature contains 00"),
        new Matched(85, "smb2.signature == 00000000000000000000000000000000"),
        new Matched(90, "smb2.signature > 80"),
        new Matched(0, "smb2.fid == 00000000-0000-0000-0000-000000000000"),
        new Matched(38, "smb2.fid"),
        new Matched(90, "smb2.flags.response"),
        new Matched(45, "smb2.flags.response == 1"),
        new Matched(45, "smb2.flags.response == True"),
        new Matched(45, "smb2.flags.response == TRUE"),
        new Matched(45, "smb2.flags.response == \"This is a RESPONSE\""),
        new Matched(45, "smb2.flags.response == 2"),
        new Matched(45, "smb2.flags.response > 0"),
        new Matched(45, "smb2.time"),
        new Matched(6, "smb2.time > 0.001"),
        new Matched(0, "smb2.time > 1"),
        new Matched(0, "smb2.time < 0"),
        new Matched(103, "frame.time > \"2020-01-01 00:00:00\""),
        new Matched(103, "frame.time_epoch > 1577836800"),
        new Matched(103, "frame.time_epoch > 1577836800.5"),
        new Matched(98, "frame.time_relative > 0.01"),
        new Matched(1, "frame.number == 3"),
        new Matched(4, "frame.number in {3..5, 9}"),
        new Matched(37, "frame.len > 200"),
        new Matched(90, "frame contains \"SMB\""),
        new Matched(103, "frame[12:2] == 08:00"),
        new Matched(103, "ip.src == 10.0.0.0/8"),
        new Matched(0, "ip.src == 127.0.0.1"),
        new Matched(0, "ip.addr == 127.0.0.0/8"),
        new Matched(103, "ip.addr != 127.0.0.1"),
        new Matched(103, "ip.src > 1.2.3.4"),
        new Matched(103, "ip.src in {10.0.0.0/8, 192.168.0.0/16}"),
        new Matched(0, "ip.src[0:2] == 7f:00"),
        new Matched(103, "ip.src & 255.0.0.0"),
        new Matched(0, "ipv6.src == ::1"),
        new Matched(0, "ipv6.src == fe80::/10"),
        new Matched(0, "ipv6"),
        new Matched(0, "eth.src == 00:00:00:00:00:00"),
        new Matched(0, "eth.src == 00-00-00-00-00-00"),
        new Matched(0, "eth.src == 000000000000"),
        new Matched(0, "eth.src[0:3] == 00:00:00"),
        new Matched(103, "eth.src contains 00:00"),
        new Matched(103, "tcp.port == 445"),
        new Matched(0, "tcp.port != 445"),
        new Matched(103, "tcp.port !== 445"),
        new Matched(0, "tcp.port === 445"),
        new Matched(103, "tcp.port in {440..450}"),
        new Matched(2, "tcp.flags.syn == 1"),
        new Matched(2, "tcp.flags & 2"),
        new Matched(1, "tcp.flags == 0x12"),
        new Matched(0, "tcp.srcport == tcp.dstport"),
        new Matched(103, "any tcp.port > 1000"),
        new Matched(103, "all tcp.port > 400"),
        new Matched(103, "tcp"),
        new Matched(0, "udp"),
        new Matched(103, "eth"),
        new Matched(103, "frame"),
        new Matched(40, "smb2.nt_status == 0"),
        new Matched(5, "smb2.nt_status != 0"),
        new Matched(40, "smb2.nt_status == STATUS_SUCCESS"),
        new Matched(1, "smb2.nt_status == 0xc0000016"),
        new Matched(3, "smb2.sesid == 0x0"),
        new Matched(14, "smb2.filename in {\"report\", \"a\"..\"z\"}"),
        new Matched(14, "smb2.filename > \"a\""),
        new Matched(0, "smb2.filename == report"),
        new Matched(0, "smb2.filename == re-port.txt"),
        new Matched(0, "smb2.filename == 5"),
        new Matched(0, "smb2.filename == \"a\\x62c\""),
        new Matched(0, "smb2.filename == \"a\\\"c\""),
        new Matched(15, "smb2.filename[0:2]"),
        new Matched(0, "-smb2.cmd == 5"),
        new Matched(24, "smb2.cmd==5"),
        new Matched(24, "smb2.cmd==5&&smb2.msg_id>3"),
        new Matched(48, "smb2.cmd==0x05||smb2.cmd==0x06"),
        new Matched(2, "smb2.filename == \"\""),
        new Matched(101, "!smb2.filename == \"\""),
        new Matched(93, "tcp.len > 0"),
        new Matched(103, "tcp.stream == 0"),
        new Matched(0, "eth.addr == 00:00:00:00:00:00"));
  }

  static List<Refused> refused() {
    return List.of(
        new Refused(12, "smb2.cmd == Nonsense"),
        new Refused(12, "smb2.cmd == \"5\""),
        new Refused(12, "smb2.cmd == 70000"),
        new Refused(12, "smb2.cmd == 5.0"),
        new Refused(15, "smb2.cmd in {5 6}"),
        new Refused(13, "smb2.cmd in {}"),
        new Refused(16, "smb2.cmd in {5..}"),
        new Refused(9, "smb2.cmd bitand 4"),
        new Refused(0, "5 == 5"),
        new Refused(0, "5"),
        new Refused(0, "\"abc\""),
        new Refused(22, "smb2.filename matches abc"),
        new Refused(16, "smb2.filename ~ o"),
        new Refused(0, "len(smb2)"),
        new Refused(0, "len(smb2.cmd)"),
        new Refused(6, "lower(smb2.cmd) == \"a\""),
        new Refused(0, "foo(smb2.cmd) == 5"),
        new Refused(0, "smb2.cmd[0] == 5"),
        new Refused(11, "smb2.fid > 80"),
        new Refused(23, "smb2.flags.response == yes"),
        new Refused(10, "ip.src == 10.0.0.0/33"),
        new Refused(10, "ip.src == 1.2.3"),
        new Refused(10, "ip.src == abc"),
        new Refused(0, "@smb2.cmd == 05:00"),
        new Refused(0, "nosuch == 1"),
        new Refused(0, "nosuch"),
        new Refused(0, "smb2.nosuch == 1"),
        new Refused(9, "smb2.cmd = 5"),
        new Refused(14, "smb2.cmd == 5 smb2.msg_id == 1"),
        new Refused(13, "smb2.cmd == 5)"),
        new Refused(16, "smb2.cmd == \"abc"),
        new Refused(0, "&& smb2"),
        new Refused(9, "smb2.cmd => 5"),
        new Refused(0, "smb2.cmd contains 5"),
        new Refused(0, "smb2.cmd matches \"5\""),
        new Refused(12, "smb2.cmd == 5 == 5"),
        new Refused(19, "smb2.filename == \"a\\qc\""),
        new Refused(0, "smb2.filename & 1"),
        new Refused(0, "SMB2.CMD == 5"),
        new Refused(15, "smb2.cmd == 5 // x"));
  }

  @ParameterizedTest
  @MethodSource
  void matched(Matched row) throws Exception {
    assertThat(frames(row.filter())).isEqualTo(row.frames());
  }

  @ParameterizedTest
  @MethodSource
  void refused(Refused row) {
    FilterError error = catchThrowableOfType(FilterError.class, () -> Filter.of(row.filter()));
    assertThat(error).isNotNull();
    assertThat(error.column()).isEqualTo(row.column());
    assertThat(error.lines()).hasSize(3);
  }

  @Test
  void looksOnlyAtTheFieldsItNames() throws Exception {
    assertThat(Filter.of("smb2.cmd == 5 && lower(smb2.filename) contains \"x\"").fields())
        .containsExactlyInAnyOrder("smb2.cmd", "smb2.filename");
  }

  @Test
  void neitherDeepNorWickedFiltersOverflow() throws Exception {
    String deep = "(".repeat(50_000) + "smb2" + ")".repeat(50_000);
    assertThat(catchThrowableOfType(FilterError.class, () -> Filter.of(deep))).isNotNull();
    String minus = "smb2.cmd == " + "- ".repeat(50_000) + "1";
    assertThat(catchThrowableOfType(FilterError.class, () -> Filter.of(minus))).isNotNull();
    assertThat(frames("frame.number == 8 && smb2 matches \"(.*)*(.*)*(.*)*x{3}y\"")).isZero();
  }

  private static int frames(String text) throws FilterError, IOException {
    Filter filter = Filter.of(text);
    FrameDissector dissector =
        new FrameDissector(Wanted.of(filter.fields()), Ports.withTcp(List.of()));
    Packet packet = new Packet();
    int frames = 0;
    try (CaptureFiles source =
        CaptureFiles.of(List.of("sample-captures/smb311.pcap"), InputStream.nullInputStream())) {
      while (source.next(packet)) {
        if (filter.matches(dissector.dissect(packet))) {
          frames++;
        }
      }
    }
    return frames;
  }
}
