meta:
  id: nbns_packet
  title: NetBIOS name service packet
  license: Apache-2.0
  ks-version: 0.11
  endian: be
  imports:
    - nb_name
doc: Queries, registrations, refreshes, releases, WACK and node status on UDP 137.
doc-ref: RFC 1002 4.2
seq:
  - id: header
    type: packet_header
  - id: questions
    type: question
    repeat: expr
    repeat-expr: header.num_questions
  - id: records
    type: resource_record
    repeat: expr
    repeat-expr: header.num_answers + header.num_authorities + header.num_additionals
types:
  packet_header:
    doc: |
      The four counts have no bound here, so that a packet cut short is read as far as it goes: what they count
      takes octets, and reading ends with these.
    doc-ref: RFC 1002 4.2.1.1
    seq:
      - id: name_trn_id
        type: u2
        -wireshark: {name: nbns.id, as: hex}
      - id: response
        type: b1
        -wireshark: {name: nbns.flags.response, as: bool}
      - id: opcode
        type: b4
        -wireshark: nbns.flags.opcode
        doc: |
          0 query, 5 registration, 6 release, 7 WACK, 8 refresh, 9 refresh (as some write it), 15 multi-homed
          registration
      - id: nm_flags
        type: b7
        doc: |
          0x40 authoritative answer, 0x20 truncated, 0x10 recursion desired, 0x08 recursion available,
          0x01 broadcast
      - id: rcode
        type: b4
        -wireshark: nbns.flags.rcode
      - id: num_questions
        type: u2
        -wireshark: nbns.count.queries
      - id: num_answers
        type: u2
        -wireshark: nbns.count.answers
      - id: num_authorities
        type: u2
        -wireshark: nbns.count.auth_rr
      - id: num_additionals
        type: u2
        -wireshark: nbns.count.add_rr
  question:
    doc-ref: RFC 1002 4.2.1.2
    seq:
      - id: name
        type: nb_name
        -wireshark: {name: nbns.name, as: text}
      - id: question_type
        type: u2
        -wireshark: nbns.type
        doc: 0x20 NB, 0x21 NBSTAT
      - id: question_class
        type: u2
        -wireshark: nbns.class
  resource_record:
    doc-ref: RFC 1002 4.2.1.3
    seq:
      - id: name
        type: nb_name
        -wireshark: {name: nbns.name, as: text}
      - id: rr_type
        type: u2
        -wireshark: nbns.type
        doc: 0x01 A, 0x02 NS, 0x0a NULL, 0x20 NB, 0x21 NBSTAT
      - id: rr_class
        type: u2
        -wireshark: nbns.class
      - id: ttl
        type: u4
        -wireshark: nbns.ttl
        doc: Seconds; 0 is for ever
      - id: len_rdata
        type: u2
        -wireshark: nbns.data_length
        valid:
          max: _io.size - _io.pos
      - id: rdata
        size: len_rdata
        type:
          switch-on: rr_type
          cases:
            0x01: ip_address
            0x20: nb_addresses
            0x21: node_status
  ip_address:
    doc: Address of the name server to ask instead, in a redirect.
    doc-ref: RFC 1002 4.2.15
    seq:
      - id: address
        type: u4
        if: _io.size >= 4
        -wireshark: {name: nbns.addr, as: ipv4}
  nb_addresses:
    doc: None in a WACK, whose two octets repeat the flags of the request.
    doc-ref: RFC 1002 4.2.2, 4.2.16
    seq:
      - id: addresses
        type: nb_address
        repeat: expr
        repeat-expr: _io.size / 6
  nb_address:
    doc-ref: RFC 1002 4.2.2
    seq:
      - id: group
        type: b1
        -wireshark: {name: nbns.nb_flags.group, as: bool}
      - id: owner_node_type
        type: b2
        -wireshark: nbns.nb_flags.ont
        doc: 0 B, 1 P, 2 M, 3 H node
      - id: reserved
        type: b13
      - id: address
        type: u4
        -wireshark: {name: nbns.addr, as: ipv4}
  node_status:
    doc: A list cut off by the record's end is read as far as it goes.
    doc-ref: RFC 1002 4.2.18
    seq:
      - id: num_names
        type: u1
        -wireshark: nbns.number_of_names
      - id: node_names
        type: node_name
        repeat: expr
        repeat-expr: 'num_names * 18 <= _io.size - 1 ? num_names : (_io.size - 1) / 18'
      - id: unit_id
        size: 6
        if: _io.size - _io.pos >= 6
        -wireshark: {name: nbns.unit_id, as: ether}
        doc: MAC address; the statistics behind it are not read
  node_name:
    doc-ref: RFC 1002 4.2.18
    seq:
      - id: name
        size: 15
      - id: suffix
        type: u1
      - id: name_flags
        type: u2
        -wireshark: {name: nbns.name_flags, as: hex}
        doc: 0x8000 group, 0x6000 owner node type, 0x1000 deregistering, 0x0800 conflict, 0x0400 active, 0x0200 permanent
