package io.smbscope.output.stream;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tcp:host | tcp:host: expected HOST:PORT",
        "tcp::5044 | tcp::5044: expected HOST:PORT",
        "tcp:host:smb | tcp:host:smb: a port is a number from 1 to 65535",
        "tcp:host:0 | tcp:host:0: a port is a number from 1 to 65535",
        "tcp:host:65536 | tcp:host:65536: a port is a number from 1 to 65535",
        "tcp:::1:514 | tcp:::1:514: an IPv6 address stands in brackets, as in [::1]:514",
        "unix: | unix:: expected unix:PATH",
      })
  void saysWhatIsWrongWithAPeer(String spec, String message) {
    assertThatThrownBy(() -> Targets.open(spec, OutputStream.nullOutputStream(), LogFiles.once()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void refusesASocketPathThatTheSystemCannotTake() {
    assertThatThrownBy(
            () ->
                Targets.open(
                    "unix:/" + "x".repeat(200), OutputStream.nullOutputStream(), LogFiles.once()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(": the path of a socket has at most 107 octets");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "host | host: expected HOST:PORT",
        "tls:host | tls:host: expected HOST:PORT",
        "udp:host:x | udp:host:x: a port is a number from 1 to 65535",
      })
  void saysWhatIsWrongWithASyslogServer(String spec, String message) {
    assertThatThrownBy(() -> Targets.syslog(spec, "EVE"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "host:9092 | host:9092: expected HOST:PORT/TOPIC, a topic of letters, digits, '.', '_' and '-'",
        "/smb | /smb: expected HOST:PORT/TOPIC, a topic of letters, digits, '.', '_' and '-'",
        "host:9092/a b | host:9092/a b: expected HOST:PORT/TOPIC, a topic of letters, digits, '.', '_' and '-'",
        "host/smb | host/smb: expected HOST:PORT",
        "host:9092,/smb | host:9092,/smb: expected HOST:PORT",
      })
  void saysWhatIsWrongWithATopic(String spec, String message) {
    assertThatThrownBy(() -> Targets.kafka(spec))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message.replace("''", "'"));
  }
}
