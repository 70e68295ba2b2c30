meta:
  id: smb1_header
  title: SMB1 header
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: The 32 octets before the commands of every SMB1 message. The stream that is handed in begins with them.
doc-ref: MS-CIFS 2.2.3.1
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
    -wireshark: {name: smb.signature, as: bytes, label: Signature}
  - id: reserved
    type: u2
    -wireshark: {name: smb.reserved, as: bytes}
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
    -wireshark: {name: smb.server_component, as: hex, label: Server Component}
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
