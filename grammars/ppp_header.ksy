meta:
  id: ppp_header
  title: PPP frame's header
  license: Apache-2.0
  ks-version: 0.11
  endian: be
doc: The protocol field, behind address and control or without them.
doc-ref: RFC 1661 2, RFC 1662 3.1
-generated:
  - {name: ppp, as: protocol}
seq:
  - id: address
    type: u1
    if: has_address
    -wireshark: {name: ppp.address, as: hex, label: Address}
  - id: control
    type: u1
    if: has_address
    -wireshark: {name: ppp.control, as: hex, label: Control}
  - id: long_protocol
    type: u2
    if: not compressed
    -wireshark: {name: ppp.protocol, as: hex, octets: 2, label: Protocol, values: ppp_protocol}
  - id: short_protocol
    type: u1
    if: compressed
    -wireshark: {name: ppp.protocol, as: hex, octets: 2, label: Protocol, values: ppp_protocol}
instances:
  first:
    pos: 0
    type: u2
  has_address:
    value: first == 0xff03
  first_of_protocol:
    pos: 'has_address ? 2 : 0'
    type: u1
  compressed:
    value: (first_of_protocol & 1) != 0
    doc: Its high octet, which is 0, is left out
  protocol:
    value: 'compressed ? short_protocol : long_protocol'
-values:
  ppp_protocol:
    0x0021: Internet Protocol version 4
    0x0057: Internet Protocol version 6
    0x8021: Internet Protocol Control Protocol
    0x8057: IPv6 Control Protocol
    0xc021: Link Control Protocol
    0xc023: Password Authentication Protocol
    0xc223: Challenge Handshake Authentication Protocol
