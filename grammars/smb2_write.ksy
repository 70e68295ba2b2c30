meta:
  id: smb2_write
  title: SMB2 WRITE
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb2_file_id
doc: The stream begins at the SMB2 header and stands behind it; what is written need not be there.
doc-ref: MS-SMB2 2.2.21, 2.2.22
types:
  request:
    doc-ref: MS-SMB2 2.2.21
    seq:
      - id: structure_size
        type: u2
        valid: 49
        -wireshark: {name: smb2.buffer_code, as: hex}
      - id: ofs_data
        type: u2
        -wireshark: {name: smb2.data_offset, as: hex}
      - id: len_data
        type: u4
        valid:
          max: 0xffffff
        doc: No frame is longer; the decoder checks it against the message, of which only the start was gathered.
        -wireshark: smb2.write_length
      - id: offset
        type: u8
        -wireshark: smb2.file_offset
      - id: file_id
        type: smb2_file_id
        -wireshark: {name: smb2.fid, as: guid}
      - id: channel
        type: u4
        -wireshark: {name: smb2.channel, as: hex}
      - id: remaining_bytes
        type: u4
        -wireshark: smb2.remaining_bytes
      - id: ofs_channel_info
        type: u2
        -wireshark: smb2.channel_info_offset
      - id: len_channel_info
        type: u2
        doc: Not read, so not checked against what was gathered.
        -wireshark: smb2.channel_info_length
      - id: flags
        type: u4
        -wireshark: {name: smb2.write.flags, as: hex}
  response:
    doc-ref: MS-SMB2 2.2.22
    seq:
      - id: structure_size
        type: u2
        valid: 17
        -wireshark: {name: smb2.buffer_code, as: hex}
      - id: reserved
        type: u2
      - id: count
        type: u4
        doc: Octets written; nothing here is as many.
        -wireshark: smb2.write.count
      - id: remaining
        type: u4
        -wireshark: smb2.write.remaining
      - id: ofs_channel_info
        type: u2
        doc: Unused, as the next one.
        -wireshark: smb2.channel_info_offset
      - id: len_channel_info
        type: u2
        -wireshark: smb2.channel_info_length
