package io.smbscope.netbios;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetbiosSuffixTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          FILESRV, 0x00, workstation, domain or workgroup, workstation or domain or workgroup
          FILESRV, 0x03, messenger, -, messenger
          FILESRV, 0x20, file server, -, file server
          LABWG, 0x1B, domain master browser, -, domain master browser
          LABWG, 0x1C, -, domain controllers, domain controllers
          LABWG, 0x1D, local master browser, -, local master browser
          LABWG, 0x1E, -, browser elections, browser elections
          __MSBROWSE__, 0x01, -, master browsers, master browsers
          *, 0x00, any name, any name, any name
          FILESRV, 0x99, -, -, -
          """)
  void meaning(String text, String suffix, String unique, String group, String unknown) {
    NetbiosName name = new NetbiosName(text, Integer.decode(suffix), "");
    assertThat(NetbiosSuffix.meaning(name, false)).isEqualTo(unique);
    assertThat(NetbiosSuffix.meaning(name, true)).isEqualTo(group);
    assertThat(NetbiosSuffix.meaning(name)).isEqualTo(unknown);
  }
}
