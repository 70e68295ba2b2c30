meta:
  id: smb2_create
  title: SMB2 CREATE
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb2_file_id
doc: The stream begins at the SMB2 header and stands behind it.
doc-ref: MS-SMB2 2.2.13, 2.2.14
types:
  request:
    doc-ref: MS-SMB2 2.2.13
    seq:
      - id: structure_size
        type: u2
        valid: 57
        -wireshark: {name: smb2.buffer_code, as: hex}
      - id: security_flags
        type: u1
      - id: requested_oplock_level
        type: u1
        -wireshark: {name: smb2.create.oplock, as: hex}
      - id: impersonation_level
        type: u4
        -wireshark: smb2.impersonation.level
      - id: create_flags
        type: u8
        -wireshark: {name: smb2.create_flags, as: hex}
      - id: reserved
        type: u8
      - id: desired_access
        type: u4
        -wireshark: {name: smb.access_mask, as: hex}
      - id: file_attributes
        type: u4
        -wireshark: {name: smb2.file_attribute, as: hex}
      - id: share_access
        type: u4
        -wireshark: {name: smb.share_access, as: hex}
      - id: create_disposition
        type: u4
        -wireshark: smb2.create.disposition
      - id: create_options
        type: u4
        -wireshark: {name: smb.create_options, as: hex}
      - id: ofs_name
        type: u2
        -wireshark: {name: smb2.olb.offset, as: hex, octets: 4}
      - id: len_name
        type: u2
        valid:
          expr: _ == 0 or ofs_name + _ <= _io.size
        -wireshark: smb2.olb.length
      - id: ofs_contexts
        type: u4
        -wireshark: {name: smb2.olb.offset, as: hex}
      - id: len_contexts
        type: u4
        doc: Checked by who reads the contexts, for the end of the message may be lost.
        -wireshark: smb2.olb.length
    instances:
      name:
        pos: ofs_name
        size: len_name
        -wireshark: {name: smb2.filename, as: text}
  response:
    doc-ref: MS-SMB2 2.2.14
    seq:
      - id: structure_size
        type: u2
        valid: 89
        -wireshark: {name: smb2.buffer_code, as: hex}
      - id: oplock_level
        type: u1
        -wireshark: {name: smb2.create.oplock, as: hex}
      - id: flags
        type: u1
        -wireshark: {name: smb2.create.rep_flags, as: hex}
      - id: create_action
        type: u4
        -wireshark: smb2.create.action
      - id: creation_time
        type: u8
        -wireshark: {name: smb2.create.time, as: filetime}
      - id: last_access_time
        type: u8
        -wireshark: {name: smb2.last_access.time, as: filetime}
      - id: last_write_time
        type: u8
        -wireshark: {name: smb2.last_write.time, as: filetime}
      - id: change_time
        type: u8
        -wireshark: {name: smb2.last_change.time, as: filetime}
      - id: allocation_size
        type: u8
        -wireshark: smb2.allocation_size
      - id: end_of_file
        type: u8
        -wireshark: smb2.eof
      - id: file_attributes
        type: u4
        -wireshark: {name: smb2.file_attribute, as: hex}
      - id: reserved2
        type: u4
      - id: file_id
        type: smb2_file_id
        -wireshark: {name: smb2.fid, as: guid}
      - id: ofs_contexts
        type: u4
        -wireshark: {name: smb2.olb.offset, as: hex}
      - id: len_contexts
        type: u4
        doc: Checked by who reads the contexts, for the end of the message may be lost.
        -wireshark: smb2.olb.length
