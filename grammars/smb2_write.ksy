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
        -wireshark: smb2.buffer_code
      - id: ofs_data
        type: u2
        -wireshark: {name: smb2.data_offset, as: hex, label: Data Offset}
      - id: len_data
        type: u4
        valid:
          max: 0xffffff
        doc: No frame is longer; the decoder checks it against the message, of which only the start was gathered.
        -wireshark: {name: smb2.write_length, label: Write Length}
      - id: offset
        type: u8
        -wireshark: {name: smb2.file_offset, label: File Offset}
      - id: file_id
        type: smb2_file_id
        -wireshark: smb2.fid
      - id: channel
        type: u4
        -wireshark: smb2.channel
      - id: remaining_bytes
        type: u4
        -wireshark: {name: smb2.remaining_bytes, label: Remaining Bytes}
      - id: ofs_channel_info
        type: u2
        -wireshark: smb2.olb.offset
      - id: len_channel_info
        type: u2
        doc: Not read, so not checked against what was gathered.
        -wireshark: smb2.olb.length
      - id: flags
        type: u4
        -wireshark:
          name: smb2.write.flags
          as: hex
          label: Write Flags
          bits:
            smb2.write.flags.write_through: {mask: 0x00000001, label: Write through}
            smb2.write.flags.unbuffered: {mask: 0x00000002, label: Unbuffered}
    instances:
      channel_info:
        pos: ofs_channel_info
        size: len_channel_info
        doc: Of RDMA, where the client's memory is.
        -wireshark: smb2.channel_info_blob
  response:
    doc-ref: MS-SMB2 2.2.22
    seq:
      - id: structure_size
        type: u2
        valid: 17
        -wireshark: smb2.buffer_code
      - id: reserved
        type: u2
        -wireshark: smb2.reserved
      - id: count
        type: u4
        doc: Octets written; nothing here is as many.
        -wireshark: {name: smb2.write.count, label: Write Count}
      - id: remaining
        type: u4
        -wireshark: {name: smb2.write.remaining, label: Write Remaining}
      - id: ofs_channel_info
        type: u2
        doc: Unused, as the next one.
        -wireshark: {name: smb2.channel_info_offset, label: Channel Info Offset}
      - id: len_channel_info
        type: u2
        -wireshark: {name: smb2.channel_info_length, label: Channel Info Length}
