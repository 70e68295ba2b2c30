meta:
  id: nbss_packet
  title: NetBIOS session service packets other than the session message
  license: Apache-2.0
  ks-version: 0.11
  endian: be
  imports:
    - nbss_header
    - nb_name
doc: What sets up and keeps a session on port 139.
doc-ref: RFC 1002 4.3
seq:
  - id: header
    type: nbss_header
  - id: body
    size: 'header.length24 < _io.size - _io.pos ? header.length24 : _io.size - _io.pos'
    type:
      switch-on: header.packet_type
      cases:
        0x81: session_request
        0x83: negative_response
        0x84: retarget_response
types:
  session_request:
    doc-ref: RFC 1002 4.3.2
    seq:
      - id: called_name
        type: nb_name
        -wireshark: {name: nbss.called_name, as: text}
      - id: calling_name
        type: nb_name
        -wireshark: {name: nbss.calling_name, as: text}
  negative_response:
    doc-ref: RFC 1002 4.3.4
    seq:
      - id: error_code
        type: u1
        -wireshark: {name: nbss.error_code, as: hex}
        doc: |
          0x80 not listening on called name, 0x81 not listening for calling name, 0x82 called name not present,
          0x83 called name present but insufficient resources, 0x8f unspecified
  retarget_response:
    doc-ref: RFC 1002 4.3.5
    seq:
      - id: ip_address
        type: u4
        -wireshark: {name: nbss.retarget_ip_address, as: ipv4}
      - id: port
        type: u2
        -wireshark: nbss.retarget_port
