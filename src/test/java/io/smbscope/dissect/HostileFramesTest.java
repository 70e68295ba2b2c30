package io.smbscope.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.capture.CaptureFiles;
import io.smbscope.capture.Packet;
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
