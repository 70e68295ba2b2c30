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
        -wireshark: {name: nbns.id, as: hex, label: Transaction ID}
      - id: flags
        type: u2
      - id: num_questions
        type: u2
        -wireshark: {name: nbns.count.queries, label: Questions}
      - id: num_answers
        type: u2
        -wireshark: {name: nbns.count.answers, label: Answer RRs}
      - id: num_authorities
        type: u2
        -wireshark: {name: nbns.count.auth_rr, label: Authority RRs}
      - id: num_additionals
        type: u2
        -wireshark: {name: nbns.count.add_rr, label: Additional RRs}
    instances:
      response:
        value: (flags & 0x8000) != 0
      opcode:
        value: (flags >> 11) & 0xf
        doc: |
          0 query, 5 registration, 6 release, 7 WACK, 8 refresh, 9 refresh (as some write it), 15 multi-homed
          registration
      nm_flags:
        value: (flags >> 4) & 0x7f
        doc: |
          0x40 authoritative answer, 0x20 truncated, 0x10 recursion desired, 0x08 recursion available,
          0x01 broadcast
      rcode:
        value: flags & 0xf
      request_flags:
        pos: 2
        type: u2
        if: not response
        -wireshark:
          name: nbns.flags
          as: hex
          label: Flags
          bits:
            nbns.flags.response: {mask: 0x8000, label: Response}
            nbns.flags.opcode: {mask: 0x7800, as: dec, label: Opcode, values: opcodes}
            nbns.flags.truncated: {mask: 0x0200, label: Truncated}
            nbns.flags.recdesired: {mask: 0x0100, label: Recursion desired}
            nbns.flags.broadcast: {mask: 0x0010, label: Broadcast}
      response_flags:
        pos: 2
        type: u2
        if: response
        -wireshark:
          name: nbns.flags
          as: hex
          label: Flags
          bits:
            nbns.flags.response: {mask: 0x8000, label: Response}
            nbns.flags.opcode: {mask: 0x7800, as: dec, label: Opcode, values: opcodes}
            nbns.flags.authoritative: {mask: 0x0400, label: Authoritative}
            nbns.flags.truncated: {mask: 0x0200, label: Truncated}
            nbns.flags.recdesired: {mask: 0x0100, label: Recursion desired}
            nbns.flags.recavail: {mask: 0x0080, label: Recursion available}
            nbns.flags.broadcast: {mask: 0x0010, label: Broadcast}
            nbns.flags.rcode: {mask: 0x000f, as: dec, label: Reply code, values: rcodes}
  question:
    doc-ref: RFC 1002 4.2.1.2
    seq:
      - id: name
        type: nb_name
        -wireshark: {name: nbns.name, as: utf8}
      - id: question_type
        type: u2
        -wireshark: {name: nbns.type, label: Type, values: types}
        doc: 0x20 NB, 0x21 NBSTAT
      - id: question_class
        type: u2
        -wireshark: {name: nbns.class, label: Class, values: {1: IN}}
  resource_record:
    doc-ref: RFC 1002 4.2.1.3
    seq:
      - id: name
        type: nb_name
        -wireshark: {name: nbns.name, as: utf8}
      - id: rr_type
        type: u2
        -wireshark: nbns.type
        doc: 0x01 A, 0x02 NS, 0x0a NULL, 0x20 NB, 0x21 NBSTAT
      - id: rr_class
        type: u2
        -wireshark: nbns.class
      - id: ttl
        type: u4
        -wireshark: {name: nbns.ttl, label: Time to live}
        doc: Seconds; 0 is for ever
      - id: len_rdata
        type: u2
        -wireshark: {name: nbns.data_length, label: Data length}
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
      - id: nb_flags
        type: u2
        -wireshark:
          name: nbns.nb_flags
          as: hex
          label: Name flags
          bits:
            nbns.nb_flags.group: {mask: 0x8000, label: Name type}
            nbns.nb_flags.ont: {mask: 0x6000, as: dec, label: ONT, values: node_types}
      - id: address
        type: u4
        -wireshark: {name: nbns.addr, as: ipv4, label: Addr}
    instances:
      group:
        value: (nb_flags & 0x8000) != 0
      owner_node_type:
        value: (nb_flags >> 13) & 3
        doc: 0 B, 1 P, 2 M, 3 H node
  wack:
    doc: What is in the place of the addresses in a WACK, the flags of the request.
    doc-ref: RFC 1002 4.2.16
    seq:
      - id: flags
        type: u2
        -wireshark:
          name: nbns.flags
          as: hex
          label: Flags
          bits:
            nbns.flags.response: {mask: 0x8000, label: Response}
            nbns.flags.opcode: {mask: 0x7800, as: dec, label: Opcode, values: opcodes}
            nbns.flags.truncated: {mask: 0x0200, label: Truncated}
            nbns.flags.recdesired: {mask: 0x0100, label: Recursion desired}
            nbns.flags.broadcast: {mask: 0x0010, label: Broadcast}
  wack_of_response:
    doc: As wack, of flags that say that they are a response's.
    doc-ref: RFC 1002 4.2.16
    seq:
      - id: flags
        type: u2
        -wireshark:
          name: nbns.flags
          as: hex
          label: Flags
          bits:
            nbns.flags.response: {mask: 0x8000, label: Response}
            nbns.flags.opcode: {mask: 0x7800, as: dec, label: Opcode, values: opcodes}
            nbns.flags.authoritative: {mask: 0x0400, label: Authoritative}
            nbns.flags.truncated: {mask: 0x0200, label: Truncated}
            nbns.flags.recdesired: {mask: 0x0100, label: Recursion desired}
            nbns.flags.recavail: {mask: 0x0080, label: Recursion available}
            nbns.flags.broadcast: {mask: 0x0010, label: Broadcast}
  node_status:
    doc: A list cut off by the record's end is read as far as it goes.
    doc-ref: RFC 1002 4.2.18
    seq:
      - id: num_names
        type: u1
        -wireshark: {name: nbns.number_of_names, label: Number of names}
      - id: node_names
        type: node_name
        repeat: expr
        repeat-expr: 'num_names * 18 <= _io.size - 1 ? num_names : (_io.size - 1) / 18'
      - id: unit_id
        size: 6
        if: _io.size - _io.pos >= 6
        doc: MAC address; the statistics begin with it
  node_statistics:
    doc: Behind the names. Windows and Samba fill only the unit's identifier.
    doc-ref: RFC 1002 4.2.18
    seq:
      - id: unit_id
        size: 6
        -wireshark: {name: nbns.unit_id, as: ether, label: Unit ID}
      - id: jumpers
        type: u1
        -wireshark: {name: nbns.jumpers, as: hex, label: Jumpers}
      - id: test_result
        type: u1
        -wireshark: {name: nbns.test_result, as: hex, label: Test result}
      - id: version_number
        type: u2
        -wireshark: {name: nbns.version_number, as: hex, label: Version number}
      - id: period_of_statistics
        type: u2
        -wireshark: {name: nbns.period_of_statistics, as: hex, label: Period of statistics}
      - id: num_crcs
        type: u2
        -wireshark: {name: nbns.num_crcs, label: Number of CRCs}
      - id: num_alignment_errors
        type: u2
        -wireshark: {name: nbns.num_alignment_errors, label: Number of alignment errors}
      - id: num_collisions
        type: u2
        -wireshark: {name: nbns.num_collisions, label: Number of collisions}
      - id: num_send_aborts
        type: u2
        -wireshark: {name: nbns.num_send_aborts, label: Number of send aborts}
      - id: num_good_sends
        type: u4
        -wireshark: {name: nbns.num_good_sends, label: Number of good sends}
      - id: num_good_receives
        type: u4
        -wireshark: {name: nbns.num_good_receives, label: Number of good receives}
      - id: numretransmits
        type: u2
        -wireshark: {name: nbns.numretransmits, label: Number of retransmits}
      - id: num_no_resource_conditions
        type: u2
        -wireshark: {name: nbns.num_no_resource_conditions, label: Number of no resource conditions}
      - id: numcommand_blocks
        type: u2
        -wireshark: {name: nbns.numcommand_blocks, label: Number of command blocks}
      - id: numpending_sessions
        type: u2
        -wireshark: {name: nbns.numpending_sessions, label: Number of pending sessions}
      - id: max_num_pending_sessions
        type: u2
        -wireshark: {name: nbns.max_num_pending_sessions, label: Max number of pending sessions}
      - id: max_total_sessions_possible
        type: u2
        -wireshark: {name: nbns.max_total_sessions_possible, label: Max total sessions possible}
      - id: session_data_packet_size
        type: u2
        -wireshark: {name: nbns.session_data_packet_size, label: Session data packet size}
  node_name:
    doc-ref: RFC 1002 4.2.18
    seq:
      - id: name
        size: 15
      - id: suffix
        type: u1
      - id: name_flags
        type: u2
        -wireshark:
          name: nbns.name_flags
          as: hex
          label: Name flags
          bits:
            nbns.name_flags.group: {mask: 0x8000, label: Name type}
            nbns.name_flags.ont: {mask: 0x6000, as: dec, label: ONT, values: node_types}
            nbns.name_flags.drg: {mask: 0x1000, label: Name is being deregistered}
            nbns.name_flags.cnf: {mask: 0x0800, label: Name is in conflict}
            nbns.name_flags.act: {mask: 0x0400, label: Name is active}
            nbns.name_flags.prm: {mask: 0x0200, label: Permanent node name}
        doc: 0x8000 group, 0x6000 owner node type, 0x1000 deregistering, 0x0800 conflict, 0x0400 active, 0x0200 permanent
-generated:
  - {name: nbns, as: protocol, label: NetBIOS Name Service}
  - {name: nbns.netbios_name, as: utf8, label: Name, doc: A node's name without its last octet}
  - {name: nbns.data, as: bytes, label: Data, doc: Of a record of another kind}
-values:
  types: {32: NB, 33: NBSTAT}
  node_types: {0: B-node, 1: P-node, 2: M-node, 3: H-node}
  opcodes:
    0: Name query
    5: Registration
    6: Release
    7: Wait for acknowledgment
    8: Refresh
    9: Refresh (alternate opcode)
    15: Multi-homed registration
  rcodes:
    0: No error
    1: Request was invalidly formatted
    2: Server failure
    3: Requested name does not exist
    4: Request is not implemented
    5: Request was refused
    6: Name is owned by another node
    7: Name is in conflict
