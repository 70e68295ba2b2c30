package io.smbscope.dissect.netbios;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.dissect.Dissected;
import org.junit.jupiter.api.Test;

/** Expected values are tshark 4.0.17's. */
class NetbiosFieldsTest {
  @Test
  void namesOfRegistrationsAreDescribedInTheirRecords() {
    assertThat(
            Dissected.frame(
                "nbns-registration.pcap",
                3,
                "nbns.name",
                "nbns.flags.opcode",
                "nbns.nb_flags.ont",
                "nbns.addr"))
        .containsExactly(
            "FILESRV<03>,FILESRV<03> (Messenger service/Main name)", "5", "3", "10.7.0.3");
  }

  @Test
  void nodeStatusTellsNamesFlagsAndUnit() {
    assertThat(
            Dissected.frame(
                "attacks/host-sweep.pcap",
                76,
                "nbns.netbios_name",
                "nbns.name_flags",
                "nbns.unit_id"))
        .containsExactly(
            "FILESRV,FILESRV,FILESRV,LABWG,LABWG",
            "0x6400,0x6400,0x6400,0xe400,0xe400",
            "00:00:00:00:00:00");
  }

  @Test
  void aNameOfSpacesAloneKeepsThem() {
    assertThat(Dissected.frame("nbns-registration.pcap", 70, "nbns.name").get(0))
        .startsWith("               <72>.foo.example.com,");
  }

  @Test
  void sessionRequestsAreRefused() {
    assertThat(
            Dissected.frame(
                "port139-refused.pcap", 4, "nbss.called_name", "nbss.calling_name", "nbss.type"))
        .containsExactly("FILESRV<20>", "CLIENT1<00>", "0x81");
    assertThat(Dissected.cells("port139-refused.pcap", "nbss.error_code"))
        .containsExactly("6: 0x81", "15: 0x81");
  }

  @Test
  void announcementsAreInMailslotsInDatagrams() {
    assertThat(
            Dissected.frame(
                "browser.pcap",
                1,
                "nbdgm.source_name",
                "nbdgm.destination_name",
                "mailslot.name",
                "browser.command",
                "browser.server"))
        .containsExactly("FILESRV<00>", "LABWG<1d>", "\\MAILSLOT\\BROWSE", "0x01", "FILESRV");
  }

  /** Its parameters' descriptor, WrLehDz, has two letters that only the answer fills. */
  @Test
  void serversAreAskedForByType() {
    assertThat(
            Dissected.octets(
                1,
                "0200000007010200000007020800450000b48e9d4000400697940a0700020a070003b96c"
                    + "008b04487fd59726bccc8018003f3f5900000101080a1cd05a3b07ed1d9f0000007cff53"
                    + "4d4225000000001843c800000000000000000000000048ed5c00eebb04000e2000000008"
                    + "00ffff0000000000000000000020005c0000007c0000003d00005c005000490050004500"
                    + "5c004c0041004e004d0041004e0000000000680057724c6568447a004231364242447a00"
                    + "0100ffff000000804c4142574700",
                "browser.server_type",
                "browser.server_type.domainenum",
                "lanman.enumeration_domain"))
        .containsExactly("0x80000000", "1", "LABWG");
  }
}
