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
    -wireshark: {name: ntlmssp.identifier, as: utf8, label: NTLMSSP identifier}
  - id: message_type
    type: u4
    enum: message_type
    -wireshark: {name: ntlmssp.messagetype, as: hex, label: NTLM Message Type, values: message_types}
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
        -wireshark:
          name: ntlmssp.negotiateflags
          as: hex
          label: Negotiate Flags
          bits:
            ntlmssp.negotiate56: {mask: 0x80000000, label: Negotiate 56}
            ntlmssp.negotiatekeyexch: {mask: 0x40000000, label: Negotiate Key Exchange}
            ntlmssp.negotiate128: {mask: 0x20000000, label: Negotiate 128}
            ntlmssp.negotiatent10000000: {mask: 0x10000000, label: Negotiate 0x10000000}
            ntlmssp.negotiatent08000000: {mask: 0x08000000, label: Negotiate 0x08000000}
            ntlmssp.negotiatent04000000: {mask: 0x04000000, label: Negotiate 0x04000000}
            ntlmssp.negotiateversion: {mask: 0x02000000, label: Negotiate Version}
            ntlmssp.negotiatent01000000: {mask: 0x01000000, label: Negotiate 0x01000000}
            ntlmssp.negotiatetargetinfo: {mask: 0x00800000, label: Negotiate Target Info}
            ntlmssp.requestnonntsession: {mask: 0x00400000, label: Request Non-NT Session}
            ntlmssp.negotiatent00200000: {mask: 0x00200000, label: Negotiate 0x00200000}
            ntlmssp.negotiateidentify: {mask: 0x00100000, label: Negotiate Identify}
            ntlmssp.negotiatentlm2: {mask: 0x00080000, label: Negotiate Extended Security}
            ntlmssp.targettypeshare: {mask: 0x00040000, label: Target Type Share}
            ntlmssp.targettypeserver: {mask: 0x00020000, label: Target Type Server}
            ntlmssp.targettypedomain: {mask: 0x00010000, label: Target Type Domain}
            ntlmssp.negotiatealwayssign: {mask: 0x00008000, label: Negotiate Always Sign}
            ntlmssp.negotiate00004000: {mask: 0x00004000, label: Negotiate 0x00004000}
            ntlmssp.negotiateoemworkstationsupplied: {mask: 0x00002000, label: Negotiate OEM Workstation Supplied}
            ntlmssp.negotiateoemdomainsupplied: {mask: 0x00001000, label: Negotiate OEM Domain Supplied}
            ntlmssp.negotiateanonymous: {mask: 0x00000800, label: Negotiate Anonymous}
            ntlmssp.negotiatentonly: {mask: 0x00000400, label: Negotiate NT Only}
            ntlmssp.negotiatentlm: {mask: 0x00000200, label: Negotiate NTLM key}
            ntlmssp.negotiate00000100: {mask: 0x00000100, label: Negotiate 0x00000100}
            ntlmssp.negotiatelmkey: {mask: 0x00000080, label: Negotiate Lan Manager Key}
            ntlmssp.negotiatedatagram: {mask: 0x00000040, label: Negotiate Datagram}
            ntlmssp.negotiateseal: {mask: 0x00000020, label: Negotiate Seal}
            ntlmssp.negotiatesign: {mask: 0x00000010, label: Negotiate Sign}
            ntlmssp.negotiate00000008: {mask: 0x00000008, label: Request 0x00000008}
            ntlmssp.requesttarget: {mask: 0x00000004, label: Request Target}
            ntlmssp.negotiateoem: {mask: 0x00000002, label: Negotiate OEM}
            ntlmssp.negotiateunicode: {mask: 0x00000001, label: Negotiate UNICODE}
      - id: domain_name
        type: payload_field
        if: _io.size >= 32
        -wireshark: {name: ntlmssp.negotiate.domain, as: text, label: Calling workstation domain}
      - id: workstation
        type: payload_field
        if: _io.size >= 32
        -wireshark: {name: ntlmssp.negotiate.callingworkstation, as: text, label: Calling workstation name}
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
        -wireshark: {name: ntlmssp.challenge.target_name, as: text, label: Target Name}
      - id: negotiate_flags
        type: u4
        -wireshark: {name: ntlmssp.negotiateflags, as: hex}
      - id: server_challenge
        size: 8
        -wireshark: {name: ntlmssp.ntlmserverchallenge, label: NTLM Server Challenge}
      - id: reserved
        size: 8
        if: target_name.begins_at >= 40 and _io.size >= 40
        -wireshark: {name: ntlmssp.reserved, label: Reserved}
      - id: target_info
        type: payload_field
        if: target_name.begins_at >= 48 and _io.size >= 48
        -wireshark: {name: ntlmssp.challenge.target_info, as: none, label: Target Info}
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
        -wireshark: {name: ntlmssp.auth.lmresponse, as: bytes, label: Lan Manager Response}
      - id: nt_challenge_response
        type: payload_field
        -wireshark: {name: ntlmssp.auth.ntresponse, as: bytes, label: NTLM Response}
      - id: domain_name
        type: payload_field
        -wireshark: {name: ntlmssp.auth.domain, as: text, label: Domain name}
      - id: user_name
        type: payload_field
        -wireshark: {name: ntlmssp.auth.username, as: text, label: User name}
      - id: workstation
        type: payload_field
        -wireshark: {name: ntlmssp.auth.hostname, as: text, label: Host name}
      - id: encrypted_random_session_key
        type: payload_field
        if: names_begin_at >= 60 and _io.size >= 60
        -wireshark: {name: ntlmssp.auth.sesskey, as: bytes, label: Session Key}
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
        -wireshark: {name: ntlmssp.authenticate.mic, label: MIC}
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
        -wireshark: {name: ntlmssp.version.major, label: Major Version}
      - id: product_minor_version
        type: u1
        -wireshark: {name: ntlmssp.version.minor, label: Minor Version}
      - id: product_build
        type: u2
        -wireshark: {name: ntlmssp.version.build_number, label: Build Number}
      - id: reserved
        size: 3
      - id: ntlm_revision_current
        type: u1
        -wireshark: {name: ntlmssp.version.ntlm_current_revision, label: NTLM Current Revision}
  av_pair:
    doc: One of a list that ends with the identifier MsvAvEOL.
    doc-ref: MS-NLMP 2.2.2.1
    seq:
      - id: av_id
        type: u2
        doc: |
          MsvAvEOL 0, NbComputerName 1, NbDomainName 2, DnsComputerName 3, DnsDomainName 4, DnsTreeName 5,
          Flags 6, Timestamp 7, SingleHost 8, TargetName 9, ChannelBindings 10
        -wireshark: {name: ntlmssp.challenge.target_info.item.type, as: hex, label: Target Info Item Type, values: av_ids}
      - id: len_value
        type: u2
        valid:
          max: _io.size - _io.pos
        -wireshark: {name: ntlmssp.challenge.target_info.item.length, label: Target Info Item Length}
      - id: value
        size: len_value
  ntlmv2_client_challenge:
    doc: What follows the 16 octets of NTProofStr in an NTLMv2 response; its AV pairs come after these.
    doc-ref: MS-NLMP 2.2.2.7
    seq:
      - id: resp_type
        type: u1
        valid: 1
        -wireshark: {name: ntlmssp.ntlmv2_response.rversion, label: Response Version}
      - id: hi_resp_type
        type: u1
        valid: 1
        -wireshark: {name: ntlmssp.ntlmv2_response.hirversion, label: Hi Response Version}
      - id: reserved1
        size: 6
        -wireshark: {name: ntlmssp.ntlmv2_response.z, label: Z}
      - id: time_stamp
        type: u8
        doc: FILETIME
        -wireshark: {name: ntlmssp.ntlmv2_response.time, as: filetime, label: Time}
      - id: challenge_from_client
        size: 8
        -wireshark: {name: ntlmssp.ntlmv2_response.chal, label: NTLMv2 Client Challenge}
      - id: reserved3
        size: 4
        -wireshark: {name: ntlmssp.ntlmv2_response.z, label: Z}
-values:
  message_types:
    1: NTLMSSP_NEGOTIATE
    2: NTLMSSP_CHALLENGE
    3: NTLMSSP_AUTH
  av_ids:
    0: End of list
    1: NetBIOS computer name
    2: NetBIOS domain name
    3: DNS computer name
    4: DNS domain name
    5: DNS tree name
    6: Flags
    7: Timestamp
    8: Restrictions
    9: Target Name
    10: Channel Bindings
-generated:
  - {name: ntlmssp, as: protocol, label: NTLM Secure Service Provider}
  - {name: ntlmssp.version, as: none, label: Version}
  - {name: ntlmssp.string.length, as: dec, label: Length, octets: 2}
  - {name: ntlmssp.string.maxlen, as: dec, label: Maxlen, octets: 2}
  - {name: ntlmssp.string.offset, as: dec, label: Offset, octets: 4}
  - {name: ntlmssp.blob.length, as: dec, label: Length, octets: 2}
  - {name: ntlmssp.blob.maxlen, as: dec, label: Maxlen, octets: 2}
  - {name: ntlmssp.blob.offset, as: dec, label: Offset, octets: 4}
  - {name: ntlmssp.challenge.target_info.length, as: dec, label: Length, octets: 2}
  - {name: ntlmssp.challenge.target_info.maxlen, as: dec, label: Maxlen, octets: 2}
  - {name: ntlmssp.challenge.target_info.offset, as: dec, label: Offset, octets: 4}
  - {name: ntlmssp.ntlmclientchallenge, as: bytes, label: LMv2 Client Challenge}
  - {name: ntlmssp.challenge.target_info.nb_computer_name, as: utf16, label: NetBIOS Computer Name}
  - {name: ntlmssp.challenge.target_info.nb_domain_name, as: utf16, label: NetBIOS Domain Name}
  - {name: ntlmssp.challenge.target_info.dns_computer_name, as: utf16, label: DNS Computer Name}
  - {name: ntlmssp.challenge.target_info.dns_domain_name, as: utf16, label: DNS Domain Name}
  - {name: ntlmssp.challenge.target_info.dns_tree_name, as: utf16, label: DNS Tree Name}
  - {name: ntlmssp.challenge.target_info.flags, as: hex, label: Flags, octets: 4}
  - {name: ntlmssp.challenge.target_info.timestamp, as: filetime, label: Timestamp}
  - {name: ntlmssp.challenge.target_info.restrictions, as: bytes, label: Restrictions}
  - {name: ntlmssp.challenge.target_info.target_name, as: utf16, label: Target Name}
  - {name: ntlmssp.challenge.target_info.channel_bindings, as: bytes, label: Channel Bindings}
  - {name: ntlmssp.ntlmv2_response.nb_computer_name, as: utf16, label: NetBIOS Computer Name}
  - {name: ntlmssp.ntlmv2_response.nb_domain_name, as: utf16, label: NetBIOS Domain Name}
  - {name: ntlmssp.ntlmv2_response.dns_computer_name, as: utf16, label: DNS Computer Name}
  - {name: ntlmssp.ntlmv2_response.dns_domain_name, as: utf16, label: DNS Domain Name}
  - {name: ntlmssp.ntlmv2_response.dns_tree_name, as: utf16, label: DNS Tree Name}
  - {name: ntlmssp.ntlmv2_response.flags, as: hex, label: Flags, octets: 4}
  - {name: ntlmssp.ntlmv2_response.timestamp, as: filetime, label: Timestamp}
  - {name: ntlmssp.ntlmv2_response.restrictions, as: bytes, label: Restrictions}
  - {name: ntlmssp.ntlmv2_response.target_name, as: utf16, label: Target Name}
  - {name: ntlmssp.ntlmv2_response.channel_bindings, as: bytes, label: Channel Bindings}
  - {name: ntlmssp.ntlmv2_response, as: bytes, label: NTLMv2 Response}
  - {name: ntlmssp.ntlmv2_response.ntproofstr, as: bytes, label: NTProofStr}
  - {name: ntlmssp.ntlmv2_response.item.type, as: hex, label: NTLMV2 Response Item Type, octets: 2, values: av_ids}
  - {name: ntlmssp.ntlmv2_response.item.length, as: dec, label: NTLMV2 Response Item Length, octets: 2}
  - {name: ntlmssp.ntlmv2_response.pad, as: bytes, label: padding}
  - {name: ntlmssp.verf, as: none, label: NTLMSSP Verifier}
  - {name: ntlmssp.verf.vers, as: dec, label: Version Number, octets: 4}
  - {name: ntlmssp.verf.body, as: bytes, label: Verifier Body}
