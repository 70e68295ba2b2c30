meta:
  id: smb2_flush
  title: SMB2 FLUSH
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb2_file_id
doc: The stream begins at the SMB2 header and stands behind it.
doc-ref: MS-SMB2 2.2.17, 2.2.18
types:
  request:
    doc-ref: MS-SMB2 2.2.17
    seq:
      - id: structure_size
        type: u2
        valid: 24
        -wireshark: {name: smb2.buffer_code, as: hex}
      - id: reserved1
        type: u2
      - id: reserved2
        type: u4
      - id: file_id
        type: smb2_file_id
        -wireshark: {name: smb2.fid, as: guid}
  response:
    doc-ref: MS-SMB2 2.2.18
    seq:
      - id: structure_size
        type: u2
        valid: 4
        -wireshark: {name: smb2.buffer_code, as: hex}
      - id: reserved
        type: u2
        -wireshark: {name: smb2.reserved, as: bytes}
