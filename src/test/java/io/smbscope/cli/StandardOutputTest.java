package io.smbscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Standard output that cannot be written to: a reader that left is no failure, a full disk is. */
class StandardOutputTest {
  @ParameterizedTest
  @CsvSource({
    "--eve, Broken pipe, 0, ''",
    "--ecs, Broken pipe, 0, ''",
    "--json, Broken pipe, 0, ''",
    "--eve, No space left on device, 3, 'smbscope: cannot write: No space left on device\n'",
    "--json, No space left on device, 3, 'smbscope: cannot write: No space left on device\n'",
  })
  void endsAsItShould(String option, String failure, int status, String said) {
    OutputStream failing =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException(failure);
          }
        };
    for (String threads : new String[] {"1", "2"}) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Terminal terminal =
          new Terminal(
              InputStream.nullInputStream(),
              new StandardStream(failing),
              new PrintStream(err, true, StandardCharsets.UTF_8),
              false,
              false,
              80,
              false);
      int result =
          Main.run(
              terminal,
              "analyze",
              option,
              "-",
              "--threads",
              threads,
              Samples.of("smb311.pcap").toString());
      assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo(said);
      assertThat(result).isEqualTo(status);
    }
  }
}
