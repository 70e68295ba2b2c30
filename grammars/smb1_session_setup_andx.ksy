meta:
  id: smb1_session_setup_andx
  title: SMB_COM_SESSION_SETUP_ANDX
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb1_string
    - smb1_server_string
doc: |
  SMB_COM_SESSION_SETUP_ANDX in its three forms. The stream that is handed in begins at the SMB header, ends
  where the command's data end, and stands at WordCount.
doc-ref: MS-CIFS 2.2.4.53, MS-SMB 2.2.4.6
types:
  lanman_request:
    doc: Request of the LAN Manager dialects.
    doc-ref: MS-CIFS 2.2.4.53.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        valid: 10
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
      - id: max_buffer_size
        type: u2
        -wireshark: smb.max_buf
      - id: max_mpx_count
        type: u2
        -wireshark: smb.max_mpx_count
      - id: vc_number
        type: u2
        -wireshark: smb.vc
      - id: session_key
        type: u4
        -wireshark: {name: smb.session_key, as: hex}
      - id: len_oem_password
        type: u2
        valid:
          max: _io.size
        -wireshark: smb.pwlen
      - id: reserved
        type: u4
        -wireshark: {name: smb.reserved, as: bytes}
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: oem_password
        size: len_oem_password
      - id: account_name
        type: smb1_string(unicode)
        -wireshark: {name: smb.account, as: text}
      - id: primary_domain
        type: smb1_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.primary_domain, as: text}
      - id: native_os
        type: smb1_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.native_os, as: text}
      - id: native_lan_man
        type: smb1_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.native_lanman, as: text}
    instances:
      told_oem_password:
        value: oem_password
        if: len_oem_password != 0
        -after: oem_password
        -wireshark: {name: smb.password, as: bytes}
  nt_request:
    doc: Request of NT LM 0.12 without extended security.
    doc-ref: MS-CIFS 2.2.4.53.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        valid: 13
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
      - id: max_buffer_size
        type: u2
        -wireshark: smb.max_buf
      - id: max_mpx_count
        type: u2
        -wireshark: smb.max_mpx_count
      - id: vc_number
        type: u2
        -wireshark: smb.vc
      - id: session_key
        type: u4
        -wireshark: {name: smb.session_key, as: hex}
      - id: len_oem_password
        type: u2
        valid:
          max: _io.size
        -wireshark: smb.ansi_pwlen
      - id: len_unicode_password
        type: u2
        valid:
          max: _io.size
        -wireshark: smb.unicode_pwlen
      - id: reserved
        type: u4
        -wireshark: {name: smb.reserved, as: bytes}
      - id: capabilities
        type: u4
        -wireshark: {name: smb.server_cap, as: hex, bits: smb1_server_cap}
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: oem_password
        size: len_oem_password
      - id: unicode_password
        size: len_unicode_password
      - id: account_name
        type: smb1_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.account, as: text}
      - id: primary_domain
        type: smb1_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.primary_domain, as: text}
      - id: native_os
        type: smb1_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.native_os, as: text}
      - id: native_lan_man
        type: smb1_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.native_lanman, as: text}
    instances:
      told_oem_password:
        value: oem_password
        if: len_oem_password != 0
        -after: oem_password
        -wireshark: {name: smb.ansi_password, as: bytes}
      told_unicode_password:
        value: unicode_password
        if: len_unicode_password != 0
        -after: unicode_password
        -wireshark: {name: smb.unicode_password, as: bytes}
  extended_request:
    doc: Request of NT LM 0.12 with extended security.
    doc-ref: MS-SMB 2.2.4.6.1
    params:
      - id: unicode
        type: bool
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
      - id: max_buffer_size
        type: u2
        -wireshark: smb.max_buf
      - id: max_mpx_count
        type: u2
        -wireshark: smb.max_mpx_count
      - id: vc_number
        type: u2
        -wireshark: smb.vc
      - id: session_key
        type: u4
        -wireshark: {name: smb.session_key, as: hex}
      - id: len_security_blob
        type: u2
        doc: At most 65,535; of a message cut off what stands before the blob is read all the same
        -wireshark: smb.security_blob_len
      - id: reserved
        type: u4
        -wireshark: {name: smb.reserved, as: bytes}
      - id: capabilities
        type: u4
        -wireshark: {name: smb.server_cap, as: hex, bits: smb1_server_cap}
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: security_blob
        size: len_security_blob
        -wireshark: smb.security_blob
      - id: native_os
        type: smb1_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.native_os, as: text}
      - id: native_lan_man
        type: smb1_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.native_lanman, as: text}
      - id: primary_domain
        type: smb1_string(unicode)
        if: not _io.eof
        doc: Not in the specification; Samba sends it
        -wireshark: {name: smb.primary_domain, as: text}
  response:
    doc: Response without extended security.
    doc-ref: MS-CIFS 2.2.4.53.2
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        valid: 3
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
      - id: action
        type: u2
        -wireshark: {name: smb.setup.action, as: hex, bits: smb1_setup_action}
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: native_os
        type: smb1_server_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.native_os, as: text}
      - id: native_lan_man
        type: smb1_server_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.native_lanman, as: text}
      - id: primary_domain
        type: smb1_server_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.primary_domain, as: text}
  extended_response:
    doc: Response with extended security.
    doc-ref: MS-SMB 2.2.4.6.2
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
      - id: action
        type: u2
        -wireshark: {name: smb.setup.action, as: hex, bits: smb1_setup_action}
      - id: len_security_blob
        type: u2
        doc: At most 65,535; of a message cut off what stands before the blob is read all the same
        -wireshark: smb.security_blob_len
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: security_blob
        size: len_security_blob
        -wireshark: smb.security_blob
      - id: native_os
        type: smb1_server_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.native_os, as: text}
      - id: native_lan_man
        type: smb1_server_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.native_lanman, as: text}
      - id: primary_domain
        type: smb1_server_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.primary_domain, as: text}
