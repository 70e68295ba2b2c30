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
        -wireshark: smb2.buffer_code
      - id: flags
        type: u2
        doc: 1 cluster reconnect, 2 redirect to owner, 4 extension present; reserved before 3.1.1
        -wireshark:
          name: smb2.tc.flags
          as: hex
          label: Flags
          bits:
            smb2.tc.cluster_reconnect: {mask: 0x0001, label: Cluster Reconnect}
            smb2.tc.redirect_to_owner: {mask: 0x0002, label: Redirect To Owner}
            smb2.tc.extension_present: {mask: 0x0004, label: Extension Present}
            smb2.tc.reserved: {mask: 0xfff8, as: hex, label: Reserved}
      - id: ofs_path
        type: u2
        doc: Of PathName; in the extension form it lies behind the fields of the extension.
      - id: len_path
        type: u2
        valid:
          expr: _ == 0 or ofs_path + _ <= _io.size
    instances:
      path_offset:
        pos: 68
        type: u2
        if: ofs_path + len_path <= _io.size
        -after: len_path
        -wireshark: smb2.olb.offset
      path_length:
        pos: 70
        type: u2
        if: ofs_path + len_path <= _io.size
        -after: len_path
        -wireshark: smb2.olb.length
      path:
        pos: ofs_path
        size: len_path
        -wireshark: {name: smb2.tree, as: text, label: Tree}
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
        -wireshark: smb2.buffer_code
      - id: share_type
        type: u1
        -wireshark: smb2.share_type
      - id: reserved
        type: u1
        -wireshark: smb2.reserved
      - id: share_flags
        type: u4
        -wireshark:
          name: smb2.share_flags
          as: hex
          label: Share flags
          bits:
            smb2.share_flags.dfs: {mask: 0x00000001, label: DFS}
            smb2.share_flags.dfs_root: {mask: 0x00000002, label: DFS root}
            smb2.share_flags.restrict_exclusive_opens: {mask: 0x00000100, label: Restrict exclusive opens}
            smb2.share_flags.force_shared_delete: {mask: 0x00000200, label: Force shared delete}
            smb2.share_flags.allow_namespace_caching: {mask: 0x00000400, label: Allow namespace caching}
            smb2.share_flags.access_based_dir_enum: {mask: 0x00000800, label: Access based directory enum}
            smb2.share_flags.force_levelii_oplock: {mask: 0x00001000, label: Force level II oplock}
            smb2.share_flags.enable_hash_v1: {mask: 0x00002000, label: Enable hash V1}
            smb2.share_flags.enable_hash_v2: {mask: 0x00004000, label: Enable hash V2}
            smb2.share_flags.encrypt_data: {mask: 0x00008000, label: Encrypted data required}
            smb2.share_flags.identity_remoting: {mask: 0x00040000, label: Identity Remoting}
            smb2.share_flags.compress_data: {mask: 0x00100000, label: Compressed IO}
      - id: capabilities
        type: u4
        -wireshark:
          name: smb2.share_caps
          as: hex
          label: Share Capabilities
          bits:
            smb2.share_caps.dfs: {mask: 0x00000008, label: DFS}
            smb2.share_caps.continuous_availability: {mask: 0x00000010, label: CONTINUOUS AVAILABILITY}
            smb2.share_caps.scaleout: {mask: 0x00000020, label: SCALEOUT}
            smb2.share_caps.cluster: {mask: 0x00000040, label: CLUSTER}
            smb2.share_caps.assymetric: {mask: 0x00000080, label: ASSYMETRIC}
            smb2.share_caps.redirect_to_owner: {mask: 0x00000100, label: REDIRECT_TO_OWNER}
      - id: maximal_access
        type: u4
        -wireshark: smb.access_mask
    instances:
      caching:
        value: share_flags & 0x30
        -after: share_flags
        -wireshark: smb2.share.caching
