meta:
  id: smb2_oplock_break
  title: SMB2 OPLOCK_BREAK, of oplocks and leases
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb2_file_id
    - smb2_guid
doc: |
  The stream begins at the SMB2 header and stands behind it. StructureSize says which form it is: 24 of
  an oplock, 36 an acknowledgment or response of a lease, 44 a notification of a lease.
doc-ref: MS-SMB2 2.2.23, 2.2.24, 2.2.25
types:
  oplock:
    doc: Notification, acknowledgment and response have the same form.
    doc-ref: MS-SMB2 2.2.23.1, 2.2.24.1, 2.2.25.1
    seq:
      - id: structure_size
        type: u2
        valid: 24
        -wireshark: {name: smb2.buffer_code, as: hex}
      - id: oplock_level
        type: u1
        -wireshark: {name: smb2.create.oplock, as: hex}
      - id: reserved
        type: u1
      - id: reserved2
        type: u4
      - id: file_id
        type: smb2_file_id
        -wireshark: {name: smb2.fid, as: guid}
  lease_notification:
    doc-ref: MS-SMB2 2.2.23.2
    seq:
      - id: structure_size
        type: u2
        valid: 44
        -wireshark: {name: smb2.buffer_code, as: hex}
      - id: new_epoch
        type: u2
        -wireshark: {name: smb2.lease.lease_oplock, as: hex}
      - id: flags
        type: u4
        -wireshark: {name: smb2.lease.lease_flags, as: hex}
      - id: lease_key
        type: smb2_guid
        -wireshark: {name: smb2.lease.lease_key, as: guid}
      - id: current_lease_state
        type: u4
        -wireshark: {name: smb2.lease.lease_state, as: hex}
      - id: new_lease_state
        type: u4
        -wireshark: {name: smb2.lease.lease_state, as: hex}
      - id: break_reason
        type: u4
        -wireshark: {name: smb2.lease.lease_break_reason, as: hex}
      - id: access_mask_hint
        type: u4
        -wireshark: {name: smb2.lease.access_mask_hint, as: hex}
      - id: share_mask_hint
        type: u4
        -wireshark: {name: smb2.lease.share_mask_hint, as: hex}
  lease:
    doc: Acknowledgment and response have the same form.
    doc-ref: MS-SMB2 2.2.24.2, 2.2.25.2
    seq:
      - id: structure_size
        type: u2
        valid: 36
        -wireshark: {name: smb2.buffer_code, as: hex}
      - id: reserved
        type: u2
      - id: flags
        type: u4
        -wireshark: {name: smb2.lease.lease_flags, as: hex}
      - id: lease_key
        type: smb2_guid
        -wireshark: {name: smb2.lease.lease_key, as: guid}
      - id: lease_state
        type: u4
        -wireshark: {name: smb2.lease.lease_state, as: hex}
      - id: lease_duration
        type: u8
        -wireshark: {name: smb2.lease.lease_duration, as: hex}
