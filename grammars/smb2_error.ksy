meta:
  id: smb2_error
  title: SMB2 ERROR response
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  In the place of a command's own response when it failed, and as interim response. The stream begins
  at the SMB2 header and stands behind it. ErrorData depends on the header's status and is one of the
  types here.
doc-ref: MS-SMB2 2.2.2
seq:
  - id: structure_size
    type: u2
    valid: 9
    -wireshark: smb2.buffer_code
  - id: num_error_contexts
    type: u1
    -wireshark: {name: smb2.error.context_count, label: Error Context Count}
  - id: reserved
    type: u1
    -wireshark: {name: smb2.error.reserved, as: hex}
  - id: len_error_data
    type: u4
    valid:
      expr: _ <= 0xffffff
    doc: ByteCount; the decoder checks it against the message, of which the end may be lost.
    -wireshark: {name: smb2.error.byte_count, label: Byte Count}
types:
  error_context:
    doc: SMB2 ERROR Context, of dialect 3.1.1. The next one begins at a multiple of 8 octets.
    doc-ref: MS-SMB2 2.2.2.1
    seq:
      - id: len_data
        type: u4
        valid:
          expr: _ <= _io.size - _io.pos - 4
        -wireshark: {name: smb2.error.context.length, label: Type}
      - id: error_id
        type: u4
        doc: 0 default, 0x72645253 share redirect
        -wireshark: {name: smb2.error.context.id, as: hex, label: Type}
  symlink:
    doc: Symbolic Link Error Response, of STATUS_STOPPED_ON_SYMLINK.
    doc-ref: MS-SMB2 2.2.2.2.1
    seq:
      - id: len_symlink
        type: u4
        -wireshark: {name: smb2.symlink.length, label: SymLink Length}
      - id: error_tag
        type: u4
        valid: 0x4c4d5953
        doc: "'SYML'"
        -wireshark: {name: smb2.symlink.error_tag, as: hex, label: SymLink Error Tag}
      - id: reparse_tag
        type: u4
        -wireshark: smb2.reparse_tag
      - id: len_reparse_data
        type: u2
        -wireshark: {name: smb2.reparse_data_length, label: Reparse Data Length}
      - id: len_unparsed_path
        type: u2
        -wireshark: {name: smb2.symlink.unparsed_path_length, label: Unparsed Path Length}
      - id: ofs_substitute_name
        type: u2
        doc: Offset in PathBuffer, as the next one.
        -wireshark: smb2.olb.offset
      - id: len_substitute_name
        type: u2
        valid:
          expr: ofs_substitute_name + _ <= _io.size - 28
        -wireshark: smb2.olb.length
      - id: ofs_print_name
        type: u2
        -wireshark: smb2.olb.offset
      - id: len_print_name
        type: u2
        valid:
          expr: ofs_print_name + _ <= _io.size - 28
        -wireshark: smb2.olb.length
      - id: flags
        type: u4
        doc: 1 the target is relative to the directory of the link
        -wireshark: smb2.symlink.flags
    instances:
      substitute_name:
        pos: 28 + ofs_substitute_name
        size: len_substitute_name
        -wireshark: {name: smb2.symlink.substitute_name, as: text, label: Substitute Name}
      print_name:
        pos: 28 + ofs_print_name
        size: len_print_name
        -wireshark: {name: smb2.symlink.print_name, as: text, label: Print Name}
  share_redirect:
    doc: Share Redirect Error Context Response, of STATUS_BAD_NETWORK_NAME.
    doc-ref: MS-SMB2 2.2.2.2.2
    seq:
      - id: structure_size
        type: u4
        -wireshark: {name: smb2.error.share_redirect.struct_size, label: Struct Size}
      - id: notification_type
        type: u4
        valid: 3
        -wireshark: {name: smb2.error.share_redirect.notif_type, label: Notification Type}
      - id: ofs_resource_name
        type: u4
        doc: From the start of this structure.
        -wireshark: smb2.olb.offset
      - id: len_resource_name
        type: u4
        valid:
          expr: ofs_resource_name <= _io.size and _ <= _io.size - ofs_resource_name
        -wireshark: smb2.olb.length
      - id: flags
        type: u2
        -wireshark: {name: smb2.error.share_redirect.flags, as: hex}
      - id: target_type
        type: u2
        -wireshark: {name: smb2.error.share_redirect.target_type, as: hex, label: Target Type}
      - id: num_ip_addresses
        type: u4
        -wireshark: {name: smb2.error.share_redirect.ip_count, label: IP Addr Count}
    instances:
      resource_name:
        pos: ofs_resource_name
        size: len_resource_name
        -wireshark: {name: smb2.error.share_redirect.res_name, as: text, label: Resource Name}
  buffer_too_small:
    doc: ErrorData of STATUS_BUFFER_TOO_SMALL and STATUS_INFO_LENGTH_MISMATCH.
    doc-ref: MS-SMB2 2.2.2.2
    seq:
      - id: required_buffer_size
        type: u4
        doc: Octets that the response would need.
        -wireshark: {name: smb2.error.min_buf_length, label: Minimum required buffer length}
