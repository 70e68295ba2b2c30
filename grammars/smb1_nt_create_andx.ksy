meta:
  id: smb1_nt_create_andx
  title: SMB_COM_NT_CREATE_ANDX
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb1_string
doc: |
  SMB_COM_NT_CREATE_ANDX. The stream that is handed in begins at the SMB header, ends where the command's data
  end, and stands at WordCount.
doc-ref: MS-CIFS 2.2.4.64, MS-SMB 2.2.4.9
types:
  request:
    doc: Asks for a file, folder or pipe.
    doc-ref: MS-CIFS 2.2.4.64.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        valid: 24
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
      - id: reserved
        type: u1
        -wireshark: {name: smb.reserved, as: bytes}
      - id: len_file_name
        type: u2
        doc: Octets; servers read up to the zero
        -wireshark: smb.file_name_len
      - id: flags
        type: u4
        -wireshark: {name: smb.create_flags, as: hex, bits: smb1_create_flags}
      - id: root_directory_fid
        type: u4
        -wireshark: {name: smb.rfid, as: hex}
      - id: desired_access
        type: u4
        -wireshark: {name: smb.access_mask, as: hex, bits: smb1_access_mask}
      - id: allocation_size
        type: u8
        -wireshark: smb.alloc_size64
      - id: ext_file_attributes
        type: u4
        -wireshark: {name: smb.file_attribute, as: hex, bits: smb1_ext_file_attributes}
      - id: share_access
        type: u4
        -wireshark: {name: smb.share_access, as: hex, bits: smb1_share_access}
      - id: create_disposition
        type: u4
        -wireshark: {name: smb.create.disposition, values: smb1_create_disposition}
      - id: create_options
        type: u4
        -wireshark: {name: smb.create_options, as: hex, bits: smb1_create_options}
      - id: impersonation_level
        type: u4
        -wireshark: {name: smb.impersonation.level, values: smb1_impersonation_level}
      - id: security_flags
        type: u1
        -wireshark: {name: smb.security.flags, as: hex, bits: smb1_security_flags}
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: file_name
        type: smb1_string(unicode)
        -wireshark: {name: smb.file, as: text}
  response:
    doc: What was opened. The extended form has 50 words and says 42.
    doc-ref: MS-CIFS 2.2.4.64.2, MS-SMB 2.2.4.9.2
    seq:
      - id: word_count
        type: u1
        valid:
          any-of: [34, 42, 50]
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
      - id: op_lock_level
        type: u1
        -wireshark: {name: smb.oplock.level, values: smb1_oplock_level}
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: create_disposition
        type: u4
        -wireshark: {name: smb.create.action, values: smb1_create_action}
      - id: create_time
        type: u8
        -wireshark: {name: smb.create.time, as: filetime}
      - id: last_access_time
        type: u8
        -wireshark: {name: smb.access.time, as: filetime}
      - id: last_write_time
        type: u8
        -wireshark: {name: smb.last_write.time, as: filetime}
      - id: last_change_time
        type: u8
        -wireshark: {name: smb.change.time, as: filetime}
      - id: ext_file_attributes
        type: u4
        -wireshark: {name: smb.file_attribute, as: hex, bits: smb1_ext_file_attributes}
      - id: allocation_size
        type: u8
        -wireshark: smb.alloc_size64
      - id: end_of_file
        type: u8
        -wireshark: smb.end_of_file
      - id: resource_type
        type: u2
        -wireshark: {name: smb.file_type, values: smb1_file_type}
      - id: nm_pipe_status
        type: u2
        -wireshark: {name: smb.ipc_state, as: hex, bits: smb1_ipc_state}
      - id: directory
        type: u1
        -wireshark: {name: smb.is_directory, values: smb1_is_directory}
      - id: volume_guid
        size: 16
        if: word_count != 34
        -wireshark: {name: smb.volume_guid, as: uuid}
      - id: file_id
        type: u8
        if: word_count != 34
        -wireshark: {name: smb.create.file_id_64b, as: hex}
      - id: maximal_access_rights
        type: u4
        if: word_count != 34
        -wireshark: {name: smb.access_mask, as: hex, bits: smb1_access_mask}
      - id: guest_maximal_access_rights
        type: u4
        if: word_count != 34
        -wireshark: {name: smb.access_mask, as: hex, bits: smb1_access_mask}
