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
    -wireshark: {name: browser.command, as: hex, label: Command, values: commands}
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
        -wireshark: {name: browser.update_count, label: Update Count}
      - id: periodicity
        type: u4
        -wireshark: {name: browser.period, label: Update Periodicity}
        doc: Milliseconds to the next announcement
      - id: server_name
        size: 16
        type: padded_text
        -wireshark: {name: browser.server, as: text, label: Server Name}
      - id: os_version_major
        type: u1
        -wireshark: {name: browser.os_major, label: OS Major Version}
      - id: os_version_minor
        type: u1
        -wireshark: {name: browser.os_minor, label: OS Minor Version}
      - id: server_type
        type: u4
        -wireshark:
          name: browser.server_type
          as: hex
          label: Server Type
          bits:
            browser.server_type.workstation: {mask: 0x1, label: Workstation}
            browser.server_type.server: {mask: 0x2, label: Server}
            browser.server_type.sql: {mask: 0x4, label: SQL}
            browser.server_type.domain_controller: {mask: 0x8, label: Domain Controller}
            browser.server_type.backup_controller: {mask: 0x10, label: Backup Controller}
            browser.server_type.time: {mask: 0x20, label: Time Source}
            browser.server_type.apple: {mask: 0x40, label: Apple}
            browser.server_type.novell: {mask: 0x80, label: Novell}
            browser.server_type.member: {mask: 0x100, label: Member}
            browser.server_type.print: {mask: 0x200, label: Print Queue Server}
            browser.server_type.dialin: {mask: 0x400, label: Dialin}
            browser.server_type.xenix: {mask: 0x800, label: Xenix Server}
            browser.server_type.ntw: {mask: 0x1000, label: NT Workstation}
            browser.server_type.wfw: {mask: 0x2000, label: Windows for Workgroups}
            browser.server_type.nts: {mask: 0x8000, label: NT Server}
            browser.server_type.browser.potential: {mask: 0x10000, label: Potential Browser}
            browser.server_type.browser.backup: {mask: 0x20000, label: Backup Browser}
            browser.server_type.browser.master: {mask: 0x40000, label: Master Browser}
            browser.server_type.browser.domain_master: {mask: 0x80000, label: Domain Master Browser}
            browser.server_type.osf: {mask: 0x100000, label: OSF}
            browser.server_type.vms: {mask: 0x200000, label: VMS}
            browser.server_type.w95: {mask: 0x400000, label: Windows 95 or above}
            browser.server_type.dfs: {mask: 0x800000, label: DFS server}
            browser.server_type.local: {mask: 0x40000000, label: Local}
            browser.server_type.domainenum: {mask: 0x80000000, label: Domain Enum}
        doc: SV_TYPE_ bits, [MS-SRVS] 2.2.2.7
      - id: browser_version_major
        type: u1
        -wireshark: {name: browser.proto_major, label: Browser Protocol Major Version}
      - id: browser_version_minor
        type: u1
        -wireshark: {name: browser.proto_minor, label: Browser Protocol Minor Version}
      - id: signature
        type: u2
        -wireshark: {name: browser.sig, as: hex, label: Signature}
        doc: 0xaa55
      - id: comment
        type: rest_text
        -wireshark: {name: browser.comment, as: text, label: Host Comment}
  announcement_request:
    doc-ref: MS-BRWS 2.2.2
    seq:
      - id: reserved
        type: u1
        -wireshark: {name: browser.unused, as: hex, label: Unused flags}
      - id: response_name
        type: rest_text
        -wireshark: {name: browser.response_computer_name, as: text, label: Response Computer Name}
  request_election:
    doc-ref: MS-BRWS 2.2.3
    seq:
      - id: version
        type: u1
        -wireshark: {name: browser.election.version, label: Election Version}
      - id: criteria
        type: u4
        -wireshark: {name: browser.election.criteria, as: hex, label: Election Criteria}
      - id: uptime
        type: u4
        -wireshark: {name: browser.uptime, label: Uptime}
        doc: Milliseconds
      - id: unused
        type: u4
        -wireshark: {name: browser.unused, as: hex, label: Unused flags, octets: 1}
      - id: server_name
        type: rest_text
        -wireshark: {name: browser.server, as: text, label: Server Name}
  get_backup_list_request:
    doc-ref: MS-BRWS 2.2.4
    seq:
      - id: requested_count
        type: u1
        -wireshark: {name: browser.backup.count, label: Backup List Requested Count}
      - id: token
        type: u4
        -wireshark: {name: browser.backup.token, label: Backup Request Token}
  get_backup_list_response:
    doc: The list is read to the end of the frame; the count is not relied on, so it has no bound.
    doc-ref: MS-BRWS 2.2.5
    seq:
      - id: backup_server_count
        type: u1
        -wireshark: {name: browser.backup.count, label: Backup List Requested Count}
      - id: token
        type: u4
        -wireshark: {name: browser.backup.token, label: Backup Request Token}
      - id: backup_server_list
        size-eos: true
        -wireshark: {name: browser.backup.server, as: text, label: Backup Server}
  computer_name:
    doc: Become backup (the browser to promote), master announcement (the master's name).
    doc-ref: MS-BRWS 2.2.6, 2.2.8
    seq:
      - id: name
        type: rest_text
        -wireshark: {name: browser.browser_to_promote, as: text, label: Browser to Promote}
  reset_state_request:
    doc-ref: MS-BRWS 2.2.9
    seq:
      - id: reset_type
        type: u1
        -wireshark:
          name: browser.reset_cmd
          as: hex
          label: ResetBrowserState Command
          bits:
            browser.reset_cmd.demote: {mask: 0x1, label: Demote LMB}
            browser.reset_cmd.flush: {mask: 0x2, label: Flush Browse List}
            browser.reset_cmd.stop_lmb: {mask: 0x4, label: Stop Being LMB}
        doc: 0x01 stop being master, 0x02 stop all browser activity, 0x04 stop the browser service
  lanman_announcement:
    doc: |
      What a LAN Manager server writes to \MAILSLOT\LANMAN: as the host announcement, with the fields in
      another order and the name not padded.
    doc-ref: MS-BRWS 1.9
    seq:
      - id: opcode
        type: u1
        -wireshark: {name: browser.command, as: hex, label: Command}
      - id: update_count
        type: u1
        -wireshark: {name: browser.update_count, label: Update Count}
      - id: server_type
        type: u4
        -wireshark: {name: browser.server_type, as: hex, label: Server Type}
      - id: os_version_major
        type: u1
        -wireshark: {name: browser.os_major, label: OS Major Version}
      - id: os_version_minor
        type: u1
        -wireshark: {name: browser.os_minor, label: OS Minor Version}
      - id: periodicity
        type: u2
        -wireshark: {name: browser.period, label: Update Periodicity}
        doc: Seconds to the next announcement
      - id: server_name
        type: strz
        encoding: IBM437
        -wireshark: {name: browser.server, label: Server Name}
      - id: comment
        type: rest_text
        -wireshark: {name: browser.comment, as: text, label: Host Comment}
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
-values:
  commands:
    1: Host Announcement
    2: Request Announcement
    8: Browser Election Request
    9: Get Backup List Request
    10: Get Backup List Response
    11: Become Backup Browser
    12: Domain/Workgroup Announcement
    13: Master Announcement
    14: Reset Browser State Announcement
    15: Local Master Announcement
-generated:
  - {name: browser, as: protocol, label: Microsoft Windows Browser Protocol}
  - {name: browser.windows_version, as: utf8, label: Windows version, doc: What the two octets of the version mean}
  - {name: browser.mb_server, as: text, label: Master Browser Server Name}
  - {name: browser.mysterious_field, as: hex, octets: 4, label: Mysterious Field, doc: In the place of the protocol's version in a domain's announcement}
  - name: browser.election.desire
    as: hex
    octets: 1
    label: Election Desire
    bits:
      browser.election.desire.backup: {mask: 0x1, label: Backup}
      browser.election.desire.standby: {mask: 0x2, label: Standby}
      browser.election.desire.master: {mask: 0x4, label: Master}
      browser.election.desire.domain_master: {mask: 0x8, label: Domain Master}
      browser.election.desire.wins: {mask: 0x20, label: WINS}
      browser.election.desire.nt: {mask: 0x80, label: NT}
  - name: browser.election.os
    as: hex
    octets: 1
    label: Election OS
    bits:
      browser.election.os.wfw: {mask: 0x1, label: WfW}
      browser.election.os.ntw: {mask: 0x10, label: NT Workstation}
      browser.election.os.nts: {mask: 0x20, label: NT Server}
