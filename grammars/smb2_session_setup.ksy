meta:
  id: smb2_session_setup
  title: SMB2 SESSION_SETUP
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: The stream begins at the SMB2 header and stands behind it.
doc-ref: MS-SMB2 2.2.5, 2.2.6
types:
  request:
    doc-ref: MS-SMB2 2.2.5
    seq:
      - id: structure_size
        type: u2
        valid: 25
        -wireshark: smb2.buffer_code
      - id: flags
        type: u1
        doc: 1 binding
        -wireshark:
          name: smb2.ses_req_flags
          as: dec
          label: Flags
          bits:
            smb2.ses_req_flags.session_binding: {mask: 0x01, label: Session Binding Request}
      - id: security_mode
        type: u1
        doc: 1 signing enabled, 2 signing required
        -wireshark: smb2.sec_mode
      - id: capabilities
        type: u4
        -wireshark: smb2.capabilities
      - id: channel
        type: u4
        -wireshark: smb2.channel
      - id: ofs_security_buffer
        type: u2
      - id: len_security_buffer
        type: u2
        doc: More than what is there when the end of the message is lost.
      - id: previous_session_id
        type: u8
        -wireshark: {name: smb2.previous_sesid, as: hex, label: Previous Session Id}
    instances:
      security_buffer_offset:
        pos: 76
        type: u2
        if: ofs_security_buffer + len_security_buffer <= _io.size
        -after: len_security_buffer
        -wireshark: smb2.olb.offset
      security_buffer_length:
        pos: 78
        type: u2
        if: ofs_security_buffer + len_security_buffer <= _io.size
        -after: len_security_buffer
        -wireshark: smb2.olb.length
      security_buffer:
        pos: ofs_security_buffer
        size: '_io.size - ofs_security_buffer < len_security_buffer ? _io.size - ofs_security_buffer : len_security_buffer'
        if: ofs_security_buffer < _io.size
        -wireshark: []
      security_blob:
        pos: ofs_security_buffer
        size: '_io.size - ofs_security_buffer < len_security_buffer ? 0 : len_security_buffer'
        if: ofs_security_buffer + len_security_buffer <= _io.size
        -wireshark: {name: smb2.security_blob, label: Security Blob}
  response:
    doc-ref: MS-SMB2 2.2.6
    seq:
      - id: structure_size
        type: u2
        valid: 9
        -wireshark: smb2.buffer_code
      - id: session_flags
        type: u2
        doc: 1 guest, 2 null, 4 encryption required
        -wireshark:
          name: smb2.session_flags
          as: hex
          label: Session Flags
          bits:
            smb2.ses_flags.guest: {mask: 0x0001, label: Guest}
            smb2.ses_flags.null: {mask: 0x0002, label: "Null"}
            smb2.ses_flags.encrypt: {mask: 0x0004, label: Encrypt}
      - id: ofs_security_buffer
        type: u2
      - id: len_security_buffer
        type: u2
        doc: More than what is there when the end of the message is lost.
    instances:
      security_buffer_offset:
        pos: 68
        type: u2
        if: ofs_security_buffer + len_security_buffer <= _io.size
        -after: len_security_buffer
        -wireshark: smb2.olb.offset
      security_buffer_length:
        pos: 70
        type: u2
        if: ofs_security_buffer + len_security_buffer <= _io.size
        -after: len_security_buffer
        -wireshark: smb2.olb.length
      security_buffer:
        pos: ofs_security_buffer
        size: '_io.size - ofs_security_buffer < len_security_buffer ? _io.size - ofs_security_buffer : len_security_buffer'
        if: ofs_security_buffer < _io.size
        -wireshark: []
      security_blob:
        pos: ofs_security_buffer
        size: '_io.size - ofs_security_buffer < len_security_buffer ? 0 : len_security_buffer'
        if: ofs_security_buffer + len_security_buffer <= _io.size
        -wireshark: {name: smb2.security_blob, label: Security Blob}
