package io.smbscope.detect.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Trial;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** {@link RewrittenFiles} and {@link Eicar}. */
class ContentsTest {
  private static final byte[] RANDOM = HexFormat.of().parseHex("8f03d1a97be26650c4118e9bf7402c5d");
  private static final byte[] PDF = AContent.text("%PDF-1.7 and more of it");

  private final Trial trial = new Trial();

  private void rewrite(String name, byte[] before, byte[] after, long size) {
    trial.see(AContent.of(trial.next(), false, name, before, 5000));
    trial.see(AContent.of(trial.next(), true, name, after, size));
  }

  @Test
  void madeUnreadable() {
    for (int i = 0; i < 15; i++) {
      rewrite("a" + i + ".pdf", PDF, RANDOM, 5512);
      rewrite("a" + i + ".txt", AContent.text("Dear all, as you know"), RANDOM, 5000);
    }

    assertThat(trial.raised("ransom-rewrite")).hasSize(1);
  }

  @Test
  void edited() {
    for (int i = 0; i < 40; i++) {
      rewrite("a" + i + ".pdf", PDF, PDF, 5100);
      rewrite("b" + i + ".dat", RANDOM, RANDOM, 5000);
      rewrite("c" + i + ".pdf", PDF, RANDOM, 50_000);
      rewrite("d.pdf", PDF, RANDOM, 5000);
    }

    assertThat(trial.raised("ransom-rewrite")).isEmpty();
  }

  @Test
  void eicar() {
    trial.see(AContent.of(trial.next(), true, "a.txt", AContent.text("X5O!P%@AP+"), 68));
    assertThat(trial.raised("antivirus-eicar")).isEmpty();

    byte[] test = AContent.text("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR");
    trial.see(AContent.of(trial.next(), true, "eicar.com", test, 68));
    assertThat(trial.raised("antivirus-eicar")).hasSize(1);
  }
}
