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
    -wireshark: {name: smb2.protocol_id, as: hex}
  - id: signature
    size: 16
    -wireshark: smb2.header.transform.signature
  - id: nonce
    size: 16
    -wireshark: smb2.header.transform.nonce
  - id: original_message_size
    type: u4
    doc: Octets of the message in plain; the decoder checks it against the frame.
    -wireshark: smb2.header.transform.msg_size
  - id: reserved
    type: u2
    -wireshark: {name: smb2.header.transform.reserved, as: bytes}
  - id: flags
    type: u2
    doc: Flags of 3.1.1, EncryptionAlgorithm of 3.0 and 3.0.2
    -wireshark: {name: smb2.header.transform.flags, as: hex}
  - id: session_id
    type: u8
    -wireshark: {name: smb2.sesid, as: hex}
