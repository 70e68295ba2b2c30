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
        -wireshark: {name: smb2.buffer_code, as: hex}
      - id: info_type
        type: u1
        -wireshark: {name: smb2.class, as: hex}
      - id: file_info_class
        type: u1
        -wireshark: {name: smb2.infolevel, as: hex}
      - id: output_buffer_length
        type: u4
        doc: Of the response at most; nothing here is as long.
        -wireshark: smb2.max_response_size
      - id: ofs_input_buffer
        type: u2
        -wireshark: {name: smb2.getinfo_input_offset, as: hex}
      - id: reserved
        type: u2
        -wireshark: {name: smb2.reserved, as: bytes}
      - id: len_input_buffer
        type: u4
        valid:
          max: 0xffffff
        doc: Not read; the decoder checks it against the message.
        -wireshark: smb2.getinfo_input_size
      - id: additional_information
        type: u4
        -wireshark: {name: smb2.getsetinfo_additional, as: hex}
      - id: flags
        type: u4
        -wireshark: {name: smb2.getinfo_flags, as: hex}
      - id: file_id
        type: smb2_file_id
        -wireshark: {name: smb2.fid, as: guid}
  response:
    doc-ref: MS-SMB2 2.2.38
    seq:
      - id: structure_size
        type: u2
        valid: 9
        -wireshark: {name: smb2.buffer_code, as: hex}
      - id: ofs_output_buffer
        type: u2
        -wireshark: {name: smb2.olb.offset, as: hex, octets: 4}
      - id: len_output_buffer
        type: u4
        valid:
          max: 0xffffff
        doc: The decoder checks it against the message, of which the end may be lost.
        -wireshark: smb2.olb.length
