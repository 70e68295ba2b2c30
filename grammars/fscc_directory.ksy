meta:
  id: fscc_directory
  title: Information classes of directories, and of changes in them
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: Each type is one entry of a chain; the next begins next_entry_offset octets behind its begin.
doc-ref: MS-FSCC 2.4
-generated:
  - {name: smb2.find.file_directory_info, as: none, label: FileDirectoryInfo}
  - {name: smb2.find.full_directory_info, as: none, label: FullDirectoryInfo}
  - {name: smb2.find.both_directory_info, as: none, label: FileBothDirectoryInfo}
  - {name: smb2.find.id_both_directory_info, as: none, label: FileIdBothDirectoryInfo}
  - {name: smb2.find.posix_info, as: none, label: FilePosixInfo}
  - {name: smb2.notify.info, as: none, label: Notify Info}
-values:
  notify_actions:
    1: FILE_ACTION_ADDED
    2: FILE_ACTION_REMOVED
    3: FILE_ACTION_MODIFIED
    4: FILE_ACTION_RENAMED_OLD_NAME
    5: FILE_ACTION_RENAMED_NEW_NAME
    6: FILE_ACTION_ADDED_STREAM
    7: FILE_ACTION_REMOVED_STREAM
    8: FILE_ACTION_MODIFIED_STREAM
    9: FILE_ACTION_REMOVED_BY_DELETE
    10: FILE_ACTION_ID_NOT_TUNNELLED
    11: FILE_ACTION_TUNNELLED_ID_COLLISION
types:
  directory:
    doc: FileDirectoryInformation, 1
    doc-ref: MS-FSCC 2.4.10
    seq:
      - id: next_entry_offset
        type: u4
        -wireshark: {name: smb2.next_offset, label: Next Offset}
      - id: file_index
        type: u4
        -wireshark: {name: smb2.file_index, as: hex}
      - id: creation_time
        type: u8
        -wireshark: {name: smb2.create.time, as: filetime, label: Create}
      - id: last_access_time
        type: u8
        -wireshark: {name: smb2.last_access.time, as: filetime, label: Last Access}
      - id: last_write_time
        type: u8
        -wireshark: {name: smb2.last_write.time, as: filetime, label: Last Write}
      - id: change_time
        type: u8
        -wireshark: {name: smb2.last_change.time, as: filetime, label: Last Change}
      - id: end_of_file
        type: u8
        -wireshark: smb2.eof
      - id: allocation_size
        type: u8
        -wireshark: smb2.allocation_size
      - id: file_attributes
        type: u4
        -wireshark: &file_attributes
          name: smb2.file_attribute
          as: hex
          bits:
            smb2.file_attribute.read_only: 0x1
            smb2.file_attribute.hidden: 0x2
            smb2.file_attribute.system: 0x4
            smb2.file_attribute.directory: 0x10
            smb2.file_attribute.archive: {mask: 0x20, label: Requires archived}
            smb2.file_attribute.normal: 0x80
            smb2.file_attribute.temporary: 0x100
            smb2.file_attribute.sparse: 0x200
            smb2.file_attribute.reparse: {mask: 0x400, label: Reparse Point}
            smb2.file_attribute.compressed: 0x800
            smb2.file_attribute.offline: 0x1000
            smb2.file_attribute.not_content_indexed: 0x2000
            smb2.file_attribute.encrypted: 0x4000
            smb2.file_attribute.integrity_stream: 0x8000
            smb2.file_attribute.no_scrub_data: 0x20000
      - id: len_file_name
        type: u4
        valid:
          expr: len_file_name <= _io.size - _io.pos
        -wireshark: {name: smb2.filename.len, label: Filename Length}
      - id: file_name
        size: len_file_name
        if: len_file_name != 0
        -wireshark: {name: smb2.filename, as: utf16, label: Filename}
  full_directory:
    doc: FileFullDirectoryInformation, 2
    doc-ref: MS-FSCC 2.4.15
    seq:
      - id: next_entry_offset
        type: u4
        -wireshark: {name: smb2.next_offset, label: Next Offset}
      - id: file_index
        type: u4
        -wireshark: {name: smb2.file_index, as: hex}
      - id: creation_time
        type: u8
        -wireshark: {name: smb2.create.time, as: filetime, label: Create}
      - id: last_access_time
        type: u8
        -wireshark: {name: smb2.last_access.time, as: filetime, label: Last Access}
      - id: last_write_time
        type: u8
        -wireshark: {name: smb2.last_write.time, as: filetime, label: Last Write}
      - id: change_time
        type: u8
        -wireshark: {name: smb2.last_change.time, as: filetime, label: Last Change}
      - id: end_of_file
        type: u8
        -wireshark: smb2.eof
      - id: allocation_size
        type: u8
        -wireshark: smb2.allocation_size
      - id: file_attributes
        type: u4
        -wireshark: *file_attributes
      - id: len_file_name
        type: u4
        doc: Octets; what stands before the name checks it.
        -wireshark: {name: smb2.filename.len, label: Filename Length}
      - id: reparse_tag
        type: u4
        if: file_attributes & 0x400 != 0
        valid:
          expr: len_file_name <= _io.size - _io.pos
        doc: In the place of EaSize when the file is a reparse point.
        -wireshark: {name: smb2.reparse_tag, as: hex}
      - id: ea_size
        type: u4
        if: file_attributes & 0x400 == 0
        valid:
          expr: len_file_name <= _io.size - _io.pos
        -wireshark: smb2.ea_size
      - id: file_name
        size: len_file_name
        if: len_file_name != 0
        -wireshark: {name: smb2.filename, as: utf16, label: Filename}
  both_directory:
    doc: FileBothDirectoryInformation, 3
    doc-ref: MS-FSCC 2.4.8
    seq:
      - id: next_entry_offset
        type: u4
        -wireshark: {name: smb2.next_offset, label: Next Offset}
      - id: file_index
        type: u4
        -wireshark: {name: smb2.file_index, as: hex}
      - id: creation_time
        type: u8
        -wireshark: {name: smb2.create.time, as: filetime, label: Create}
      - id: last_access_time
        type: u8
        -wireshark: {name: smb2.last_access.time, as: filetime, label: Last Access}
      - id: last_write_time
        type: u8
        -wireshark: {name: smb2.last_write.time, as: filetime, label: Last Write}
      - id: change_time
        type: u8
        -wireshark: {name: smb2.last_change.time, as: filetime, label: Last Change}
      - id: end_of_file
        type: u8
        -wireshark: smb2.eof
      - id: allocation_size
        type: u8
        -wireshark: smb2.allocation_size
      - id: file_attributes
        type: u4
        -wireshark: *file_attributes
      - id: len_file_name
        type: u4
        doc: Octets; what stands before the name checks it.
        -wireshark: {name: smb2.filename.len, label: Filename Length}
      - id: reparse_tag
        type: u4
        if: file_attributes & 0x400 != 0
        doc: In the place of EaSize when the file is a reparse point.
        -wireshark: {name: smb2.reparse_tag, as: hex}
      - id: ea_size
        type: u4
        if: file_attributes & 0x400 == 0
        -wireshark: smb2.ea_size
      - id: len_short_name
        type: u1
        valid:
          expr: _ <= 24
        -wireshark: {name: smb2.short_name_len, label: Short Name Length}
      - id: reserved1
        size: 1
        -wireshark: {name: smb2.reserved, label: Reserved}
      - id: short_name
        size: len_short_name
        if: len_short_name != 0
        -wireshark: {name: smb2.shortname, as: utf16}
      - id: rest_of_short_name
        size: 24 - len_short_name
        valid:
          expr: len_file_name <= _io.size - _io.pos
      - id: file_name
        size: len_file_name
        if: len_file_name != 0
        -wireshark: {name: smb2.filename, as: utf16, label: Filename}
  names:
    doc: FileNamesInformation, 12
    doc-ref: MS-FSCC 2.4.33
    seq:
      - id: next_entry_offset
        type: u4
        -wireshark: {name: smb2.next_offset, label: Next Offset}
      - id: file_index
        type: u4
        -wireshark: {name: smb2.file_index, as: hex}
      - id: len_file_name
        type: u4
        valid:
          expr: len_file_name <= _io.size - _io.pos
        -wireshark: {name: smb2.filename.len, label: Filename Length}
      - id: file_name
        size: len_file_name
        if: len_file_name != 0
        -wireshark: {name: smb2.filename, as: utf16, label: Filename}
  id_both_directory:
    doc: FileIdBothDirectoryInformation, 37
    doc-ref: MS-FSCC 2.4.22
    seq:
      - id: next_entry_offset
        type: u4
        -wireshark: {name: smb2.next_offset, label: Next Offset}
      - id: file_index
        type: u4
        -wireshark: {name: smb2.file_index, as: hex}
      - id: creation_time
        type: u8
        -wireshark: {name: smb2.create.time, as: filetime, label: Create}
      - id: last_access_time
        type: u8
        -wireshark: {name: smb2.last_access.time, as: filetime, label: Last Access}
      - id: last_write_time
        type: u8
        -wireshark: {name: smb2.last_write.time, as: filetime, label: Last Write}
      - id: change_time
        type: u8
        -wireshark: {name: smb2.last_change.time, as: filetime, label: Last Change}
      - id: end_of_file
        type: u8
        -wireshark: smb2.eof
      - id: allocation_size
        type: u8
        -wireshark: smb2.allocation_size
      - id: file_attributes
        type: u4
        -wireshark: *file_attributes
      - id: len_file_name
        type: u4
        doc: Octets; what stands before the name checks it.
        -wireshark: {name: smb2.filename.len, label: Filename Length}
      - id: reparse_tag
        type: u4
        if: file_attributes & 0x400 != 0
        doc: In the place of EaSize when the file is a reparse point.
        -wireshark: {name: smb2.reparse_tag, as: hex}
      - id: ea_size
        type: u4
        if: file_attributes & 0x400 == 0
        -wireshark: smb2.ea_size
      - id: len_short_name
        type: u1
        valid:
          expr: _ <= 24
        -wireshark: {name: smb2.short_name_len, label: Short Name Length}
      - id: reserved1
        size: 1
        -wireshark: {name: smb2.reserved, label: Reserved}
      - id: short_name
        size: len_short_name
        if: len_short_name != 0
        -wireshark: {name: smb2.shortname, as: utf16}
      - id: rest_of_short_name
        size: 24 - len_short_name
      - id: reserved2
        size: 2
        -wireshark: {name: smb2.reserved, label: Reserved}
      - id: file_id
        type: u8
        valid:
          expr: len_file_name <= _io.size - _io.pos
        -wireshark: {name: smb2.file_id, as: hex}
      - id: file_name
        size: len_file_name
        if: len_file_name != 0
        -wireshark: {name: smb2.filename, as: utf16, label: Filename}
  id_full_directory:
    doc: FileIdFullDirectoryInformation, 38
    doc-ref: MS-FSCC 2.4.23
    seq:
      - id: next_entry_offset
        type: u4
        -wireshark: {name: smb2.next_offset, label: Next Offset}
      - id: file_index
        type: u4
        -wireshark: {name: smb2.file_index, as: hex}
      - id: creation_time
        type: u8
        -wireshark: {name: smb2.create.time, as: filetime, label: Create}
      - id: last_access_time
        type: u8
        -wireshark: {name: smb2.last_access.time, as: filetime, label: Last Access}
      - id: last_write_time
        type: u8
        -wireshark: {name: smb2.last_write.time, as: filetime, label: Last Write}
      - id: change_time
        type: u8
        -wireshark: {name: smb2.last_change.time, as: filetime, label: Last Change}
      - id: end_of_file
        type: u8
        -wireshark: smb2.eof
      - id: allocation_size
        type: u8
        -wireshark: smb2.allocation_size
      - id: file_attributes
        type: u4
        -wireshark: *file_attributes
      - id: len_file_name
        type: u4
        doc: Octets; what stands before the name checks it.
        -wireshark: {name: smb2.filename.len, label: Filename Length}
      - id: reparse_tag
        type: u4
        if: file_attributes & 0x400 != 0
        doc: In the place of EaSize when the file is a reparse point.
        -wireshark: {name: smb2.reparse_tag, as: hex}
      - id: ea_size
        type: u4
        if: file_attributes & 0x400 == 0
        -wireshark: smb2.ea_size
      - id: reserved
        size: 4
        -wireshark: smb2.reserved
      - id: file_id
        type: u8
        valid:
          expr: len_file_name <= _io.size - _io.pos
        -wireshark: {name: smb2.file_id, as: hex}
      - id: file_name
        size: len_file_name
        if: len_file_name != 0
        -wireshark: {name: smb2.filename, as: utf16, label: Filename}
  posix_head:
    doc: 'FilePosixInformation, 100: what comes before the attributes'
    doc-ref: SMB3 POSIX Extensions 2.1.2
    seq:
      - id: next_entry_offset
        type: u4
        -wireshark: {name: smb2.next_offset, label: Next Offset}
      - id: ignored
        type: u4
  posix_name:
    doc: 'FilePosixInformation, 100: what comes behind the SIDs'
    doc-ref: SMB3 POSIX Extensions 2.1.2
    seq:
      - id: len_file_name
        type: u4
        valid:
          expr: len_file_name <= _io.size - _io.pos
        -wireshark: {name: smb2.filename.len, label: Filename Length}
      - id: file_name
        size: len_file_name
        if: len_file_name != 0
        -wireshark: {name: smb2.filename, as: utf16, label: Filename}
  notify:
    doc: FILE_NOTIFY_INFORMATION
    doc-ref: MS-FSCC 2.7.1
    seq:
      - id: next_entry_offset
        type: u4
        -wireshark: {name: smb2.notify.next_offset, as: hex, label: Next Offset}
      - id: action
        type: u4
        -wireshark: {name: smb2.notify.action, as: hex, values: notify_actions}
      - id: len_file_name
        type: u4
        valid:
          expr: len_file_name <= _io.size - _io.pos
        -wireshark: {name: smb2.filename.len, label: Filename Length}
      - id: file_name
        size: len_file_name
        if: len_file_name != 0
        -wireshark: {name: smb2.filename, as: utf16, label: Filename}
  smb_notify:
    doc: FILE_NOTIFY_INFORMATION, as the parameters of NT_TRANSACT_NOTIFY_CHANGE
    doc-ref: MS-FSCC 2.7.1, MS-CIFS 2.2.7.4.2
    seq:
      - id: next_entry_offset
        type: u4
        -wireshark: smb.next_entry_offset
      - id: action
        type: u4
        -wireshark: {name: smb.nt.notify.action, values: notify_actions}
      - id: len_file_name
        type: u4
        -wireshark: {name: smb.file_name_len, label: File Name Len}
      - id: file_name
        size: '(len_file_name < _io.size - _io.pos ? len_file_name : _io.size - _io.pos)'
        if: not _io.eof
        -wireshark: {name: smb.file, as: text}
