meta:
  id: dfs_referral
  title: Requests for DFS referrals, and the answers
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: Of an entry the strings stand behind all entries, at offsets from its begin.
doc-ref: MS-DFSC 2.2
-generated:
  - {name: smb.dfs.referral.path, as: text, label: Path}
  - {name: smb.dfs.referral.alt_path, as: text, label: Alt Path}
  - {name: smb.dfs.referral.node, as: text, label: Node}
  - {name: smb.dfs.referral.domain_name, as: text, label: Domain Name}
  - {name: smb.dfs.referral.expname, as: text, label: Expanded Name}
  - {name: smb.unknown_data, as: bytes, label: Unknown Data}
types:
  request:
    doc: REQ_GET_DFS_REFERRAL
    doc-ref: MS-DFSC 2.2.2
    seq:
      - id: max_referral_level
        type: u2
        -wireshark: smb.max_referral_level
      - id: request_file_name
        size-eos: true
        if: not _io.eof
        -wireshark: {name: smb.file, as: text, label: File Name}
  response:
    doc: RESP_GET_DFS_REFERRAL, without its entries
    doc-ref: MS-DFSC 2.2.4
    seq:
      - id: path_consumed
        type: u2
        doc: Octets
        -wireshark: smb.dfs.path_consumed
      - id: number_of_referrals
        type: u2
        doc: The reader ends where the octets do.
        -wireshark: {name: smb.dfs.num_referrals, label: Num Referrals}
      - id: referral_header_flags
        type: u2
        -wireshark:
          name: smb.dfs.flags
          as: hex
          label: Flags
          bits:
            smb.dfs.flags.server_hold_storage: {mask: 0x2, label: Hold Storage}
            smb.dfs.flags.fielding: 0x1
      - id: padding
        size: 2
        -wireshark: smb.padding
  entry:
    doc: What each DFS_REFERRAL begins with
    doc-ref: MS-DFSC 2.2.5
    seq:
      - id: version_number
        type: u2
        -wireshark: {name: smb.dfs.referral.version, label: Version}
      - id: size
        type: u2
        -wireshark: smb.dfs.referral.size
      - id: server_type
        type: u2
        -wireshark: {name: smb.dfs.referral.server.type, values: {0: Non-root, 1: Root}}
      - id: referral_entry_flags
        type: u2
        -wireshark:
          name: smb.dfs.referral.flags
          as: hex
          label: Flags
          bits:
            smb.dfs.referral.flags.name_list_referral: {mask: 0x2, label: NameListReferral}
            smb.dfs.referral.flags.target_set_boundary: {mask: 0x4, label: TargetSetBoundary}
  v1:
    doc: DFS_REFERRAL_V1, its rest
    doc-ref: MS-DFSC 2.2.5.1
    seq:
      - id: share_name
        size-eos: true
        if: not _io.eof
        -wireshark: {name: smb.dfs.referral.node, as: text, label: Node}
  v2:
    doc: DFS_REFERRAL_V2, its rest
    doc-ref: MS-DFSC 2.2.5.2
    seq:
      - id: proximity
        type: u4
        -wireshark: smb.dfs.referral.proximity
      - id: time_to_live
        type: u4
        doc: Seconds
        -wireshark: {name: smb.dfs.referral.ttl, label: TTL}
      - id: ofs_dfs_path
        type: u2
        -wireshark: {name: smb.dfs.referral.path_offset, label: Path Offset}
      - id: ofs_dfs_alternate_path
        type: u2
        -wireshark: {name: smb.dfs.referral.alt_path_offset, label: Alt Path Offset}
      - id: ofs_network_address
        type: u2
        -wireshark: {name: smb.dfs.referral.node_offset, label: Node Offset}
  v3:
    doc: DFS_REFERRAL_V3 and DFS_REFERRAL_V4 of a target, their rest
    doc-ref: MS-DFSC 2.2.5.3.1
    seq:
      - id: time_to_live
        type: u4
        doc: Seconds
        -wireshark: {name: smb.dfs.referral.ttl, label: TTL}
      - id: ofs_dfs_path
        type: u2
        -wireshark: {name: smb.dfs.referral.path_offset, label: Path Offset}
      - id: ofs_dfs_alternate_path
        type: u2
        -wireshark: {name: smb.dfs.referral.alt_path_offset, label: Alt Path Offset}
      - id: ofs_network_address
        type: u2
        -wireshark: {name: smb.dfs.referral.node_offset, label: Node Offset}
      - id: service_site_guid
        size: 16
        -wireshark: {name: smb.dfs.referral.server_guid, as: guid, label: Server GUID}
  v3_names:
    doc: DFS_REFERRAL_V3 and DFS_REFERRAL_V4 of a domain, their rest
    doc-ref: MS-DFSC 2.2.5.3.2
    seq:
      - id: time_to_live
        type: u4
        doc: Seconds
        -wireshark: {name: smb.dfs.referral.ttl, label: TTL}
      - id: ofs_special_name
        type: u2
        -wireshark: {name: smb.dfs.referral.domain_offset, label: Domain Offset}
      - id: number_of_expanded_names
        type: u2
        -wireshark: smb.dfs.referral.number_of_expnames
      - id: ofs_expanded_names
        type: u2
        -wireshark: {name: smb.dfs.referral.expnames_offset, label: Expanded Names Offset}
