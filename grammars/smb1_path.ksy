meta:
  id: smb1_path
  title: Commands on a path
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb1_string
doc: |
  SMB_COM_DELETE, SMB_COM_RENAME, SMB_COM_NT_RENAME, SMB_COM_CREATE_DIRECTORY, SMB_COM_DELETE_DIRECTORY,
  SMB_COM_CHECK_DIRECTORY, SMB_COM_QUERY_INFORMATION, SMB_COM_SET_INFORMATION. The stream that is handed in
  begins at the SMB header, ends where the command's data end, and stands at WordCount.
doc-ref: MS-CIFS 2.2.4.1, 2.2.4.2, 2.2.4.7 to 2.2.4.10, 2.2.4.17, 2.2.4.66
types:
  path_request:
    doc: SMB_COM_CREATE_DIRECTORY, SMB_COM_DELETE_DIRECTORY, SMB_COM_CHECK_DIRECTORY and SMB_COM_QUERY_INFORMATION request.
    doc-ref: MS-CIFS 2.2.4.1.1, 2.2.4.2.1, 2.2.4.9.1, 2.2.4.17.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        valid: 0
        -wireshark: smb.wct
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: buffer_format
        type: u1
        valid: 4
        doc: 4, an SMB_STRING
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: path
        type: smb1_string(unicode)
        -wireshark: {name: smb.file, as: text}
  directory_request:
    doc: SMB_COM_CREATE_DIRECTORY, SMB_COM_DELETE_DIRECTORY and SMB_COM_CHECK_DIRECTORY request, as path_request.
    doc-ref: MS-CIFS 2.2.4.1.1, 2.2.4.2.1, 2.2.4.17.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        valid: 0
        -wireshark: smb.wct
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: buffer_format
        type: u1
        valid: 4
        doc: 4, an SMB_STRING
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: path
        type: smb1_string(unicode)
        -wireshark: {name: smb.dir_name, as: text}
  delete_request:
    doc: SMB_COM_DELETE request.
    doc-ref: MS-CIFS 2.2.4.7.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        valid: 1
        -wireshark: smb.wct
      - id: search_attributes
        type: u2
        -wireshark: {name: smb.search.attribute, as: hex, bits: smb1_search_attributes}
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: buffer_format
        type: u1
        valid: 4
        doc: 4, an SMB_STRING
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: file_name
        type: smb1_string(unicode)
        -wireshark: {name: smb.file, as: text}
  rename_request:
    doc: SMB_COM_RENAME request.
    doc-ref: MS-CIFS 2.2.4.8.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        valid: 1
        -wireshark: smb.wct
      - id: search_attributes
        type: u2
        -wireshark: {name: smb.search.attribute, as: hex, bits: smb1_search_attributes}
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: buffer_format
        type: u1
        valid: 4
        doc: 4, an SMB_STRING
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: old_file_name
        type: smb1_string(unicode)
        -wireshark: {name: smb.old_file, as: text}
      - id: new_name_format
        type: u1
        valid: 4
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: new_file_name
        type: smb1_string(unicode)
        -wireshark: {name: smb.file, as: text}
  nt_rename_request:
    doc: SMB_COM_NT_RENAME request.
    doc-ref: MS-CIFS 2.2.4.66.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        valid: 4
        -wireshark: smb.wct
      - id: search_attributes
        type: u2
        -wireshark: {name: smb.search.attribute, as: hex, bits: smb1_search_attributes}
      - id: information_level
        type: u2
        -wireshark: smb.ntr_loi
      - id: reserved
        type: u4
        doc: ClusterCount
        -wireshark: {name: smb.ntr_clu, label: Cluster count}
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: buffer_format
        type: u1
        valid: 4
        doc: 4, an SMB_STRING
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: old_file_name
        type: smb1_string(unicode)
        -wireshark: {name: smb.old_file, as: text}
      - id: new_name_format
        type: u1
        valid: 4
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: new_file_name
        type: smb1_string(unicode)
        -wireshark: {name: smb.file, as: text}
  query_information_response:
    doc: SMB_COM_QUERY_INFORMATION response.
    doc-ref: MS-CIFS 2.2.4.9.2
    seq:
      - id: word_count
        type: u1
        valid: 10
        -wireshark: smb.wct
      - id: file_attributes
        type: u2
        -wireshark: {name: smb.file_attribute, as: hex, bits: smb1_file_attributes}
      - id: last_write_time
        type: u4
        doc: Seconds since 1970
        -wireshark: {name: smb.last_write.time, as: unix}
      - id: file_size
        type: u4
        -wireshark: smb.file_size
      - id: reserved
        size: 10
        -wireshark: smb.reserved
  set_information_request:
    doc: SMB_COM_SET_INFORMATION request.
    doc-ref: MS-CIFS 2.2.4.10.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        valid: 8
        -wireshark: smb.wct
      - id: file_attributes
        type: u2
        -wireshark: {name: smb.file_attribute, as: hex, bits: smb1_file_attributes}
      - id: last_write_time
        type: u4
        doc: Seconds since 1970
        -wireshark: {name: smb.last_write.time, as: unix}
      - id: reserved
        size: 10
        -wireshark: smb.reserved
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: buffer_format
        type: u1
        valid: 4
        doc: 4, an SMB_STRING
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: file_name
        type: smb1_string(unicode)
        -wireshark: {name: smb.file, as: text}
