meta:
  id: smb1_read
  title: Reading
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  SMB_COM_READ, SMB_COM_LOCK_AND_READ, SMB_COM_READ_RAW, SMB_COM_READ_ANDX. The data of a response are not read.
  The stream that is handed in begins at the SMB header, ends where the command's data end, and stands at
  WordCount.
doc-ref: MS-CIFS 2.2.4.11, 2.2.4.20, 2.2.4.22, 2.2.4.42, MS-SMB 2.2.4.2
types:
  read_request:
    doc: SMB_COM_READ and SMB_COM_LOCK_AND_READ request.
    doc-ref: MS-CIFS 2.2.4.11.1
    seq:
      - id: word_count
        type: u1
        valid: 5
        -wireshark: smb.wct
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: count_of_bytes_to_read
        type: u2
        -wireshark: smb.count
      - id: read_offset
        type: u4
        -wireshark: smb.offset
      - id: estimate
        type: u2
        -wireshark: smb.remaining
  read_response:
    doc: SMB_COM_READ and SMB_COM_LOCK_AND_READ response.
    doc-ref: MS-CIFS 2.2.4.11.2
    seq:
      - id: word_count
        type: u1
        valid: 5
        -wireshark: smb.wct
      - id: count_of_bytes_returned
        type: u2
        -wireshark: smb.count
      - id: reserved
        size: 8
        -wireshark: smb.reserved
  read_raw_request:
    doc: SMB_COM_READ_RAW request.
    doc-ref: MS-CIFS 2.2.4.22.1
    seq:
      - id: word_count
        type: u1
        valid:
          any-of: [8, 10]
        -wireshark: smb.wct
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: offset
        type: u4
        -wireshark: smb.offset
      - id: max_count
        type: u2
        -wireshark: smb.maxcount
      - id: min_count
        type: u2
        -wireshark: smb.mincount
      - id: timeout
        type: u4
        -wireshark: smb.timeout
      - id: reserved
        type: u2
        -wireshark: {name: smb.reserved, as: bytes}
      - id: offset_high
        type: u4
        if: word_count == 10
        -wireshark: smb.offset_high
  read_andx_request:
    doc: SMB_COM_READ_ANDX request.
    doc-ref: MS-CIFS 2.2.4.42.1, MS-SMB 2.2.4.2.1
    seq:
      - id: word_count
        type: u1
        valid:
          any-of: [10, 12]
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
      - id: offset
        type: u4
        -wireshark: smb.offset
      - id: max_count
        type: u2
        -wireshark: smb.maxcount_low
      - id: min_count
        type: u2
        -wireshark: smb.mincount
      - id: max_count_high
        type: u4
        doc: MaxCountHigh and a reserved half, or a time-out
      - id: remaining
        type: u2
        -wireshark: smb.remaining
      - id: offset_high
        type: u4
        if: word_count == 12
        -wireshark: smb.offset_high
    instances:
      told_max_count_high:
        value: max_count_high
        if: max_count_high != 0xffffffff
        -wireshark: smb.maxcount_high
  read_andx_response:
    doc: SMB_COM_READ_ANDX response.
    doc-ref: MS-CIFS 2.2.4.42.2, MS-SMB 2.2.4.2.2
    seq:
      - id: word_count
        type: u1
        valid: 12
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
      - id: available
        type: u2
        -wireshark: smb.remaining
      - id: data_compaction_mode
        type: u2
        -wireshark: smb.dcm
      - id: reserved1
        type: u2
        -wireshark: {name: smb.reserved, as: bytes}
      - id: len_data
        type: u2
        -wireshark: smb.data_len_low
      - id: ofs_data
        type: u2
        -wireshark: smb.data_offset
      - id: len_data_high
        type: u2
        -wireshark: smb.data_len_high
      - id: reserved2
        size: 2
      - id: reserved3
        size: 6
        -wireshark: smb.reserved
