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
        -wireshark: {name: smb2.buffer_code, as: hex}
      - id: file_information_class
        type: u1
        -wireshark: smb2.find.infolevel
      - id: flags
        type: u1
        -wireshark: {name: smb2.find.flags, as: hex}
      - id: file_index
        type: u4
        -wireshark: {name: smb2.file_index, as: hex}
      - id: file_id
        type: smb2_file_id
        -wireshark: {name: smb2.fid, as: guid}
      - id: ofs_file_name
        type: u2
        -wireshark: {name: smb2.olb.offset, as: hex, octets: 4}
      - id: len_file_name
        type: u2
        valid:
          expr: _ == 0 or ofs_file_name + _ <= _io.size
        -wireshark: smb2.olb.length
      - id: output_buffer_length
        type: u4
        doc: Of the response at most; nothing here is as long.
        -wireshark: smb2.output_buffer_len
    instances:
      file_name:
        pos: ofs_file_name
        size: len_file_name
        -wireshark: {name: smb2.find.pattern, as: text}
  response:
    doc-ref: MS-SMB2 2.2.34
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
