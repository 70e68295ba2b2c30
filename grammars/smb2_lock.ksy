meta:
  id: smb2_lock
  title: SMB2 LOCK
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb2_file_id
doc: The stream begins at the SMB2 header and stands behind it.
doc-ref: MS-SMB2 2.2.26, 2.2.27
types:
  request:
    doc-ref: MS-SMB2 2.2.26
    seq:
      - id: structure_size
        type: u2
        valid: 48
        -wireshark: {name: smb2.buffer_code, as: hex}
      - id: num_locks
        type: u2
        valid:
          expr: _ * 24 <= _io.size - 88
        -wireshark: smb2.lock_count
      - id: lock_sequence
        type: u4
      - id: file_id
        type: smb2_file_id
        -wireshark: {name: smb2.fid, as: guid}
      - id: locks
        type: element
        repeat: expr
        repeat-expr: num_locks
        -wireshark: {name: smb2.lock_info, as: none}
  element:
    doc-ref: MS-SMB2 2.2.26.1
    seq:
      - id: offset
        type: u8
        -wireshark: smb2.file_offset
      - id: length
        type: u8
        doc: Octets locked in the file; nothing here is as long.
        -wireshark: smb2.lock_length
      - id: flags
        type: u4
        -wireshark: {name: smb2.lock_flags, as: hex}
      - id: reserved
        type: u4
  response:
    doc-ref: MS-SMB2 2.2.27
    seq:
      - id: structure_size
        type: u2
        valid: 4
        -wireshark: {name: smb2.buffer_code, as: hex}
      - id: reserved
        type: u2
        -wireshark: {name: smb2.reserved, as: bytes}
