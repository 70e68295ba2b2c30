meta:
  id: smb2_query_directory
  title: SMB2 QUERY_DIRECTORY
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb2_file_id
doc: The stream begins at the SMB2 header and stands behind it.
doc-ref: MS-SMB2 2.2.33, 2.2.34
types:
  request:
    doc-ref: MS-SMB2 2.2.33
    seq:
      - id: structure_size
        type: u2
        valid: 33
        -wireshark: smb2.buffer_code
      - id: file_information_class
        type: u1
        -wireshark: smb2.find.infolevel
      - id: flags
        type: u1
        -wireshark:
          name: smb2.find.flags
          as: hex
          label: Find Flags
          bits:
            smb2.find.restart_scans: {mask: 0x01, label: Restart Scans}
            smb2.find.single_entry: {mask: 0x02, label: Single Entry}
            smb2.find.index_specified: {mask: 0x04, label: Index Specified}
            smb2.find.reopen: {mask: 0x10, label: Reopen}
      - id: file_index
        type: u4
        -wireshark: {name: smb2.file_index, as: hex, label: File Index}
      - id: file_id
        type: smb2_file_id
        -wireshark: smb2.fid
      - id: ofs_file_name
        type: u2
        -wireshark: smb2.olb.offset
      - id: len_file_name
        type: u2
        valid:
          expr: _ == 0 or ofs_file_name + _ <= _io.size
        -wireshark: smb2.olb.length
      - id: output_buffer_length
        type: u4
        doc: Of the response at most; nothing here is as long.
        -wireshark: {name: smb2.output_buffer_len, label: Output Buffer Length}
    instances:
      file_name:
        pos: ofs_file_name
        size: len_file_name
        -wireshark: {name: smb2.find.pattern, as: text, label: Search Pattern}
  response:
    doc-ref: MS-SMB2 2.2.34
    seq:
      - id: structure_size
        type: u2
        valid: 9
        -wireshark: smb2.buffer_code
      - id: ofs_output_buffer
        type: u2
      - id: len_output_buffer
        type: u4
        valid:
          max: 0xffffff
        doc: The decoder checks it against the message, of which the end may be lost.
    instances:
      output_buffer_offset:
        pos: 66
        type: u2
        if: len_output_buffer <= _io.size - ofs_output_buffer
        -after: len_output_buffer
        -wireshark: smb2.olb.offset
      output_buffer_length:
        pos: 68
        type: u4
        if: len_output_buffer <= _io.size - ofs_output_buffer
        -after: len_output_buffer
        -wireshark: smb2.olb.length
      output_buffer:
        pos: ofs_output_buffer
        size: len_output_buffer
        if: len_output_buffer <= _io.size - ofs_output_buffer
        -wireshark: {name: smb2.find.info_blob, label: Info}
