meta:
  id: smb2_query_info
  title: SMB2 QUERY_INFO
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb2_file_id
doc: The stream begins at the SMB2 header and stands behind it.
doc-ref: MS-SMB2 2.2.37, 2.2.38
types:
  request:
    doc-ref: MS-SMB2 2.2.37
    seq:
      - id: structure_size
        type: u2
        valid: 41
        -wireshark: smb2.buffer_code
      - id: info_type
        type: u1
        -wireshark: smb2.class
      - id: file_info_class
        type: u1
      - id: output_buffer_length
        type: u4
        doc: Of the response at most; nothing here is as long.
        -wireshark: {name: smb2.max_response_size, label: Max Response Size}
      - id: ofs_input_buffer
        type: u2
        -wireshark: {name: smb2.getinfo_input_offset, as: hex, label: Getinfo Input Offset}
      - id: reserved
        type: u2
        -wireshark: smb2.reserved
      - id: len_input_buffer
        type: u4
        valid:
          max: 0xffffff
        doc: Not read; the decoder checks it against the message.
        -wireshark: {name: smb2.getinfo_input_size, label: Getinfo Input Size}
      - id: additional_information
        type: u4
      - id: flags
        type: u4
        -wireshark: {name: smb2.getinfo_flags, as: hex}
      - id: file_id
        type: smb2_file_id
        -wireshark: smb2.fid
    instances:
      file_info_level:
        pos: 67
        type: u1
        if: info_type == 1
        -after: file_info_class
        -wireshark: smb2.file_info.infolevel
      fs_info_level:
        pos: 67
        type: u1
        if: info_type == 2
        -after: file_info_class
        -wireshark: smb2.fs_info.infolevel
      sec_info_level:
        pos: 67
        type: u1
        if: info_type == 3
        -after: file_info_class
        -wireshark: smb2.sec_info.infolevel
      other_info_level:
        pos: 67
        type: u1
        if: info_type == 0 or info_type > 3
        -after: file_info_class
        -wireshark: smb2.infolevel
      additional_of_security:
        pos: 80
        type: u4
        if: info_type == 3
        -after: additional_information
        -wireshark: smb2.getsetinfo_additionals
      additional_of_others:
        pos: 80
        type: u4
        if: info_type != 3
        -after: additional_information
        -wireshark: smb2.getsetinfo_additional
  response:
    doc-ref: MS-SMB2 2.2.38
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
  too_small:
    doc: Of STATUS_BUFFER_TOO_SMALL; the size that is needed stands in the place of the buffer.
    doc-ref: MS-SMB2 2.2.2
    seq:
      - id: structure_size
        type: u2
        -wireshark: smb2.buffer_code
