meta:
  id: smb2_negotiate_context
  title: SMB2 NEGOTIATE_CONTEXT
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  One entry of NegotiateContextList, at the stream's position. The next one begins at a multiple of 8
  octets from the SMB2 header.
doc-ref: MS-SMB2 2.2.3.1, 2.2.4.1
params:
  - id: ofs_context
    type: u4
    doc: Where this entry begins in the stream.
seq:
  - id: context_type
    type: u2
    -wireshark: {name: smb2.negotiate_context.type, as: hex, values: smb2_context_types, label: Type}
  - id: len_data
    type: u2
    valid:
      expr: _ <= _io.size - _io.pos - 4
    -wireshark: {name: smb2.negotiate_context.data_length, label: DataLength}
  - id: reserved
    type: u4
    -wireshark: smb2.reserved
instances:
  data:
    pos: ofs_context + 8
    size: len_data
    -wireshark: []
    type:
      switch-on: context_type
      cases:
        1: preauth_integrity
        2: encryption
        3: compression
        5: netname
        6: transport
        7: rdma_transform
        8: signing
        _: opaque
types:
  opaque:
    doc: Of a type that no specification has.
    seq:
      - id: data
        size-eos: true
        -wireshark: smb2.unknown
  posix_extensions:
    doc: Samba's offer of POSIX extensions, a GUID. Not of the specification.
    seq:
      - id: posix_reserved
        size-eos: true
        -wireshark: {name: smb2.negotiate_context.posix_reserved, label: POSIX Reserved}
  preauth_integrity:
    doc-ref: MS-SMB2 2.2.3.1.1
    seq:
      - id: num_hash_algorithms
        type: u2
        valid:
          expr: _ * 2 <= _io.size - 4
        -wireshark: {name: smb2.negotiate_context.hash_alg_count, label: HashAlgorithmCount}
      - id: len_salt
        type: u2
        doc: At most 65,535; of a message cut off what stands before the salt is read all the same
        -wireshark: {name: smb2.negotiate_context.salt_length, label: SaltLength}
      - id: hash_algorithms
        type: u2
        repeat: expr
        repeat-expr: num_hash_algorithms
        -wireshark: {name: smb2.negotiate_context.hash_algorithm, as: hex, label: HashAlgorithm, values: smb2_hash_algorithms}
      - id: salt
        size: len_salt
        -wireshark: smb2.negotiate_context.salt
  encryption:
    doc-ref: MS-SMB2 2.2.3.1.2
    seq:
      - id: num_ciphers
        type: u2
        valid:
          expr: _ * 2 <= _io.size - 2
        -wireshark: {name: smb2.negotiate_context.cipher_count, label: CipherCount}
      - id: ciphers
        type: u2
        repeat: expr
        repeat-expr: num_ciphers
        -wireshark: {name: smb2.negotiate_context.cipher_id, as: hex, values: smb2_ciphers, label: CipherId}
  compression:
    doc-ref: MS-SMB2 2.2.3.1.3
    seq:
      - id: num_algorithms
        type: u2
        valid:
          expr: _ * 2 <= _io.size - 8
        -wireshark: {name: smb2.negotiate_context.comp_alg_count, label: CompressionAlgorithmCount}
      - id: padding
        type: u2
      - id: flags
        type: u4
        -wireshark:
          name: smb2.negotiate_context.comp_alg_flags
          as: hex
          label: Flags
          bits:
            smb2.negotiate_context.comp_alg_flags.chained: {mask: 0x00000001, label: Chained}
            smb2.negotiate_context.comp_alg_flags.reserved: {mask: 0xfffffffe, as: hex, label: Reserved}
      - id: algorithms
        type: u2
        repeat: expr
        repeat-expr: num_algorithms
        -wireshark: {name: smb2.negotiate_context.comp_alg_id, as: hex, values: smb2_compression_algorithms}
  netname:
    doc: The server's name as the client was given it, UTF-16LE, without a zero at its end.
    doc-ref: MS-SMB2 2.2.3.1.4
    seq:
      - id: name
        size-eos: true
        -wireshark: {name: smb2.negotiate_context.netname, as: text, label: Netname}
  transport:
    doc-ref: MS-SMB2 2.2.3.1.5
    seq:
      - id: flags
        type: u4
        -wireshark: {name: smb2.negotiate_context.transport_flags, as: hex, values: smb2_transport_flags}
  rdma_transform:
    doc-ref: MS-SMB2 2.2.3.1.6
    seq:
      - id: num_transforms
        type: u2
        valid:
          expr: _ * 2 <= _io.size - 8
        -wireshark: {name: smb2.negotiate_context.rdma_transform_count, label: TransformCount}
      - id: reserved1
        type: u2
        -wireshark: {name: smb2.negotiate_context.rdma_transform_reserved1, as: hex}
      - id: reserved2
        type: u4
        -wireshark: {name: smb2.negotiate_context.rdma_transform_reserved2, as: hex}
      - id: transforms
        type: u2
        repeat: expr
        repeat-expr: num_transforms
        -wireshark: {name: smb2.negotiate_context.rdma_transform_id, as: hex, values: smb2_rdma_transforms}
  signing:
    doc-ref: MS-SMB2 2.2.3.1.7
    seq:
      - id: num_algorithms
        type: u2
        valid:
          expr: _ * 2 <= _io.size - 2
        -wireshark: {name: smb2.negotiate_context.signing_alg_count, label: SigningAlgorithmCount}
      - id: algorithms
        type: u2
        repeat: expr
        repeat-expr: num_algorithms
        -wireshark: {name: smb2.negotiate_context.signing_id, as: hex, label: SigningAlgorithmId, values: smb2_signing_algorithms}
-values:
  smb2_context_types:
    0x1: SMB2_PREAUTH_INTEGRITY_CAPABILITIES
    0x2: SMB2_ENCRYPTION_CAPABILITIES
    0x3: SMB2_COMPRESSION_CAPABILITIES
    0x5: SMB2_NETNAME_NEGOTIATE_CONTEXT_ID
    0x6: SMB2_TRANSPORT_CAPABILITIES
    0x7: SMB2_RDMA_TRANSFORM_CAPABILITIES
    0x8: SMB2_SIGNING_CAPABILITIES
    0x100: SMB2_POSIX_EXTENSIONS_CAPABILITIES
  smb2_hash_algorithms:
    0x1: SHA-512
  smb2_ciphers:
    0x1: AES-128-CCM
    0x2: AES-128-GCM
    0x3: AES-256-CCM
    0x4: AES-256-GCM
  smb2_transport_flags:
    0x1: SMB2_ACCEPT_TRANSPORT_LEVEL_SECURITY
  smb2_rdma_transforms:
    0x0: None
    0x1: Encryption
    0x2: Signing
  smb2_signing_algorithms:
    0x0: HMAC-SHA256
    0x1: AES-CMAC
    0x2: AES-GMAC
