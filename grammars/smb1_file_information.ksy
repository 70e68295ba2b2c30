meta:
  id: smb1_file_information
  title: Information levels of a file, as SMB_COM_TRANSACTION2 queries and sets them
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb1_string
    - smb1_datetime
doc: |
  Each type is the data of one level, or of several that are the same. Levels from 1000 on are the information
  classes of [MS-FSCC] with 1000 added to their number.
doc-ref: MS-CIFS 2.2.8.3, 2.2.8.4, MS-SMB 2.2.2.3.5
types:
  standard_dos:
    doc: SMB_INFO_STANDARD, 1, and SMB_INFO_QUERY_EA_SIZE, 2
    doc-ref: MS-CIFS 2.2.8.3.1, 2.2.8.3.2
    seq:
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
        if: not _io.eof
        -wireshark: smb.ea.list_length
  is_name_valid:
    doc: SMB_INFO_IS_NAME_VALID, 6
    doc-ref: MS-CIFS 2.2.8.3.5
    params:
      - id: unicode
        type: bool
    seq:
      - id: file_name
        type: smb1_string(unicode)
        -wireshark: {name: smb.file, as: text}
  basic:
    doc: SMB_QUERY_FILE_BASIC_INFO, 0x101, and 1004
    doc-ref: MS-CIFS 2.2.8.3.6
    seq:
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
      - id: ext_file_attributes
        type: u4
        -wireshark: {name: smb.file_attribute, as: hex, bits: smb1_ext_file_attributes}
  all:
    doc: SMB_QUERY_FILE_ALL_INFO, 0x107, and 1018
    doc-ref: MS-CIFS 2.2.8.3.10
    seq:
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
      - id: ext_file_attributes
        type: u4
        -wireshark: {name: smb.file_attribute, as: hex, bits: smb1_ext_file_attributes}
      - id: reserved1
        size: 4
      - id: allocation_size
        type: u8
        -wireshark: smb.alloc_size64
      - id: end_of_file
        type: u8
        -wireshark: smb.end_of_file
      - id: number_of_links
        type: u4
        -wireshark: smb.link_count
      - id: delete_pending
        type: u1
        -wireshark: {name: smb.delete_pending, values: {0: 'No', 1: 'Yes'}}
      - id: directory
        type: u1
        -wireshark: {name: smb.is_directory, values: smb1_is_directory}
      - id: reserved2
        size: 2
      - id: ea_size
        type: u4
        -wireshark: smb.ea.list_length
      - id: len_file_name
        type: u4
        doc: Octets
        valid:
          max: _io.size - _io.pos
        -wireshark: smb.file_name_len
      - id: file_name
        size: len_file_name
        if: len_file_name != 0
        -wireshark: {name: smb.file, as: text}
  set_disposition:
    doc: SMB_SET_FILE_DISPOSITION_INFO, 0x102
    doc-ref: MS-CIFS 2.2.8.4.4
    seq:
      - id: delete_pending
        type: u1
        -wireshark: {name: smb.marked_for_deletion, as: bool}
  pass_through_disposition:
    doc: FileDispositionInformation, 1013
    doc-ref: MS-FSCC 2.4.11
    seq:
      - id: delete_pending
        type: u1
        -wireshark: {name: smb.disposition.delete_on_close, as: bool, mask: 1}
  rename:
    doc: FileRenameInformation, 1010
    doc-ref: MS-FSCC 2.4.42.1
    seq:
      - id: replace_if_exists
        type: u4
        -wireshark: {name: smb.replace, as: bool}
      - id: root_directory
        type: u4
        -wireshark: {name: smb.root_dir_handle, as: hex}
      - id: len_file_name
        type: u4
        doc: Octets
        -wireshark: smb.target_name_len
      - id: file_name
        size: 'len_file_name < _io.size - _io.pos ? len_file_name : _io.size - _io.pos'
        if: not _io.eof
        doc: As much as there is of it
        -wireshark: {name: smb.target_name, as: text}
  pipe:
    doc: FilePipeInformation, 1023
    doc-ref: MS-FSCC 2.4.31
    seq:
      - id: read_mode
        type: u1
        -wireshark: {name: smb.pipe_info_flag, as: bool, mask: 1}
