meta:
  id: smb2_query_quota_info
  title: SMB2_QUERY_QUOTA_INFO
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: Whose quota is asked for.
doc-ref: MS-SMB2 2.2.37.1
seq:
  - id: return_single
    type: u1
    -wireshark: {name: smb2.query_quota_info.single, as: bool}
  - id: restart_scan
    type: u1
    -wireshark: {name: smb2.query_quota_info.restart, as: bool}
  - id: reserved
    type: u2
    -wireshark: smb2.reserved
  - id: len_sid_list
    type: u4
    doc: Octets of the list behind; nothing here is read by it.
    -wireshark: smb2.query_quota_info.sidlistlen
  - id: len_start_sid
    type: u4
    doc: Of the SID to begin with, when there is no list.
    -wireshark: smb2.query_quota_info.startsidlen
  - id: ofs_start_sid
    type: u4
    doc: From the end of this structure.
    -wireshark: smb2.query_quota_info.startsidoffset
-generated:
  - {name: smb2.query_quota_info, as: none, label: SMB2_QUERY_QUOTA_INFO}
