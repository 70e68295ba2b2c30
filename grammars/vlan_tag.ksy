meta:
  id: vlan_tag
  title: 802.1Q tag
  license: Apache-2.0
  ks-version: 0.11
  endian: be
doc: Behind the EtherType that announces it.
doc-ref: IEEE 802.1Q 9.6
-generated:
  - {name: vlan, as: protocol}
seq:
  - id: control
    type: u2
    -wireshark:
      - {name: vlan.priority, mask: 0xe000, label: Priority, values: {0: Best Effort (default), 1: Background, 2: Excellent Effort, 3: Critical Applications, 4: "Video, < 100ms latency and jitter", 5: "Voice, < 10ms latency and jitter", 6: Internetwork Control, 7: Network Control}}
      - {name: vlan.dei, as: bool, mask: 0x1000, label: DEI, values: {0: Ineligible, 1: Eligible}}
      - {name: vlan.id, mask: 0x0fff, label: ID}
  - id: ether_type
    type: u2
    -wireshark: {name: vlan.etype, as: hex, label: Type}
