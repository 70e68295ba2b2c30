meta:
  id: smb1_trans2
  title: Parameters of SMB_COM_TRANSACTION2 subcommands
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb1_string
    - smb1_datetime
doc: |
  Trans2_Parameters of each subcommand. The stream that is handed in holds Trans2_Parameters alone. They begin
  at a multiple of four from the SMB header, so that alignment counts from there too.
doc-ref: MS-CIFS 2.2.6
-generated:
  - {name: smb.trans2.cmd, as: hex, octets: 2, label: Subcommand, values: smb1_trans2_cmd, doc: What is asked of a file or a file system}
  - {name: smb.nt.function, as: dec, label: Function, values: smb1_nt_function, doc: Of the request that this answers}
  - {name: smb.ff2_loi, as: dec, label: Level of Interest, values: smb1_find_level, doc: Of the request that this answers}
  - {name: smb.qpi_loi, as: dec, label: Level of Interest, values: smb1_query_level, doc: Of the request that this answers}
  - {name: smb.qfsi_loi, as: hex, octets: 2, label: Level of Interest, values: smb1_query_fs_level, doc: Of the request that this answers}
  - {name: smb.sfsi_loi, as: hex, octets: 2, label: Level of Interest, values: smb1_set_fs_level, doc: Of the request that this answers}
  - {name: smb.fn_loi, as: dec, label: Level of Interest, doc: Of the request that this answers}
  - {name: smb.search_pattern, as: text, label: Search Pattern, doc: Of the request that this answers}
  - {name: smb.unknown_data, as: bytes, label: Unknown Data, doc: What no level or subcommand defines}
  - {name: smb.bcc, as: dec, label: Byte Count (BCC), doc: Octets that follow}
  - {name: smb.wct, as: dec, label: Word Count (WCT), doc: Words that follow}
  - {name: smb.security_blob, as: bytes, label: Security Blob, doc: Asks for encryption}
-bits:
  smb1_transaction_flags:
    smb.transaction.flags.owt: {mask: 0x2, label: One Way Transaction}
    smb.transaction.flags.dtid: {mask: 0x1, label: Disconnect TID}
  smb1_find_flags:
    smb.find_first2.flags.backup: {mask: 0x10, label: Backup Intent}
    smb.find_first2.flags.continue: 0x8
    smb.find_first2.flags.resume: 0x4
    smb.find_first2.flags.eos: {mask: 0x2, label: Close on EOS}
    smb.find_first2.flags.close: 0x1
  smb1_open2_flags:
    smb.open.flags.add_info: {mask: 0x1, label: Additional Info}
    smb.open.flags.ex_oplock: {mask: 0x2, label: Exclusive Oplock}
    smb.open.flags.batch_oplock: {mask: 0x4, label: Batch Oplock}
    smb.open.flags.ealen: {mask: 0x8, label: Total EA Len}
  smb1_completion_filter:
    smb.nt.notify.file_name: {mask: 0x1, label: File Name Change}
    smb.nt.notify.dir_name: {mask: 0x2, label: Directory Name Change}
    smb.nt.notify.attributes: {mask: 0x4, label: Attribute Change}
    smb.nt.notify.size: {mask: 0x8, label: Size Change}
    smb.nt.notify.last_write: {mask: 0x10, label: Last Write Change}
    smb.nt.notify.last_access: {mask: 0x20, label: Last Access Change}
    smb.nt.notify.creation: {mask: 0x40, label: Created Change}
    smb.nt.notify.ea: {mask: 0x80, label: EA Change}
    smb.nt.notify.security: {mask: 0x100, label: Security Change}
    smb.nt.notify.stream_name: {mask: 0x200, label: Stream Name Change}
    smb.nt.notify.stream_size: {mask: 0x400, label: Stream Size Change}
    smb.nt.notify.stream_write: {mask: 0x800, label: Stream Write}
  smb1_security_information:
    smb.nt_qsd.owner: 0x1
    smb.nt_qsd.group: 0x2
    smb.nt_qsd.dacl: {mask: 0x4, label: DACL}
    smb.nt_qsd.sacl: {mask: 0x8, label: SACL}
-values:
  smb1_trans2_cmd: {0: OPEN2, 1: FIND_FIRST2, 2: FIND_NEXT2, 3: QUERY_FS_INFO, 4: SET_FS_INFO, 5: QUERY_PATH_INFO, 6: SET_PATH_INFO, 7: QUERY_FILE_INFO, 8: SET_FILE_INFO, 9: FSCTL, 10: IOCTL2, 11: FIND_NOTIFY_FIRST, 12: FIND_NOTIFY_NEXT, 13: CREATE_DIRECTORY, 14: SESSION_SETUP, 16: GET_DFS_REFERRAL, 17: REPORT_DFS_INCONSISTENCY}
  smb1_nt_function: {1: NT CREATE, 2: NT IOCTL, 3: NT SET SECURITY DESC, 4: NT NOTIFY, 5: NT RENAME, 6: NT QUERY SECURITY DESC, 7: NT GET USER QUOTA, 8: NT SET USER QUOTA}
  smb1_find_level: {1: Info Standard, 2: Info Query EA Size, 3: Info Query EAs From List, 0x101: Find File Directory Info, 0x102: Find File Full Directory Info, 0x103: Find File Names Info, 0x104: Find File Both Directory Info, 0x105: Find File ID Full Directory Info, 0x106: Find File ID Both Directory Info, 0x202: Find File UNIX, 0x20b: Find File UNIX Info2}
  smb1_query_level: {1: Info Standard, 2: Info Query EA Size, 3: Info Query EAs From List, 4: Info Query All EAs, 6: Info Is Name Valid, 0x101: Query File Basic Info, 0x102: Query File Standard Info, 0x103: Query File EA Info, 0x104: Query File Name Info, 0x107: Query File All Info, 0x108: Query File Alt Name Info, 0x109: Query File Stream Info, 0x10b: Query File Compression Info, 0x200: Query File UNIX Basic, 0x201: Query File UNIX Link, 0x202: Query File UNIX Hardlink, 0x204: Query File POSIX ACL, 0x205: Query File POSIX XATTR, 0x206: Query File POSIX Attr Flags, 0x207: Query File POSIX Permissions, 0x208: Query File POSIX Lock, 0x20b: Query File UNIX Info2, 1004: Query File Basic Info, 1005: Query File Standard Info, 1006: Query File Internal Info, 1007: Query File EA Info, 1009: Query File Name Info, 1014: Query File Position Info, 1016: Query File Mode Info, 1017: Query File Alignment Info, 1018: Query File All Info, 1021: Query File Alt Name Info, 1022: Query File Stream Info, 1024: Query File Pipe Local Info, 1025: Query File Pipe Remote Info, 1028: Query File Compression Info, 1034: Query File Network Open Info, 1035: Query File Attribute Tag Info}
  smb1_set_level: {1: Info Standard, 2: Info Set EAs, 4: Info Query All EAs, 0x101: Set File Basic Info, 0x102: Set File Disposition Info, 0x103: Set File Allocation Info, 0x104: Set File End Of File Info, 0x200: Set File UNIX Basic, 0x201: Set File UNIX Link, 0x203: Set File UNIX Hardlink, 0x204: Set File POSIX ACL, 0x205: Set File POSIX XATTR, 0x206: Set File POSIX Attr Flags, 0x208: Set File POSIX Lock, 0x209: Set File POSIX Open, 0x20a: Set File POSIX Unlink, 0x20b: Set File UNIX Info2, 1004: Set Basic Information, 1010: Set Rename Information, 1013: Set Disposition Information, 1014: Set Position Information, 1016: Set Mode Information, 1019: Set Allocation Information, 1020: Set End Of File Information, 1023: Set Pipe Information}
  smb1_query_fs_level: {1: Info Allocation, 2: Info Volume, 0x101: Query FS Label Info, 0x102: Query FS Volume Info, 0x103: Query FS Size Info, 0x104: Query FS Device Info, 0x105: Query FS Attribute Info, 0x200: UNIX Query FS Info, 0x202: POSIX Whoami, 0x301: Mac Query FS Info, 1001: Query FS Volume Info, 1002: Query FS Label Info, 1003: Query FS Size Info, 1004: Query FS Device Info, 1005: Query FS Attribute Info, 1006: Query FS Quota Info, 1007: Query Full FS Size Info, 1008: Query Object ID}
  smb1_set_fs_level: {0x200: Set CIFS UNIX Info, 0x203: Request Transport Encryption, 1006: Set FS Quota Info}
types:
  open2_request:
    doc: TRANS2_OPEN2.
    doc-ref: MS-CIFS 2.2.6.1.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: flags
        type: u2
        -wireshark: {name: smb.open.flags, as: hex, bits: smb1_open2_flags}
      - id: access_mode
        type: u2
        -wireshark: {name: smb.access.desired, as: hex, bits: smb1_access_mode}
      - id: reserved1
        type: u2
        doc: Of OS/2 the attributes that a file found may have
        -wireshark: {name: smb.search.attribute, as: hex, bits: smb1_search_attributes}
      - id: file_attributes
        type: u2
        -wireshark: {name: smb.file_attribute, as: hex, bits: smb1_file_attributes}
      - id: creation_time
        type: u4
        doc: Time, then date, as instance created
      - id: open_mode
        type: u2
        -wireshark: {name: smb.open.function, as: hex, bits: smb1_open_function}
      - id: allocation_size
        type: u4
        -wireshark: smb.alloc_size
      - id: reserved
        size: 10
        -wireshark: smb.reserved
      - id: file_name
        type: smb1_string(unicode)
        -wireshark: {name: smb.file, as: text}
    instances:
      created:
        pos: 8
        size: 4
        type: smb1_datetime::created_time_first
  open2_response:
    doc: TRANS2_OPEN2.
    doc-ref: MS-CIFS 2.2.6.1.2
    seq:
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: file_attributes
        type: u2
        -wireshark: {name: smb.file_attribute, as: hex, bits: smb1_file_attributes}
      - id: creation_time
        type: u4
        doc: Time, then date, as instance created
      - id: file_data_size
        type: u4
        -wireshark: smb.data_size
      - id: access_mode
        type: u2
        -wireshark: {name: smb.access.granted, as: hex, bits: smb1_access_mode}
      - id: resource_type
        type: u2
        -wireshark: {name: smb.file_type, values: smb1_file_type}
      - id: nm_pipe_status
        type: u2
        -wireshark: {name: smb.ipc_state, as: hex, bits: smb1_ipc_state}
      - id: action_taken
        type: u2
        -wireshark: {name: smb.open.action, as: hex, bits: smb1_open_action}
      - id: server_file_id
        type: u4
        if: _io.size - _io.pos >= 4
        -wireshark: {name: smb.create.file_id, as: hex}
      - id: ea_error_offset
        type: u2
        if: _io.size - _io.pos >= 2
        -wireshark: smb.ea.error_offset
      - id: ea_length
        type: u4
        if: _io.size - _io.pos >= 4
        -wireshark: smb.ea.list_length
    instances:
      created:
        pos: 4
        size: 4
        type: smb1_datetime::created_time_first
  find_first2_request:
    doc: TRANS2_FIND_FIRST2.
    doc-ref: MS-CIFS 2.2.6.2.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: search_attributes
        type: u2
        -wireshark: {name: smb.search.attribute, as: hex, bits: smb1_search_attributes}
      - id: search_count
        type: u2
        -wireshark: smb.search_count
      - id: flags
        type: u2
        -wireshark: {name: smb.find_first2.flags, as: hex, label: Flags, bits: smb1_find_flags}
      - id: information_level
        type: u2
        -wireshark: {name: smb.ff2_loi, label: Level of Interest, values: smb1_find_level}
      - id: search_storage_type
        type: u4
        -wireshark: smb.storage_type
      - id: file_name
        type: smb1_string(unicode)
        -wireshark: {name: smb.search_pattern, as: text}
  find_first2_response:
    doc: TRANS2_FIND_FIRST2.
    doc-ref: MS-CIFS 2.2.6.2.2
    seq:
      - id: sid
        type: u2
        -wireshark: {name: smb.search_id, as: hex}
      - id: search_count
        type: u2
        -wireshark: smb.search_count
      - id: end_of_search
        type: u2
        -wireshark: smb.end_of_search
      - id: ea_error_offset
        type: u2
        if: _io.size - _io.pos >= 2
        -wireshark: smb.ea.error_offset
      - id: last_name_offset
        type: u2
        if: _io.size - _io.pos >= 2
        doc: From the begin of the data
        -wireshark: smb.last_name_offset
  find_next2_request:
    doc: TRANS2_FIND_NEXT2.
    doc-ref: MS-CIFS 2.2.6.3.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: sid
        type: u2
        -wireshark: {name: smb.search_id, as: hex}
      - id: search_count
        type: u2
        -wireshark: smb.search_count
      - id: information_level
        type: u2
        -wireshark: {name: smb.ff2_loi, label: Level of Interest, values: smb1_find_level}
      - id: resume_key
        type: u4
        -wireshark: smb.resume
      - id: flags
        type: u2
        -wireshark: {name: smb.find_first2.flags, as: hex, label: Flags, bits: smb1_find_flags}
      - id: file_name
        type: smb1_string(unicode)
        -wireshark: {name: smb.file, as: text}
  find_next2_response:
    doc: TRANS2_FIND_NEXT2.
    doc-ref: MS-CIFS 2.2.6.3.2
    seq:
      - id: search_count
        type: u2
        -wireshark: smb.search_count
      - id: end_of_search
        type: u2
        -wireshark: smb.end_of_search
      - id: ea_error_offset
        type: u2
        if: _io.size - _io.pos >= 2
        -wireshark: smb.ea.error_offset
      - id: last_name_offset
        type: u2
        if: _io.size - _io.pos >= 2
        doc: From the begin of the data
        -wireshark: smb.last_name_offset
  fs_information_request:
    doc: TRANS2_QUERY_FS_INFORMATION.
    doc-ref: MS-CIFS 2.2.6.4.1
    seq:
      - id: information_level
        type: u2
        -wireshark: {name: smb.qfsi_loi, as: hex, label: Level of Interest, values: smb1_query_fs_level}
  set_fs_information_request:
    doc: TRANS2_SET_FS_INFORMATION.
    doc-ref: MS-SMB 2.2.6.4.1
    seq:
      - id: fid
        type: u2
      - id: information_level
        type: u2
        -wireshark: {name: smb.sfsi_loi, as: hex, label: Level of Interest, values: smb1_set_fs_level}
  query_path_information_request:
    doc: TRANS2_QUERY_PATH_INFORMATION.
    doc-ref: MS-CIFS 2.2.6.6.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: information_level
        type: u2
        -wireshark: {name: smb.qpi_loi, label: Level of Interest, values: smb1_query_level}
      - id: reserved
        type: u4
        -wireshark: {name: smb.reserved, as: bytes}
      - id: file_name
        type: smb1_string(unicode)
        -wireshark: {name: smb.file, as: text}
  set_path_information_request:
    doc: TRANS2_SET_PATH_INFORMATION.
    doc-ref: MS-CIFS 2.2.6.7.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: information_level
        type: u2
        -wireshark: {name: smb.spi_loi, label: Level of Interest, values: smb1_set_level}
      - id: reserved
        type: u4
        -wireshark: {name: smb.reserved, as: bytes}
      - id: file_name
        type: smb1_string(unicode)
        -wireshark: {name: smb.file, as: text}
  query_file_information_request:
    doc: TRANS2_QUERY_FILE_INFORMATION.
    doc-ref: MS-CIFS 2.2.6.8.1
    seq:
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: information_level
        type: u2
        -wireshark: {name: smb.qpi_loi, label: Level of Interest, values: smb1_query_level}
  set_file_information_request:
    doc: TRANS2_SET_FILE_INFORMATION.
    doc-ref: MS-CIFS 2.2.6.9.1
    seq:
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: information_level
        type: u2
        -wireshark: {name: smb.spi_loi, label: Level of Interest, values: smb1_set_level}
      - id: reserved
        size: 2
        if: _io.size - _io.pos >= 2
        -wireshark: smb.reserved
  create_directory_request:
    doc: TRANS2_CREATE_DIRECTORY.
    doc-ref: MS-CIFS 2.2.6.14.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: reserved
        type: u4
        -wireshark: {name: smb.reserved, as: bytes}
      - id: directory_name
        type: smb1_string(unicode)
        -wireshark: {name: smb.dir_name, as: text}
  ea_error_response:
    doc: What TRANS2_QUERY_PATH_INFORMATION and others of its kind answer.
    doc-ref: MS-CIFS 2.2.6.6.2
    seq:
      - id: ea_error_offset
        type: u2
        doc: From the begin of the list of extended attributes that was sent
        -wireshark: smb.ea.error_offset
  find_notify_first_request:
    doc: TRANS2_FIND_NOTIFY_FIRST.
    doc-ref: MS-CIFS 2.2.6.12
    params:
      - id: unicode
        type: bool
    seq:
      - id: search_attributes
        type: u2
        -wireshark: {name: smb.search.attribute, as: hex, bits: smb1_search_attributes}
      - id: change_count
        type: u2
        -wireshark: smb.change_count
      - id: information_level
        type: u2
        -wireshark: {name: smb.fn_loi, label: Level of Interest}
      - id: reserved
        size: 4
        -wireshark: smb.reserved
      - id: file_name
        type: smb1_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.file, as: text}
  find_notify_next_request:
    doc: TRANS2_FIND_NOTIFY_NEXT.
    doc-ref: MS-CIFS 2.2.6.13
    seq:
      - id: monitor_handle
        type: u2
        -wireshark: {name: smb.monitor_handle, as: hex}
      - id: change_count
        type: u2
        -wireshark: smb.change_count
  find_notify_first_response:
    doc: TRANS2_FIND_NOTIFY_FIRST.
    doc-ref: MS-CIFS 2.2.6.12
    seq:
      - id: monitor_handle
        type: u2
        -wireshark: {name: smb.monitor_handle, as: hex}
      - id: change_count
        type: u2
        -wireshark: smb.change_count
      - id: ea_error_offset
        type: u2
        -wireshark: smb.ea.error_offset
  find_notify_next_response:
    doc: TRANS2_FIND_NOTIFY_NEXT.
    doc-ref: MS-CIFS 2.2.6.13
    seq:
      - id: change_count
        type: u2
        -wireshark: smb.change_count
      - id: ea_error_offset
        type: u2
        -wireshark: smb.ea.error_offset
  report_dfs_inconsistency_request:
    doc: TRANS2_REPORT_DFS_INCONSISTENCY.
    doc-ref: MS-CIFS 2.2.6.17
    params:
      - id: unicode
        type: bool
    seq:
      - id: file_name
        type: smb1_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.file, as: text}
  get_dfs_referral_request:
    doc: TRANS2_GET_DFS_REFERRAL.
    doc-ref: MS-CIFS 2.2.6.16.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: max_referral_level
        type: u2
        -wireshark: smb.max_referral_level
      - id: request_file_name
        type: smb1_string(unicode)
        -wireshark: {name: smb.file, as: text}
  get_dfs_referral_response:
    doc: RESP_GET_DFS_REFERRAL without its entries, of the data.
    doc-ref: MS-DFSC 2.2.4
    seq:
      - id: path_consumed
        type: u2
        -wireshark: smb.dfs.path_consumed
      - id: number_of_referrals
        type: u2
        -wireshark: smb.dfs.num_referrals
      - id: referral_header_flags
        type: u4
        -wireshark: {name: smb.dfs.flags, as: hex, octets: 2}
