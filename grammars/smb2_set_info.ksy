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
        -wireshark: {name: smb2.buffer_code, as: hex}
      - id: info_type
        type: u1
        -wireshark: {name: smb2.class, as: hex}
      - id: file_info_class
        type: u1
        -wireshark: {name: smb2.infolevel, as: hex}
      - id: len_buffer
        type: u4
        valid:
          max: 0xffffff
        doc: The decoder checks it against the message, of which the end may be lost.
        -wireshark: smb2.setinfo_size
      - id: ofs_buffer
        type: u2
        -wireshark: {name: smb2.setinfo_offset, as: hex}
      - id: reserved
        type: u2
        -wireshark: smb2.setinfo_reserved
      - id: additional_information
        type: u4
        -wireshark: {name: smb2.getsetinfo_additional, as: hex}
      - id: file_id
        type: smb2_file_id
        -wireshark: {name: smb2.fid, as: guid}
    instances:
      file_information:
        pos: ofs_buffer
        size: len_buffer
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
        -wireshark: {name: smb2.buffer_code, as: hex}
