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
    -wireshark: {name: nbss.type, as: hex}
    doc: 0x00 session message, 0x81 request, 0x82 positive, 0x83 negative, 0x84 retarget, 0x85 keep-alive
  - id: length24
    type: b24
    -wireshark: nbss.length
    doc: Direct TCP, octets that follow. On port 139 the upper seven bits are flags, which must be zero.
-generated:
  - {name: nbss, as: protocol}
  - {name: nbss.continuation_data, as: bytes, doc: What no message begins with}
