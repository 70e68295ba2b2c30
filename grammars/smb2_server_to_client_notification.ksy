meta:
  id: smb2_server_to_client_notification
  title: SMB2 SERVER_TO_CLIENT_NOTIFICATION
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: The stream begins at the SMB2 header and stands behind it.
doc-ref: MS-SMB2 2.2.44
seq:
  - id: structure_size
    type: u2
    valid: 4
    -wireshark: []
  - id: reserved
    type: u2
  - id: notification_type
    type: u4
    doc: 0 SmbNotifySessionClosed
    -wireshark: {name: smb2.notification.type, as: dec, values: {0: SmbNotifySessionClosed}}
