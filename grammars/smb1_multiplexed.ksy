meta:
  id: smb1_multiplexed
  title: Reading and writing in pieces
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  SMB_COM_READ_MPX, SMB_COM_WRITE_MPX, and the responses of SMB_COM_WRITE_RAW. The stream that is handed in begins at
  the SMB header, ends where the command's data end, and stands at WordCount. The data are not read.
doc-ref: MS-CIFS 2.2.4.23, 2.2.4.25, 2.2.4.26
types:
  read_request:
    doc: SMB_COM_READ_MPX request.
    doc-ref: MS-CIFS 2.2.4.23.1
    seq:
      - id: word_count
        type: u1
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
      - id: reserved
        size: 6
        doc: A time-out and a reserved half
        -wireshark: smb.reserved
  read_response:
    doc: SMB_COM_READ_MPX response.
    doc-ref: MS-CIFS 2.2.4.23.2
    seq:
      - id: word_count
        type: u1
        -wireshark: smb.wct
      - id: offset
        type: u4
        -wireshark: smb.offset
      - id: count
        type: u2
        -wireshark: smb.count
      - id: remaining
        size: 2
        -wireshark: smb.reserved
      - id: data_compaction_mode
        type: u2
        -wireshark: smb.dcm
      - id: reserved
        size: 2
        -wireshark: smb.reserved
      - id: len_data
        type: u2
        -wireshark: smb.data_len
      - id: ofs_data
        type: u2
        -wireshark: smb.data_offset
  write_request:
    doc: SMB_COM_WRITE_MPX request.
    doc-ref: MS-CIFS 2.2.4.26.1
    seq:
      - id: word_count
        type: u1
        -wireshark: smb.wct
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: total_byte_count
        type: u2
        -wireshark: smb.total_data_len
      - id: reserved
        size: 2
        -wireshark: smb.reserved
      - id: byte_offset_to_begin_write
        type: u4
        -wireshark: smb.offset
      - id: timeout
        type: u4
        -wireshark: smb.timeout
      - id: write_mode
        type: u2
        -wireshark: {name: smb.write.mode, as: hex, bits: smb1_write_mode_mpx}
      - id: request_mask
        type: u4
        -wireshark: {name: smb.request.mask, as: hex}
      - id: len_data
        type: u2
        -wireshark: smb.data_len
      - id: ofs_data
        type: u2
        -wireshark: smb.data_offset
  write_response:
    doc: SMB_COM_WRITE_MPX response.
    doc-ref: MS-CIFS 2.2.4.26.2
    seq:
      - id: word_count
        type: u1
        -wireshark: smb.wct
      - id: response_mask
        type: u4
        -wireshark: {name: smb.response.mask, as: hex}
  write_raw_response:
    doc: SMB_COM_WRITE_RAW interim response.
    doc-ref: MS-CIFS 2.2.4.25.2
    seq:
      - id: word_count
        type: u1
        -wireshark: smb.wct
      - id: available
        type: u2
        -wireshark: smb.remaining
