meta:
  id: smb2_ioctl
  title: SMB2 IOCTL
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb2_file_id
    - smb2_guid
doc: |
  The stream begins at the SMB2 header and stands behind it. Of control codes that are not listed the
  input and output are opaque.
doc-ref: MS-SMB2 2.2.31, 2.2.32
types:
  request:
    doc-ref: MS-SMB2 2.2.31
    seq:
      - id: structure_size
        type: u2
        valid: 57
        -wireshark: smb2.buffer_code
      - id: reserved
        type: u2
        -wireshark: smb2.reserved
      - id: ctl_code
        type: u4
        -wireshark: smb2.ioctl.function
      - id: file_id
        type: smb2_file_id
        -wireshark: smb2.fid
      - id: ofs_input
        type: u4
      - id: len_input
        type: u4
        valid:
          max: 0xffffff
        doc: The decoder checks it against the message, of which the end may be lost.
      - id: max_input_response
        type: u4
        -wireshark: {name: smb2.max_ioctl_in_size, label: Max Ioctl In Size}
      - id: ofs_output
        type: u4
      - id: len_output
        type: u4
        valid:
          max: 0xffffff
      - id: max_output_response
        type: u4
        -wireshark: {name: smb2.max_ioctl_out_size, label: Max Ioctl Out Size}
      - id: flags
        type: u4
        -wireshark:
          name: smb2.ioctl.flags
          as: hex
          label: Flags
          bits:
            smb2.ioctl.is_fsctl: {mask: 0x00000001, label: Is FSCTL}
      - id: reserved2
        type: u4
        -wireshark: smb2.reserved
    instances:
      input:
        pos: ofs_input
        size: len_input
        type:
          switch-on: ctl_code.as<s4>
          cases:
            0x00140204: validate_negotiate_request # FSCTL_VALIDATE_NEGOTIATE_INFO
            0x001440f2: copychunk_request # FSCTL_SRV_COPYCHUNK
            0x001480f2: copychunk_request # FSCTL_SRV_COPYCHUNK_WRITE
            0x00060194: dfs_referral_request # FSCTL_DFS_GET_REFERRALS
            0x000601b0: dfs_referral_request_ex # FSCTL_DFS_GET_REFERRALS_EX
            _: opaque
        -wireshark: []
  response:
    doc-ref: MS-SMB2 2.2.32
    seq:
      - id: structure_size
        type: u2
        valid: 49
        -wireshark: smb2.buffer_code
      - id: reserved
        type: u2
        -wireshark: smb2.reserved
      - id: ctl_code
        type: u4
        -wireshark: smb2.ioctl.function
      - id: file_id
        type: smb2_file_id
        -wireshark: smb2.fid
      - id: ofs_input
        type: u4
      - id: len_input
        type: u4
        valid:
          max: 0xffffff
      - id: ofs_output
        type: u4
      - id: len_output
        type: u4
        valid:
          max: 0xffffff
        doc: The decoder checks it against the message, of which the end may be lost.
      - id: flags
        type: u4
        -wireshark: []
      - id: reserved2
        type: u4
        -wireshark: smb2.reserved
    instances:
      flags_shown:
        pos: 104
        type: u4be
        doc: As tshark reads them, though they are little-endian, and reserved.
        -after: len_output
        -wireshark: {name: smb2.flags, bits: {}}
      output:
        pos: ofs_output
        size: len_output
        type:
          switch-on: ctl_code.as<s4>
          cases:
            0x00140204: validate_negotiate_response # FSCTL_VALIDATE_NEGOTIATE_INFO
            0x001440f2: copychunk_response # FSCTL_SRV_COPYCHUNK
            0x001480f2: copychunk_response # FSCTL_SRV_COPYCHUNK_WRITE
            0x00140078: resume_key_response # FSCTL_SRV_REQUEST_RESUME_KEY
            0x001401fc: network_interfaces # FSCTL_QUERY_NETWORK_INTERFACE_INFO
            _: opaque
        -wireshark: []
  opaque:
    doc: Data that is not read.
  validate_negotiate_request:
    doc-ref: MS-SMB2 2.2.31.4
    seq:
      - id: capabilities
        type: u4
        -wireshark: smb2.capabilities
      - id: guid
        type: smb2_guid
        -wireshark: {name: smb2.client_guid, as: guid, label: Client Guid}
      - id: security_mode
        type: u2
        -wireshark: {name: smb2.sec_mode, mask: 0xff}
      - id: num_dialects
        type: u2
        valid:
          expr: _ * 2 <= _io.size - 24
        -wireshark: {name: smb2.dialect_count, label: Dialect count}
      - id: dialects
        type: u2
        repeat: expr
        repeat-expr: num_dialects
        -wireshark: smb2.dialect
  validate_negotiate_response:
    doc-ref: MS-SMB2 2.2.32.6
    seq:
      - id: capabilities
        type: u4
        -wireshark: smb2.capabilities
      - id: guid
        type: smb2_guid
        -wireshark: {name: smb2.server_guid, as: guid, label: Server Guid}
      - id: security_mode
        type: u2
        -wireshark: {name: smb2.sec_mode, mask: 0xff}
      - id: dialect
        type: u2
        -wireshark: smb2.dialect
  copychunk_request:
    doc: SRV_COPYCHUNK_COPY
    doc-ref: MS-SMB2 2.2.31.1
    seq:
      - id: source_key
        size: 24
        -wireshark: {name: smb2.fsctl.cchunk.resume_key, label: ResumeKey}
      - id: num_chunks
        type: u4
        valid:
          expr: _ * 24 <= _io.size - 32
        -wireshark: {name: smb2.fsctl.cchunk.count, label: Chunk Count}
      - id: reserved
        type: u4
      - id: chunks
        type: copychunk
        repeat: expr
        repeat-expr: num_chunks
  copychunk:
    doc-ref: MS-SMB2 2.2.31.1.1
    seq:
      - id: source_offset
        type: u8
        -wireshark: {name: smb2.fsctl.cchunk.src_offset, label: Source Offset}
      - id: target_offset
        type: u8
        -wireshark: {name: smb2.fsctl.cchunk.dst_offset, label: Target Offset}
      - id: length
        type: u4
        doc: Octets to copy; nothing here is as long.
        -wireshark: {name: smb2.fsctl.cchunk.xfer_len, label: Transfer Length}
      - id: reserved
        type: u4
  copychunk_response:
    doc: SRV_COPYCHUNK_RESPONSE
    doc-ref: MS-SMB2 2.2.32.1
    seq:
      - id: chunks_written
        type: u4
        -wireshark: {name: smb2.fsctl.cchunk.chunks_written, label: Chunks Written}
      - id: chunk_bytes_written
        type: u4
        -wireshark: {name: smb2.fsctl.cchunk.bytes_written, label: Chunk Bytes Written}
      - id: total_bytes_written
        type: u4
        -wireshark: {name: smb2.fsctl.cchunk.total_written, label: Total Bytes Written}
  resume_key_response:
    doc: SRV_REQUEST_RESUME_KEY Response
    doc-ref: MS-SMB2 2.2.32.3
    seq:
      - id: resume_key
        size: 24
        -wireshark: {name: smb2.fsctl.cchunk.resume_key, label: ResumeKey}
  dfs_referral_request:
    doc: REQ_GET_DFS_REFERRAL
    doc-ref: MS-DFSC 2.2.2
    seq:
      - id: max_referral_level
        type: u2
        -wireshark: dfs.referral.max_level
      - id: request_file_name
        size-eos: true
        doc: UTF-16LE, ends with a zero.
  dfs_referral_request_ex:
    doc: REQ_GET_DFS_REFERRAL_EX
    doc-ref: MS-DFSC 2.2.3
    seq:
      - id: max_referral_level
        type: u2
        -wireshark: dfs.referral.max_level
      - id: request_flags
        type: u2
      - id: len_request_data
        type: u4
      - id: len_request_file_name
        type: u2
        valid:
          expr: _ <= _io.size - _io.pos
      - id: request_file_name
        size: len_request_file_name
  network_interfaces:
    doc: A chain of NETWORK_INTERFACE_INFO, each 152 octets.
    doc-ref: MS-SMB2 2.2.32.5
    seq:
      - id: interfaces
        type: network_interface
        repeat: until
        repeat-until: _.next == 0
  network_interface:
    doc-ref: MS-SMB2 2.2.32.5
    seq:
      - id: next
        type: u4
        valid:
          any-of: [0, 152]
        -wireshark: {name: smb2.ioctl.network_interfaces.next_offset, as: hex, label: Next Offset}
      - id: if_index
        type: u4
        -wireshark: {name: smb2.ioctl.network_interfaces.index, label: Interface Index}
      - id: capability
        type: u4
        -wireshark: {name: smb2.ioctl.network_interfaces.capabilities, as: hex, label: Interface Cababilities}
      - id: reserved
        type: u4
      - id: link_speed
        type: u8
        doc: Bits a second
        -wireshark: {name: smb2.ioctl.network_interfaces.link_speed, label: Link Speed}
      - id: family
        type: u2
        doc: 2 IPv4, 0x17 IPv6
        -wireshark: {name: smb2.windows.sockaddr.family, label: Socket Family}
      - id: port
        type: u2
        -wireshark: {name: smb2.windows.sockaddr.port, label: Socket Port}
      - id: ipv4_or_flow_info
        size: 4
        doc: The address in IPv4, the flow information in IPv6.
      - id: ipv6
        size: 16
        -wireshark: {name: smb2.windows.sockaddr.in6.addr, as: ipv6, label: Socket IPv6}
      - id: rest_of_sockaddr
        size: 104
