meta:
  id: smb2_change_notify
  title: SMB2 CHANGE_NOTIFY
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb2_file_id
doc: The stream begins at the SMB2 header and stands behind it.
doc-ref: MS-SMB2 2.2.35, 2.2.36
types:
  request:
    doc-ref: MS-SMB2 2.2.35
    seq:
      - id: structure_size
        type: u2
        valid: 32
        -wireshark: smb2.buffer_code
      - id: flags
        type: u2
        -wireshark:
          name: smb2.notify.flags
          as: hex
          label: Notify Flags
          bits:
            smb2.notify.watch_tree: {mask: 0x0001, label: Watch Tree}
      - id: output_buffer_length
        type: u4
        doc: Of the response at most; nothing here is as long.
        -wireshark: {name: smb2.output_buffer_len, label: Output Buffer Length}
      - id: file_id
        type: smb2_file_id
        -wireshark: smb2.fid
      - id: completion_filter
        type: u4
        -wireshark:
          name: smb.nt.notify.completion_filter
          as: hex
          bits:
            smb.nt.notify.file_name: {mask: 0x1, label: File Name Change}
            smb.nt.notify.dir_name: {mask: 0x2, label: Directory Name Change}
            smb.nt.notify.attributes: {mask: 0x4, label: Attribute Change}
            smb.nt.notify.size: {mask: 0x8, label: Size Change}
            smb.nt.notify.last_write: {mask: 0x10, label: Last Write Change}
            smb.nt.notify.last_access: {mask: 0x20, label: Last Access Change}
            smb.nt.notify.creation: {mask: 0x40, label: Created Change}
            smb.nt.notify.ea: {mask: 0x80, label: EA Change}
            smb.nt.notify.security: {mask: 0x100, label: Security Change}
            smb.nt.notify.stream_name: {mask: 0x200, label: Stream Name Change}
            smb.nt.notify.stream_size: {mask: 0x400, label: Stream Size Change}
            smb.nt.notify.stream_write: {mask: 0x800, label: Stream Write}
      - id: reserved
        type: u4
        -wireshark: smb2.reserved
  response:
    doc-ref: MS-SMB2 2.2.36
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
        -wireshark: {name: smb2.notify.out, as: none, label: Out Data}
