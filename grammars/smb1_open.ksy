meta:
  id: smb1_open
  title: Opens of the core and LAN Manager dialects
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb1_string
doc: |
  SMB_COM_OPEN, SMB_COM_CREATE, SMB_COM_CREATE_NEW, SMB_COM_CREATE_TEMPORARY, SMB_COM_OPEN_ANDX. The stream that
  is handed in begins at the SMB header, ends where the command's data end, and stands at WordCount.
doc-ref: MS-CIFS 2.2.4.3, 2.2.4.4, 2.2.4.15, 2.2.4.16, 2.2.4.41
types:
  open_request:
    doc: SMB_COM_OPEN request.
    doc-ref: MS-CIFS 2.2.4.3.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        valid: 2
        -wireshark: smb.wct
      - id: access_mode
        type: u2
        -wireshark: {name: smb.access.desired, as: hex, bits: smb1_access_mode}
      - id: search_attributes
        type: u2
        -wireshark: {name: smb.search.attribute, as: hex, bits: smb1_search_attributes}
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: buffer_format
        type: u1
        valid: 4
        doc: 4, an SMB_STRING
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: file_name
        type: smb1_string(unicode)
        -wireshark: {name: smb.file, as: text}
  open_response:
    doc: SMB_COM_OPEN response.
    doc-ref: MS-CIFS 2.2.4.3.2
    seq:
      - id: word_count
        type: u1
        valid: 7
        -wireshark: smb.wct
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: file_attrs
        type: u2
        -wireshark: {name: smb.file_attribute, as: hex, bits: smb1_file_attributes}
      - id: last_modified
        type: u4
        doc: Seconds since 1970
        -wireshark: {name: smb.last_write.time, as: unix}
      - id: file_size
        type: u4
        -wireshark: smb.file_size
      - id: access_mode
        type: u2
        -wireshark: {name: smb.access.granted, as: hex, bits: smb1_access_mode}
  create_request:
    doc: SMB_COM_CREATE, SMB_COM_CREATE_NEW and SMB_COM_CREATE_TEMPORARY request.
    doc-ref: MS-CIFS 2.2.4.4.1, 2.2.4.15.1, 2.2.4.16.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        valid: 3
        -wireshark: smb.wct
      - id: file_attributes
        type: u2
        -wireshark: {name: smb.file_attribute, as: hex, bits: smb1_file_attributes}
      - id: creation_time
        type: u4
        doc: Seconds since 1970
        -wireshark: {name: smb.create.time, as: unix}
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: buffer_format
        type: u1
        valid: 4
        doc: 4, an SMB_STRING
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: name
        type: smb1_string(unicode)
        -wireshark: {name: smb.file, as: text}
  create_response:
    doc: SMB_COM_CREATE and SMB_COM_CREATE_NEW response.
    doc-ref: MS-CIFS 2.2.4.4.2, 2.2.4.16.2
    seq:
      - id: word_count
        type: u1
        valid: 1
        -wireshark: smb.wct
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
  create_temporary_response:
    doc: SMB_COM_CREATE_TEMPORARY response. The specification has a buffer format before the name, Windows and Samba send none.
    doc-ref: MS-CIFS 2.2.4.15.2
    seq:
      - id: word_count
        type: u1
        valid: 1
        -wireshark: smb.wct
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: buffer_format
        type: u1
        if: formatted
        valid: 4
        doc: 4, an SMB_STRING
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: temporary_file_name
        type: strz
        encoding: ISO-8859-1
        eos-error: false
        -wireshark: smb.file
    instances:
      next_octet:
        pos: _io.pos
        type: u1
        if: not _io.eof
      formatted:
        value: not _io.eof and next_octet == 4
  open_andx_request:
    doc: SMB_COM_OPEN_ANDX request.
    doc-ref: MS-CIFS 2.2.4.41.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        valid: 15
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
        -wireshark: {name: smb.open.flags, as: hex, bits: smb1_open_flags}
      - id: access_mode
        type: u2
        -wireshark: {name: smb.access.desired, as: hex, bits: smb1_access_mode}
      - id: search_attrs
        type: u2
        -wireshark: {name: smb.search.attribute, as: hex, bits: smb1_search_attributes}
      - id: file_attrs
        type: u2
        -wireshark: {name: smb.file_attribute, as: hex, bits: smb1_file_attributes}
      - id: creation_time
        type: u4
        doc: Seconds since 1970
        -wireshark: {name: smb.create.time, as: unix}
      - id: open_mode
        type: u2
        -wireshark: {name: smb.open.function, as: hex, bits: smb1_open_function}
      - id: allocation_size
        type: u4
        -wireshark: smb.alloc_size
      - id: timeout
        type: u4
        -wireshark: smb.timeout
      - id: reserved
        type: u4
        -wireshark: {name: smb.reserved, as: bytes}
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: file_name
        type: smb1_string(unicode)
        -wireshark: {name: smb.file, as: text}
  open_andx_response:
    doc: SMB_COM_OPEN_ANDX response; 19 words in the extended form.
    doc-ref: MS-CIFS 2.2.4.41.2, MS-SMB 2.2.4.1.2
    seq:
      - id: word_count
        type: u1
        valid:
          any-of: [15, 19]
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
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: file_attrs
        type: u2
        -wireshark: {name: smb.file_attribute, as: hex, bits: smb1_file_attributes}
      - id: last_write_time
        type: u4
        doc: Seconds since 1970
        -wireshark: {name: smb.last_write.time, as: unix}
      - id: file_data_size
        type: u4
        -wireshark: smb.file_size
      - id: access_rights
        type: u2
        -wireshark: {name: smb.access.granted, as: hex, bits: smb1_access_mode}
      - id: resource_type
        type: u2
        -wireshark: {name: smb.file_type, values: smb1_file_type}
      - id: nm_pipe_status
        type: u2
        -wireshark: {name: smb.ipc_state, as: hex, bits: smb1_ipc_state}
      - id: open_results
        type: u2
        -wireshark: {name: smb.open.action, as: hex, bits: smb1_open_action}
      - id: server_fid
        type: u4
        -wireshark: {name: smb.server_fid, as: hex}
      - id: reserved
        type: u2
        -wireshark: {name: smb.reserved, as: bytes}
      - id: maximal_access_rights
        type: u4
        if: word_count == 19
        -wireshark: {name: smb.access_mask, as: hex, bits: smb1_access_mask}
      - id: guest_maximal_access_rights
        type: u4
        if: word_count == 19
        -wireshark: {name: smb.access_mask, as: hex, bits: smb1_access_mask}
