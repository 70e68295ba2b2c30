meta:
  id: smb1_nt_transact
  title: Parameters of SMB_COM_NT_TRANSACT subcommands
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb1_string
doc: |
  NT_Trans_Parameters of each subcommand, or the setup words where the subcommand has its fields there. The
  stream that is handed in holds these alone.
doc-ref: MS-CIFS 2.2.7, MS-SMB 2.2.7
types:
  create_request:
    doc: NT_TRANSACT_CREATE parameters. The name has no zero at its end.
    doc-ref: MS-CIFS 2.2.7.1.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: flags
        type: u4
        -wireshark: smb.create_flags
      - id: root_directory_fid
        type: u4
        -wireshark: smb.root_dir_handle
      - id: desired_access
        type: u4
        -wireshark: smb.access_mask
      - id: allocation_size
        type: u8
        -wireshark: smb.alloc_size64
      - id: ext_file_attributes
        type: u4
        -wireshark: smb.file_attribute
      - id: share_access
        type: u4
        -wireshark: smb.share_access
      - id: create_disposition
        type: u4
        -wireshark: smb.create.disposition
      - id: create_options
        type: u4
        -wireshark: smb.create_options
      - id: security_descriptor_length
        type: u4
        -wireshark: smb.sec_desc_len
      - id: ea_length
        type: u4
        -wireshark: smb.ea.list_length
      - id: len_name
        type: u4
        valid:
          max: _io.size
        -wireshark: smb.file_name_len
      - id: impersonation_level
        type: u4
        -wireshark: smb.impersonation.level
      - id: security_flags
        type: u1
        -wireshark: smb.security.flags
      - id: name
        type: smb1_string(unicode)
        -wireshark: smb.file
  create_response:
    doc: NT_TRANSACT_CREATE parameters; 32 octets more in the extended form.
    doc-ref: MS-CIFS 2.2.7.1.2, MS-SMB 2.2.7.3.2
    seq:
      - id: op_lock_level
        type: u1
        -wireshark: smb.oplock.level
      - id: response_type
        type: u1
        -wireshark: smb.response_type
      - id: fid
        type: u2
        -wireshark: smb.fid
      - id: create_action
        type: u4
        -wireshark: smb.create.action
      - id: ea_error_offset
        type: u4
        -wireshark: smb.ea.error_offset
      - id: create_time
        type: u8
        -wireshark: smb.create.time
      - id: last_access_time
        type: u8
        -wireshark: smb.access.time
      - id: last_write_time
        type: u8
        -wireshark: smb.last_write.time
      - id: last_change_time
        type: u8
        -wireshark: smb.change.time
      - id: ext_file_attributes
        type: u4
        -wireshark: smb.file_attribute
      - id: allocation_size
        type: u8
        -wireshark: smb.alloc_size64
      - id: end_of_file
        type: u8
        -wireshark: smb.end_of_file
      - id: resource_type
        type: u2
        -wireshark: smb.file_type
      - id: nm_pipe_status
        type: u2
        -wireshark: smb.ipc_state
      - id: directory
        type: u1
        -wireshark: smb.is_directory
      - id: volume_guid
        size: 16
        if: response_type == 1 and _io.size >= 101
        -wireshark: smb.volume_guid
      - id: file_id
        type: u8
        if: response_type == 1 and _io.size >= 101
        -wireshark: smb.create.file_id_64b
      - id: maximal_access_rights
        type: u4
        if: response_type == 1 and _io.size >= 101
        -wireshark: smb.access_mask
      - id: guest_maximal_access_rights
        type: u4
        if: response_type == 1 and _io.size >= 101
        -wireshark: smb.access_mask
  ioctl_setup:
    doc: NT_TRANSACT_IOCTL setup words.
    doc-ref: MS-CIFS 2.2.7.2.1
    seq:
      - id: function_code
        type: u4
      - id: fid
        type: u2
        -wireshark: smb.fid
      - id: is_fsctl
        type: u1
        -wireshark: smb.nt.ioctl.isfsctl
      - id: is_flags
        type: u1
        -wireshark: smb.nt.ioctl.completion_filter
  security_desc_request:
    doc: NT_TRANSACT_QUERY_SECURITY_DESC and NT_TRANSACT_SET_SECURITY_DESC parameters.
    doc-ref: MS-CIFS 2.2.7.3.1, 2.2.7.6.1
    seq:
      - id: fid
        type: u2
        -wireshark: smb.fid
      - id: reserved
        type: u2
        -wireshark: smb.reserved
      - id: security_information
        type: u4
        -wireshark: smb.nt_qsd
  notify_change_setup:
    doc: NT_TRANSACT_NOTIFY_CHANGE setup words.
    doc-ref: MS-CIFS 2.2.7.4.1
    seq:
      - id: completion_filter
        type: u4
        -wireshark: smb.nt.notify.completion_filter
      - id: fid
        type: u2
        -wireshark: smb.fid
      - id: watch_tree
        type: u1
        -wireshark: smb.nt.notify.watch_tree
      - id: reserved
        type: u1
        -wireshark: smb.reserved
  rename_request:
    doc: NT_TRANSACT_RENAME parameters.
    doc-ref: MS-CIFS 2.2.7.5
    params:
      - id: unicode
        type: bool
    seq:
      - id: fid
        type: u2
        -wireshark: smb.fid
      - id: flags
        type: u2
        -wireshark: smb.ntr_loi
      - id: new_name
        type: smb1_string(unicode)
        -wireshark: smb.file
