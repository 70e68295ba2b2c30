package io.smbscope.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.capture.CaptureFiles;
import io.smbscope.capture.Packet;
import io.smbscope.capture.PcapWriter;
import io.smbscope.dissect.print.EkPrinter;
import io.smbscope.dissect.print.FramePrinter;
import io.smbscope.dissect.print.HexPrinter;
import io.smbscope.dissect.print.JsonPrinter;
import io.smbscope.dissect.print.LinePrinter;
import io.smbscope.dissect.print.TreePrinter;
import io.smbscope.dissect.print.Utf8;
import io.smbscope.net.Ports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Captures that end anywhere, and wrong octets anywhere: every form is printed, and not for ever.
 */
class HostileFramesTest {
  /** Beyond file and packet headers, which only make the capture unreadable. */
  private static final int HEADERS = 24;

  /** Characters that an octet of a capture may take in the largest form. */
  private static final int MOST_PER_OCTET = 2_000;

  private static byte[] sample(String name) throws IOException {
    return Files.readAllBytes(Path.of("sample-captures", name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"smb311.pcap", "nt1.pcap", "browser.pcap"})
  void everyFormOfEveryCut(String name) throws IOException {
    byte[] whole = sample(name);
    for (int length = HEADERS; length < whole.length; length += 64 * 29) {
      assertPrints(java.util.Arrays.copyOf(whole, length));
    }
  }

  /** Its 32,513 questions would all be read from the place that the second one's name points to. */
  @Test
  void aNameThatPointsAtNoName() throws IOException {
    byte[] frame =
        HexFormat.of()
            .parseHex(
                "ffffffffffff02000000070108004500006060aa40004011c4d30a0700030a0700ff00890089004c79bd"
                    + "3cffffff7f01000000000001"
                    + "20454d45424543464845484341434143414341434143414341434143414341424f4e00200001c00c0020000100"
                    + "0000000006e0000a070003");
    assertPrints(new PcapWriter(PcapWriter.ETHERNET).add(0, frame).toBytes());
  }

  @Test
  void wrongOctets() throws IOException {
    Random random = new Random(4);
    for (String name : List.of("smb311.pcap", "nt1.pcap", "nbns.pcap", "kerberos.pcap")) {
      for (int round = 0; round < 4; round++) {
        byte[] wrong = sample(name);
        for (int i = 0; i < wrong.length / 200; i++) {
          wrong[HEADERS + random.nextInt(wrong.length - HEADERS)] = (byte) random.nextInt();
        }
        assertPrints(wrong);
      }
    }
  }

  private static void assertPrints(byte[] capture) throws IOException {
    FramePrinter all =
        new TreePrinter()
            .then(new HexPrinter())
            .then(new LinePrinter())
            .then(new JsonPrinter(List.of()))
            .then(new EkPrinter(List.of()));
    FrameDissector dissector = new FrameDissector(Wanted.ALL, Ports.withTcp(List.of()));
    Utf8 out = new Utf8(1 << 16);
    Packet packet = new Packet();
    long printed = 0;
    try (CaptureFiles source = CaptureFiles.of(List.of("-"), new ByteArrayInputStream(capture))) {
      while (source.next(packet)) {
        all.frame(dissector.dissect(packet), out);
        printed += out.length();
        out.clear();
      }
    }
    assertThat(printed).isLessThan((long) MOST_PER_OCTET * capture.length);
  }
}
