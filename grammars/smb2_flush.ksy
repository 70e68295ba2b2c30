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
        -wireshark: smb2.buffer_code
      - id: reserved1
        type: u2
      - id: reserved2
        type: u4
      - id: file_id
        type: smb2_file_id
        -wireshark: smb2.fid
    instances:
      unknown:
        pos: 66
        size: 6
        -after: reserved2
        -wireshark: smb2.unknown
  response:
    doc-ref: MS-SMB2 2.2.18
    seq:
      - id: structure_size
        type: u2
        valid: 4
        -wireshark: smb2.buffer_code
      - id: reserved
        type: u2
        -wireshark: smb2.unknown
