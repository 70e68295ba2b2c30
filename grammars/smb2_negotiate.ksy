meta:
  id: smb2_negotiate
  title: SMB2 NEGOTIATE
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb2_guid
doc: The stream begins at the SMB2 header and stands behind it.
doc-ref: MS-SMB2 2.2.3, 2.2.4
types:
  request:
    doc-ref: MS-SMB2 2.2.3
    seq:
      - id: structure_size
        type: u2
        valid: 36
        -wireshark: smb2.buffer_code
      - id: num_dialects
        type: u2
        valid:
          expr: _ * 2 <= _io.size - 100
        -wireshark: {name: smb2.dialect_count, label: Dialect count}
      - id: security_mode
        type: u2
        doc: 1 signing enabled, 2 signing required
        -wireshark: {name: smb2.sec_mode, mask: 0xff}
      - id: reserved
        type: u2
        -wireshark: smb2.reserved
      - id: capabilities
        type: u4
        -wireshark: smb2.capabilities
      - id: client_guid
        type: smb2_guid
        -wireshark: {name: smb2.client_guid, as: guid, label: Client Guid}
      - id: ofs_negotiate_contexts
        type: u4
        doc: With the two fields after it ClientStartTime when 0x0311 is not offered.
        -wireshark: {name: smb2.negotiate_context.offset, as: hex, label: NegotiateContextOffset}
      - id: num_negotiate_contexts
        type: u2
        -wireshark: {name: smb2.negotiate_context.count, label: NegotiateContextCount}
      - id: reserved2
        type: u2
        -wireshark: smb2.reserved
      - id: dialects
        type: u2
        repeat: expr
        repeat-expr: num_dialects
        -wireshark: smb2.dialect
  response:
    doc-ref: MS-SMB2 2.2.4
    seq:
      - id: structure_size
        type: u2
        valid: 65
        -wireshark: smb2.buffer_code
      - id: security_mode
        type: u2
        doc: 1 signing enabled, 2 signing required
        -wireshark: {name: smb2.sec_mode, mask: 0xff}
      - id: dialect_revision
        type: u2
        -wireshark: smb2.dialect
      - id: num_negotiate_contexts
        type: u2
        doc: Reserved in other dialects than 3.1.1.
        -wireshark: {name: smb2.negotiate_context.count, label: NegotiateContextCount}
      - id: server_guid
        type: smb2_guid
        -wireshark: {name: smb2.server_guid, as: guid, label: Server Guid}
      - id: capabilities
        type: u4
        -wireshark: smb2.capabilities
      - id: max_transact_size
        type: u4
        -wireshark: {name: smb2.max_trans_size, label: Max Transaction Size}
      - id: max_read_size
        type: u4
        -wireshark: {name: smb2.max_read_size, label: Max Read Size}
      - id: max_write_size
        type: u4
        -wireshark: {name: smb2.max_write_size, label: Max Write Size}
      - id: system_time
        type: u8
        -wireshark: {name: smb2.current_time, as: filetime, label: Current Time}
      - id: server_start_time
        type: u8
        -wireshark: {name: smb2.boot_time, as: filetime, label: Boot Time}
      - id: ofs_security_buffer
        type: u2
      - id: len_security_buffer
        type: u2
        doc: More than what is there when the end of the message is lost.
      - id: ofs_negotiate_contexts
        type: u4
        doc: Reserved2 in other dialects than 3.1.1.
    instances:
      security_buffer_offset:
        pos: 120
        type: u2
        if: ofs_security_buffer + len_security_buffer <= _io.size
        -after: len_security_buffer
        -wireshark: smb2.olb.offset
      security_buffer_length:
        pos: 122
        type: u2
        if: ofs_security_buffer + len_security_buffer <= _io.size
        -after: len_security_buffer
        -wireshark: smb2.olb.length
      negotiate_context_offset:
        pos: 124
        type: u4
        if: ofs_security_buffer + len_security_buffer <= _io.size
        -after: ofs_negotiate_contexts
        -wireshark: {name: smb2.negotiate_context.offset, as: hex, label: NegotiateContextOffset}
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
