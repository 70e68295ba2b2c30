meta:
  id: smb1_tree_connect
  title: SMB_COM_TREE_CONNECT and SMB_COM_TREE_CONNECT_ANDX
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb1_string
    - smb1_server_string
doc: |
  How a share is reached. The stream that is handed in begins at the SMB header, ends where the command's data
  end, and stands at WordCount.
doc-ref: MS-CIFS 2.2.4.50, 2.2.4.55, MS-SMB 2.2.4.7
types:
  core_request:
    doc: Request of the core protocol.
    doc-ref: MS-CIFS 2.2.4.50.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        valid: 0
        -wireshark: smb.wct
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: buffer_format
        type: u1
        valid: 4
        doc: 4, an SMB_STRING
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: path
        type: smb1_string(unicode)
        -wireshark: {name: smb.path, as: text}
      - id: password_format
        type: u1
        valid: 4
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: password
        type: strz
        encoding: ISO-8859-1
        eos-error: false
        -wireshark: {name: smb.password, as: bytes}
      - id: service_format
        type: u1
        valid: 4
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: service
        type: strz
        encoding: ISO-8859-1
        eos-error: false
        -wireshark: smb.service
  core_response:
    doc: Response of the core protocol.
    doc-ref: MS-CIFS 2.2.4.50.2
    seq:
      - id: word_count
        type: u1
        valid: 2
        -wireshark: smb.wct
      - id: max_buffer_size
        type: u2
        -wireshark: smb.max_buf
      - id: tid
        type: u2
        -wireshark: smb.tid
  andx_request:
    doc: SMB_COM_TREE_CONNECT_ANDX request. The service is never Unicode.
    doc-ref: MS-CIFS 2.2.4.55.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        valid: 4
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
      - id: flags
        type: u2
        -wireshark: {name: smb.connect.flags, as: hex, bits: smb1_connect_flags}
      - id: len_password
        type: u2
        valid:
          max: _io.size
        -wireshark: smb.pwlen
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: password
        size: len_password
        -wireshark: smb.password
      - id: path
        type: smb1_string(unicode)
        -wireshark: {name: smb.path, as: text}
      - id: service
        type: strz
        encoding: ISO-8859-1
        eos-error: false
        -wireshark: smb.service
  andx_response:
    doc: SMB_COM_TREE_CONNECT_ANDX response of LAN Manager (2 words), NT LM 0.12 (3), extended (7).
    doc-ref: MS-CIFS 2.2.4.55.2, MS-SMB 2.2.4.7.2
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        valid:
          any-of: [2, 3, 7]
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
      - id: optional_support
        type: u2
        if: word_count >= 3
        -wireshark: {name: smb.connect.support, as: hex, bits: smb1_connect_support}
      - id: maximal_share_access_rights
        type: u4
        if: word_count == 7
        -wireshark: {name: smb.access_mask, as: hex, bits: smb1_access_mask}
      - id: guest_maximal_share_access_rights
        type: u4
        if: word_count == 7
        -wireshark: {name: smb.access_mask, as: hex, bits: smb1_access_mask}
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: service
        type: strz
        encoding: ISO-8859-1
        eos-error: false
        -wireshark: smb.service
      - id: native_file_system
        type: smb1_server_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.native_fs, as: text}
