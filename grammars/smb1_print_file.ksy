meta:
  id: smb1_print_file
  title: SMB_COM_OPEN_PRINT_FILE and SMB_COM_WRITE_PRINT_FILE
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb1_string
doc: |
  Print jobs. The stream that is handed in begins at the SMB header, ends where the command's data end, and
  stands at WordCount.
doc-ref: MS-CIFS 2.2.4.67, 2.2.4.68
types:
  open_request:
    doc: SMB_COM_OPEN_PRINT_FILE request.
    doc-ref: MS-CIFS 2.2.4.67.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        valid: 2
        -wireshark: smb.wct
      - id: setup_length
        type: u2
        -wireshark: smb.print.setup.len
      - id: mode
        type: u2
        -wireshark: {name: smb.print.mode, values: smb1_print_mode}
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: buffer_format
        type: u1
        valid: 4
        doc: 4, an SMB_STRING
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: identifier
        type: smb1_string(unicode)
        -wireshark: {name: smb.print.identifier, as: text}
  open_response:
    doc: SMB_COM_OPEN_PRINT_FILE response.
    doc-ref: MS-CIFS 2.2.4.67.2
    seq:
      - id: word_count
        type: u1
        valid: 1
        -wireshark: smb.wct
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
  write_request:
    doc: SMB_COM_WRITE_PRINT_FILE request.
    doc-ref: MS-CIFS 2.2.4.68.1
    seq:
      - id: word_count
        type: u1
        valid: 1
        -wireshark: smb.wct
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: buffer_format
        type: u1
        valid: 1
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: len_data
        type: u2
        -wireshark: smb.data_len
