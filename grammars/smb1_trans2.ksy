meta:
  id: smb1_trans2
  title: Parameters of SMB_COM_TRANSACTION2 subcommands
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb1_string
doc: |
  Trans2_Parameters of each subcommand. The stream that is handed in holds Trans2_Parameters alone. They begin
  at a multiple of four from the SMB header, so that alignment counts from there too.
doc-ref: MS-CIFS 2.2.6
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
        -wireshark: {name: smb.open.flags, as: hex}
      - id: access_mode
        type: u2
        -wireshark: smb.access.mode
      - id: reserved1
        type: u2
        -wireshark: {name: smb.reserved, as: bytes}
      - id: file_attributes
        type: u2
        -wireshark: {name: smb.file_attribute, as: hex}
      - id: creation_time
        type: u4
        doc: Seconds since 1970
        -wireshark: {name: smb.create.time, as: unix}
      - id: open_mode
        type: u2
        -wireshark: {name: smb.open.function, as: hex}
      - id: allocation_size
        type: u4
        -wireshark: smb.alloc_size
      - id: reserved
        size: 10
        -wireshark: smb.reserved
      - id: file_name
        type: smb1_string(unicode)
        -wireshark: {name: smb.file, as: text}
  open2_response:
    doc: TRANS2_OPEN2.
    doc-ref: MS-CIFS 2.2.6.1.2
    seq:
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: file_attributes
        type: u2
        -wireshark: {name: smb.file_attribute, as: hex}
      - id: creation_time
        type: u4
        doc: Seconds since 1970
        -wireshark: {name: smb.create.time, as: unix}
      - id: file_data_size
        type: u4
        -wireshark: smb.file_size
      - id: access_mode
        type: u2
        -wireshark: {name: smb.access.granted, as: hex}
      - id: resource_type
        type: u2
        -wireshark: smb.file_type
      - id: nm_pipe_status
        type: u2
        -wireshark: {name: smb.ipc_state, as: hex}
      - id: action_taken
        type: u2
        -wireshark: {name: smb.open.action, as: hex}
  find_first2_request:
    doc: TRANS2_FIND_FIRST2.
    doc-ref: MS-CIFS 2.2.6.2.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: search_attributes
        type: u2
        -wireshark: {name: smb.search.attribute, as: hex}
      - id: search_count
        type: u2
        -wireshark: smb.search_count
      - id: flags
        type: u2
        -wireshark: {name: smb.find_first2.flags, as: hex}
      - id: information_level
        type: u2
        -wireshark: smb.ff2_loi
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
        -wireshark: smb.ff2_loi
      - id: resume_key
        type: u4
        -wireshark: smb.resume
      - id: flags
        type: u2
        -wireshark: {name: smb.find_first2.flags, as: hex}
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
  fs_information_request:
    doc: TRANS2_QUERY_FS_INFORMATION.
    doc-ref: MS-CIFS 2.2.6.4.1
    seq:
      - id: information_level
        type: u2
        -wireshark: {name: smb.qfsi_loi, as: hex}
  query_path_information_request:
    doc: TRANS2_QUERY_PATH_INFORMATION.
    doc-ref: MS-CIFS 2.2.6.6.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: information_level
        type: u2
        -wireshark: smb.qpi_loi
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
        -wireshark: smb.spi_loi
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
        -wireshark: smb.qpi_loi
  set_file_information_request:
    doc: TRANS2_SET_FILE_INFORMATION.
    doc-ref: MS-CIFS 2.2.6.9.1
    seq:
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: information_level
        type: u2
        -wireshark: smb.spi_loi
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
