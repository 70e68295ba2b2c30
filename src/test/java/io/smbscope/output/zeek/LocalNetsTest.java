package io.smbscope.output.zeek;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: IANA's registries of special purpose addresses. */
class LocalNetsTest {
  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, true",
    "172.31.0.1, true",
    "172.32.0.1, false",
    "192.168.255.255, true",
    "100.127.0.1, true",
    "100.128.0.1, false",
    "198.19.0.1, true",
    "198.20.0.1, false",
    "8.8.8.8, false",
    "255.255.255.255, true",
    "fe80::1, true",
    "fd00::1, true",
    "2001:4860::8888, false",
    "2001:db8::1, true",
    "2002:a01:203::1, true",
    "2002:808:808::1, false",
    "::1, true",
    "::2, false",
    "not an address, false"
  })
  void localNetsAreThoseNotRouted(String ip, boolean local) {
    assertThat(LocalNets.hold(ip)).isEqualTo(local);
  }
}
