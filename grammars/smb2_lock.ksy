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
        -wireshark: smb2.buffer_code
      - id: num_locks
        type: u2
        valid:
          expr: _ * 24 <= _io.size - 88
        -wireshark: {name: smb2.lock_count, label: Lock Count}
      - id: lock_sequence
        type: u4
        -wireshark: smb2.reserved
      - id: file_id
        type: smb2_file_id
        -wireshark: smb2.fid
      - id: locks
        type: element
        repeat: expr
        repeat-expr: num_locks
        -wireshark: {name: smb2.lock_info, as: none, label: Lock Info}
  element:
    doc-ref: MS-SMB2 2.2.26.1
    seq:
      - id: offset
        type: u8
        -wireshark: {name: smb2.file_offset, label: File Offset}
      - id: length
        type: u8
        doc: Octets locked in the file; nothing here is as long.
        -wireshark: smb2.lock_length
      - id: flags
        type: u4
        -wireshark:
          name: smb2.lock_flags
          as: hex
          label: Flags
          bits:
            smb2.lock_flags.shared: {mask: 0x00000001, label: Shared}
            smb2.lock_flags.exclusive: {mask: 0x00000002, label: Exclusive}
            smb2.lock_flags.unlock: {mask: 0x00000004, label: Unlock}
            smb2.lock_flags.fail_immediately: {mask: 0x00000010, label: Fail Immediately}
      - id: reserved
        type: u4
        -wireshark: smb2.reserved
  response:
    doc-ref: MS-SMB2 2.2.27
    seq:
      - id: structure_size
        type: u2
        valid: 4
        -wireshark: smb2.buffer_code
      - id: reserved
        type: u2
        -wireshark: smb2.unknown
