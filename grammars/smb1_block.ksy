meta:
  id: smb1_block
  title: What the commands of SMB1 have in common
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  Counts and blocks that stand alone. The stream that is handed in begins at the SMB header, ends where the command's
  data end, and stands where the type begins.
doc-ref: MS-CIFS 2.2.3
types:
  word_count:
    doc: The first octet of every command.
    doc-ref: MS-CIFS 2.2.3.2
    seq:
      - id: word_count
        type: u1
        -wireshark: {name: smb.wct, label: Word Count (WCT)}
  byte_count:
    doc: What stands between a command's words and its data.
    doc-ref: MS-CIFS 2.2.3.3
    seq:
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: {name: smb.bcc, label: Byte Count (BCC)}
  andx:
    doc: LOGOFF_ANDX, and responses of one byte or lock without more words.
    doc-ref: MS-CIFS 2.2.3.4, 2.2.4.54
    seq:
      - id: word_count
        type: u1
        -wireshark: {name: smb.wct, label: Word Count (WCT)}
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
  unknown:
    doc: A command that has no definition.
    doc-ref: MS-CIFS 2.2.3.2, 2.2.3.3
    seq:
      - id: word_count
        type: u1
        -wireshark: {name: smb.wct, label: Word Count (WCT)}
      - id: words
        size: 2 * word_count
        if: word_count != 0
        -wireshark: smb.word_parameters
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: {name: smb.bcc, label: Byte Count (BCC)}
      - id: octets
        size: _io.size - _io.pos
        if: not _io.eof
        -wireshark: smb.byte_parameters
  data_block:
    doc: What stands before data that are read or written.
    doc-ref: MS-CIFS 2.2.4.11.2, 2.2.4.12.1
    seq:
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: {name: smb.bcc, label: Byte Count (BCC)}
      - id: buffer_format
        type: u1
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: len_data
        type: u2
        -wireshark: smb.data_len
