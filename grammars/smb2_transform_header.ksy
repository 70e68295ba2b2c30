meta:
  id: smb2_transform_header
  title: SMB2 TRANSFORM_HEADER
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: The 52 octets before an encrypted message.
doc-ref: MS-SMB2 2.2.41
seq:
  - id: protocol_id
    type: u4
    valid: 0x424d53fd
    doc: 0xFD 'S' 'M' 'B'
  - id: signature
    size: 16
    -wireshark: smb2.header.transform.signature
  - id: nonce
    size: 16
    -wireshark: smb2.header.transform.nonce
  - id: original_message_size
    type: u4
    doc: Octets of the message in plain; the decoder checks it against the frame.
    -wireshark: {name: smb2.header.transform.msg_size, label: Message size}
  - id: reserved
    type: u2
    -wireshark: {name: smb2.header.transform.reserved, as: bytes}
  - id: flags
    type: u2
    doc: Flags of 3.1.1, EncryptionAlgorithm of 3.0 and 3.0.2
    -wireshark:
      name: smb2.header.transform.flags
      as: hex
      label: Flags
      bits:
        smb2.header.transform.flags.encrypted: {mask: 0x0001, label: Encrypted}
  - id: session_id
    type: u8
    -wireshark: smb2.sesid
instances:
  marker:
    pos: 0
    type: u4be
    doc: ProtocolId in the order of its octets.
    -after: protocol_id
    -wireshark: {name: smb2.protocol_id, as: hex, label: ProtocolId}
