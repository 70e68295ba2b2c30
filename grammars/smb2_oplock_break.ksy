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
        -wireshark: smb2.buffer_code
      - id: oplock_level
        type: u1
        -wireshark: smb2.create.oplock
      - id: reserved
        type: u1
        -wireshark: smb2.reserved
      - id: reserved2
        type: u4
        -wireshark: smb2.reserved
      - id: file_id
        type: smb2_file_id
        -wireshark: smb2.fid
  lease_notification:
    doc-ref: MS-SMB2 2.2.23.2
    seq:
      - id: structure_size
        type: u2
        valid: 44
        -wireshark: smb2.buffer_code
      - id: new_epoch
        type: u2
        -wireshark: {name: smb2.lease.lease_oplock, as: hex, label: Lease Epoch}
      - id: flags
        type: u4
        -wireshark: smb2.lease.lease_flags
      - id: lease_key
        type: smb2_guid
        -wireshark: {name: smb2.lease.lease_key, as: guid, label: Lease Key}
      - id: current_lease_state
        type: u4
        -wireshark: smb2.lease.lease_state
      - id: new_lease_state
        type: u4
        -wireshark: smb2.lease.lease_state
      - id: break_reason
        type: u4
        -wireshark: {name: smb2.lease.lease_break_reason, as: hex, label: Lease Break Reason}
      - id: access_mask_hint
        type: u4
        -wireshark: {name: smb2.lease.access_mask_hint, as: hex, label: Access Mask Hint}
      - id: share_mask_hint
        type: u4
        -wireshark: {name: smb2.lease.share_mask_hint, as: hex, label: Share Mask Hint}
  lease:
    doc: Acknowledgment and response have the same form.
    doc-ref: MS-SMB2 2.2.24.2, 2.2.25.2
    seq:
      - id: structure_size
        type: u2
        valid: 36
        -wireshark: smb2.buffer_code
      - id: reserved
        type: u2
        -wireshark: smb2.reserved
      - id: flags
        type: u4
        -wireshark: smb2.lease.lease_flags
      - id: lease_key
        type: smb2_guid
        -wireshark: {name: smb2.lease.lease_key, as: guid, label: Lease Key}
      - id: lease_state
        type: u4
        -wireshark: smb2.lease.lease_state
      - id: lease_duration
        type: u8
        -wireshark: {name: smb2.lease.lease_duration, as: hex, label: Lease Duration}
