meta:
  id: smb2_file_information
  title: File information classes that SET_INFO sets
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: Each type is the whole buffer of one class, or of two.
doc-ref: MS-FSCC 2.4
types:
  opaque:
    doc: A class that is not read.
  basic:
    doc: FileBasicInformation, 4
    doc-ref: MS-FSCC 2.4.7
    seq:
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
      - id: file_attributes
        type: u4
        -wireshark: smb2.file_attribute
  rename:
    doc: |
      FileRenameInformation, 10, FileLinkInformation, 11, and their Ex forms, 65 and 72, of which Flags
      takes the place of ReplaceIfExists and three octets after it.
    doc-ref: MS-FSCC 2.4.41, 2.4.42, 2.4.27
    seq:
      - id: replace_if_exists
        type: u1
        doc: Of the Ex forms Flags, of which 1 is replace if exists.
        -wireshark: {name: smb2.rename.replace_if, as: bool, label: Replace If}
      - id: reserved
        size: 7
        -wireshark: {name: smb2.reserved.random, label: Reserved (Random)}
      - id: root_directory
        type: u8
        -wireshark: {name: smb2.root_directory, as: bytes, label: Root Dir Handle (MBZ)}
      - id: len_file_name
        type: u4
        valid:
          expr: _ <= _io.size - _io.pos
        -wireshark: {name: smb2.filename.len, label: Filename Length}
      - id: file_name
        size: len_file_name
        -wireshark: {name: smb2.filename, as: text, label: Filename}
  disposition:
    doc: FileDispositionInformation, 13
    doc-ref: MS-FSCC 2.4.11
    seq:
      - id: delete_pending
        type: u1
        -wireshark: {name: smb2.disposition.delete_on_close, as: bool, label: Delete on close}
  disposition_ex:
    doc: FileDispositionInformationEx, 64
    doc-ref: MS-FSCC 2.4.12
    seq:
      - id: flags
        type: u4
        doc: 1 delete, 2 POSIX semantics, 4 force image section check, 8 on close, 16 ignore read-only
  allocation:
    doc: FileAllocationInformation, 19
    doc-ref: MS-FSCC 2.4.4
    seq:
      - id: allocation_size
        type: u8
        -wireshark: {name: smb2.allocation_size, label: Allocation Size}
  end_of_file:
    doc: FileEndOfFileInformation, 20
    doc-ref: MS-FSCC 2.4.13
    seq:
      - id: end_of_file
        type: u8
        -wireshark: {name: smb2.eof, label: End Of File}
