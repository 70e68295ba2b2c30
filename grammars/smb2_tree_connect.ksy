meta:
  id: smb2_tree_connect
  title: SMB2 TREE_CONNECT
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: The stream begins at the SMB2 header and stands behind it.
doc-ref: MS-SMB2 2.2.9, 2.2.10
types:
  request:
    doc-ref: MS-SMB2 2.2.9
    seq:
      - id: structure_size
        type: u2
        valid: 9
        -wireshark: {name: smb2.buffer_code, as: hex}
      - id: flags
        type: u2
        doc: 1 cluster reconnect, 2 redirect to owner, 4 extension present; reserved before 3.1.1
        -wireshark: {name: smb2.tc.flags, as: hex}
      - id: ofs_path
        type: u2
        doc: Of PathName; in the extension form it lies behind the fields of the extension.
        -wireshark: {name: smb2.olb.offset, as: hex, octets: 4}
      - id: len_path
        type: u2
        valid:
          expr: _ == 0 or ofs_path + _ <= _io.size
        -wireshark: smb2.olb.length
    instances:
      path:
        pos: ofs_path
        size: len_path
        -wireshark: {name: smb2.tree, as: text}
      extension:
        pos: 72
        type: extension
        if: flags & 4 != 0 and ofs_path != 72
  extension:
    doc: Tree Connect Request Extension
    doc-ref: MS-SMB2 2.2.9.1
    seq:
      - id: ofs_contexts
        type: u4
        doc: From the SMB2 header.
      - id: num_contexts
        type: u2
      - id: reserved
        size: 10
  response:
    doc-ref: MS-SMB2 2.2.10
    seq:
      - id: structure_size
        type: u2
        valid: 16
        -wireshark: {name: smb2.buffer_code, as: hex}
      - id: share_type
        type: u1
        -wireshark: {name: smb2.share_type, as: hex}
      - id: reserved
        type: u1
      - id: share_flags
        type: u4
        -wireshark: {name: smb2.share_flags, as: hex}
      - id: capabilities
        type: u4
        -wireshark: {name: smb2.share_caps, as: hex}
      - id: maximal_access
        type: u4
        -wireshark: {name: smb.access_mask, as: hex}
