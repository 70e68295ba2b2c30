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
        -wireshark: {name: smb2.buffer_code, as: hex}
      - id: flags
        type: u1
        doc: 1 binding
        -wireshark: smb2.ses_req_flags
      - id: security_mode
        type: u1
        doc: 1 signing enabled, 2 signing required
        -wireshark: {name: smb2.sec_mode, as: hex}
      - id: capabilities
        type: u4
        -wireshark: {name: smb2.capabilities, as: hex}
      - id: channel
        type: u4
        -wireshark: {name: smb2.channel, as: hex}
      - id: ofs_security_buffer
        type: u2
        -wireshark: {name: smb2.olb.offset, as: hex, octets: 4}
      - id: len_security_buffer
        type: u2
        doc: More than what is there when the end of the message is lost.
        -wireshark: smb2.olb.length
      - id: previous_session_id
        type: u8
        -wireshark: {name: smb2.previous_sesid, as: hex}
    instances:
      security_buffer:
        pos: ofs_security_buffer
        size: '_io.size - ofs_security_buffer < len_security_buffer ? _io.size - ofs_security_buffer : len_security_buffer'
        if: ofs_security_buffer < _io.size
        -wireshark: smb2.security_blob
  response:
    doc-ref: MS-SMB2 2.2.6
    seq:
      - id: structure_size
        type: u2
        valid: 9
        -wireshark: {name: smb2.buffer_code, as: hex}
      - id: session_flags
        type: u2
        doc: 1 guest, 2 null, 4 encryption required
        -wireshark: {name: smb2.session_flags, as: hex}
      - id: ofs_security_buffer
        type: u2
        -wireshark: {name: smb2.olb.offset, as: hex, octets: 4}
      - id: len_security_buffer
        type: u2
        doc: More than what is there when the end of the message is lost.
        -wireshark: smb2.olb.length
    instances:
      security_buffer:
        pos: ofs_security_buffer
        size: '_io.size - ofs_security_buffer < len_security_buffer ? _io.size - ofs_security_buffer : len_security_buffer'
        if: ofs_security_buffer < _io.size
        -wireshark: smb2.security_blob
