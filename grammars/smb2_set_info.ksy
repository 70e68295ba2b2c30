meta:
  id: smb2_set_info
  title: SMB2 SET_INFO
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb2_file_id
    - smb2_file_information
doc: The stream begins at the SMB2 header and stands behind it.
doc-ref: MS-SMB2 2.2.39, 2.2.40
types:
  request:
    doc-ref: MS-SMB2 2.2.39
    seq:
      - id: structure_size
        type: u2
        valid: 33
        -wireshark: smb2.buffer_code
      - id: info_type
        type: u1
        -wireshark: smb2.class
      - id: file_info_class
        type: u1
      - id: len_buffer
        type: u4
        valid:
          max: 0xffffff
        doc: The decoder checks it against the message, of which the end may be lost.
        -wireshark: {name: smb2.setinfo_size, label: Setinfo Size}
      - id: ofs_buffer
        type: u2
        -wireshark: {name: smb2.setinfo_offset, as: hex, label: Setinfo Offset}
      - id: reserved
        type: u2
        -wireshark: smb2.setinfo_reserved
      - id: additional_information
        type: u4
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
        pos: 76
        type: u4
        if: info_type == 3
        -after: additional_information
        -wireshark: smb2.getsetinfo_additionals
      additional_of_others:
        pos: 76
        type: u4
        if: info_type != 3
        -after: additional_information
        -wireshark: smb2.getsetinfo_additional
      file_information:
        pos: ofs_buffer
        size: len_buffer
        -wireshark: []
        type:
          switch-on: file_info_class
          cases:
            4: smb2_file_information::basic
            10: smb2_file_information::rename
            11: smb2_file_information::rename
            13: smb2_file_information::disposition
            19: smb2_file_information::allocation
            20: smb2_file_information::end_of_file
            64: smb2_file_information::disposition_ex
            65: smb2_file_information::rename
            72: smb2_file_information::rename
            _: smb2_file_information::opaque
        if: info_type == 1
  response:
    doc-ref: MS-SMB2 2.2.40
    seq:
      - id: structure_size
        type: u2
        valid: 2
        -wireshark: smb2.buffer_code
