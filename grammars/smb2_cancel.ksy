meta:
  id: smb2_cancel
  title: SMB2 CANCEL, request
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: A structure of 4 octets that says nothing.
doc-ref: MS-SMB2 2.2.30
seq:
  - id: structure_size
    type: u2
    valid: 4
    -wireshark: smb2.buffer_code
  - id: reserved
    type: u2
    -wireshark: smb2.unknown
