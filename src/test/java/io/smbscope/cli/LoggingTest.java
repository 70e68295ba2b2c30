package io.smbscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class LoggingTest {
  private final PrintStream standardError = System.err;

  @AfterEach
  void giveBack() {
    System.setErr(standardError);
  }

  @Test
  void aWarningIsOneLineWithoutATraceAndLessIsNone() {
    assertThat(said("org.example.Handle"))
        .isEqualTo("smbscope: WARN Handle: lost 3 packets" + System.lineSeparator());
  }

  @Test
  void theBrokersClientIsSilent() {
    assertThat(said("org.apache.kafka.clients.NetworkClient")).isEmpty();
  }

  private static String said(String name) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    Logger logger = LoggerFactory.getLogger(name);
    logger.info("opened");
    logger.warn("lost {} packets", 3, new IllegalStateException("why"));
    return said.toString(StandardCharsets.UTF_8);
  }
}
