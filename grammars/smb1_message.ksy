meta:
  id: smb1_message
  title: Messages between users
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  SMB_COM_SEND_MESSAGE and its relatives, which the messenger service of LAN Manager sent. The stream that is handed
  in begins at the SMB header, ends where the command's data end, and stands at WordCount.
doc-ref: SNIA-CIFS 4, XOPEN-SMB 14
types:
  single_block:
    doc: SMB_COM_SEND_MESSAGE and SMB_COM_SEND_BROADCAST_MESSAGE request.
    doc-ref: XOPEN-SMB 14.1
    seq:
      - id: start
        type: start
      - id: text
        type: text_block
        if: not _io.eof
  start:
    doc: SMB_COM_SEND_START_MB_MESSAGE request, and the beginning of a message of one block.
    doc-ref: XOPEN-SMB 14.5
    seq:
      - id: word_count
        type: u1
        -wireshark: smb.wct
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: originator_format
        type: u1
        if: not _io.eof
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: originator_name
        type: strz
        encoding: ISO-8859-1
        eos-error: false
        if: not _io.eof
        -wireshark: {name: smb.originator_name, label: Originator Name}
      - id: destination_format
        type: u1
        if: not _io.eof
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: destination_name
        type: strz
        encoding: ISO-8859-1
        eos-error: false
        if: not _io.eof
        -wireshark: {name: smb.destination_name, label: Destination Name}
  text_block:
    doc: A piece of a message's text.
    doc-ref: XOPEN-SMB 14.6
    seq:
      - id: buffer_format
        type: u1
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: len_message
        type: u2
        valid:
          max: _io.size
        -wireshark: smb.message.len
      - id: message
        type: str
        size: len_message
        encoding: ISO-8859-1
        -wireshark: smb.message
  text:
    doc: SMB_COM_SEND_TEXT_MB_MESSAGE request.
    doc-ref: XOPEN-SMB 14.6
    seq:
      - id: word_count
        type: u1
        -wireshark: smb.wct
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: text
        type: text_block
        if: not _io.eof
  group_id:
    doc: SMB_COM_SEND_END_MB_MESSAGE request and SMB_COM_SEND_START_MB_MESSAGE response.
    doc-ref: XOPEN-SMB 14.5, 14.7
    seq:
      - id: word_count
        type: u1
        -wireshark: smb.wct
      - id: message_group_id
        type: u2
        -wireshark: smb.mgid
  forwarded_name:
    doc: SMB_COM_FORWARD_USER_NAME and SMB_COM_CANCEL_FORWARD request.
    doc-ref: XOPEN-SMB 14.2, 14.3
    seq:
      - id: word_count
        type: u1
        -wireshark: smb.wct
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: buffer_format
        type: u1
        if: not _io.eof
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: name
        type: strz
        encoding: ISO-8859-1
        eos-error: false
        if: not _io.eof
        -wireshark: {name: smb.forwarded_name, label: Forwarded Name}
  machine_name:
    doc: SMB_COM_GET_MACHINE_NAME response.
    doc-ref: XOPEN-SMB 14.4
    seq:
      - id: word_count
        type: u1
        -wireshark: smb.wct
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: buffer_format
        type: u1
        if: not _io.eof
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: name
        type: strz
        encoding: ISO-8859-1
        eos-error: false
        if: not _io.eof
        -wireshark: {name: smb.machine_name, label: Machine Name}
