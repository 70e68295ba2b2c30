meta:
  id: smb1_locking_andx
  title: SMB_COM_LOCKING_ANDX
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  SMB_COM_LOCKING_ANDX, also as oplock break. The stream that is handed in begins at the SMB header, ends where
  the command's data end, and stands at WordCount.
doc-ref: MS-CIFS 2.2.4.32
types:
  request:
    doc: Ranges to unlock, then ranges to lock.
    doc-ref: MS-CIFS 2.2.4.32.1
    seq:
      - id: word_count
        type: u1
        valid: 8
        -wireshark: smb.wct
      - id: andx_command
        type: u1
        doc: Next command in the chain, 0xFF none
        -wireshark: {name: smb.cmd, as: hex, label: AndXCommand, values: smb1_cmd}
      - id: andx_reserved
        type: u1
        -wireshark: {name: smb.reserved, as: bytes}
      - id: andx_offset
        type: u2
        doc: From the start of the SMB header to the next command
        -wireshark: smb.andxoffset
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: type_of_lock
        type: u1
        -wireshark: {name: smb.lock.type, as: hex, bits: smb1_lock_type}
      - id: new_op_lock_level
        type: u1
        -wireshark: {name: smb.locking.oplock.level, values: smb1_locking_oplock_level}
      - id: timeout
        type: u4
        -wireshark: smb.timeout
      - id: num_unlocks
        type: u2
        valid:
          max: _io.size / 10
        -wireshark: smb.locking.num_unlocks
      - id: num_locks
        type: u2
        valid:
          max: _io.size / 10
        -wireshark: smb.locking.num_locks
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: unlocks
        type: range(large_files)
        repeat: expr
        repeat-expr: num_unlocks
      - id: locks
        type: range(large_files)
        repeat: expr
        repeat-expr: num_locks
    instances:
      large_files:
        value: (type_of_lock & 0x10) != 0
  range:
    doc: LOCKING_ANDX_RANGE32 or LOCKING_ANDX_RANGE64, whose upper halves come first.
    doc-ref: MS-CIFS 2.2.4.32.1
    params:
      - id: large_files
        type: bool
    seq:
      - id: pid
        type: u2
        -wireshark: smb.pid
      - id: pad
        type: u2
        if: large_files
        -wireshark: {name: smb.reserved, as: bytes}
      - id: offset_high
        type: u4
        if: large_files
      - id: offset
        type: u4
      - id: length_high
        type: u4
        if: large_files
      - id: length
        type: u4
    instances:
      large_offset:
        value: ((offset_high << 32) | offset).as<u8>
        if: large_files
        -wireshark: smb.lock.offset
      large_length:
        value: ((length_high << 32) | length).as<u8>
        if: large_files
        -wireshark: smb.lock.length
      small_offset:
        value: offset
        if: not large_files
        -wireshark: smb.offset
      small_length:
        value: length
        if: not large_files
        -wireshark: smb.count
