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
    -wireshark: smb.server_component
  - id: command
    type: u1
    -wireshark: smb.cmd
  - id: status
    type: u4
    doc: NT status, or ErrorClass, Reserved and ErrorCode when Flags2 lacks 0x4000
    -wireshark: smb.nt_status
  - id: flags
    type: u1
    -wireshark: smb.flags
  - id: flags2
    type: u2
    -wireshark: smb.flags2
  - id: pid_high
    type: u2
    -wireshark: smb.pid.high
  - id: security_features
    type: u8
    doc: Signature, or key, CID and sequence number of connectionless transports
    -wireshark: smb.signature
  - id: reserved
    type: u2
    -wireshark: smb.reserved
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
