package io.smbscope.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smbscope.detect.Networks.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0/8",
    "192.168.255.1, 192.168.255.1",
    "192.168.255.1/32, 192.168.255.1",
    "fd00:0:0::/8, fd00::/8",
    "FE80:0:0:1:0:0:0:1, fe80:0:0:1::1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "::, ::",
    "::/0, ::/0",
  })
  void inTheShortestForm(String text, String shortest) {
    assertThat(Network.of(text)).hasToString(shortest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0",
        "10",
        "1.2.3.4.5",
        "1.2.3.256",
        "1..2.3",
        "a.b.c.d",
        "1.b.c.d",
        ":",
        "::g",
        "host",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "::/129",
        "1.2.3.99999999999"
      })
  void whatIsNoneIsRefusedWithoutAskingForAName(String text) {
    assertThatThrownBy(() -> Network.of(text)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Networks.octets(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, true",
    "11.1.2.3, false",
    "172.31.0.1, true",
    "172.32.0.1, false",
    "fe80::1, true",
    "2001:db8::1, false",
    "host, false",
  })
  void inside(String ip, boolean inside) {
    assertThat(Networks.DEFAULT.inside(ip)).isEqualTo(inside);
  }
}
