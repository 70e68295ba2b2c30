meta:
  id: ethernet_header
  title: Ethernet header
  license: Apache-2.0
  ks-version: 0.11
  endian: be
doc: Without the tags that may follow it.
doc-ref: IEEE 802.3 3.1.1
-generated:
  - {name: eth, as: protocol}
seq:
  - id: destination
    size: 6
    -wireshark: [{name: eth.dst, as: ether}, {name: eth.addr, as: ether, label: Address}]
  - id: source
    size: 6
    -wireshark: [{name: eth.src, as: ether}, {name: eth.addr, as: ether, label: Address}]
  - id: type_or_length
    type: u2
    doc: A length when it is less than 0x600.
instances:
  ether_type:
    pos: 12
    type: u2
    if: type_or_length >= 0x600
    -wireshark: {name: eth.type, as: hex, label: Type, values: ether_types}
  length:
    pos: 12
    type: u2
    if: type_or_length < 0x600
    -wireshark: eth.len
-values:
  ether_types: {0x0800: IPv4, 0x0806: ARP, 0x8100: 802.1Q Virtual LAN, 0x88a8: 802.1ad Provider Bridge (Q-in-Q), 0x86dd: IPv6, 0x8847: MPLS label switched packet, 0x8864: PPPoE Session}
