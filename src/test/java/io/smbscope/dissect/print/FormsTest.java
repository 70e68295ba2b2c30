package io.smbscope.dissect.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.junit.jupiter.params.provider.CsvSource;

/** Forms besides columns. Lines and values are those of tshark 4.0.17 for the same frames. */
class FormsTest {
  private static String printed(FramePrinter printer, Wanted wanted) throws IOException {
    return printed("smb311.pcap", printer, wanted);
  }

  private static String printed(String capture, FramePrinter printer, Wanted wanted)
      throws IOException {
    FrameDissector dissector = new FrameDissector(wanted, Ports.withTcp(List.of()));
    Utf8 out = new Utf8(1 << 16);
    Packet packet = new Packet();
    try (CaptureFiles source =
        CaptureFiles.of(List.of("sample-captures/" + capture), InputStream.nullInputStream())) {
      printer.begin(out);
      while (source.next(packet)) {
        printer.frame(dissector.dissect(packet), out);
      }
      printer.end(out);
    }
    return out.toString();
  }

  @Test
  void printsALineAFrame() throws IOException {
    List<String> lines =
        printed(new LinePrinter(), Wanted.of(List.of()).withLine()).lines().toList();
    assertThat(lines).hasSize(103);
    assertThat(lines.get(0))
        .isEqualTo(
            "    1   0.000000     10.7.0.2 \u2192 10.7.0.1     TCP 74 40548 \u2192 445 [SYN] Seq=0"
                + " Win=64240 Len=0 MSS=1460 SACK_PERM TSval=2643972495 TSecr=0 WS=1024");
    assertThat(lines.get(4))
        .isEqualTo(
            "    5   0.000194     10.7.0.1 \u2192 10.7.0.2     TCP 66 445 \u2192 40548 [ACK] Seq=1"
                + " Ack=229 Win=65536 Len=0 TSval=4001556870 TSecr=2643972495");
    assertThat(lines.get(3))
        .isEqualTo(
            "    4   0.000188     10.7.0.2 \u2192 10.7.0.1     SMB2 294 Negotiate Protocol Request");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nbns.pcap | 1 | NBNS 92 Name query NB FILESRV<00>",
        "nbns.pcap | 2 | NBNS 110 Registration NB FILESRV<20>",
        "nbns.pcap | 30 | NBNS 235 Name query response NBSTAT",
        "browser.pcap | 1 | BROWSER 263 Host Announcement FILESRV",
        "nt1.pcap | 8 | SMB 226 Session Setup AndX Request, NTLMSSP_NEGOTIATE",
        "nt1.pcap | 9 | SMB 412 Session Setup AndX Response, NTLMSSP_CHALLENGE,"
            + " Error: STATUS_MORE_PROCESSING_REQUIRED",
        "nt1.pcap | 10 | SMB 624 Session Setup AndX Request, NTLMSSP_AUTH, User: LABWG\\alice"
      })
  void aLineSaysWhatTheFrameIs(String capture, int frame, String line) throws IOException {
    String printed = printed(capture, new LinePrinter(), Wanted.of(List.of()).withLine());
    assertThat(printed.lines().toList().get(frame - 1)).endsWith(" " + line);
  }

  @Test
  void printsTreesWithMeaningsAndPlaces() throws IOException {
    List<String> lines = printed(new TreePrinter(), Wanted.ALL).lines().toList();
    assertThat(lines)
        .contains(
            "Frame 1: 74 bytes on wire (592 bits), 74 bytes captured (592 bits)  {0-73}",
            "    Type: IPv4 (0x0800)  {12-13}",
            "    Protocol: TCP (6)  {23}",
            "    Source Port: 40548  {34-35}",
            "        .... .... .... ..1. = Syn: Set  {46-47}",
            "            .... .... .... .... .... .... .... 0... = Signing: This message is NOT signed"
                + "  {86-89}",
            "        FileIdBothDirectoryInfo: fox.txt  {366-483}");
  }

  @Test
  void printsOctets() throws IOException {
    assertThat(printed(new HexPrinter(), Wanted.of(List.of())))
        .startsWith(
            """
            0000  02 00 00 00 07 01 02 00 00 00 07 02 08 00 45 00   ..............E.
            0010  00 3c c9 aa 40 00 40 06 5d 01 0a 07 00 02 0a 07   .<..@.@.].......
            0020  00 01 9e 64 01 bd 63 10 12 df 00 00 00 00 a0 02   ...d..c.........
            0030  fa f0 b3 c3 00 00 02 04 05 b4 04 02 08 0a 9d 97   ................
            0040  d1 8f 00 00 00 00 01 03 03 0a                     ..........

            """);
  }

  @Test
  void printsJson() throws IOException {
    JsonNode frames = new ObjectMapper().readTree(printed(new JsonPrinter(List.of()), Wanted.ALL));
    assertThat(frames).hasSize(103);
    JsonNode fifth = frames.get(4);
    assertThat(fifth.get("_index").asText()).isEqualTo("packets-2026-11-23");
    JsonNode layers = fifth.get("_source").get("layers");
    assertThat(layers.get("frame").get("frame.protocols").asText())
        .isEqualTo("eth:ethertype:ip:tcp");
    assertThat(layers.get("ip").get("ip.flags_tree").get("ip.flags.df").asText()).isEqualTo("1");
    assertThat(layers.get("tcp").get("tcp.flags").asText()).isEqualTo("0x0010");
  }

  @Test
  void printsChosenFieldsAsJson() throws IOException {
    List<String> fields = List.of("smb2.cmd", "ip.addr");
    JsonNode frames =
        new ObjectMapper().readTree(printed(new JsonPrinter(fields), Wanted.of(fields)));
    assertThat(frames.get(7).get("_source").get("layers").toString())
        .isEqualTo("{\"smb2.cmd\":[\"1\"],\"ip.addr\":[\"10.7.0.2\",\"10.7.0.1\"]}");
  }

  @Test
  void printsForElasticsearch() throws IOException {
    List<String> lines = printed(new EkPrinter(List.of()), Wanted.ALL).lines().toList();
    assertThat(lines).hasSize(206);
    assertThat(lines.get(0))
        .isEqualTo("{\"index\":{\"_index\":\"packets-2026-11-23\",\"_type\":\"doc\"}}");
    JsonNode first = new ObjectMapper().readTree(lines.get(1));
    assertThat(first.get("timestamp").asText()).isEqualTo("1795418628809");
    JsonNode ip = first.get("layers").get("ip");
    assertThat(ip.get("ip_ip_addr").toString()).isEqualTo("[\"10.7.0.2\",\"10.7.0.1\"]");
    assertThat(ip.get("ip_ip_flags_df").asBoolean()).isTrue();
  }
}
