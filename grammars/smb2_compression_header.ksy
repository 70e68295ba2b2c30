meta:
  id: smb2_compression_header
  title: SMB2 COMPRESSION_TRANSFORM_HEADER
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: Before a compressed message. What is compressed is not read.
doc-ref: MS-SMB2 2.2.42
seq:
  - id: protocol_id
    type: u4
    valid: 0x424d53fc
    doc: 0xFC 'S' 'M' 'B'
    -wireshark: {name: smb2.protocol_id, as: hex}
  - id: original_size
    type: u4
    doc: Octets of what was compressed; nothing here is as long.
    -wireshark: smb2.header.comp_transform.original_size
  - id: algorithm
    type: u2
    doc: Of an unchained message, or of the first payload of a chained one, whose header begins here.
    -wireshark: {name: smb2.header.comp_transform.comp_alg, as: hex}
  - id: flags
    type: u2
    doc: 1 chained
    -wireshark: {name: smb2.header.comp_transform.flags, as: hex}
  - id: offset_or_length
    type: u4
    doc: |
      Unchained: octets between this header and the compressed segment. Chained: Length of the first
      payload. The decoder checks it against the message.
    -wireshark: {name: smb2.header.comp_transform.offset, as: hex}
types:
  payload_header:
    doc: SMB2_COMPRESSION_CHAINED_PAYLOAD_HEADER
    doc-ref: MS-SMB2 2.2.42.2.1
    seq:
      - id: algorithm
        type: u2
        -wireshark: {name: smb2.header.comp_transform.comp_alg, as: hex}
      - id: flags
        type: u2
        -wireshark: {name: smb2.header.comp_transform.flags, as: hex}
      - id: len_payload
        type: u4
        doc: |
          Octets after this header, OriginalPayloadSize included. The decoder checks it against the
          message, of which the end may be lost.
        -wireshark: {name: smb2.header.comp_transform.length, as: hex}
