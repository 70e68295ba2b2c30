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
        -wireshark: smb.open.flags
      - id: access_mode
        type: u2
        -wireshark: smb.access.mode
      - id: reserved1
        type: u2
        -wireshark: smb.reserved
      - id: file_attributes
        type: u2
        -wireshark: smb.file_attribute
      - id: creation_time
        type: u4
        doc: Seconds since 1970
        -wireshark: smb.create.time
      - id: open_mode
        type: u2
        -wireshark: smb.open.function
      - id: allocation_size
        type: u4
        -wireshark: smb.alloc_size
      - id: reserved
        size: 10
        -wireshark: smb.reserved
      - id: file_name
        type: smb1_string(unicode)
        -wireshark: smb.file
  open2_response:
    doc: TRANS2_OPEN2.
    doc-ref: MS-CIFS 2.2.6.1.2
    seq:
      - id: fid
        type: u2
        -wireshark: smb.fid
      - id: file_attributes
        type: u2
        -wireshark: smb.file_attribute
      - id: creation_time
        type: u4
        doc: Seconds since 1970
        -wireshark: smb.create.time
      - id: file_data_size
        type: u4
        -wireshark: smb.file_size
      - id: access_mode
        type: u2
        -wireshark: smb.access.granted
      - id: resource_type
        type: u2
        -wireshark: smb.file_type
      - id: nm_pipe_status
        type: u2
        -wireshark: smb.ipc_state
      - id: action_taken
        type: u2
        -wireshark: smb.open.action
  find_first2_request:
    doc: TRANS2_FIND_FIRST2.
    doc-ref: MS-CIFS 2.2.6.2.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: search_attributes
        type: u2
        -wireshark: smb.search.attribute
      - id: search_count
        type: u2
        -wireshark: smb.search_count
      - id: flags
        type: u2
        -wireshark: smb.find_first2.flags
      - id: information_level
        type: u2
        -wireshark: smb.ff2_loi
      - id: search_storage_type
        type: u4
        -wireshark: smb.storage_type
      - id: file_name
        type: smb1_string(unicode)
        -wireshark: smb.search_pattern
  find_first2_response:
    doc: TRANS2_FIND_FIRST2.
    doc-ref: MS-CIFS 2.2.6.2.2
    seq:
      - id: sid
        type: u2
        -wireshark: smb.search_id
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
        -wireshark: smb.search_id
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
        -wireshark: smb.find_first2.flags
      - id: file_name
        type: smb1_string(unicode)
        -wireshark: smb.file
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
        -wireshark: smb.qfsi_loi
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
        -wireshark: smb.reserved
      - id: file_name
        type: smb1_string(unicode)
        -wireshark: smb.file
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
        -wireshark: smb.reserved
      - id: file_name
        type: smb1_string(unicode)
        -wireshark: smb.file
  query_file_information_request:
    doc: TRANS2_QUERY_FILE_INFORMATION.
    doc-ref: MS-CIFS 2.2.6.8.1
    seq:
      - id: fid
        type: u2
        -wireshark: smb.fid
      - id: information_level
        type: u2
        -wireshark: smb.qpi_loi
  set_file_information_request:
    doc: TRANS2_SET_FILE_INFORMATION.
    doc-ref: MS-CIFS 2.2.6.9.1
    seq:
      - id: fid
        type: u2
        -wireshark: smb.fid
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
        -wireshark: smb.reserved
      - id: directory_name
        type: smb1_string(unicode)
        -wireshark: smb.dir_name
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
        -wireshark: smb.file
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
        -wireshark: smb.dfs.flags
