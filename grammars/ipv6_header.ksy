meta:
  id: ipv6_header
  title: IPv6 header
  license: Apache-2.0
  ks-version: 0.11
  endian: be
doc-ref: RFC 8200 3
-generated:
  - {name: ipv6, as: protocol}
seq:
  - id: version_class_and_flow
    type: u4
    -wireshark:
      - {name: ipv6.version, mask: 0xf0000000, octets: 1, label: Version}
      - {name: ip.version, mask: 0xf0000000, octets: 1, label: Version}
      - name: ipv6.tclass
        as: hex
        octets: 4
        mask: 0x0ff00000
        label: Traffic Class
        bits:
          ipv6.tclass.dscp: {mask: 0x0fc00000, as: dec, label: Differentiated Services Codepoint, values: {0: Default, 8: Class Selector 1, 10: Assured Forwarding 11, 12: Assured Forwarding 12, 14: Assured Forwarding 13, 16: Class Selector 2, 18: Assured Forwarding 21, 20: Assured Forwarding 22, 22: Assured Forwarding 23, 24: Class Selector 3, 26: Assured Forwarding 31, 28: Assured Forwarding 32, 30: Assured Forwarding 33, 32: Class Selector 4, 34: Assured Forwarding 41, 36: Assured Forwarding 42, 38: Assured Forwarding 43, 40: Class Selector 5, 44: Voice Admit, 46: Expedited Forwarding, 48: Class Selector 6, 56: Class Selector 7}}
          ipv6.tclass.ecn: {mask: 0x00300000, as: dec, label: Explicit Congestion Notification, values: {0: Not ECN-Capable Transport, 1: ECN-Capable Transport codepoint (01), 2: ECN-Capable Transport codepoint (10), 3: Congestion Experienced}}
      - {name: ipv6.flow, as: hex, octets: 3, mask: 0x000fffff, label: Flow Label}
  - id: payload_length
    type: u2
    -wireshark: {name: ipv6.plen, label: Payload Length}
  - id: next_header
    type: u1
    -wireshark: {name: ipv6.nxt, label: Next Header, values: {0: IPv6 Hop-by-Hop Option, 6: TCP, 17: UDP, 43: Routing Header for IPv6, 44: Fragment Header for IPv6, 58: ICMPv6, 60: Destination Options for IPv6}}
  - id: hop_limit
    type: u1
    -wireshark: {name: ipv6.hlim, label: Hop Limit}
  - id: source
    size: 16
    -wireshark: [{name: ipv6.src, as: ipv6, label: Source Address}, {name: ipv6.addr, as: ipv6, label: Source or Destination Address}, {name: ipv6.src_host, as: host, label: Source Host}, {name: ipv6.host, as: host, label: Source or Destination Host}]
  - id: destination
    size: 16
    -wireshark: [{name: ipv6.dst, as: ipv6, label: Destination Address}, {name: ipv6.addr, as: ipv6, label: Source or Destination Address}, {name: ipv6.dst_host, as: host, label: Destination Host}, {name: ipv6.host, as: host, label: Source or Destination Host}]
