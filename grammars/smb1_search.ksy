meta:
  id: smb1_search
  title: Listings of the core and LAN Manager 1.0 dialects
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb1_string
doc: |
  SMB_COM_SEARCH, SMB_COM_FIND, SMB_COM_FIND_UNIQUE and SMB_COM_FIND_CLOSE. The stream that is handed in begins
  at the SMB header, ends where the command's data end, and stands at WordCount.
doc-ref: MS-CIFS 2.2.4.58 to 2.2.4.61
types:
  request:
    doc: Pattern, or the resume key of an earlier search.
    doc-ref: MS-CIFS 2.2.4.58.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        valid: 2
        -wireshark: smb.wct
      - id: max_count
        type: u2
        -wireshark: smb.count
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
      - id: resume_key_format
        type: u1
        valid: 5
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: len_resume_key
        type: u2
        valid:
          max: _io.size
        -wireshark: smb.resume.key_len
  response:
    doc: Count of the entries that follow.
    doc-ref: MS-CIFS 2.2.4.58.2
    seq:
      - id: word_count
        type: u1
        valid: 1
        -wireshark: smb.wct
      - id: count
        type: u2
        -wireshark: smb.count
