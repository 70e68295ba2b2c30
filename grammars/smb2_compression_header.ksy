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
  - id: original_size
    type: u4
    doc: Octets of what was compressed; nothing here is as long.
    -wireshark: {name: smb2.header.comp_transform.original_size, label: OriginalSize}
  - id: algorithm
    type: u2
    doc: Of an unchained message, or of the first payload of a chained one, whose header begins here.
  - id: flags
    type: u2
    doc: 1 chained
  - id: offset_or_length
    type: u4
    doc: |
      Unchained: octets between this header and the compressed segment. Chained: Length of the first
      payload. The decoder checks it against the message.
instances:
  marker:
    pos: 0
    type: u4be
    doc: ProtocolId in the order of its octets.
    -after: protocol_id
    -wireshark: {name: smb2.protocol_id, as: hex, label: ProtocolId}
  unchained_algorithm:
    pos: 8
    type: u2
    if: flags & 1 == 0
    -wireshark: smb2.header.comp_transform.comp_alg
  unchained_flags:
    pos: 10
    type: u2
    if: flags & 1 == 0
    -wireshark: smb2.header.comp_transform.flags
  unchained_offset:
    pos: 12
    type: u4
    if: flags & 1 == 0
    -wireshark: {name: smb2.header.comp_transform.offset, as: hex, label: Offset}
types:
  payload_header:
    doc: SMB2_COMPRESSION_CHAINED_PAYLOAD_HEADER
    doc-ref: MS-SMB2 2.2.42.2.1
    seq:
      - id: algorithm
        type: u2
        -wireshark: smb2.header.comp_transform.comp_alg
      - id: flags
        type: u2
        -wireshark: smb2.header.comp_transform.flags
      - id: len_payload
        type: u4
        doc: |
          Octets after this header, OriginalPayloadSize included. The decoder checks it against the
          message, of which the end may be lost.
        -wireshark: {name: smb2.header.comp_transform.length, as: hex, label: Length}
  lz_payload:
    doc: What stands before the payload of the algorithms 1 to 3.
    seq:
      - id: original_payload_size
        type: u4
        doc: Octets once decompressed; the decoder checks that.
        -wireshark: {name: smb2.header.comp_transform.orig_payload_size, label: OriginalPayloadSize}
  pattern_v1:
    doc: SMB2_COMPRESSION_PATTERN_PAYLOAD_V1, one octet repeated.
    doc-ref: MS-SMB2 2.2.42.2.2
    seq:
      - id: pattern
        type: u1
        -wireshark: {name: smb2.pattern_v1.pattern, as: hex}
      - id: reserved1
        type: u1
        -wireshark: {name: smb2.pattern_v1.reserved1, as: hex}
      - id: reserved2
        type: u2
        -wireshark: {name: smb2.pattern_v1.reserved2, as: hex}
      - id: repetitions
        type: u4
        doc: Nothing here is as long.
        -wireshark: smb2.pattern_v1.repetitions
