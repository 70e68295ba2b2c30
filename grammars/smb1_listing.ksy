meta:
  id: smb1_listing
  title: Entries that the core and LAN Manager 1.0 dialects list
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb1_string
doc: |
  What SMB_COM_SEARCH, SMB_COM_FIND, SMB_COM_FIND_UNIQUE, SMB_COM_FIND_CLOSE and SMB_COM_GET_PRINT_QUEUE ask with and
  answer. The stream that is handed in begins at the SMB header, ends where the command's data end, and stands where
  the type begins: requests at WordCount.
doc-ref: MS-CIFS 2.2.4.58 to 2.2.4.61, 2.2.4.70
types:
  request:
    doc: Pattern, or the resume key of an earlier search.
    doc-ref: MS-CIFS 2.2.4.58.1
    params:
      - id: unicode
        type: bool
      - id: find
        type: bool
        doc: FIND, FIND_UNIQUE or FIND_CLOSE, not SEARCH
    seq:
      - id: word_count
        type: u1
        -wireshark: smb.wct
      - id: max_count
        type: u2
        -wireshark: smb.maxcount
      - id: search_attributes
        type: u2
        -wireshark: {name: smb.search.attribute, as: hex, bits: smb1_search_attributes}
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: file_name_format
        type: u1
        if: not _io.eof
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: file_name
        type: unpadded_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.file, as: text}
      - id: resume_key_format
        type: u1
        if: not _io.eof
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: len_resume_key
        type: u2
        if: not _io.eof
        -wireshark: smb.resume.key_len
      - id: resume_key
        type: resume_key(find)
        if: not _io.eof and len_resume_key != 0
  unpadded_string:
    doc: Text that nothing aligns.
    doc-ref: MS-CIFS 2.2.4.58.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: unicode_value
        type: strz
        encoding: UTF-16LE
        eos-error: false
        if: unicode
      - id: oem_value
        type: strz
        encoding: ISO-8859-1
        eos-error: false
        if: not unicode
    instances:
      value:
        value: 'unicode ? unicode_value : oem_value'
  resume_key:
    doc: SMB_Resume_Key, where the search goes on.
    doc-ref: MS-CIFS 2.2.4.58.1
    params:
      - id: find
        type: bool
    seq:
      - id: reserved
        size: 1
        -wireshark: smb.reserved
      - id: file_name
        type: str
        size: 11
        encoding: ISO-8859-1
        -wireshark: {name: smb.file, as: text}
      - id: find_id
        type: u1
        if: find
        -wireshark: {name: smb.resume.find_id, as: hex}
      - id: server_cookie
        size: 'find ? 4 : 5'
        -wireshark: smb.resume.server.cookie
      - id: client_cookie
        size: 4
        -wireshark: smb.resume.client.cookie
  entry:
    doc: SMB_Directory_Information.
    doc-ref: MS-CIFS 2.2.4.58.2
    params:
      - id: unicode
        type: bool
      - id: find
        type: bool
    seq:
      - id: resume_key
        type: resume_key(find)
      - id: file_attributes
        type: u1
        -wireshark: {name: smb.file_attribute, as: hex, bits: smb1_file_attributes_8}
      - id: last_write
        size: 4
        doc: Time, then date
      - id: file_size
        type: u4
        -wireshark: smb.file_size
      - id: file_name
        size: 13
        -wireshark: {name: smb.file, as: text}
  find_close_response:
    doc: SMB_COM_FIND_CLOSE response, at WordCount.
    doc-ref: MS-CIFS 2.2.4.61.2
    seq:
      - id: word_count
        type: u1
        -wireshark: smb.wct
      - id: count
        size: 2
        -wireshark: smb.reserved
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: buffer_format
        type: u1
        if: not _io.eof
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: len_data
        type: u2be
        if: not _io.eof
        doc: Wireshark reads it in the wrong order; it is 0
        -wireshark: smb.data_len
  queue_request:
    doc: SMB_COM_GET_PRINT_QUEUE request.
    doc-ref: XOPEN-SMB 13.4
    seq:
      - id: word_count
        type: u1
        -wireshark: smb.wct
      - id: max_count
        type: u2
        -wireshark: smb.maxcount
      - id: start_index
        type: u2
        -wireshark: smb.print.start_index
  queue_response:
    doc: SMB_COM_GET_PRINT_QUEUE response, without the entries.
    doc-ref: XOPEN-SMB 13.4
    seq:
      - id: word_count
        type: u1
        -wireshark: smb.wct
      - id: count
        type: u2
        -wireshark: smb.count
      - id: restart_index
        type: u2
        -wireshark: smb.print.restart_index
  queue_entry:
    doc: A print job.
    doc-ref: XOPEN-SMB 13.4
    seq:
      - id: queued
        size: 4
        doc: Date, then time
      - id: status
        type: u1
        -wireshark: {name: smb.print.status, as: hex, values: smb1_print_status}
      - id: spool_file_number
        type: u2
        -wireshark: smb.print.spool.file_number
      - id: spool_file_size
        type: u4
        -wireshark: smb.print.spool.file_size
      - id: reserved
        size: 1
        -wireshark: smb.reserved
      - id: name
        size: 16
        -wireshark: {name: smb.print.spool.name, as: text}
