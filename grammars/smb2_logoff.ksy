meta:
  id: smb2_logoff
  title: SMB2 LOGOFF, request and response
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: A structure of 4 octets that says nothing.
doc-ref: MS-SMB2 2.2.7, 2.2.8
seq:
  - id: structure_size
    type: u2
    valid: 4
    -wireshark: smb2.buffer_code
  - id: reserved
    type: u2
    -wireshark: smb2.reserved
types:
  request:
    doc: The reserved octets have no name here.
    doc-ref: MS-SMB2 2.2.7
    seq:
      - id: structure_size
        type: u2
        -wireshark: smb2.buffer_code
      - id: reserved
        type: u2
