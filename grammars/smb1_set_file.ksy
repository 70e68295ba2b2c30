meta:
  id: smb1_set_file
  title: Levels of TRANS2_SET_PATH_INFORMATION and TRANS2_SET_FILE_INFORMATION
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb1_string
doc: |
  Trans2_Data of the levels that are decoded, native ones of SMB1 and pass-through ones of the file system. The
  stream that is handed in holds Trans2_Data alone.
doc-ref: MS-CIFS 2.2.8.4, MS-FSCC 2.4
types:
  standard:
    doc: SMB_INFO_STANDARD (1).
    doc-ref: MS-CIFS 2.2.8.4.1
    seq:
      - id: create_date
        type: u2
        -wireshark: {name: smb.create.smb.date, as: hex}
      - id: create_time
        type: u2
        -wireshark: {name: smb.create.smb.time, as: hex}
      - id: last_access_date
        type: u2
        -wireshark: {name: smb.access.smb.date, as: hex}
      - id: last_access_time
        type: u2
        -wireshark: {name: smb.access.smb.time, as: hex}
      - id: last_write_date
        type: u2
        -wireshark: {name: smb.last_write.smb.date, as: hex}
      - id: last_write_time
        type: u2
        -wireshark: {name: smb.last_write.smb.time, as: hex}
  basic:
    doc: SMB_SET_FILE_BASIC_INFO (0x101), FileBasicInformation.
    doc-ref: MS-CIFS 2.2.8.4.3, MS-FSCC 2.4.7
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
      - id: change_time
        type: u8
        -wireshark: {name: smb.change.time, as: filetime}
      - id: ext_file_attributes
        type: u4
        -wireshark: {name: smb.file_attribute, as: hex, octets: 2}
  disposition:
    doc: SMB_SET_FILE_DISPOSITION_INFO (0x102), FileDispositionInformation.
    doc-ref: MS-CIFS 2.2.8.4.4, MS-FSCC 2.4.11
    seq:
      - id: delete_pending
        type: u1
        -wireshark: {name: smb.disposition.delete_on_close, as: bool}
  allocation:
    doc: SMB_SET_FILE_ALLOCATION_INFO (0x103), FileAllocationInformation.
    doc-ref: MS-CIFS 2.2.8.4.5, MS-FSCC 2.4.4
    seq:
      - id: allocation_size
        type: u8
        -wireshark: smb.alloc_size64
  end_of_file:
    doc: SMB_SET_FILE_END_OF_FILE_INFO (0x104), FileEndOfFileInformation.
    doc-ref: MS-CIFS 2.2.8.4.6, MS-FSCC 2.4.13
    seq:
      - id: end_of_file
        type: u8
        -wireshark: smb.end_of_file
  rename:
    doc: FileRenameInformation and FileLinkInformation, as SMB1 carries them.
    doc-ref: MS-FSCC 2.4.37.1, 2.4.21.1
    seq:
      - id: replace_if_exists
        type: u1
        -wireshark: {name: smb.replace, as: bool}
      - id: reserved
        size: 3
        -wireshark: smb.reserved
      - id: root_directory
        type: u4
        -wireshark: {name: smb.root_dir_handle, as: hex}
      - id: len_file_name
        type: u4
        valid:
          max: _io.size - _io.pos
        -wireshark: smb.file_name_len
      - id: file_name
        size: len_file_name
        type: str
        encoding: UTF-16LE
        -wireshark: smb.file
  unix_link:
    doc: SMB_SET_FILE_UNIX_LINK (0x201) and SMB_SET_FILE_UNIX_HLINK (0x203).
    doc-ref: MS-SMB 2.2.2.3.6
    params:
      - id: unicode
        type: bool
    seq:
      - id: target
        type: smb1_string(unicode)
        -wireshark: {name: smb.unix.file.link_dest, as: text}
  posix_open:
    doc: SMB_POSIX_PATH_OPEN (0x209).
    doc-ref: MS-SMB 2.2.2.3.6
    seq:
      - id: oplock_flags
        type: u4
      - id: open_flags
        type: u4
      - id: permissions
        type: u8
      - id: information_level
        type: u2
  posix_open_response:
    doc: SMB_POSIX_PATH_OPEN (0x209).
    doc-ref: MS-SMB 2.2.2.3.6
    seq:
      - id: oplock_flags
        type: u2
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: create_action
        type: u4
        -wireshark: smb.create.action
  posix_unlink:
    doc: SMB_POSIX_PATH_UNLINK (0x20A).
    doc-ref: MS-SMB 2.2.2.3.6
    seq:
      - id: directory
        type: u2
