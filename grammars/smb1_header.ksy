meta:
  id: smb1_header
  title: SMB1 header
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: The 32 octets before the commands of every SMB1 message.
doc-ref: MS-CIFS 2.2.3.1
seq:
  - id: protocol
    type: u4be
    valid: 0xff534d42
    doc: 0xFF and the letters SMB
    -wireshark: {name: smb.server_component, as: hex}
  - id: command
    type: u1
    -wireshark: {name: smb.cmd, as: hex}
  - id: status
    type: u4
    doc: NT status, or ErrorClass, Reserved and ErrorCode when Flags2 lacks 0x4000
    -wireshark: {name: smb.nt_status, as: hex}
  - id: flags
    type: u1
    -wireshark: {name: smb.flags, as: hex}
  - id: flags2
    type: u2
    -wireshark: {name: smb.flags2, as: hex}
  - id: pid_high
    type: u2
    -wireshark: smb.pid.high
  - id: security_features
    type: u8
    doc: Signature, or key, CID and sequence number of connectionless transports
    -wireshark: {name: smb.signature, as: bytes}
  - id: reserved
    type: u2
    -wireshark: {name: smb.reserved, as: bytes}
  - id: tid
    type: u2
    -wireshark: smb.tid
  - id: pid_low
    type: u2
    -wireshark: smb.pid
  - id: uid
    type: u2
    -wireshark: smb.uid
  - id: mid
    type: u2
    -wireshark: smb.mid
