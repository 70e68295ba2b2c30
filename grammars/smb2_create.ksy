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
        -wireshark: smb2.buffer_code
      - id: security_flags
        type: u1
      - id: requested_oplock_level
        type: u1
        -wireshark: smb2.create.oplock
      - id: impersonation_level
        type: u4
        -wireshark: {name: smb2.impersonation.level, values: smb2_impersonation_levels}
      - id: create_flags
        type: u8
        -wireshark: {name: smb2.create_flags, as: hex, label: Create Flags}
      - id: reserved
        type: u8
        -wireshark: smb2.reserved
      - id: desired_access
        type: u4
        -wireshark: smb.access_mask
      - id: file_attributes
        type: u4
        -wireshark: smb2.file_attribute
      - id: share_access
        type: u4
        -wireshark: smb.share_access
      - id: create_disposition
        type: u4
        -wireshark: {name: smb2.create.disposition, values: smb2_create_dispositions, label: Disposition}
      - id: create_options
        type: u4
        -wireshark: smb.create_options
      - id: ofs_name
        type: u2
      - id: len_name
        type: u2
        valid:
          expr: _ == 0 or ofs_name + _ <= _io.size
      - id: ofs_contexts
        type: u4
      - id: len_contexts
        type: u4
        doc: Checked by who reads the contexts, for the end of the message may be lost.
    instances:
      name_offset:
        pos: 108
        type: u2
        if: ofs_name + len_name <= _io.size
        -after: len_name
        -wireshark: smb2.olb.offset
      name_length:
        pos: 110
        type: u2
        if: ofs_name + len_name <= _io.size
        -after: len_name
        -wireshark: smb2.olb.length
      contexts_offset:
        pos: 112
        type: u4
        if: ofs_name + len_name <= _io.size and len_contexts <= _io.size and ofs_contexts <= _io.size - len_contexts
        -after: len_contexts
        -wireshark: smb2.olb.offset
      contexts_length:
        pos: 116
        type: u4
        if: ofs_name + len_name <= _io.size and len_contexts <= _io.size and ofs_contexts <= _io.size - len_contexts
        -after: len_contexts
        -wireshark: smb2.olb.length
      name:
        pos: ofs_name
        size: len_name
        -wireshark: {name: smb2.filename, as: text, label: Filename}
      contexts:
        pos: ofs_contexts
        size: len_contexts
        if: len_contexts <= _io.size and ofs_contexts <= _io.size - len_contexts
        doc: The chain of create contexts.
        -wireshark: {name: smb2.create.extrainfo, as: none, label: ExtraInfo}
  response:
    doc-ref: MS-SMB2 2.2.14
    seq:
      - id: structure_size
        type: u2
        valid: 89
        -wireshark: smb2.buffer_code
      - id: oplock_level
        type: u1
        -wireshark: smb2.create.oplock
      - id: flags
        type: u1
        -wireshark:
          name: smb2.create.rep_flags
          as: hex
          label: Response Flags
          bits:
            smb2.create.rep_flags.reparse_point: {mask: 0x01, label: ReparsePoint}
      - id: create_action
        type: u4
        -wireshark: {name: smb2.create.action, values: smb2_create_actions, label: Create Action}
      - id: creation_time
        type: u8
        -wireshark: smb2.create.time
      - id: last_access_time
        type: u8
        -wireshark: smb2.last_access.time
      - id: last_write_time
        type: u8
        -wireshark: smb2.last_write.time
      - id: change_time
        type: u8
        -wireshark: smb2.last_change.time
      - id: allocation_size
        type: u8
        -wireshark: {name: smb2.allocation_size, label: Allocation Size}
      - id: end_of_file
        type: u8
        -wireshark: {name: smb2.eof, label: End Of File}
      - id: file_attributes
        type: u4
        -wireshark: smb2.file_attribute
      - id: reserved2
        type: u4
        -wireshark: smb2.reserved
      - id: file_id
        type: smb2_file_id
        -wireshark: smb2.fid
      - id: ofs_contexts
        type: u4
      - id: len_contexts
        type: u4
        doc: Checked by who reads the contexts, for the end of the message may be lost.
    instances:
      contexts_offset:
        pos: 144
        type: u4
        if: len_contexts <= _io.size and ofs_contexts <= _io.size - len_contexts
        -after: len_contexts
        -wireshark: smb2.olb.offset
      contexts_length:
        pos: 148
        type: u4
        if: len_contexts <= _io.size and ofs_contexts <= _io.size - len_contexts
        -after: len_contexts
        -wireshark: smb2.olb.length
      contexts:
        pos: ofs_contexts
        size: len_contexts
        if: len_contexts <= _io.size and ofs_contexts <= _io.size - len_contexts
        doc: The chain of create contexts.
        -wireshark: {name: smb2.create.extrainfo, as: none, label: ExtraInfo}
-values:
  smb2_impersonation_levels:
    0: Anonymous
    1: Identification
    2: Impersonation
    3: Delegation
  smb2_create_dispositions:
    0: Supersede (supersede existing file (if it exists))
    1: "Open (if file exists open it, else fail)"
    2: "Create (if file exists fail, else create it)"
    3: "Open If (if file exists open it, else create it)"
    4: "Overwrite (if file exists overwrite, else fail)"
    5: "Overwrite If (if file exists overwrite, else create it)"
  smb2_create_actions:
    0: No action taken?
    1: The file existed and was opened
    2: The file did not exist but was created
    3: The file existed and was truncated
    32769: "The file existed and was opened, and an OpLock was granted"
    32770: "The file did not exist but was created, and an OpLock was granted"
    32771: "The file existed and was truncated, and an OpLock was granted"
