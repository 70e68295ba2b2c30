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
-generated:
  - {name: smb.ext_attr, as: bytes, label: Extended Attributes, doc: Of a file that is made}
  - {name: smb.continuation_to, as: frame, label: Continuation to, doc: The request that a secondary continues}
  - {name: smb.nt_transaction_setup, as: bytes, label: NT Transaction Setup, doc: Of a response}
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
      - id: security_descriptor_length
        type: u4
        -wireshark: {name: smb.sd.length, label: SD Length}
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
        -wireshark: {name: smb.impersonation.level, values: smb1_impersonation_level}
      - id: security_flags
        type: u1
        -wireshark: {name: smb.security.flags, as: hex, bits: smb1_security_flags}
      - id: name
        type: smb1_string(unicode)
        -wireshark: {name: smb.file, as: text}
  create_response:
    doc: NT_TRANSACT_CREATE parameters; 32 octets more in the extended form.
    doc-ref: MS-CIFS 2.2.7.1.2, MS-SMB 2.2.7.3.2
    seq:
      - id: op_lock_level
        type: u1
        -wireshark: {name: smb.oplock.level, values: smb1_oplock_level}
      - id: response_type
        type: u1
        -wireshark: {name: smb.response_type, as: hex}
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: create_action
        type: u4
        -wireshark: {name: smb.create.action, values: smb1_create_action}
      - id: ea_error_offset
        type: u4
        -wireshark: smb.ea.error_offset
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
        if: response_type == 1 and _io.size >= 101
        -wireshark: {name: smb.volume_guid, as: guid}
      - id: file_id
        type: u8
        if: response_type == 1 and _io.size >= 101
        -wireshark: {name: smb.create.file_id_64b, as: hex}
      - id: maximal_access_rights
        type: u4
        if: response_type == 1 and _io.size >= 101
        -wireshark: {name: smb.access_mask, as: hex, bits: smb1_access_mask}
      - id: guest_maximal_access_rights
        type: u4
        if: response_type == 1 and _io.size >= 101
        -wireshark: {name: smb.access_mask, as: hex, bits: smb1_access_mask}
  ioctl_setup:
    doc: NT_TRANSACT_IOCTL setup words.
    doc-ref: MS-CIFS 2.2.7.2.1
    seq:
      - id: function_code
        type: u4
        -wireshark: smb2.ioctl.function
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: is_fsctl
        type: u1
        -wireshark: {name: smb.nt.ioctl.isfsctl, values: {0: Device IOCTL, 1: File system control}}
      - id: is_flags
        type: u1
        -wireshark: {name: smb.nt.ioctl.completion_filter, as: hex, bits: {smb.nt.ioctl.flags.root_handle: {mask: 1, label: Root Handle}}}
  security_desc_request:
    doc: NT_TRANSACT_QUERY_SECURITY_DESC and NT_TRANSACT_SET_SECURITY_DESC parameters.
    doc-ref: MS-CIFS 2.2.7.3.1, 2.2.7.6.1
    seq:
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: reserved
        type: u2
        -wireshark: {name: smb.reserved, as: bytes}
      - id: security_information
        type: u4
        -wireshark: {name: smb.nt_qsd, as: hex, bits: smb1_security_information}
  notify_change_setup:
    doc: NT_TRANSACT_NOTIFY_CHANGE setup words.
    doc-ref: MS-CIFS 2.2.7.4.1
    seq:
      - id: completion_filter
        type: u4
        -wireshark: {name: smb.nt.notify.completion_filter, as: hex, bits: smb1_completion_filter}
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: watch_tree
        type: u1
        -wireshark: {name: smb.nt.notify.watch_tree, values: {0: Current directory only, 1: Subdirectories too}}
      - id: reserved
        type: u1
        -wireshark: {name: smb.reserved, as: bytes}
  rename_request:
    doc: NT_TRANSACT_RENAME parameters.
    doc-ref: MS-CIFS 2.2.7.5
    params:
      - id: unicode
        type: bool
    seq:
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: flags
        type: u2
        -wireshark: smb.ntr_loi
      - id: new_name
        type: smb1_string(unicode)
        -wireshark: {name: smb.file, as: text}
  query_security_desc_response:
    doc: NT_TRANSACT_QUERY_SECURITY_DESC parameters.
    doc-ref: MS-CIFS 2.2.7.6.2
    seq:
      - id: length_needed
        type: u4
        doc: Octets of the security descriptor, whether it is there or not
        -wireshark: smb.sec_desc_len
  query_quota_request:
    doc: NT_TRANSACT_QUERY_QUOTA data, without its SID.
    doc-ref: MS-SMB 2.2.7.3.1
    seq:
      - id: next_entry_offset
        size: 4
        -wireshark: {name: smb.unknown_data, label: Unknown Data}
      - id: sid_length
        type: u4
        doc: Octets
        -wireshark: {name: smb.length_of_sid, label: Length of SID}
  query_quota_response:
    doc: NT_TRANSACT_QUERY_QUOTA parameters.
    doc-ref: MS-SMB 2.2.7.3.2
    seq:
      - id: length
        type: u4
        doc: Octets of the data
        -wireshark: smb.size_returned_quota_data
