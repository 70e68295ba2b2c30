meta:
  id: nbdgm_packet
  title: NetBIOS datagram service packet
  license: Apache-2.0
  ks-version: 0.11
  endian: be
  imports:
    - nb_name
doc: Datagrams to a name, a group or all, on UDP 138, and what a distribution server is asked and answers.
doc-ref: RFC 1002 4.4
seq:
  - id: msg_type
    type: u1
    -wireshark: {name: nbdgm.type, label: Message Type, values: types}
    doc: |
      0x10 direct unique, 0x11 direct group, 0x12 broadcast, 0x13 error, 0x14 query request, 0x15 positive query
      response, 0x16 negative query response
    valid:
      min: 0x10
      max: 0x16
  - id: flags
    type: u1
    -wireshark:
      name: nbdgm.flags
      as: hex
      label: Flags
      bits:
        nbdgm.next: {mask: 0x01, label: More fragments follow}
        nbdgm.first: {mask: 0x02, label: This is first fragment}
        nbdgm.node_type: {mask: 0x0c, as: dec, label: Node Type, values: {0: B node, 1: P node, 2: M node, 3: NBDD}}
    doc: 0x01 more fragments follow, 0x02 first fragment, 0x0c source node type
  - id: dgm_id
    type: u2
    -wireshark: {name: nbdgm.dgram_id, as: hex, label: Datagram ID}
  - id: source_ip
    type: u4
    -wireshark: {name: nbdgm.src.ip, as: ipv4, label: Source IP}
  - id: source_port
    type: u2
    -wireshark: {name: nbdgm.src.port, label: Source Port}
  - id: body
    type:
      switch-on: msg_type
      cases:
        0x10: datagram
        0x11: datagram
        0x12: datagram
        0x13: datagram_error
        _: datagram_query
types:
  datagram:
    doc-ref: RFC 1002 4.4.2
    seq:
      - id: dgm_length
        type: u2
        -wireshark: {name: nbdgm.dgram_len, label: Datagram length}
        doc: |
          Octets of names and user data. Not relied on, so no bound: the user data ends with the UDP payload.
      - id: packet_offset
        type: u2
        -wireshark: {name: nbdgm.pkt_offset, label: Packet offset}
        doc: Where in the whole user data this fragment's begins
      - id: source_name
        type: nb_name
        -wireshark: {name: nbdgm.source_name, as: utf8}
      - id: destination_name
        type: nb_name
        -wireshark: {name: nbdgm.destination_name, as: utf8}
      - id: user_data
        size-eos: true
  datagram_error:
    doc-ref: RFC 1002 4.4.3
    seq:
      - id: error_code
        type: u1
        -wireshark: {name: nbdgm.error_code, as: hex, label: Error code, values: errors}
        doc: 0x82 destination name not present, 0x83 invalid source name, 0x84 invalid destination name
  datagram_query:
    doc-ref: RFC 1002 4.4.4
    seq:
      - id: destination_name
        type: nb_name
        -wireshark: {name: nbdgm.destination_name, as: utf8}
-values:
  types:
    0x10: Direct_unique datagram
    0x11: Direct_group datagram
    0x12: Broadcast datagram
    0x13: Datagram error
    0x14: Datagram query request
    0x15: Datagram positive query response
    0x16: Datagram negative query response
  errors:
    0x82: Destination name not present
    0x83: Invalid source name format
    0x84: Invalid destination name format
-generated:
  - {name: nbdgm, as: protocol, label: NetBIOS Datagram Service}
