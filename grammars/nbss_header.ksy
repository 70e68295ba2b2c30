meta:
  id: nbss_header
  title: NetBIOS session service header, and the direct-TCP header that took its place
  license: Apache-2.0
  ks-version: 0.11
  endian: be
doc: |
  Four octets before every SMB message over TCP. On port 139 the length has 17 bits, the highest of them
  in the flags octet; on port 445 the three octets after the zero are a 24-bit length.
doc-ref: RFC 1002 4.3.1, MS-SMB2 2.1
seq:
  - id: packet_type
    type: u1
    -wireshark: {name: nbss.type, as: hex, label: Message Type, values: types}
    doc: 0x00 session message, 0x81 request, 0x82 positive, 0x83 negative, 0x84 retarget, 0x85 keep-alive
  - id: length24
    type: b24
    -wireshark: {name: nbss.length, label: Length}
    doc: Direct TCP, octets that follow. On port 139 the upper seven bits are flags, which must be zero.
types:
  session_header:
    doc: On port 139; lengths have 17 bits.
    doc-ref: RFC 1002 4.3.1
    seq:
      - id: packet_type
        type: u1
        -wireshark: {name: nbss.type, as: hex, label: Message Type, values: types}
      - id: flags
        type: u1
        -wireshark:
          name: nbss.flags
          as: hex
          label: Flags
          bits:
            nbss.flags.e: {mask: 0x01, label: Extend}
      - id: length16
        type: u2
    instances:
      length17:
        pos: 1
        type: b24
        -wireshark: {name: nbss.length, mask: 0x01ffff, label: Length}
        doc: Octets that follow, the lowest bit of the flags included.
  negative_response:
    doc-ref: RFC 1002 4.3.4
    seq:
      - id: error_code
        type: u1
        -wireshark: {name: nbss.error_code, as: hex, label: Error code, values: errors}
  retarget_response:
    doc-ref: RFC 1002 4.3.5
    seq:
      - id: retarget_ip_address
        type: u4
        -wireshark: {name: nbss.retarget_ip_address, as: ipv4, label: Retarget IP address}
      - id: port
        type: u2
        -wireshark: {name: nbss.retarget_port, label: Retarget port}
-values:
  types:
    0x00: Session message
    0x81: Session request
    0x82: Positive session response
    0x83: Negative session response
    0x84: Retarget session response
    0x85: Session keep-alive
  errors:
    0x80: Not listening on called name
    0x81: Not listening for calling name
    0x82: Called name not present
    0x83: Called name present, but insufficient resources
    0x8f: Unspecified error
-generated:
  - {name: nbss, as: protocol}
  - {name: nbss.called_name, as: utf8, label: Called name}
  - {name: nbss.calling_name, as: utf8, label: Calling name}
  - {name: nbss.continuation_data, as: bytes, doc: What no message begins with}
