meta:
  id: dcerpc
  title: DCE/RPC, connection-oriented
  license: Apache-2.0
  ks-version: 0.11
doc: |
  One fragment. The stream begins at its header and holds what of it was seen, which may be its start only. The
  sender says in which byte order it writes, so all but the first eight octets depend on that.
doc-ref: C706 12.6, MS-RPCE 2.2.2
seq:
  - id: header
    type: header
  - id: body
    type: body
enums:
  ptype:
    0: request
    2: response
    3: fault
    11: bind
    12: bind_ack
    13: bind_nak
    14: alter_context
    15: alter_context_resp
    16: rpc_auth_3
    17: shutdown
    18: co_cancel
    19: orphaned
types:
  header:
    doc: The common header fields.
    doc-ref: C706 12.6.3.1, MS-RPCE 2.2.2.1
    seq:
      - id: rpc_vers
        type: u1
        valid: 5
        -wireshark: {name: dcerpc.ver, label: Version}
      - id: rpc_vers_minor
        type: u1
        valid:
          max: 1
        -wireshark: {name: dcerpc.ver_minor, label: Version (minor)}
      - id: ptype
        type: u1
        enum: ptype
        valid:
          in-enum: true
        -wireshark: {name: dcerpc.pkt_type, label: Packet type, values: ptypes}
      - id: pfc_flags
        type: u1
        -wireshark:
          name: dcerpc.cn_flags
          as: hex
          label: Packet Flags
          bits:
            dcerpc.cn_flags.object: {mask: 0x80, label: Object}
            dcerpc.cn_flags.maybe: {mask: 0x40, label: Maybe}
            dcerpc.cn_flags.dne: {mask: 0x20, label: Did Not Execute}
            dcerpc.cn_flags.mpx: {mask: 0x10, label: Multiplex}
            dcerpc.cn_flags.reserved: {mask: 0x8, label: Reserved}
            dcerpc.cn_flags.cancel_pending: {mask: 0x4, label: Cancel Pending}
            dcerpc.cn_flags.last_frag: {mask: 0x2, label: Last Frag}
            dcerpc.cn_flags.first_frag: {mask: 0x1, label: First Frag}
      - id: integer_and_character
        type: u1
        valid:
          any-of: [0x00, 0x01, 0x10, 0x11]
        doc: Upper half 0 big-endian, 1 little-endian; lower half 0 ASCII, 1 EBCDIC.
        -wireshark: {name: dcerpc.drep, as: bytes, label: Data Representation}
      - id: floating_point
        type: u1
        valid:
          max: 3
        doc: 0 IEEE, 1 VAX, 2 Cray, 3 IBM
      - id: drep_reserved
        size: 2
      - id: lengths
        type: lengths
    instances:
      little_endian:
        value: integer_and_character >= 0x10
      first_frag:
        value: (pfc_flags & 0x01) != 0
      last_frag:
        value: (pfc_flags & 0x02) != 0
      object_uuid:
        value: (pfc_flags & 0x80) != 0
    types:
      lengths:
        meta:
          endian:
            switch-on: _parent.little_endian
            cases:
              true: le
              false: be
        seq:
          - id: len_frag
            type: u2
            valid:
              min: 16
            doc: Of the fragment with this header, of which the end may not have been seen.
            -wireshark: {name: dcerpc.cn_frag_len, label: Frag Length}
          - id: len_auth
            type: u2
            valid:
              expr: _ == 0 or _ + 24 <= len_frag
            doc: Of the authentication token behind sec_trailer, at the end of the fragment.
            -wireshark: {name: dcerpc.cn_auth_len, label: Auth Length}
          - id: call_id
            type: u4
            -wireshark: {name: dcerpc.cn_call_id, label: Call ID}
  body:
    meta:
      endian:
        switch-on: _root.header.little_endian
        cases:
          true: le
          false: be
    seq:
      - id: pdu
        type:
          switch-on: _root.header.ptype
          cases:
            'ptype::request': request
            'ptype::response': response
            'ptype::fault': fault
            'ptype::bind': bind
            'ptype::bind_ack': bind_ack
            'ptype::bind_nak': bind_nak
            'ptype::alter_context': bind
            'ptype::alter_context_resp': bind_ack
    instances:
      ofs_sec_trailer:
        value: _root.header.lengths.len_frag - _root.header.lengths.len_auth - 8
      sec_trailer:
        pos: ofs_sec_trailer
        type: sec_trailer
        if: _root.header.lengths.len_auth != 0 and ofs_sec_trailer + 8 <= _io.size
    types:
      sec_trailer:
        doc-ref: MS-RPCE 2.2.2.11
        seq:
          - id: auth_type
            type: u1
            -wireshark: {name: dcerpc.auth_type, label: Auth type}
          - id: auth_level
            type: u1
            -wireshark: {name: dcerpc.auth_level, label: Auth level}
          - id: len_auth_pad
            type: u1
            doc: Octets between the stub data and this structure; the decoder checks it against the fragment.
            -wireshark: {name: dcerpc.auth_pad_len, label: Auth pad len}
          - id: auth_reserved
            type: u1
            -wireshark: {name: dcerpc.auth_rsrvd, label: Auth Rsrvd}
          - id: auth_context_id
            type: u4
            -wireshark: {name: dcerpc.auth_ctx_id, label: Auth Context ID}
      request:
        doc: Stub data follows.
        doc-ref: C706 12.6.4.9
        seq:
          - id: alloc_hint
            type: u4
            -wireshark: {name: dcerpc.cn_alloc_hint, label: Alloc hint}
          - id: context_id
            type: u2
            -wireshark: {name: dcerpc.cn_ctx_id, label: Context ID}
          - id: opnum
            type: u2
            -wireshark: {name: dcerpc.opnum, label: Opnum}
          - id: object
            type: uuid
            if: _root.header.object_uuid
            -wireshark: {name: dcerpc.obj_id, as: guid, label: Object}
      response:
        doc: Stub data follows.
        doc-ref: C706 12.6.4.10
        seq:
          - id: alloc_hint
            type: u4
            -wireshark: {name: dcerpc.cn_alloc_hint, label: Alloc hint}
          - id: context_id
            type: u2
            -wireshark: {name: dcerpc.cn_ctx_id, label: Context ID}
          - id: cancel_count
            type: u1
            -wireshark: {name: dcerpc.cn_cancel_count, label: Cancel count}
          - id: reserved
            type: u1
      fault:
        doc-ref: C706 12.6.4.7
        seq:
          - id: alloc_hint
            type: u4
            -wireshark: {name: dcerpc.cn_alloc_hint, label: Alloc hint}
          - id: context_id
            type: u2
            -wireshark: {name: dcerpc.cn_ctx_id, label: Context ID}
          - id: cancel_count
            type: u1
            -wireshark: {name: dcerpc.cn_cancel_count, label: Cancel count}
          - id: fault_flags
            type: u1
            doc: MS-RPCE 2.2.2.9; reserved in C706.
            -wireshark:
              name: dcerpc.cn_fault_flags
              as: hex
              label: Fault flags
              bits:
                dcerpc.cn_fault_flags.extended_error: {mask: 0x1, label: Extended error information present}
          - id: status
            type: u4
            -wireshark: {name: dcerpc.cn_status, as: hex, label: Status}
      bind:
        doc: Also alter_context.
        doc-ref: C706 12.6.4.1, 12.6.4.3
        seq:
          - id: max_xmit_frag
            type: u2
            -wireshark: {name: dcerpc.cn_max_xmit, label: Max Xmit Frag}
          - id: max_recv_frag
            type: u2
            -wireshark: {name: dcerpc.cn_max_recv, label: Max Recv Frag}
          - id: assoc_group_id
            type: u4
            -wireshark: {name: dcerpc.cn_assoc_group, as: hex, label: Assoc Group}
          - id: num_contexts
            type: u1
            -wireshark: {name: dcerpc.cn_num_ctx_items, label: Num Ctx Items}
          - id: reserved
            size: 3
          - id: contexts
            type: context
            repeat: expr
            repeat-expr: num_contexts
      context:
        doc: p_cont_elem_t
        doc-ref: C706 12.6.3.1
        seq:
          - id: context_id
            type: u2
            -wireshark: {name: dcerpc.cn_ctx_id, label: Context ID}
          - id: num_transfer_syntaxes
            type: u1
            -wireshark: {name: dcerpc.cn_num_trans_items, label: Num Trans Items}
          - id: reserved
            type: u1
          - id: abstract_syntax
            type: uuid
            -wireshark: {name: dcerpc.cn_bind_to_uuid, as: guid, label: Interface UUID}
          - id: abstract_version
            type: u4
            doc: Major version in the lower half.
            -wireshark: {name: dcerpc.cn_bind_if_ver, label: Interface Ver}
          - id: transfer_syntaxes
            type: syntax
            repeat: expr
            repeat-expr: num_transfer_syntaxes
      syntax:
        doc: p_syntax_id_t
        doc-ref: C706 12.6.3.1
        seq:
          - id: uuid
            type: uuid
            -wireshark: {name: dcerpc.cn_bind_trans_id, as: guid, label: ID}
          - id: version
            type: u4
            -wireshark: {name: dcerpc.cn_bind_trans_ver, label: ver}
      bind_ack:
        doc: Also alter_context_resp.
        doc-ref: C706 12.6.4.2, 12.6.4.4
        seq:
          - id: max_xmit_frag
            type: u2
            -wireshark: {name: dcerpc.cn_max_xmit, label: Max Xmit Frag}
          - id: max_recv_frag
            type: u2
            -wireshark: {name: dcerpc.cn_max_recv, label: Max Recv Frag}
          - id: assoc_group_id
            type: u4
            -wireshark: {name: dcerpc.cn_assoc_group, as: hex, label: Assoc Group}
          - id: len_secondary_address
            type: u2
            valid:
              max: _io.size - _io.pos
            -wireshark: {name: dcerpc.cn_sec_addr_len, label: Scndry Addr len}
          - id: secondary_address
            size: len_secondary_address
            doc: Ends with a null octet.
            -wireshark: {name: dcerpc.cn_sec_addr, as: text, label: Scndry Addr}
          - id: padding
            size: (4 - _io.pos % 4) % 4
          - id: num_results
            type: u1
            -wireshark: {name: dcerpc.cn_num_results, label: Num results}
          - id: reserved
            size: 3
          - id: results
            type: result
            repeat: expr
            repeat-expr: num_results
      result:
        doc: p_result_t; with a negotiate_ack the reason holds what was agreed, MS-RPCE 2.2.2.4.
        doc-ref: C706 12.6.3.1
        seq:
          - id: result
            type: u2
            -wireshark: {name: dcerpc.cn_ack_result, label: Ack result, values: results}
          - id: reason
            type: u2
            -wireshark: {name: dcerpc.cn_ack_reason, label: Ack reason}
          - id: transfer_syntax
            type: uuid
            -wireshark: {name: dcerpc.cn_ack_trans_id, as: guid, label: Transfer Syntax}
          - id: transfer_version
            type: u4
            -wireshark: {name: dcerpc.cn_ack_trans_ver, label: Syntax ver}
      bind_nak:
        doc: The versions that the server speaks follow, and perhaps an extended error.
        doc-ref: C706 12.6.4.5, MS-RPCE 2.2.2.8
        seq:
          - id: reject_reason
            type: u2
            -wireshark: {name: dcerpc.cn_reject_reason, label: Reject reason}
      uuid:
        doc-ref: C706 A.1
        seq:
          - id: time_low
            type: u4
          - id: time_mid
            type: u2
          - id: time_hi_and_version
            type: u2
          - id: clock_seq_and_node
            type: u8be
            doc: Octets, in their order.
-values:
  ptypes:
    0: Request
    1: Ping
    2: Response
    3: Fault
    4: Working
    5: Nocall
    6: Reject
    7: Ack
    8: Cl_cancel
    9: Fack
    10: Cancel_ack
    11: Bind
    12: Bind_ack
    13: Bind_nak
    14: Alter_context
    15: Alter_context_resp
    16: AUTH3
    17: Shutdown
    18: Co_cancel
    19: Orphaned
    20: RTS
  results: {0: Acceptance, 1: User rejection, 2: Provider rejection, 3: Negotiate ACK}
-generated:
  - {name: dcerpc, as: protocol, label: Distributed Computing Environment / Remote Procedure Call}
  - {name: dcerpc.drep.byteorder, as: dec, octets: 1, label: Byte order, values: {0: Big-endian, 1: Little-endian}}
  - {name: dcerpc.drep.character, as: dec, octets: 1, label: Character, values: {0: ASCII, 1: EBCDIC}}
  - {name: dcerpc.drep.fp, as: dec, octets: 1, label: Floating-point, values: {0: IEEE, 1: VAX, 2: Cray, 3: IBM}}
  - {name: dcerpc.cn_ctx_item, as: none, label: Ctx Item}
  - {name: dcerpc.cn_bind_abstract_syntax, as: none, label: Abstract Syntax}
  - {name: dcerpc.cn_bind_if_ver_minor, as: dec, octets: 2, label: Interface Ver Minor}
  - {name: dcerpc.cn_bind_trans, as: none, label: Transfer Syntax}
  - {name: dcerpc.cn_num_protocols, as: dec, octets: 1, label: Number of protocols}
  - {name: dcerpc.cn_protocol_ver_major, as: dec, octets: 1, label: Protocol major version}
  - {name: dcerpc.cn_protocol_ver_minor, as: dec, octets: 1, label: Protocol minor version}
  - {name: dcerpc.reserved, as: bytes, label: Reserved}
  - {name: dcerpc.cn_deseg_req, as: dec, octets: 4, label: Desegmentation Required}
  - {name: dcerpc.request_in, as: frame, label: Request in frame}
  - {name: dcerpc.time, as: nanos, label: Time from request}
  - {name: dcerpc.auth_info, as: none, label: Auth Info}
  - {name: dcerpc.auth_credentials, as: bytes, label: Auth Credentials}
  - {name: dcerpc.auth_padding, as: bytes, label: Auth Padding}
  - {name: dcerpc.stub_data, as: bytes, label: Stub data}
  - {name: dcerpc.encrypted_stub_data, as: bytes, label: Encrypted stub data}
  - {name: dcerpc.payload_stub_data, as: none, label: Payload stub data}
  - {name: dcerpc.fault_stub_data, as: bytes, label: Fault stub data}
  - {name: dcerpc.fragment_data, as: bytes, label: Fragment data}
  - {name: dcerpc.unknown_if_id, as: bool, label: Unknown DCERPC interface id}
  - {name: dcerpc.fragments, as: none, label: Reassembled DCE/RPC Fragments}
  - {name: dcerpc.fragment, as: frame, label: DCE/RPC Fragment}
  - {name: dcerpc.fragment.count, as: dec, octets: 4, label: Fragment count}
  - {name: dcerpc.reassembled.length, as: dec, octets: 4, label: Reassembled DCE/RPC length}
  - {name: dcerpc.unknown, as: bytes, label: Unknown}
  - {name: dcerpc.missalign, as: bytes, label: missalign}
  - {name: dcerpc.rpc_sec_vt.signature, as: bytes, label: SEC_VT_SIGNATURE}
  - {name: dcerpc.rpc_sec_vt.command.length, as: dec, octets: 2, label: Length}
  - {name: dcerpc.rpc_sec_vt.pcontext.interface.uuid, as: guid, label: UUID}
  - {name: dcerpc.rpc_sec_vt.pcontext.interface.ver, as: hex, octets: 4, label: Version}
  - {name: dcerpc.referent_id, as: hex, octets: 4, label: Referent ID}
  - {name: dcerpc.referent_id64, as: hex, octets: 8, label: Referent ID}
  - {name: dcerpc.null_pointer, as: bytes, label: NULL Pointer}
  - {name: dcerpc.duplicate_ptr, as: utf8, label: duplicate PTR}
  - {name: dcerpc.array.max_count, as: dec, octets: 4, label: Max Count}
  - {name: dcerpc.array.offset, as: dec, octets: 4, label: Offset}
  - {name: dcerpc.array.actual_count, as: dec, octets: 4, label: Actual Count}
  - {name: dcerpc.ndr_padding, as: bytes, label: NDR-Padding}
  - {name: dcerpc.nt.close_frame, as: frame, label: Frame handle closed}
  - {name: dcerpc.nt.domain_sid, as: utf8, label: Domain SID}
  - {name: dcerpc.nt.count, as: dec, octets: 4, label: Count}
  - {name: dcerpc.lsa_String.name_len, as: dec, octets: 2, label: Name Len}
  - {name: dcerpc.lsa_String.name_size, as: dec, octets: 2, label: Name Size}
  - {name: dcerpc.nt.str.len, as: dec, octets: 2, label: Length}
  - {name: dcerpc.nt.str.size, as: dec, octets: 2, label: Size}
  - name: dcerpc.cn_bind_trans_btfn
    as: hex
    octets: 2
    label: Bind Time Features
    bits:
      dcerpc.cn_bind_trans_btfn.01: {mask: 0x1, label: Security Context Multiplexing Supported}
      dcerpc.cn_bind_trans_btfn.02: {mask: 0x2, label: Keep Connection On Orphan Supported}
  - name: dcerpc.rpc_sec_vt.command
    as: hex
    octets: 2
    label: Command
    bits:
      dcerpc.rpc_sec_vt.command.end: {mask: 0x4000, label: SEC_VT_COMMAND_END}
      dcerpc.rpc_sec_vt.command.must_process: {mask: 0x8000, label: SEC_VT_MUST_PROCESS_COMMAND}
      dcerpc.rpc_sec_vt.command.cmd: {mask: 0x3fff, label: Cmd, as: hex}
  - name: dcerpc.rpc_sec_vt.bitmask
    as: hex
    octets: 4
    label: rpc_sec_vt_bitmask
    bits:
      dcerpc.rpc_sec_vt.bitmask.sign: {mask: 0x1, label: CLIENT_SUPPORT_HEADER_SIGNING}
