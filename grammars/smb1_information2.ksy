meta:
  id: smb1_information2
  title: SMB_COM_QUERY_INFORMATION2 and SMB_COM_SET_INFORMATION2
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  Times and sizes of an open. The stream that is handed in begins at the SMB header, ends where the command's
  data end, and stands at WordCount.
doc-ref: MS-CIFS 2.2.4.30, 2.2.4.31
types:
  query_request:
    doc: SMB_COM_QUERY_INFORMATION2 request.
    doc-ref: MS-CIFS 2.2.4.31.1
    seq:
      - id: word_count
        type: u1
        valid: 1
        -wireshark: smb.wct
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
  query_response:
    doc: SMB_COM_QUERY_INFORMATION2 response.
    doc-ref: MS-CIFS 2.2.4.31.2
    seq:
      - id: word_count
        type: u1
        valid: 11
        -wireshark: smb.wct
      - id: create_date
        type: u2
      - id: create_time
        type: u2
      - id: last_access_date
        type: u2
      - id: last_access_time
        type: u2
      - id: last_write_date
        type: u2
      - id: last_write_time
        type: u2
      - id: file_data_size
        type: u4
        -wireshark: smb.data_size
      - id: file_allocation_size
        type: u4
        -wireshark: smb.alloc_size
      - id: file_attributes
        type: u2
        -wireshark: {name: smb.file_attribute, as: hex, bits: smb1_file_attributes}
  set_request:
    doc: SMB_COM_SET_INFORMATION2 request.
    doc-ref: MS-CIFS 2.2.4.30.1
    seq:
      - id: word_count
        type: u1
        valid: 7
        -wireshark: smb.wct
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: create_date
        type: u2
      - id: create_time
        type: u2
      - id: last_access_date
        type: u2
      - id: last_access_time
        type: u2
      - id: last_write_date
        type: u2
      - id: last_write_time
        type: u2
