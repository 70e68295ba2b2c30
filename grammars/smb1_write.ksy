meta:
  id: smb1_write
  title: Writing
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  SMB_COM_WRITE, SMB_COM_WRITE_AND_UNLOCK, SMB_COM_WRITE_AND_CLOSE, SMB_COM_WRITE_RAW, SMB_COM_WRITE_ANDX. The
  data of a request are not read. The stream that is handed in begins at the SMB header, ends where the
  command's data end, and stands at WordCount.
doc-ref: MS-CIFS 2.2.4.12, 2.2.4.21, 2.2.4.25, 2.2.4.28, 2.2.4.40, 2.2.4.43, MS-SMB 2.2.4.3
types:
  write_request:
    doc: SMB_COM_WRITE and SMB_COM_WRITE_AND_UNLOCK request.
    doc-ref: MS-CIFS 2.2.4.12.1
    seq:
      - id: word_count
        type: u1
        valid: 5
        -wireshark: smb.wct
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: count_of_bytes_to_write
        type: u2
        -wireshark: smb.count
      - id: write_offset
        type: u4
        -wireshark: smb.offset
      - id: estimate
        type: u2
        -wireshark: smb.remaining
  count_response:
    doc: Response of all of them but SMB_COM_WRITE_ANDX, and SMB_COM_WRITE_COMPLETE.
    doc-ref: MS-CIFS 2.2.4.12.2, 2.2.4.25.2, 2.2.4.40.2
    seq:
      - id: word_count
        type: u1
        valid: 1
        -wireshark: smb.wct
      - id: count
        type: u2
        -wireshark: smb.count
  write_and_close_request:
    doc: SMB_COM_WRITE_AND_CLOSE request.
    doc-ref: MS-CIFS 2.2.4.40.1
    seq:
      - id: word_count
        type: u1
        valid:
          any-of: [6, 12]
        -wireshark: smb.wct
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: count_of_bytes_to_write
        type: u2
        -wireshark: smb.count
      - id: write_offset
        type: u4
        -wireshark: smb.offset
      - id: last_write_time
        type: u4
        doc: Seconds since 1970
        -wireshark: {name: smb.last_write.time, as: unix}
      - id: reserved
        size: 12
        if: word_count == 12
        -wireshark: smb.reserved
  write_raw_request:
    doc: SMB_COM_WRITE_RAW request.
    doc-ref: MS-CIFS 2.2.4.25.1
    seq:
      - id: word_count
        type: u1
        valid:
          any-of: [12, 14]
        -wireshark: smb.wct
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: count_of_bytes
        type: u2
        -wireshark: smb.total_data_len
      - id: reserved1
        type: u2
        -wireshark: {name: smb.reserved, as: bytes}
      - id: offset
        type: u4
        -wireshark: smb.offset
      - id: timeout
        type: u4
        -wireshark: smb.timeout
      - id: write_mode
        type: u2
        -wireshark: {name: smb.write.mode, as: hex, bits: smb1_write_mode_raw}
      - id: reserved2
        type: u4
        -wireshark: {name: smb.reserved, as: bytes}
      - id: len_data
        type: u2
        -wireshark: smb.data_len
      - id: ofs_data
        type: u2
        -wireshark: smb.data_offset
      - id: offset_high
        type: u4
        if: word_count == 14
        -wireshark: smb.offset_high
  write_andx_request:
    doc: SMB_COM_WRITE_ANDX request.
    doc-ref: MS-CIFS 2.2.4.43.1, MS-SMB 2.2.4.3.1
    seq:
      - id: word_count
        type: u1
        valid:
          any-of: [12, 14]
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
      - id: timeout
        type: u4
        -wireshark: {name: smb.reserved, as: bytes}
      - id: write_mode
        type: u2
        -wireshark: {name: smb.write.mode, as: hex, bits: smb1_write_mode_andx}
      - id: remaining
        type: u2
        -wireshark: smb.remaining
      - id: len_data_high
        type: u2
        -wireshark: smb.data_len_high
      - id: len_data
        type: u2
        -wireshark: smb.data_len_low
      - id: ofs_data
        type: u2
        -wireshark: smb.data_offset
      - id: offset_high
        type: u4
        if: word_count == 14
        -wireshark: smb.offset_high
  write_andx_response:
    doc: SMB_COM_WRITE_ANDX response.
    doc-ref: MS-CIFS 2.2.4.43.2, MS-SMB 2.2.4.3.2
    seq:
      - id: word_count
        type: u1
        valid: 6
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
      - id: count
        type: u2
        -wireshark: smb.count_low
      - id: available
        type: u2
        -wireshark: smb.remaining
      - id: count_high
        type: u2
        -wireshark: smb.count_high
      - id: reserved
        size: 2
        -wireshark: smb.reserved
