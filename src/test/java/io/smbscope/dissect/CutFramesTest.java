package io.smbscope.dissect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.smbscope.capture.CaptureFiles;
import io.smbscope.capture.Packet;
import io.smbscope.net.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames of which the capture kept less and less are shown as far as they go, and never throw. */
class CutFramesTest {
  @ParameterizedTest
  @CsvSource({
    "browser.pcap, 12",
    "nbns-registration.pcap, 12",
    "port139-refused.pcap, 6",
    "anonymous.pcap, 14",
    "kerberos.pcap, 9",
    "attacks/rid-cycling.pcap, 54"
  })
  void framesCutAtEveryOctet(String capture, int frames) throws IOException {
    Packet packet = new Packet();
    int cuts = 0;
    FrameDissector dissector = new FrameDissector(Wanted.ALL, Ports.DEFAULT);
    try (CaptureFiles source =
        CaptureFiles.of(List.of("sample-captures/" + capture), InputStream.nullInputStream())) {
      while (packet.number < frames && source.next(packet)) {
        int length = packet.length;
        for (int cut = packet.number > frames - 6 ? 0 : length; cut <= length; cut++) {
          packet.length = cut;
          assertThatCode(() -> dissector.dissect(packet)).doesNotThrowAnyException();
          cuts++;
        }
      }
    }
    assertThat(cuts).isGreaterThan(frames);
  }
}
