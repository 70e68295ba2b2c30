meta:
  id: browser_frame
  title: CIFS browser protocol frame
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  What servers tell of themselves through the mailslot \MAILSLOT\BROWSE. Text is in the sender's OEM code page,
  which the frame does not name; it is read as code page 437, as Wireshark does.
doc-ref: MS-BRWS 2.2
seq:
  - id: opcode
    type: u1
    -wireshark: {name: browser.command, as: hex}
  - id: body
    type:
      switch-on: opcode
      cases:
        1: announcement
        2: announcement_request
        8: request_election
        9: get_backup_list_request
        10: get_backup_list_response
        11: computer_name
        12: announcement
        13: computer_name
        14: reset_state_request
        15: announcement
types:
  announcement:
    doc: |
      Host, local master and domain announcement. In the last the name is the machine group's, the OS version
      is the browser configuration's and the comment is the local master's name.
    doc-ref: MS-BRWS 2.2.1, 2.2.7, 2.2.10
    seq:
      - id: update_count
        type: u1
        -wireshark: browser.update_count
      - id: periodicity
        type: u4
        -wireshark: browser.period
        doc: Milliseconds to the next announcement
      - id: server_name
        size: 16
        type: padded_text
        -wireshark: {name: browser.server, as: text}
      - id: os_version_major
        type: u1
        -wireshark: browser.os_major
      - id: os_version_minor
        type: u1
        -wireshark: browser.os_minor
      - id: server_type
        type: u4
        -wireshark: {name: browser.server_type, as: hex}
        doc: SV_TYPE_ bits, [MS-SRVS] 2.2.2.7
      - id: browser_version_major
        type: u1
        -wireshark: browser.proto_major
      - id: browser_version_minor
        type: u1
        -wireshark: browser.proto_minor
      - id: signature
        type: u2
        -wireshark: {name: browser.sig, as: hex}
        doc: 0xaa55
      - id: comment
        type: rest_text
        -wireshark: {name: browser.comment, as: text}
  announcement_request:
    doc-ref: MS-BRWS 2.2.2
    seq:
      - id: reserved
        type: u1
        -wireshark: {name: browser.unused, as: hex}
      - id: response_name
        type: rest_text
        -wireshark: {name: browser.response_computer_name, as: text}
  request_election:
    doc-ref: MS-BRWS 2.2.3
    seq:
      - id: version
        type: u1
        -wireshark: browser.election.version
      - id: criteria
        type: u4
        -wireshark: {name: browser.election.criteria, as: hex}
      - id: uptime
        type: u4
        -wireshark: browser.uptime
        doc: Milliseconds
      - id: unused
        type: u4
        -wireshark: {name: browser.unused, as: hex, octets: 1}
      - id: server_name
        type: rest_text
        -wireshark: {name: browser.server, as: text}
  get_backup_list_request:
    doc-ref: MS-BRWS 2.2.4
    seq:
      - id: requested_count
        type: u1
        -wireshark: browser.backup.count
      - id: token
        type: u4
        -wireshark: browser.backup.token
  get_backup_list_response:
    doc: The list is read to the end of the frame; the count is not relied on, so it has no bound.
    doc-ref: MS-BRWS 2.2.5
    seq:
      - id: backup_server_count
        type: u1
        -wireshark: browser.backup.count
      - id: token
        type: u4
        -wireshark: browser.backup.token
      - id: backup_server_list
        size-eos: true
        -wireshark: {name: browser.backup.server, as: text}
  computer_name:
    doc: Become backup (the browser to promote), master announcement (the master's name).
    doc-ref: MS-BRWS 2.2.6, 2.2.8
    seq:
      - id: name
        type: rest_text
        -wireshark: {name: browser.browser_to_promote, as: text}
  reset_state_request:
    doc-ref: MS-BRWS 2.2.9
    seq:
      - id: reset_type
        type: u1
        -wireshark: {name: browser.reset_cmd, as: hex}
        doc: 0x01 stop being master, 0x02 stop all browser activity, 0x04 stop the browser service
  lanman_announcement:
    doc: |
      What a LAN Manager server writes to \MAILSLOT\LANMAN: as the host announcement, with the fields in
      another order and the name not padded.
    doc-ref: MS-BRWS 1.9
    seq:
      - id: opcode
        type: u1
        -wireshark: {name: browser.command, as: hex}
      - id: update_count
        type: u1
        -wireshark: browser.update_count
      - id: server_type
        type: u4
        -wireshark: {name: browser.server_type, as: hex}
      - id: os_version_major
        type: u1
        -wireshark: browser.os_major
      - id: os_version_minor
        type: u1
        -wireshark: browser.os_minor
      - id: periodicity
        type: u2
        -wireshark: browser.period
        doc: Seconds to the next announcement
      - id: server_name
        type: strz
        encoding: IBM437
        -wireshark: browser.server
      - id: comment
        type: rest_text
        -wireshark: {name: browser.comment, as: text}
  padded_text:
    seq:
      - id: text
        type: strz
        encoding: IBM437
        eos-error: false
  rest_text:
    doc: Ends with a zero octet or with the frame.
    seq:
      - id: text
        type: strz
        encoding: IBM437
        eos-error: false
