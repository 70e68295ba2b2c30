meta:
  id: smb1_echo
  title: SMB_COM_ECHO
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  SMB_COM_ECHO. The stream that is handed in begins at the SMB header, ends where the command's data end, and
  stands at WordCount.
doc-ref: MS-CIFS 2.2.4.39
types:
  request:
    doc: Octets to be sent back.
    doc-ref: MS-CIFS 2.2.4.39.1
    seq:
      - id: word_count
        type: u1
        valid: 1
        -wireshark: smb.wct
      - id: echo_count
        type: u2
        -wireshark: smb.echo.count
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: data
        size: _io.size - _io.pos
        if: not _io.eof
        -wireshark: smb.echo.data
  response:
    doc: The octets.
    doc-ref: MS-CIFS 2.2.4.39.2
    seq:
      - id: word_count
        type: u1
        valid: 1
        -wireshark: smb.wct
      - id: sequence_number
        type: u2
        -wireshark: smb.echo.seq_num
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: data
        size: _io.size - _io.pos
        if: not _io.eof
        -wireshark: smb.echo.data
