meta:
  id: smb2_read
  title: SMB2 READ
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb2_file_id
doc: The stream begins at the SMB2 header and stands behind it; what was read need not be there.
doc-ref: MS-SMB2 2.2.19, 2.2.20
types:
  request:
    doc-ref: MS-SMB2 2.2.19
    seq:
      - id: structure_size
        type: u2
        valid: 49
        -wireshark: smb2.buffer_code
      - id: padding
        type: u1
        -wireshark: {name: smb2.read_padding, as: hex}
      - id: flags
        type: u1
        doc: 1 unbuffered, 2 compressed
        -wireshark:
          name: smb2.read_flags
          as: hex
          label: Flags
          bits:
            smb2.read_flags.unbuffered: {mask: 0x01, label: Unbuffered}
            smb2.read_flags.compressed: {mask: 0x02, label: Compressed}
      - id: len_read
        type: u4
        doc: Asked for; nothing here is as long.
        -wireshark: {name: smb2.read_length, label: Read Length}
      - id: offset
        type: u8
        -wireshark: {name: smb2.file_offset, label: File Offset}
      - id: file_id
        type: smb2_file_id
        -wireshark: smb2.fid
      - id: minimum_count
        type: u4
        -wireshark: {name: smb2.min_count, label: Min Count}
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
        valid:
          expr: _ == 0 or ofs_channel_info + _ <= _io.size
        -wireshark: smb2.olb.length
    instances:
      channel_info:
        pos: ofs_channel_info
        size: len_channel_info
        doc: Of RDMA, where the client's memory is.
        -wireshark: smb2.channel_info_blob
  response:
    doc-ref: MS-SMB2 2.2.20
    seq:
      - id: structure_size
        type: u2
        valid: 17
        -wireshark: smb2.buffer_code
      - id: ofs_data
        type: u1
      - id: reserved
        type: u1
      - id: len_data
        type: u4
        valid:
          max: 0xffffff
        doc: No frame is longer; the decoder checks it against the message, of which only the start was gathered.
      - id: data_remaining
        type: u4
        -wireshark: {name: smb2.read_remaining, label: Read Remaining}
      - id: flags
        type: u4
        doc: Reserved2 before 3.1.1.
        -wireshark: smb2.reserved
    instances:
      data_offset:
        pos: 66
        type: u1
        if: ofs_data + len_data <= _io.size
        -after: len_data
        -wireshark: smb2.olb.offset
      data_length:
        pos: 68
        type: u4
        if: ofs_data + len_data <= _io.size
        -after: len_data
        -wireshark: smb2.olb.length
      padding:
        pos: 67
        size: 1
        if: ofs_data + len_data <= _io.size
        -wireshark: smb2.reserved
      data:
        pos: ofs_data
        size: len_data
        if: ofs_data + len_data <= _io.size
        -wireshark: {name: smb2.read.blob, label: Info}
  buffer_descriptors:
    doc: SMBDirect Buffer Descriptor V1, each 16 octets.
    doc-ref: MS-SMBD 2.2.3.1
    seq:
      - id: descriptors
        type: buffer_descriptor
        repeat: expr
        repeat-expr: _io.size / 16
  buffer_descriptor:
    seq:
      - id: offset
        type: u8
        -wireshark: smb2.buffer_descriptor.offset
      - id: token
        type: u4
        -wireshark: {name: smb2.buffer_descriptor.token, as: hex}
      - id: length
        type: u4
        -wireshark: smb2.buffer_descriptor.length
