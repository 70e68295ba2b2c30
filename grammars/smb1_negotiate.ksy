meta:
  id: smb1_negotiate
  title: SMB_COM_NEGOTIATE
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  SMB_COM_NEGOTIATE. The stream that is handed in begins at the SMB header, ends where the command's data end,
  and stands at WordCount.
doc-ref: MS-CIFS 2.2.4.52, MS-SMB 2.2.4.5
types:
  request:
    doc: What the client speaks.
    doc-ref: MS-CIFS 2.2.4.52.1
    seq:
      - id: word_count
        type: u1
        valid: 0
        -wireshark: smb.wct
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: dialects
        type: dialect
        repeat: eos
        -wireshark: {name: smb.dialect, as: text}
  dialect:
    doc: A dialect string.
    doc-ref: MS-CIFS 2.2.4.52.1
    seq:
      - id: buffer_format
        type: u1
        valid: 2
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: name
        type: strz
        encoding: ISO-8859-1
        eos-error: false
        -wireshark: smb.dialect.name
    instances:
      value:
        value: name
  core_response:
    doc: Response of the core protocol, or that no dialect is acceptable.
    doc-ref: MS-CIFS 2.2.4.52.2
    seq:
      - id: word_count
        type: u1
        valid: 1
        -wireshark: smb.wct
      - id: dialect_index
        type: u2
        -wireshark: smb.dialect.index
  lanman_response:
    doc: Response of the LAN Manager dialects.
    doc-ref: MS-CIFS 2.2.4.52.2
    seq:
      - id: word_count
        type: u1
        valid: 13
        -wireshark: smb.wct
      - id: dialect_index
        type: u2
        -wireshark: smb.dialect.index
      - id: security_mode
        type: u2
        -wireshark: {name: smb.sm, as: hex, bits: smb1_security_mode_16}
      - id: max_buffer_size
        type: u2
        -wireshark: smb.max_bufsize
      - id: max_mpx_count
        type: u2
        -wireshark: smb.max_mpx_count
      - id: max_number_vcs
        type: u2
        -wireshark: smb.max_vcs
      - id: raw_mode
        type: u2
        -wireshark: {name: smb.rm, as: hex, bits: smb1_raw_mode}
      - id: session_key
        type: u4
        -wireshark: {name: smb.session_key, as: hex}
      - id: server_time
        type: u2
      - id: server_date
        type: u2
      - id: server_time_zone
        type: s2
        doc: Minutes west of UTC
        -wireshark: smb.server_timezone
      - id: len_challenge
        type: u2
        valid:
          max: _io.size
        -wireshark: smb.challenge_length
      - id: reserved
        type: u2
        -wireshark: {name: smb.reserved, as: bytes}
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: challenge
        size: 'len_challenge == 0 and (security_mode & 2) != 0 and byte_count >= 8 ? 8 : len_challenge'
        doc: Windows 98 sends one without telling its length
        -wireshark: smb.challenge
      - id: primary_domain
        type: strz
        encoding: ISO-8859-1
        eos-error: false
        -wireshark: smb.primary_domain
  nt_response:
    doc: Response of NT LM 0.12. Its names are not aligned; servers with CAP_UNICODE send them in Unicode whatever Flags2 says.
    doc-ref: MS-CIFS 2.2.4.52.2, MS-SMB 2.2.4.5.2
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        valid: 17
        -wireshark: smb.wct
      - id: dialect_index
        type: u2
        -wireshark: smb.dialect.index
      - id: security_mode
        type: u1
        -wireshark: {name: smb.sm, as: hex, bits: smb1_security_mode}
      - id: max_mpx_count
        type: u2
        -wireshark: smb.max_mpx_count
      - id: max_number_vcs
        type: u2
        -wireshark: smb.max_vcs
      - id: max_buffer_size
        type: u4
        -wireshark: smb.max_bufsize
      - id: max_raw_size
        type: u4
        -wireshark: smb.max_raw
      - id: session_key
        type: u4
        -wireshark: {name: smb.session_key, as: hex}
      - id: capabilities
        type: u4
        -wireshark: {name: smb.server_cap, as: hex, bits: smb1_server_cap}
      - id: system_time
        type: u8
        -wireshark: {name: smb.system.time, as: filetime}
      - id: server_time_zone
        type: s2
        doc: Minutes west of UTC
        -wireshark: smb.server_timezone
      - id: len_challenge
        type: u1
        valid:
          max: _io.size
        -wireshark: smb.challenge_length
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: server_guid
        size: 16
        if: extended_security
        -wireshark: {name: smb.server_guid, as: uuid}
      - id: security_blob
        size: _io.size - _io.pos
        if: extended_security
        -wireshark: smb.security_blob
      - id: challenge
        size: len_challenge
        if: not extended_security
        -wireshark: smb.challenge
      - id: domain_name
        type: unaligned_string(unicode or (capabilities & 4) != 0)
        if: not extended_security
        -wireshark: {name: smb.primary_domain, as: text}
      - id: server_name
        type: unaligned_string(unicode or (capabilities & 4) != 0)
        if: not extended_security and not _io.eof
        -wireshark: {name: smb.server, as: text}
    instances:
      extended_security:
        value: (capabilities & 0x80000000) != 0
  unaligned_string:
    doc: Text without a pad before it.
    doc-ref: MS-CIFS 2.2.4.52.2
    params:
      - id: unicode
        type: bool
    seq:
      - id: unicode_value
        type: strz
        encoding: UTF-16LE
        eos-error: false
        if: unicode
      - id: oem_value
        type: strz
        encoding: ISO-8859-1
        eos-error: false
        if: not unicode
        doc: In a code page the message does not tell; each octet is kept as one character
    instances:
      value:
        value: 'unicode ? unicode_value : oem_value'
