package io.smbscope.cli;

import static org.assertj.core.api.Assertions.assertThatNoException;

import io.smbscope.cli.Samples.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cut and damaged captures end without exception, in time, and with clean output. {@link Torture}
 * does far more of the same.
 */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileCaptureTest {
  private static final int CUTS = 16;
  private static final int CORRUPTIONS = 40;

  static List<Path> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void cutAnywhere(Path sample) throws IOException {
    byte[] file = Files.readAllBytes(sample);
    long nanos = Ordeal.nanos(file);
    Random random = new Random(file.length);
    for (int i = 0; i < CUTS; i++) {
      int length = file.length * i / CUTS + random.nextInt(file.length / CUTS);
      byte[] prefix = Arrays.copyOf(file, length);
      assertThatNoException()
          .as("the first " + length + " octets")
          .isThrownBy(() -> Ordeal.json(prefix, nanos));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void damagedAnyhow(Path sample) throws IOException {
    byte[] file = Files.readAllBytes(sample);
    List<Frame> frames = Samples.frames(file);
    long nanos = Ordeal.nanos(file);
    for (int seed = 0; seed < CORRUPTIONS; seed++) {
      byte[] damaged = new Corruption(new Random(seed)).of(file, frames);
      boolean json = seed % 2 == 0;
      assertThatNoException()
          .as("seed " + seed)
          .isThrownBy(
              () -> {
                if (json) {
                  Ordeal.json(damaged, nanos);
                } else {
                  Ordeal.summary(damaged, nanos);
                }
              });
    }
    Ordeal.threads(new Corruption(new Random(CORRUPTIONS)).of(file, frames));
  }
}
