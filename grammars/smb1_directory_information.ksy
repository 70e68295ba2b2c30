meta:
  id: smb1_directory_information
  title: Entries of SMB_COM_TRANSACTION2 listings
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb1_string
    - smb1_datetime
    - smb1_extended_attributes
doc: |
  Each type is one entry of one level.
doc-ref: MS-CIFS 2.2.8.1, MS-SMB 2.2.8.1
types:
  standard:
    doc: SMB_INFO_STANDARD, 1
    doc-ref: MS-CIFS 2.2.8.1.1
    params:
      - id: resume_keys
        type: bool
      - id: unicode
        type: bool
    seq:
      - id: resume_key
        type: u4
        if: resume_keys
        -wireshark: smb.resume
      - id: creation
        type: smb1_datetime::created
        size: 4
      - id: last_access
        type: smb1_datetime::accessed
        size: 4
      - id: last_write
        type: smb1_datetime::written
        size: 4
      - id: file_data_size
        type: u4
        -wireshark: smb.data_size
      - id: allocation_size
        type: u4
        -wireshark: smb.alloc_size
      - id: attributes
        type: u2
        -wireshark: {name: smb.file_attribute, as: hex, bits: smb1_file_attributes}
      - id: len_file_name
        type: u1
        doc: Octets
        -wireshark: smb.file_name_len
      - id: pad
        size: 1
        if: unicode and _io.pos % 2 == 1 and not _io.eof
      - id: file_name
        size: 'len_file_name + (unicode ? 2 : 1) < _io.size - _io.pos ? len_file_name + (unicode ? 2 : 1) : _io.size - _io.pos'
        if: not _io.eof
        doc: With the zero behind it, which the length does not count
        -wireshark: {name: smb.file, as: text}
  query_ea_size:
    doc: SMB_INFO_QUERY_EA_SIZE, 2
    doc-ref: MS-CIFS 2.2.8.1.2
    params:
      - id: resume_keys
        type: bool
    seq:
      - id: resume_key
        type: u4
        if: resume_keys
        -wireshark: smb.resume
      - id: creation
        type: smb1_datetime::created
        size: 4
      - id: last_access
        type: smb1_datetime::accessed
        size: 4
      - id: last_write
        type: smb1_datetime::written
        size: 4
      - id: file_data_size
        type: u4
        -wireshark: smb.data_size
      - id: allocation_size
        type: u4
        -wireshark: smb.alloc_size
      - id: attributes
        type: u2
        -wireshark: {name: smb.file_attribute, as: hex, bits: smb1_file_attributes}
      - id: ea_size
        type: u4
        -wireshark: smb.ea.list_length
      - id: len_file_name
        type: u1
        doc: Octets
        -wireshark: smb.file_name_len
      - id: file_name
        size: 'len_file_name < _io.size - _io.pos ? len_file_name : _io.size - _io.pos'
        if: not _io.eof
        doc: As much as there is of it
        -wireshark: {name: smb.file, as: text}
      - id: terminator
        size: 1
        if: not _io.eof
  query_eas_from_list:
    doc: SMB_INFO_QUERY_EAS_FROM_LIST, 3, of which the list of attributes is read apart
    doc-ref: MS-CIFS 2.2.8.1.3
    params:
      - id: resume_keys
        type: bool
      - id: unicode
        type: bool
    seq:
      - id: resume_key
        type: u4
        if: resume_keys
        -wireshark: smb.resume
      - id: creation
        type: smb1_datetime::created
        size: 4
      - id: last_access
        type: smb1_datetime::accessed
        size: 4
      - id: last_write
        type: smb1_datetime::written
        size: 4
      - id: file_data_size
        type: u4
        -wireshark: smb.data_size
      - id: allocation_size
        type: u4
        -wireshark: smb.alloc_size
      - id: attributes
        type: u2
        -wireshark: {name: smb.file_attribute, as: hex, bits: smb1_file_attributes}
      - id: ea_size
        type: u4
        -wireshark: smb.ea.list_length
      - id: extended_attributes
        size: 'ea_size >= 4 and ea_size - 4 <= _io.size - _io.pos ? ea_size - 4 : _io.size - _io.pos'
        doc: SMB_FEA, one behind the other
      - id: len_file_name
        type: u1
        doc: Octets
        -wireshark: smb.file_name_len
      - id: pad
        size: 1
        if: unicode and _io.pos % 2 == 1 and not _io.eof
      - id: file_name
        size: 'len_file_name + (unicode ? 2 : 1) < _io.size - _io.pos ? len_file_name + (unicode ? 2 : 1) : _io.size - _io.pos'
        if: not _io.eof
        doc: With the zero behind it, which the length does not count
        -wireshark: {name: smb.file, as: text}
  directory:
    doc: SMB_FIND_FILE_DIRECTORY_INFO, 0x101
    doc-ref: MS-CIFS 2.2.8.1.4
    seq:
      - id: next_entry_offset
        type: u4
        doc: From this entry, 0 in the last
        -wireshark: smb.next_entry_offset
      - id: file_index
        type: u4
        -wireshark: smb.file_index
      - id: creation_time
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
      - id: end_of_file
        type: u8
        -wireshark: smb.end_of_file
      - id: allocation_size
        type: u8
        -wireshark: smb.alloc_size64
      - id: ext_file_attributes
        type: u4
        -wireshark: {name: smb.file_attribute, as: hex, bits: smb1_ext_file_attributes}
      - id: len_file_name
        type: u4
        doc: Octets
        -wireshark: smb.file_name_len
      - id: file_name
        size: 'len_file_name < _io.size - _io.pos ? len_file_name : _io.size - _io.pos'
        if: not _io.eof
        doc: As much as there is of it
        -wireshark: {name: smb.file, as: text}
  full_directory:
    doc: SMB_FIND_FILE_FULL_DIRECTORY_INFO, 0x102
    doc-ref: MS-CIFS 2.2.8.1.5
    seq:
      - id: next_entry_offset
        type: u4
        doc: From this entry, 0 in the last
        -wireshark: smb.next_entry_offset
      - id: file_index
        type: u4
        -wireshark: smb.file_index
      - id: creation_time
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
      - id: end_of_file
        type: u8
        -wireshark: smb.end_of_file
      - id: allocation_size
        type: u8
        -wireshark: smb.alloc_size64
      - id: ext_file_attributes
        type: u4
        -wireshark: {name: smb.file_attribute, as: hex, bits: smb1_ext_file_attributes}
      - id: len_file_name
        type: u4
        doc: Octets
        -wireshark: smb.file_name_len
      - id: ea_size
        type: u4
        -wireshark: smb.ea.list_length
      - id: file_name
        size: 'len_file_name < _io.size - _io.pos ? len_file_name : _io.size - _io.pos'
        if: not _io.eof
        doc: As much as there is of it
        -wireshark: {name: smb.file, as: text}
  names:
    doc: SMB_FIND_FILE_NAMES_INFO, 0x103
    doc-ref: MS-CIFS 2.2.8.1.6
    seq:
      - id: next_entry_offset
        type: u4
        doc: From this entry, 0 in the last
        -wireshark: smb.next_entry_offset
      - id: file_index
        type: u4
        -wireshark: smb.file_index
      - id: len_file_name
        type: u4
        doc: Octets
        -wireshark: smb.file_name_len
      - id: file_name
        size: 'len_file_name < _io.size - _io.pos ? len_file_name : _io.size - _io.pos'
        if: not _io.eof
        doc: As much as there is of it
        -wireshark: {name: smb.file, as: text}
  both_directory:
    doc: SMB_FIND_FILE_BOTH_DIRECTORY_INFO, 0x104
    doc-ref: MS-CIFS 2.2.8.1.7
    seq:
      - id: next_entry_offset
        type: u4
        doc: From this entry, 0 in the last
        -wireshark: smb.next_entry_offset
      - id: file_index
        type: u4
        -wireshark: smb.file_index
      - id: creation_time
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
      - id: end_of_file
        type: u8
        -wireshark: smb.end_of_file
      - id: allocation_size
        type: u8
        -wireshark: smb.alloc_size64
      - id: ext_file_attributes
        type: u4
        -wireshark: {name: smb.file_attribute, as: hex, bits: smb1_ext_file_attributes}
      - id: len_file_name
        type: u4
        doc: Octets
        -wireshark: smb.file_name_len
      - id: ea_size
        type: u4
        -wireshark: smb.ea.list_length
      - id: len_short_name
        type: u1
        doc: Octets
        -wireshark: smb.short_file_name_len
      - id: reserved1
        size: 1
        -wireshark: smb.reserved
      - id: short_name
        size: 24
        -wireshark: {name: smb.short_file, as: text}
      - id: file_name
        size: 'len_file_name < _io.size - _io.pos ? len_file_name : _io.size - _io.pos'
        if: not _io.eof
        doc: As much as there is of it
        -wireshark: {name: smb.file, as: text}
  id_full_directory:
    doc: SMB_FIND_FILE_ID_FULL_DIRECTORY_INFO, 0x105
    doc-ref: MS-SMB 2.2.8.1.2
    seq:
      - id: next_entry_offset
        type: u4
        doc: From this entry, 0 in the last
        -wireshark: smb.next_entry_offset
      - id: file_index
        type: u4
        -wireshark: smb.file_index
      - id: creation_time
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
      - id: end_of_file
        type: u8
        -wireshark: smb.end_of_file
      - id: allocation_size
        type: u8
        -wireshark: smb.alloc_size64
      - id: ext_file_attributes
        type: u4
        -wireshark: {name: smb.file_attribute, as: hex, bits: smb1_ext_file_attributes}
      - id: len_file_name
        type: u4
        doc: Octets
        -wireshark: smb.file_name_len
      - id: ea_size
        type: u4
        -wireshark: smb.ea.list_length
      - id: reserved
        size: 4
      - id: file_id
        type: u8
        -wireshark: {name: smb.index_number, as: hex}
      - id: file_name
        size: 'len_file_name < _io.size - _io.pos ? len_file_name : _io.size - _io.pos'
        if: not _io.eof
        doc: As much as there is of it
        -wireshark: {name: smb.file, as: text}
  id_both_directory:
    doc: SMB_FIND_FILE_ID_BOTH_DIRECTORY_INFO, 0x106
    doc-ref: MS-SMB 2.2.8.1.3
    seq:
      - id: next_entry_offset
        type: u4
        doc: From this entry, 0 in the last
        -wireshark: smb.next_entry_offset
      - id: file_index
        type: u4
        -wireshark: smb.file_index
      - id: creation_time
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
      - id: end_of_file
        type: u8
        -wireshark: smb.end_of_file
      - id: allocation_size
        type: u8
        -wireshark: smb.alloc_size64
      - id: ext_file_attributes
        type: u4
        -wireshark: {name: smb.file_attribute, as: hex, bits: smb1_ext_file_attributes}
      - id: len_file_name
        type: u4
        doc: Octets
        -wireshark: smb.file_name_len
      - id: ea_size
        type: u4
        -wireshark: smb.ea.list_length
      - id: len_short_name
        type: u1
        doc: Octets
        -wireshark: smb.short_file_name_len
      - id: reserved1
        size: 1
        -wireshark: smb.reserved
      - id: short_name
        size: 24
        -wireshark: {name: smb.short_file, as: text}
      - id: reserved2
        size: 2
        -wireshark: smb.reserved
      - id: file_id
        type: u8
        -wireshark: {name: smb.index_number, as: hex}
      - id: file_name
        size: 'len_file_name < _io.size - _io.pos ? len_file_name : _io.size - _io.pos'
        if: not _io.eof
        doc: As much as there is of it
        -wireshark: {name: smb.file, as: text}
