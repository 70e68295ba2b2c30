meta:
  id: udp_header
  title: UDP header
  license: Apache-2.0
  ks-version: 0.11
  endian: be
doc-ref: RFC 768
-generated:
  - {name: udp, as: protocol}
  - {name: udp.stream, as: dec, octets: 4, label: Stream index, doc: Pairs of ends counted from 0.}
  - {name: udp.payload, as: bytes, label: UDP payload}
seq:
  - id: source_port
    type: u2
    -wireshark: [{name: udp.srcport, label: Source Port}, {name: udp.port, label: Source or Destination Port}]
  - id: destination_port
    type: u2
    -wireshark: [{name: udp.dstport, label: Destination Port}, {name: udp.port, label: Source or Destination Port}]
  - id: length
    type: u2
    doc: Of header and payload.
    -wireshark: udp.length
  - id: checksum
    type: u2
    -wireshark: {name: udp.checksum, as: hex}
