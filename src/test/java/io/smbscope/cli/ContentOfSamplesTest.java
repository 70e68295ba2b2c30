package io.smbscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Limits;
import io.smbscope.capture.CaptureFiles;
import io.smbscope.event.ContentEvent;
import io.smbscope.net.Ports;
import io.smbscope.session.Tracker;
import io.smbscope.session.Wanted;
import io.smbscope.smb.FileContent;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Samba and its clients read and wrote in the samples; {@code record.sh} made the files. The
 * digests are those of sha256sum.
 */
class ContentOfSamplesTest {
  /** {@code head -c 5000 /dev/zero | tr '\0' 'a'} */
  private static final String FIVE_THOUSAND =
      "c526c6222044dab5674de9c4ac7f4566ebb5e4d8bf9d8ea34c9cc8a7cc3c869c";

  /** {@code echo 'The quick brown fox jumps over the lazy dog.'} */
  private static final String FOX =
      "b47cc0f104b62d4c7c30bcd68fd8e67613e287dc4ad8c310ef10cbadea9c4380";

  /** {@code head -c 60000 /dev/zero | tr '\0' 'b'} */
  private static final String SIXTY_THOUSAND =
      "013e6765a03068220563c9b6f0948c11d9e1df052d6c6f253671e6db7078f83b";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smb202.pcap",
        "smb311.pcap",
        "signed-smb311.pcap",
        "nt1.pcap",
        "lanman1.pcap",
        "port139-nt1.pcap",
        "impacket-client-nt1.pcap",
        "ipv6.pcap",
        "form.pcap.zst",
        "midstream-smb311.pcap"
      })
  void smallFiles(String capture) throws Exception {
    List<ContentEvent> told = contents(capture, 2);

    assertThat(told)
        .filteredOn(ContentEvent::written)
        .first()
        .satisfies(content -> assertWhole(content, 5000, FIVE_THOUSAND));
    assertThat(told)
        .filteredOn(content -> content.open().name().endsWith("fox.txt"))
        .isNotEmpty()
        .allSatisfy(content -> assertWhole(content, 45, FOX));
  }

  /** Segments in any order, some twice. */
  @Test
  void longFiles() throws Exception {
    assertThat(contents("disorder.pcap", 2))
        .filteredOn(content -> content.open().name().equals("sixty-thousand.txt"))
        .extracting(ContentEvent::written)
        .containsExactly(true, false);
    assertThat(contents("disorder.pcap", 2))
        .filteredOn(content -> content.open().name().equals("sixty-thousand.txt"))
        .allSatisfy(content -> assertWhole(content, 60_000, SIXTY_THOUSAND));
  }

  @Test
  void whatTheCaptureLacksIsSaid() throws Exception {
    assertThat(contents("large-cut.pcap", 2))
        .isNotEmpty()
        .allSatisfy(
            content -> {
              assertThat(content.missing()).isPositive();
              assertThat(content.seen() + content.missing()).isEqualTo(content.size());
              assertThat(content.sha256()).isNull();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"disorder.pcap", "compound.pcap", "multichannel.pcap"})
  void theSameWhateverTheNumberOfThreads(String capture) throws Exception {
    assertThat(contents(capture, 4)).isEqualTo(contents(capture, 1));
  }

  private static void assertWhole(ContentEvent content, long size, String sha256) {
    assertThat(content.size()).isEqualTo(size);
    assertThat(content.missing()).isZero();
    assertThat(content.mime()).isEqualTo("text/plain");
    assertThat(content.sha256()).isEqualTo(sha256);
  }

  private static List<ContentEvent> contents(String capture, int threads) throws Exception {
    List<ContentEvent> told = new ArrayList<>();
    Wanted wanted =
        new Wanted(Wanted.Commands.NONE, false, FileContent.WHOLE, Set.of("md5", "sha256"));
    Tracker tracker =
        new Tracker(
            Limits.DEFAULT,
            wanted,
            event -> {
              if (event instanceof ContentEvent content) {
                told.add(content);
              }
            });
    List<String> files = List.of(Samples.of(capture).toString());
    try (CaptureFiles source = CaptureFiles.of(files, InputStream.nullInputStream());
        Pipeline pipeline =
            new Pipeline(
                source, Ports.withTcp(List.of()), Limits.DEFAULT, wanted.contents(), threads)) {
      pipeline.run(tracker, at -> {}, () -> {});
    }
    tracker.end();
    return told;
  }
}
