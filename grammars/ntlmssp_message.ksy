meta:
  id: ntlmssp_message
  title: NT LAN Manager security support provider, its three messages
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  The stream begins at the signature, from which all offsets count. A payload field that leads out of the
  message does not spoil the others: in_bounds is false and value absent. Fields that older senders leave
  out are absent when the payload, or the message, ends or begins before them.
doc-ref: MS-NLMP 2.2.1
seq:
  - id: signature
    contents: ["NTLMSSP", 0]
  - id: message_type
    type: u4
    enum: message_type
    -wireshark: {name: ntlmssp.messagetype, as: hex}
  - id: body
    type:
      switch-on: message_type
      cases:
        'message_type::negotiate': negotiate
        'message_type::challenge': challenge
        'message_type::authenticate': authenticate
enums:
  message_type:
    1: negotiate
    2: challenge
    3: authenticate
types:
  negotiate:
    doc: The client's first message. Both names are in the OEM character set, whatever the flags say.
    doc-ref: MS-NLMP 2.2.1.1
    seq:
      - id: negotiate_flags
        type: u4
        -wireshark: {name: ntlmssp.negotiateflags, as: hex}
      - id: domain_name
        type: payload_field
        if: _io.size >= 32
        -wireshark: {name: ntlmssp.negotiate.domain, as: text}
      - id: workstation
        type: payload_field
        if: _io.size >= 32
        -wireshark: {name: ntlmssp.negotiate.callingworkstation, as: text}
    instances:
      version:
        pos: 32
        type: version
        if: has_version
      has_version:
        value: >-
          (negotiate_flags & 0x02000000) != 0 and _io.size >= 40
          and domain_name.begins_at >= 40 and workstation.begins_at >= 40
  challenge:
    doc: The server's challenge.
    doc-ref: MS-NLMP 2.2.1.2
    seq:
      - id: target_name
        type: payload_field
        -wireshark: {name: ntlmssp.challenge.target_name, as: text}
      - id: negotiate_flags
        type: u4
        -wireshark: {name: ntlmssp.negotiateflags, as: hex}
      - id: server_challenge
        size: 8
        -wireshark: ntlmssp.ntlmserverchallenge
      - id: reserved
        size: 8
        if: target_name.begins_at >= 40 and _io.size >= 40
        -wireshark: ntlmssp.reserved
      - id: target_info
        type: payload_field
        if: target_name.begins_at >= 48 and _io.size >= 48
        -wireshark: {name: ntlmssp.challenge.target_info, as: none}
    instances:
      version:
        pos: 48
        type: version
        if: has_version
      has_version:
        value: >-
          (negotiate_flags & 0x02000000) != 0 and _io.size >= 56
          and target_name.begins_at >= 56 and target_info.begins_at >= 56
  authenticate:
    doc: |
      The client's answer. Windows 95 ends the fixed part before the session key, Windows NT before the
      version, Windows XP before the message integrity code.
    doc-ref: MS-NLMP 2.2.1.3
    seq:
      - id: lm_challenge_response
        type: payload_field
        -wireshark: {name: ntlmssp.auth.lmresponse, as: bytes}
      - id: nt_challenge_response
        type: payload_field
        -wireshark: {name: ntlmssp.auth.ntresponse, as: bytes}
      - id: domain_name
        type: payload_field
        -wireshark: {name: ntlmssp.auth.domain, as: text}
      - id: user_name
        type: payload_field
        -wireshark: {name: ntlmssp.auth.username, as: text}
      - id: workstation
        type: payload_field
        -wireshark: {name: ntlmssp.auth.hostname, as: text}
      - id: encrypted_random_session_key
        type: payload_field
        if: names_begin_at >= 60 and _io.size >= 60
        -wireshark: {name: ntlmssp.auth.sesskey, as: bytes}
      - id: negotiate_flags
        type: u4
        if: payload_begins_at >= 64 and _io.size >= 64
        -wireshark: {name: ntlmssp.negotiateflags, as: hex}
    instances:
      responses_begin_at:
        value: >-
          lm_challenge_response.begins_at < nt_challenge_response.begins_at
          ? lm_challenge_response.begins_at : nt_challenge_response.begins_at
      identity_begins_at:
        value: >-
          domain_name.begins_at < user_name.begins_at ? domain_name.begins_at : user_name.begins_at
      identity_or_workstation_begins_at:
        value: >-
          identity_begins_at < workstation.begins_at ? identity_begins_at : workstation.begins_at
      names_begin_at:
        value: >-
          responses_begin_at < identity_or_workstation_begins_at
          ? responses_begin_at : identity_or_workstation_begins_at
        doc: Where the payload begins, but for the session key.
      payload_begins_at:
        value: >-
          names_begin_at < 60 or _io.size < 60 or encrypted_random_session_key.begins_at > names_begin_at
          ? names_begin_at : encrypted_random_session_key.begins_at
      version:
        pos: 64
        type: version
        if: has_version
      has_version:
        value: >-
          payload_begins_at >= 72 and _io.size >= 72 and (negotiate_flags & 0x02000000) != 0
      mic:
        pos: 72
        size: 16
        if: payload_begins_at >= 88 and _io.size >= 88
        -wireshark: ntlmssp.authenticate.mic
  payload_field:
    doc: |
      Where a variable part lies. Its bounds are checked here and not with a valid key, for one bad field
      must not hide the others.
    doc-ref: MS-NLMP 2.2.1.1
    seq:
      - id: len_value
        type: u2
      - id: len_max
        type: u2
        doc: To be ignored on receipt.
      - id: ofs_value
        type: u4
        doc: From the signature of the message.
    instances:
      in_bounds:
        value: ofs_value <= _root._io.size and len_value <= _root._io.size - ofs_value
      begins_at:
        value: 'len_value == 0 or not in_bounds ? 0x7fffffff : ofs_value'
        doc: Where the payload of the message begins at the latest. The offset of an empty field says nothing.
      value:
        io: _root._io
        pos: ofs_value
        size: len_value
        if: in_bounds
  version:
    doc-ref: MS-NLMP 2.2.2.10
    seq:
      - id: product_major_version
        type: u1
        -wireshark: ntlmssp.version.major
      - id: product_minor_version
        type: u1
        -wireshark: ntlmssp.version.minor
      - id: product_build
        type: u2
        -wireshark: ntlmssp.version.build_number
      - id: reserved
        size: 3
      - id: ntlm_revision_current
        type: u1
        -wireshark: ntlmssp.version.ntlm_current_revision
  av_pair:
    doc: One of a list that ends with the identifier MsvAvEOL.
    doc-ref: MS-NLMP 2.2.2.1
    seq:
      - id: av_id
        type: u2
        doc: |
          MsvAvEOL 0, NbComputerName 1, NbDomainName 2, DnsComputerName 3, DnsDomainName 4, DnsTreeName 5,
          Flags 6, Timestamp 7, SingleHost 8, TargetName 9, ChannelBindings 10
        -wireshark: {name: ntlmssp.challenge.target_info.item.type, as: hex}
      - id: len_value
        type: u2
        valid:
          max: _io.size - _io.pos
        -wireshark: ntlmssp.challenge.target_info.item.length
      - id: value
        size: len_value
  ntlmv2_client_challenge:
    doc: What follows the 16 octets of NTProofStr in an NTLMv2 response; its AV pairs come after these.
    doc-ref: MS-NLMP 2.2.2.7
    seq:
      - id: resp_type
        type: u1
        valid: 1
        -wireshark: ntlmssp.ntlmv2_response.rversion
      - id: hi_resp_type
        type: u1
        valid: 1
        -wireshark: ntlmssp.ntlmv2_response.hirversion
      - id: reserved1
        size: 6
        -wireshark: ntlmssp.ntlmv2_response.z
      - id: time_stamp
        type: u8
        doc: FILETIME
        -wireshark: {name: ntlmssp.ntlmv2_response.time, as: filetime}
      - id: challenge_from_client
        size: 8
        -wireshark: ntlmssp.ntlmv2_response.chal
      - id: reserved3
        size: 4
        -wireshark: ntlmssp.ntlmv2_response.pad
