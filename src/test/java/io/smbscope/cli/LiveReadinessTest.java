package io.smbscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.events.ASession;
import io.smbscope.event.Event;
import io.smbscope.event.ReadinessEvent;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who depends on what, asked for while a capture goes on. */
class LiveReadinessTest {
  private final LiveReadiness readiness = new LiveReadiness();
  private final List<Event> told = new ArrayList<>();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(
          InputStream.nullInputStream(),
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
          new PrintStream(err, false, StandardCharsets.UTF_8),
          false,
          false,
          120,
          false);

  @Test
  void isToldOnceEachTimeItIsAskedFor() {
    readiness.look(told::add, terminal);
    assertThat(told).isEmpty();

    readiness.accept(new ASession().guest(true).build());
    readiness.ask();
    readiness.look(told::add, terminal);
    readiness.look(told::add, terminal);

    assertThat(told)
        .filteredOn(event -> ((ReadinessEvent) event).topic().equals("guest"))
        .singleElement()
        .satisfies(
            event ->
                assertThat(((ReadinessEvent) event).dependences())
                    .extracting(ReadinessEvent.Dependence::client)
                    .containsExactly("10.7.0.2"));
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Readiness", "10.7.0.2");
  }

  @Test
  void spoilsNoViewOnTheTerminal() {
    readiness.ask();
    readiness.look(told::add);
    assertThat(told).isNotEmpty();
    assertThat(err.size()).isZero();
  }
}
