package io.smbscope.dissect.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.dissect.Dissected;
import org.junit.jupiter.api.Test;

/** Expected values are tshark 4.0.17's. */
class RpcFieldsTest {
  @Test
  void bindNamesTheInterface() {
    assertThat(
            Dissected.frame(
                "attacks/host-info.pcap", 45, "dcerpc.pkt_type", "dcerpc.cn_bind_to_uuid"))
        .containsExactly("11", "4b324fc8-1670-01d3-1278-5a47bf6ee188");
    assertThat(
            Dissected.frame(
                "attacks/host-info.pcap", 61, "dcerpc.pkt_type", "dcerpc.cn_ack_result"))
        .containsExactly("12", "0");
  }

  @Test
  void responseKnowsItsRequest() {
    assertThat(
            Dissected.frame(
                "attacks/host-info.pcap",
                64,
                "dcerpc.pkt_type",
                "dcerpc.opnum",
                "dcerpc.request_in"))
        .containsExactly("2", "21", "63,63");
  }

  @Test
  void argumentsAreShownInTheirOrderNotTheWires() {
    assertThat(
            Dissected.frame(
                "attacks/rid-cycling.pcap",
                52,
                "dcerpc.nt.domain_sid",
                "lsarpc.lsa.string",
                "dcerpc.referent_id"))
        .containsExactly(
            "S-1-5-21-1666412498-3584838080-92306469",
            "FILESRV,alice,S-1-5-21-1666412498-3584838080-92306469-1001,"
                + "S-1-5-21-1666412498-3584838080-92306469-1002",
            "0x00020010,0x00020014,0x00020018,0x0002001c,0x00020020,0x00020024,0x00020028,0x0002002c");
  }

  @Test
  void whatAccountsAreIsShownWholly() {
    assertThat(
            Dissected.frame(
                "rpc.pcap", 143, "dcerpc.lsa_String.name_len", "dcerpc.array.max_count"))
        .containsExactly("10,0,30,0,0,46,0,0,0,0,0,0,0", "5,0,15,0,0,23,0,0,0,0,1260");
  }

  @Test
  void accountsOfSecureChannelsAreNamed() {
    assertThat(
            Dissected.frame(
                "attacks/zerologon.pcap", 24, "netlogon.acct_name", "netlogon.neg_flags"))
        .containsExactly("FILESRV$", "0x212fffff");
  }
}
