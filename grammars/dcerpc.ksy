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
        -wireshark: dcerpc.ver
      - id: rpc_vers_minor
        type: u1
        valid:
          max: 1
        -wireshark: dcerpc.ver_minor
      - id: ptype
        type: u1
        enum: ptype
        valid:
          in-enum: true
        -wireshark: dcerpc.pkt_type
      - id: pfc_flags
        type: u1
        -wireshark: {name: dcerpc.cn_flags, as: hex}
      - id: integer_and_character
        type: u1
        valid:
          any-of: [0x00, 0x01, 0x10, 0x11]
        doc: Upper half 0 big-endian, 1 little-endian; lower half 0 ASCII, 1 EBCDIC.
        -wireshark: {name: dcerpc.drep, as: bytes}
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
            -wireshark: dcerpc.cn_frag_len
          - id: len_auth
            type: u2
            valid:
              expr: _ == 0 or _ + 24 <= len_frag
            doc: Of the authentication token behind sec_trailer, at the end of the fragment.
            -wireshark: dcerpc.cn_auth_len
          - id: call_id
            type: u4
            -wireshark: dcerpc.cn_call_id
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
            -wireshark: dcerpc.auth_type
          - id: auth_level
            type: u1
            -wireshark: dcerpc.auth_level
          - id: len_auth_pad
            type: u1
            doc: Octets between the stub data and this structure; the decoder checks it against the fragment.
            -wireshark: dcerpc.auth_pad_len
          - id: auth_reserved
            type: u1
            -wireshark: dcerpc.auth_rsrvd
          - id: auth_context_id
            type: u4
            -wireshark: dcerpc.auth_ctx_id
      request:
        doc: Stub data follows.
        doc-ref: C706 12.6.4.9
        seq:
          - id: alloc_hint
            type: u4
            -wireshark: dcerpc.cn_alloc_hint
          - id: context_id
            type: u2
            -wireshark: dcerpc.cn_ctx_id
          - id: opnum
            type: u2
            -wireshark: dcerpc.opnum
          - id: object
            type: uuid
            if: _root.header.object_uuid
            -wireshark: {name: dcerpc.obj_id, as: guid}
      response:
        doc: Stub data follows.
        doc-ref: C706 12.6.4.10
        seq:
          - id: alloc_hint
            type: u4
            -wireshark: dcerpc.cn_alloc_hint
          - id: context_id
            type: u2
            -wireshark: dcerpc.cn_ctx_id
          - id: cancel_count
            type: u1
            -wireshark: dcerpc.cn_cancel_count
          - id: reserved
            type: u1
      fault:
        doc-ref: C706 12.6.4.7
        seq:
          - id: alloc_hint
            type: u4
            -wireshark: dcerpc.cn_alloc_hint
          - id: context_id
            type: u2
            -wireshark: dcerpc.cn_ctx_id
          - id: cancel_count
            type: u1
            -wireshark: dcerpc.cn_cancel_count
          - id: fault_flags
            type: u1
            doc: MS-RPCE 2.2.2.9; reserved in C706.
            -wireshark: dcerpc.fault_flags
          - id: status
            type: u4
            -wireshark: {name: dcerpc.cn_status, as: hex}
      bind:
        doc: Also alter_context.
        doc-ref: C706 12.6.4.1, 12.6.4.3
        seq:
          - id: max_xmit_frag
            type: u2
            -wireshark: dcerpc.cn_max_xmit
          - id: max_recv_frag
            type: u2
            -wireshark: dcerpc.cn_max_recv
          - id: assoc_group_id
            type: u4
            -wireshark: {name: dcerpc.cn_assoc_group, as: hex}
          - id: num_contexts
            type: u1
            -wireshark: dcerpc.cn_num_ctx_items
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
            -wireshark: dcerpc.cn_ctx_id
          - id: num_transfer_syntaxes
            type: u1
            -wireshark: dcerpc.cn_num_trans_items
          - id: reserved
            type: u1
          - id: abstract_syntax
            type: uuid
            -wireshark: {name: dcerpc.cn_bind_to_uuid, as: guid}
          - id: abstract_version
            type: u4
            doc: Major version in the lower half.
            -wireshark: dcerpc.cn_bind_if_ver
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
            -wireshark: {name: dcerpc.cn_bind_trans_id, as: guid}
          - id: version
            type: u4
            -wireshark: dcerpc.cn_bind_trans_ver
      bind_ack:
        doc: Also alter_context_resp.
        doc-ref: C706 12.6.4.2, 12.6.4.4
        seq:
          - id: max_xmit_frag
            type: u2
            -wireshark: dcerpc.cn_max_xmit
          - id: max_recv_frag
            type: u2
            -wireshark: dcerpc.cn_max_recv
          - id: assoc_group_id
            type: u4
            -wireshark: {name: dcerpc.cn_assoc_group, as: hex}
          - id: len_secondary_address
            type: u2
            valid:
              max: _io.size - _io.pos
            -wireshark: dcerpc.cn_sec_addr_len
          - id: secondary_address
            size: len_secondary_address
            doc: Ends with a null octet.
            -wireshark: {name: dcerpc.cn_sec_addr, as: text}
          - id: padding
            size: (4 - _io.pos % 4) % 4
          - id: num_results
            type: u1
            -wireshark: dcerpc.cn_num_results
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
            -wireshark: dcerpc.cn_ack_result
          - id: reason
            type: u2
            -wireshark: dcerpc.cn_ack_reason
          - id: transfer_syntax
            type: uuid
            -wireshark: {name: dcerpc.cn_ack_trans_id, as: guid}
          - id: transfer_version
            type: u4
            -wireshark: dcerpc.cn_ack_trans_ver
      bind_nak:
        doc: The versions that the server speaks follow, and perhaps an extended error.
        doc-ref: C706 12.6.4.5, MS-RPCE 2.2.2.8
        seq:
          - id: reject_reason
            type: u2
            -wireshark: dcerpc.cn_reject_reason
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
