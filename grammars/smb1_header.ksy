meta:
  id: smb1_header
  title: SMB1 header
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: The 32 octets before the commands of every SMB1 message. The stream that is handed in begins with them.
doc-ref: MS-CIFS 2.2.3.1
params:
  - id: connectionless
    type: bool
    doc: It came over a connectionless transport, IPX, whose messages are not signed but numbered
seq:
  - id: protocol
    type: u4be
    valid: 0xff534d42
    doc: 0xFF and the letters SMB
  - id: command
    type: u1
    -wireshark: {name: smb.cmd, as: hex, label: SMB Command, values: smb1_cmd}
  - id: nt_status
    type: u4
    if: nt_codes
    -wireshark: {name: smb.nt_status, as: hex, label: NT Status, values: nt_status}
  - id: dos_status
    type: dos_status
    if: not nt_codes
  - id: flags
    type: u1
    -wireshark: {name: smb.flags, as: hex, bits: smb1_flags}
  - id: flags2
    type: u2
    -wireshark: {name: smb.flags2, as: hex, bits: smb1_flags2}
  - id: pid_high
    type: u2
    -wireshark: {name: smb.pid.high, label: Process ID High}
  - id: security_features
    type: u8
    doc: Signature, or key, CID and sequence number of connectionless transports
  - id: reserved
    type: u2
  - id: tid
    type: u2
    -wireshark: {name: smb.tid, label: Tree ID}
  - id: pid_low
    type: u2
    -wireshark: {name: smb.pid, label: Process ID}
  - id: uid
    type: u2
    -wireshark: {name: smb.uid, label: User ID}
  - id: mid
    type: u2
    -wireshark: {name: smb.mid, label: Multiplex ID}
instances:
  server_component:
    pos: 0
    type: u4
    -after: protocol
    doc: The protocol's octets as Wireshark reads them
    -wireshark: {name: smb.server_component, as: hex, label: Server Component, values: {0x424d53ff: SMB}}
  security_features_and_reserved:
    pos: 14
    type: connected_features
    if: not connectionless
    -after: reserved
  connectionless_security_features:
    pos: 14
    type: connectionless_features
    if: connectionless
    -after: reserved
  status:
    pos: 5
    type: u4
    doc: NT status, or ErrorClass, Reserved and ErrorCode when Flags2 lacks 0x4000
  flags2_ahead:
    pos: 10
    type: u2
  nt_codes:
    value: (flags2_ahead & 0x4000) != 0
types:
  connected_features:
    doc: SecurityFeatures and Reserved of messages over TCP and NetBIOS sessions.
    doc-ref: MS-CIFS 2.2.3.1
    seq:
      - id: signature
        size: 8
        -wireshark: {name: smb.signature, as: bytes, label: Signature}
      - id: reserved
        size: 2
        -wireshark: {name: smb.reserved, as: bytes}
  connectionless_features:
    doc: SecurityFeatures and Reserved of messages over IPX without NetBIOS.
    doc-ref: MS-CIFS 2.2.3.1
    seq:
      - id: key
        type: u4
        doc: Of encryption, which nobody made
        -wireshark: {name: smb.key, as: hex, label: Key}
      - id: cid
        type: u2
        -wireshark: {name: smb.sessid, label: Session ID}
      - id: sequence_number
        type: u2
        -wireshark: {name: smb.sequence_num, label: Sequence Number}
      - id: group_id
        type: u2
        -wireshark: {name: smb.group_id, label: Group ID}
  dos_status:
    doc: SMB_ERROR, as messages without NT status codes have it.
    doc-ref: MS-CIFS 2.2.3.1
    seq:
      - id: error_class
        type: u1
        -wireshark: {name: smb.error_class, as: hex, values: smb1_error_class}
      - id: reserved
        type: u1
        -wireshark: {name: smb.reserved, as: bytes}
      - id: error_code
        type: u2
        -wireshark: {name: smb.error_code, as: hex}
