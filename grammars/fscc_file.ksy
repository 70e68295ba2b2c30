meta:
  id: fscc_file
  title: Information classes of files
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  Each type is the whole buffer of one class. SMB1 has most of them too, as pass-through information levels;
  those that both dialects show with one set of names stand here.
doc-ref: MS-FSCC 2.4
-generated:
  - {name: smb2.file_basic_info, as: none, label: SMB2_FILE_BASIC_INFO}
  - {name: smb2.file_standard_info, as: none, label: SMB2_FILE_STANDARD_INFO}
  - {name: smb2.file_internal_info, as: none, label: SMB2_FILE_INTERNAL_INFO}
  - {name: smb2.file_ea_info, as: none, label: SMB2_FILE_EA_INFO}
  - {name: smb2.file_access_info, as: none, label: SMB2_FILE_ACCESS_INFO}
  - {name: smb2.file_rename_info, as: none, label: SMB2_FILE_RENAME_INFO}
  - {name: smb2.file_disposition_info, as: none, label: SMB2_FILE_DISPOSITION_INFO}
  - {name: smb2.file_position_info, as: none, label: SMB2_FILE_POSITION_INFO}
  - {name: smb2.file_full_ea_info, as: none, label: SMB2_FILE_FULL_EA_INFO}
  - {name: smb2.file_mode_info, as: none, label: SMB2_FILE_MODE_INFO}
  - {name: smb2.file_alignment_info, as: none, label: SMB2_FILE_ALIGNMENT_INFO}
  - {name: smb2.file_all_info, as: none, label: SMB2_FILE_ALL_INFO}
  - {name: smb2.file_allocation_info, as: none, label: SMB2_FILE_ALLOCATION_INFO}
  - {name: smb2.file_endoffile_info, as: none, label: SMB2_FILE_ENDOFFILE_INFO}
  - {name: smb2.file_alternate_name_info, as: none, label: SMB2_FILE_ALTERNATE_NAME_INFO}
  - {name: smb2.file_normalized_name_info, as: none, label: SMB2_FILE_NORMALIZED_NAME_INFO}
  - {name: smb2.file_stream_info, as: none, label: SMB2_FILE_STREAM_INFO}
  - {name: smb2.file_pipe_info, as: none, label: SMB2_FILE_PIPE_INFO}
  - {name: smb2.file_compression_info, as: none, label: SMB2_FILE_COMPRESSION_INFO}
  - {name: smb2.file_network_open_info, as: none, label: SMB2_FILE_NETWORK_OPEN_INFO}
  - {name: smb2.file_attribute_tag_info, as: none, label: SMB2_FILE_ATTRIBUTE_TAG_INFO}
types:
  basic:
    doc: FileBasicInformation, 4
    doc-ref: MS-FSCC 2.4.7
    seq:
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
      - id: reserved
        size: 4
        -wireshark: {name: smb2.unknown, label: Unknown}
  standard:
    doc: FileStandardInformation, 5
    doc-ref: MS-FSCC 2.4.47
    seq:
      - id: allocation_size
        type: u8
        -wireshark: smb.alloc_size64
      - id: end_of_file
        type: u8
        -wireshark: smb.end_of_file
      - id: number_of_links
        type: u4
        -wireshark: {name: smb.link_count, label: Link Count}
      - id: delete_pending
        type: u1
        -wireshark: smb.delete_pending
      - id: directory
        type: u1
        -wireshark: {name: smb.is_directory, label: Is Directory}
  internal:
    doc: FileInternalInformation, 6
    doc-ref: MS-FSCC 2.4.27
    seq:
      - id: index_number
        type: u8
        -wireshark: {name: smb.index_number, as: hex}
  ea:
    doc: FileEaInformation, 7
    doc-ref: MS-FSCC 2.4.13
    seq:
      - id: ea_size
        type: u4
        -wireshark: {name: smb.ea.list_length, label: EA List Length}
  access:
    doc: FileAccessInformation, 8
    doc-ref: MS-FSCC 2.4.1
    seq:
      - id: access_flags
        type: u4
        -wireshark: &access_mask
          name: smb.access_mask
          as: hex
          label: Access Mask
          bits:
            smb.access.generic_read: 0x80000000
            smb.access.generic_write: 0x40000000
            smb.access.generic_execute: 0x20000000
            smb.access.generic_all: 0x10000000
            smb.access.maximum_allowed: 0x2000000
            smb.access.system_security: 0x1000000
            smb.access.synchronize: 0x100000
            smb.access.write_owner: 0x80000
            smb.access.write_dac: 0x40000
            smb.access.read_control: 0x20000
            smb.access.delete: 0x10000
            smb.access.write_attributes: 0x100
            smb.access.read_attributes: 0x80
            smb.access.delete_child: 0x40
            smb.access.execute: 0x20
            smb.access.write_ea: 0x10
            smb.access.read_ea: 0x8
            smb.access.append: 0x4
            smb.access.write: 0x2
            smb.access.read: 0x1
  rename:
    doc: FileRenameInformation, 10
    doc-ref: MS-FSCC 2.4.42.2
    seq:
      - id: replace_if_exists
        type: u1
        -wireshark: {name: smb2.rename.replace_if, as: bool, label: Replace If}
      - id: reserved
        size: 7
        -wireshark: {name: smb2.reserved.random, label: Reserved (Random)}
      - id: root_directory
        size: 8
        -wireshark: {name: smb2.root_directory, label: Root Dir Handle (MBZ)}
      - id: len_file_name
        type: u4
        valid:
          expr: _ <= _io.size - _io.pos
        -wireshark: {name: smb2.filename.len, label: Filename Length}
      - id: file_name
        size: len_file_name
        if: len_file_name != 0
        -wireshark: {name: smb2.filename, as: utf16, label: Filename}
  disposition:
    doc: FileDispositionInformation, 13
    doc-ref: MS-FSCC 2.4.11
    seq:
      - id: delete_pending
        type: u1
        -wireshark: {name: smb2.disposition.delete_on_close, as: bool, mask: 0x1, label: Delete on close}
  position:
    doc: FilePositionInformation, 14
    doc-ref: MS-FSCC 2.4.40
    seq:
      - id: current_byte_offset
        type: u8
        -wireshark: {name: smb.position, label: Position}
  full_ea:
    doc: FILE_FULL_EA_INFORMATION, one of the chain of FileFullEaInformation, 15
    doc-ref: MS-FSCC 2.4.16
    seq:
      - id: next_entry_offset
        type: u4
        -wireshark: {name: smb2.next_offset, label: Next Offset}
      - id: flags
        type: u1
        -wireshark: {name: smb2.ea.flags, as: hex, label: EA Flags}
      - id: len_ea_name
        type: u1
        -wireshark: {name: smb2.ea.name_len, label: EA Name Length}
      - id: len_ea_value
        type: u2
        -wireshark: {name: smb2.ea.data_len, label: EA Data Length}
      - id: ea_name
        size: len_ea_name
        if: len_ea_name != 0
        -wireshark: {name: smb2.ea.name, as: utf8}
      - id: zero
        size: 1
      - id: ea_value
        size: len_ea_value
        if: len_ea_value != 0
        -wireshark: {name: smb2.ea.data, label: EA Data}
  mode:
    doc: FileModeInformation, 16
    doc-ref: MS-FSCC 2.4.31
    seq:
      - id: mode
        type: u4
        -wireshark: {name: smb.mode, as: hex}
  alignment:
    doc: FileAlignmentInformation, 17
    doc-ref: MS-FSCC 2.4.3
    seq:
      - id: alignment_requirement
        type: u4
        -wireshark: {name: smb.alignment, label: Alignment, values: {0: Byte, 1: Word, 3: Long, 7: 8 octets, 0xf: 16 octets, 0x1f: 32 octets, 0x3f: 64 octets, 0x7f: 128 octets, 0xff: 256 octets, 0x1ff: 512 octets}}
  all:
    doc: FileAllInformation, 18
    doc-ref: MS-FSCC 2.4.2
    seq:
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
      - id: file_attributes
        type: u4
        -wireshark: *file_attributes
      - id: reserved
        size: 4
        -wireshark: {name: smb2.unknown, label: Unknown}
      - id: allocation_size
        type: u8
        -wireshark: smb2.allocation_size
      - id: end_of_file
        type: u8
        -wireshark: smb2.eof
      - id: number_of_links
        type: u4
        -wireshark: smb2.nlinks
      - id: delete_pending
        type: u1
        -wireshark: smb2.delete_pending
      - id: directory
        type: u1
        -wireshark: {name: smb2.is_directory, label: Is Directory}
      - id: padding
        size: 2
      - id: index_number
        type: u8
        -wireshark: {name: smb2.file_id, as: hex, label: File Id}
      - id: ea_size
        type: u4
        -wireshark: smb2.ea_size
      - id: access_flags
        type: u4
        -wireshark: *access_mask
      - id: current_byte_offset
        type: u8be
        doc: Little-endian on the wire; Wireshark shows it the other way round, and its users expect the same.
        -wireshark: {name: smb2.position_info, label: Position Information}
      - id: mode
        type: u4
        -wireshark:
          name: smb2.mode_info
          as: hex
          label: Mode Information
          bits:
            smb2.mode.file_write_through: {mask: 0x2, as: hex, label: FILE_WRITE_THROUGH}
            smb2.mode.file_sequential_only: {mask: 0x4, as: hex, label: FILE_SEQUENTIAL_ONLY}
            smb2.mode.file_no_intermediate_buffering: {mask: 0x8, as: hex, label: FILE_NO_INTERMEDIATE_BUFFERING}
            smb2.mode.file_synchronous_io_alert: {mask: 0x10, as: hex, label: FILE_SYNCHRONOUS_IO_ALERT}
            smb2.mode.file_synchronous_io_nonalert: {mask: 0x20, as: hex, label: FILE_SYNCHRONOUS_IO_NONALERT}
            smb2.mode.file_delete_on_close: {mask: 0x1000, as: hex, label: FILE_DELETE_ON_CLOSE}
      - id: alignment_requirement
        type: u4be
        doc: As current_byte_offset.
        -wireshark: {name: smb2.alignment_info, as: hex, label: Alignment Information}
      - id: len_file_name
        type: u4
        valid:
          expr: _ <= _io.size - _io.pos
        -wireshark: {name: smb2.filename.len, label: Filename Length}
      - id: file_name
        size: len_file_name
        if: len_file_name != 0
        -wireshark: {name: smb2.filename, as: utf16, label: Filename}
  allocation:
    doc: FileAllocationInformation, 19
    doc-ref: MS-FSCC 2.4.4
    seq:
      - id: allocation_size
        type: u8
        -wireshark: smb.alloc_size64
  end_of_file:
    doc: FileEndOfFileInformation, 20
    doc-ref: MS-FSCC 2.4.14
    seq:
      - id: end_of_file
        type: u8
        -wireshark: smb.end_of_file
  name:
    doc: FileAlternateNameInformation, 21, FileNormalizedNameInformation, 48, and FileNameInformation, 9
    doc-ref: MS-FSCC 2.1.7
    seq:
      - id: len_file_name
        type: u4
        -wireshark: {name: smb.file_name_len, label: File Name Len}
      - id: file_name
        size-eos: true
        if: not _io.eof
        doc: To its zero or the end, whatever the length says.
        -wireshark: {name: smb.file, as: text}
  stream:
    doc: One stream of the chain of FileStreamInformation, 22
    doc-ref: MS-FSCC 2.4.49
    seq:
      - id: next_entry_offset
        type: u4
        -wireshark: smb.next_entry_offset
      - id: len_stream_name
        type: u4
        -wireshark: {name: smb.stream_name_len, label: Stream Name Length}
      - id: stream_size
        type: u8
        -wireshark: smb.stream_size
      - id: stream_allocation_size
        type: u8
        -wireshark: {name: smb.alloc_size64, label: Allocation Size}
      - id: stream_name
        size: '(len_stream_name < _io.size - _io.pos ? len_stream_name : _io.size - _io.pos)'
        if: not _io.eof
        -wireshark: {name: smb.stream_name, as: text}
  pipe:
    doc: FilePipeInformation, 23
    doc-ref: MS-FSCC 2.4.37
    seq:
      - id: read_mode
        type: u1
        -wireshark: {name: smb.pipe_info_flag, as: bool, mask: 0x1, label: Pipe Info}
  compression:
    doc: FileCompressionInformation, 28
    doc-ref: MS-FSCC 2.4.9
    seq:
      - id: compressed_file_size
        type: u8
        -wireshark: {name: smb.compressed.file_size, label: Compressed Size}
      - id: compression_format
        type: u2
        -wireshark: {name: smb.compressed.format, values: {0: COMPRESSION_FORMAT_NONE, 2: COMPRESSION_FORMAT_LZNT1}}
      - id: compression_unit_shift
        type: u1
        -wireshark: {name: smb.compressed.unit_shift, label: Unit Shift}
      - id: chunk_shift
        type: u1
        -wireshark: smb.compressed.chunk_shift
      - id: cluster_shift
        type: u1
        -wireshark: smb.compressed.cluster_shift
      - id: reserved
        size: 3
        -wireshark: smb.reserved
  network_open:
    doc: FileNetworkOpenInformation, 34
    doc-ref: MS-FSCC 2.4.34
    seq:
      - id: creation_time
        type: u8
        -wireshark: {name: smb.create.time, as: filetime, label: Created}
      - id: last_access_time
        type: u8
        -wireshark: {name: smb.access.time, as: filetime, label: Last Access}
      - id: last_write_time
        type: u8
        -wireshark: {name: smb.last_write.time, as: filetime, label: Last Write}
      - id: change_time
        type: u8
        -wireshark: {name: smb.change.time, as: filetime, label: Change}
      - id: allocation_size
        type: u8
        -wireshark: smb.alloc_size64
      - id: end_of_file
        type: u8
        -wireshark: smb.end_of_file
      - id: file_attributes
        type: u4
        -wireshark: &smb_file_attributes
          name: smb.file_attribute
          as: hex
          octets: 4
          bits:
            smb.file_attribute.read_only: 0x1
            smb.file_attribute.hidden: 0x2
            smb.file_attribute.system: 0x4
            smb.file_attribute.volume: {mask: 0x8, label: Volume ID}
            smb.file_attribute.directory: 0x10
            smb.file_attribute.archive: 0x20
            smb.file_attribute.device: 0x40
            smb.file_attribute.normal: 0x80
            smb.file_attribute.temporary: 0x100
            smb.file_attribute.sparse: 0x200
            smb.file_attribute.reparse: {mask: 0x400, label: Reparse Point}
            smb.file_attribute.compressed: 0x800
            smb.file_attribute.offline: 0x1000
            smb.file_attribute.not_content_indexed: {mask: 0x2000, label: Content Indexed}
            smb.file_attribute.encrypted: 0x4000
      - id: reserved
        size: 4
        -wireshark: smb.reserved
  attribute_tag:
    doc: FileAttributeTagInformation, 35
    doc-ref: MS-FSCC 2.4.6
    seq:
      - id: file_attributes
        type: u4
        -wireshark: {name: smb.attribute, as: hex, label: Attribute}
      - id: reparse_tag
        type: u4
        -wireshark: {name: smb.reparse_tag, as: hex}
  posix:
    doc: FilePosixInformation, 100, up to the SIDs of owner and group
    doc-ref: SMB3 POSIX Extensions 2.1.2
    seq:
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
      - id: allocation_size
        type: u8
        -wireshark: smb2.allocation_size
      - id: end_of_file
        type: u8
        -wireshark: smb2.eof
      - id: file_attributes
        type: u4
        -wireshark: *file_attributes
      - id: inode
        type: u8
        -wireshark: {name: smb2.inode, as: hex}
      - id: device_id
        type: u4
        -wireshark: {name: smb2.file_id, as: hex, octets: 8, label: File Id}
      - id: reserved
        size: 4
        -wireshark: smb2.reserved
      - id: number_of_links
        type: u4
        -wireshark: smb2.nlinks
      - id: reparse_tag
        type: u4
        -wireshark: {name: smb2.reparse_tag, as: hex}
      - id: mode
        type: u4
        doc: Permissions of POSIX
        -wireshark: {name: smb2.posix_perms, as: dec, label: POSIX perms}
