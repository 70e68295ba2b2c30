meta:
  id: smb1_copy
  title: Copying, moving, and what is told of disks and locks in the core protocol
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb1_string
doc: |
  SMB_COM_COPY, SMB_COM_MOVE, SMB_COM_CREATE_TEMPORARY, SMB_COM_LOCK_BYTE_RANGE, SMB_COM_QUERY_INFORMATION_DISK,
  SMB_COM_FIND_NOTIFY_CLOSE. The stream that is handed in begins at the SMB header, ends where the command's data end,
  and stands at WordCount.
doc-ref: MS-CIFS 2.2.4.13, 2.2.4.15, 2.2.4.36, 2.2.4.37, 2.2.4.57
types:
  copy_request:
    doc: SMB_COM_COPY request.
    doc-ref: XOPEN-SMB 12.2
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        -wireshark: smb.wct
      - id: tid2
        type: u2
        doc: Of the tree to copy to
        -wireshark: smb.tid
      - id: open_function
        type: u2
        -wireshark: {name: smb.open.function, as: hex, bits: smb1_open_function}
      - id: flags
        type: u2
        -wireshark: {name: smb.copy.flags, as: hex, bits: smb1_copy_flags}
      - id: names
        type: two_names(unicode)
  move_request:
    doc: SMB_COM_MOVE request.
    doc-ref: XOPEN-SMB 12.3
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        -wireshark: smb.wct
      - id: tid2
        type: u2
        doc: Of the tree to move to
        -wireshark: smb.tid
      - id: open_function
        type: u2
        -wireshark: {name: smb.open.function, as: hex, bits: smb1_open_function}
      - id: flags
        type: u2
        -wireshark: {name: smb.move.flags, as: hex, bits: smb1_move_flags}
      - id: names
        type: two_names(unicode)
  two_names:
    doc: From which to which.
    doc-ref: XOPEN-SMB 12.2
    params:
      - id: unicode
        type: bool
    seq:
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: old_name_format
        type: u1
        if: not _io.eof
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: old_name
        type: smb1_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.file, as: text}
      - id: new_name_format
        type: u1
        if: not _io.eof
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: new_name
        type: smb1_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.file, as: text}
  response:
    doc: SMB_COM_COPY and SMB_COM_MOVE response.
    doc-ref: XOPEN-SMB 12.2
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        -wireshark: smb.wct
      - id: count
        type: u2
        doc: Of files copied or moved
        -wireshark: smb.files_moved
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: error_file_format
        type: u1
        if: not _io.eof
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: error_file_name
        type: smb1_string(unicode)
        if: not _io.eof
        doc: Of the file that failed
        -wireshark: {name: smb.file, as: text}
  create_temporary_request:
    doc: SMB_COM_CREATE_TEMPORARY request.
    doc-ref: MS-CIFS 2.2.4.15.1
    params:
      - id: unicode
        type: bool
    seq:
      - id: word_count
        type: u1
        -wireshark: smb.wct
      - id: file_attributes
        size: 2
        -wireshark: smb.reserved
      - id: creation_time
        type: u4
        doc: Seconds since 1970
        -wireshark: {name: smb.create.time, as: unix}
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: buffer_format
        type: u1
        if: not _io.eof
        -wireshark: {name: smb.buffer_format, values: smb1_buffer_format}
      - id: directory_name
        type: smb1_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.dir_name, as: text}
  lock_request:
    doc: SMB_COM_LOCK_BYTE_RANGE and SMB_COM_UNLOCK_BYTE_RANGE request.
    doc-ref: MS-CIFS 2.2.4.13.1, 2.2.4.14.1
    seq:
      - id: word_count
        type: u1
        -wireshark: smb.wct
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: count
        type: u4
        -wireshark: smb.count
      - id: offset
        type: u4
        -wireshark: smb.offset
  disk_response:
    doc: SMB_COM_QUERY_INFORMATION_DISK response.
    doc-ref: MS-CIFS 2.2.4.57.2
    seq:
      - id: word_count
        type: u1
        -wireshark: smb.wct
      - id: total_units
        type: u2
        -wireshark: smb.units
      - id: blocks_per_unit
        type: u2
        -wireshark: smb.bpu
      - id: block_size
        type: u2
        -wireshark: smb.blocksize
      - id: free_units
        type: u2
        -wireshark: smb.free_units
      - id: reserved
        size: 2
        -wireshark: smb.reserved
  notify_close_request:
    doc: SMB_COM_FIND_NOTIFY_CLOSE request.
    doc-ref: MS-CIFS 2.2.4.49
    seq:
      - id: word_count
        type: u1
        -wireshark: smb.wct
      - id: monitor_handle
        type: u2
        -wireshark: {name: smb.monitor_handle, as: hex}
