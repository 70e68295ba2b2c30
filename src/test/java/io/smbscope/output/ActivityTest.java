package io.smbscope.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.CaptureEvent;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.ContentEvent;
import io.smbscope.event.Event;
import io.smbscope.event.Events;
import io.smbscope.event.FileEvent;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.HostEvent;
import io.smbscope.event.NameEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.TreeEvent;
import io.smbscope.output.Activity.Outcome;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

public class ActivityTest {

  /** The kinds of events that are told, with every component set. */
  public static Stream<Event> told() {
    return Stream.of(
            ConnectionEvent.class,
            SessionEvent.class,
            TreeEvent.class,
            FileEvent.class,
            ContentEvent.class,
            NameEvent.class,
            HostEvent.class,
            AnomalyEvent.class)
        .map(type -> (Event) Events.full(type.asSubclass(Record.class)));
  }

  @Test
  void countsAndMessagesAreNotTold() {
    assertThat(Activity.of(Events.capture(3, "a.pcap"))).isNull();
    assertThat(Activity.of(Events.full(FlowEvent.class))).isNull();
    assertThat(Activity.of(Events.full(CaptureEvent.class))).isNull();
  }

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of(Events.file(), "file-opened"),
        Arguments.of(Events.file().bytes(5, 0), "file-read"),
        Arguments.of(Events.file().bytes(5, 5), "file-written"),
        Arguments.of(Events.file().action("OVERWRITTEN"), "file-written"),
        Arguments.of(Events.file().action("CREATED").bytes(0, 5), "file-created"),
        Arguments.of(Events.file().action("CREATED").renamedTo("b"), "file-renamed"),
        Arguments.of(Events.file().renamedTo("b").deleted("disposition"), "file-deleted"),
        Arguments.of(Events.file().operation("mkdir"), "file-created"),
        Arguments.of(Events.file().operation("query"), "file-queried"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFilesActionIsTheGravest(io.smbscope.event.FileBuilder file, String action) {
    assertThat(Activity.of(file.build()).action()).isEqualTo(action);
  }

  @Test
  void whatWasRefusedIsAFailureOfHigherSeverity() {
    Activity refused = Activity.of(Events.file().refused("STATUS_ACCESS_DENIED").build());
    assertThat(refused.outcome()).isEqualTo(Outcome.FAILURE);
    assertThat(refused.severity()).isGreaterThan(Activity.of(Events.file().build()).severity());
    assertThat(Activity.of(Events.session().failed("STATUS_LOGON_FAILURE").build()).outcome())
        .isEqualTo(Outcome.FAILURE);
    assertThat(Activity.of(Events.session().build()).outcome()).isEqualTo(Outcome.SUCCESS);
  }

  @Test
  void nameServiceIsUdp() {
    assertThat(Activity.of(Events.name("SRV", 0x20, "10.0.0.5")).tcp()).isFalse();
    assertThat(Activity.of(Events.announcement("10.0.0.5", "SRV", "10.0")).tcp()).isFalse();
    assertThat(Activity.of(Events.file().build()).tcp()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "\\\\srv\\s, a\\b\\c.tar.gz, \\\\srv\\s\\a\\b\\c.tar.gz, \\\\srv\\s\\a\\b, c.tar.gz, gz",
        "\\\\srv\\s, plan.txt:x.y, \\\\srv\\s\\plan.txt:x.y, \\\\srv\\s, plan.txt:x.y, txt",
        "\\\\srv\\s, \\plan., \\\\srv\\s\\plan., \\\\srv\\s, plan., -",
        "\\\\srv\\s, .profile, \\\\srv\\s\\.profile, \\\\srv\\s, .profile, -",
        "\\\\srv\\s, '', \\\\srv\\s, -, -, -",
        "\\\\srv\\s, a\\, \\\\srv\\s\\a\\, \\\\srv\\s\\a, -, -",
        "-, a\\b, a\\b, a, b, -",
        "\\\\srv\\s, -, -, -, -, -"
      })
  void pathsAreTakenApart(
      String share, String file, String path, String directory, String name, String extension) {
    assertThat(FilePath.of(share, file)).isEqualTo(new FilePath(path, directory, name, extension));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"D\\a, D, a", "a, -, a", "D\\, D, ''", "-, -, -"})
  void accountsAreTakenApart(String user, String domain, String name) {
    assertThat(Account.of(user)).isEqualTo(new Account(domain, name));
  }
}
