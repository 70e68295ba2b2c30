meta:
  id: ipv4_header
  title: IPv4 header
  license: Apache-2.0
  ks-version: 0.11
  endian: be
doc-ref: RFC 791 3.1
-generated:
  - {name: ip, as: protocol}
-values:
  protocols: {1: ICMP, 2: IGMP, 4: IPIP, 6: TCP, 17: UDP, 41: IPv6, 47: GRE, 50: ESP, 51: AH, 58: ICMPv6, 132: SCTP}
seq:
  - id: version_and_length
    type: u1
    doc: Length in 32-bit words in the low four bits.
    -wireshark: {name: ip.version, mask: 0xf0, label: Version}
  - id: service
    type: u1
    -wireshark:
      name: ip.dsfield
      as: hex
      label: Differentiated Services Field
      bits:
        ip.dsfield.dscp: {mask: 0xfc, as: dec, label: Differentiated Services Codepoint, values: {0: Default, 8: Class Selector 1, 10: Assured Forwarding 11, 12: Assured Forwarding 12, 14: Assured Forwarding 13, 16: Class Selector 2, 18: Assured Forwarding 21, 20: Assured Forwarding 22, 22: Assured Forwarding 23, 24: Class Selector 3, 26: Assured Forwarding 31, 28: Assured Forwarding 32, 30: Assured Forwarding 33, 32: Class Selector 4, 34: Assured Forwarding 41, 36: Assured Forwarding 42, 38: Assured Forwarding 43, 40: Class Selector 5, 44: Voice Admit, 46: Expedited Forwarding, 48: Class Selector 6, 56: Class Selector 7}}
        ip.dsfield.ecn: {mask: 0x03, as: dec, label: Explicit Congestion Notification, values: {0: Not ECN-Capable Transport, 1: ECN-Capable Transport codepoint (01), 2: ECN-Capable Transport codepoint (10), 3: Congestion Experienced}}
  - id: total_length
    type: u2
    doc: Of header and payload; 0 when the sender's network card cut the packet up later.
    -wireshark: {name: ip.len, label: Total Length}
  - id: identification
    type: u2
    -wireshark: {name: ip.id, as: hex, label: Identification}
  - id: flags_and_offset
    type: u2
    doc: Offset of the fragment in 8 octets.
    -wireshark:
      - name: ip.flags
        as: hex
        octets: 1
        mask: 0xe000
        label: Flags
        bits:
          ip.flags.rb: {mask: 0x8000, label: Reserved bit, values: {0: Not set, 1: Set}}
          ip.flags.df: {mask: 0x4000, label: Don't fragment, values: {0: Not set, 1: Set}}
          ip.flags.mf: {mask: 0x2000, label: More fragments, values: {0: Not set, 1: Set}}
  - id: time_to_live
    type: u1
    -wireshark: {name: ip.ttl, label: Time to Live}
  - id: protocol
    type: u1
    -wireshark: {name: ip.proto, label: Protocol, values: protocols}
  - id: checksum
    type: u2
    -wireshark: {name: ip.checksum, as: hex, label: Header Checksum}
  - id: source
    size: 4
    -wireshark: [{name: ip.src, as: ipv4, label: Source Address}, {name: ip.addr, as: ipv4, label: Source or Destination Address}, {name: ip.src_host, as: host, label: Source Host}, {name: ip.host, as: host, label: Source or Destination Host}]
  - id: destination
    size: 4
    -wireshark: [{name: ip.dst, as: ipv4, label: Destination Address}, {name: ip.addr, as: ipv4, label: Source or Destination Address}, {name: ip.dst_host, as: host, label: Destination Host}, {name: ip.host, as: host, label: Source or Destination Host}]
instances:
  header_length:
    value: (version_and_length & 15) * 4
    -wireshark: {name: ip.hdr_len, octets: 1, label: Header Length}
  fragment_offset:
    value: (flags_and_offset & 0x1fff) * 8
    -wireshark: {name: ip.frag_offset, octets: 2, label: Fragment Offset}
