meta:
  id: netlogon_mailslot
  title: Netlogon messages to mailslots
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  What clients write to \MAILSLOT\NET\NETLOGON to find a domain controller, and what it answers to \MAILSLOT\NET\GETDC
  or \MAILSLOT\TEMP\NETLOGON. Strings in OEM and Unicode follow one another without descriptors.
doc-ref: MS-ADTS 6.3.1, MS-NRPC 2.2.1.2.3
seq:
  - id: command
    type: u1
    -wireshark: {name: smb_netlogon.command, as: hex, label: Command, values: commands}
  - id: reserved
    type: u1
-generated:
  - {name: smb_netlogon, as: protocol, label: Microsoft Windows Logon Protocol (Old)}
  - {name: smb_netlogon.computer_name, as: text, label: Computer Name}
  - {name: smb_netlogon.unicode_computer_name, as: text, label: Unicode Computer Name}
  - {name: smb_netlogon.server_name, as: text, label: Server Name}
  - {name: smb_netlogon.server_dns_name, as: text, label: Server DNS Name}
  - {name: smb_netlogon.user_name, as: text, label: User Name}
  - {name: smb_netlogon.domain_name, as: text, label: Domain Name}
  - {name: smb_netlogon.domain_dns_name, as: text, label: Domain DNS Name}
  - {name: smb_netlogon.forest_dns_name, as: text, label: Forest DNS Name}
  - {name: smb_netlogon.mailslot_name, as: text, label: Mailslot Name}
  - {name: smb_netlogon.pdc_name, as: text, label: PDC Name}
  - {name: smb_netlogon.unicode_pdc_name, as: text, label: Unicode PDC Name}
  - {name: smb_netlogon.script_name, as: text, label: Script Name}
  - {name: smb_netlogon.nt_version, as: dec, octets: 4, label: NT Version}
  - {name: smb_netlogon.lmnt_token, as: hex, octets: 2, label: LMNT Token}
  - {name: smb_netlogon.lm_token, as: hex, octets: 2, label: LM Token}
  - {name: smb_netlogon.major_version, as: dec, octets: 1, label: Workstation Major Version}
  - {name: smb_netlogon.minor_version, as: dec, octets: 1, label: Workstation Minor Version}
  - {name: smb_netlogon.os_version, as: dec, octets: 1, label: Workstation OS Version}
  - {name: smb_netlogon.signature, as: hex, octets: 8, label: Signature}
  - {name: smb_netlogon.date_time, as: dec, octets: 4, label: Date/Time}
  - {name: smb_netlogon.update, as: dec, octets: 2, label: Update Type}
  - {name: smb_netlogon.request_count, as: dec, octets: 2, label: Request Count}
  - name: smb_netlogon.flags
    as: hex
    octets: 4
    label: Account control
    bits:
      smb_netlogon.flags.autolock: {mask: 0x400, label: Autolock}
      smb_netlogon.flags.expire: {mask: 0x200, label: Expire}
      smb_netlogon.flags.server: {mask: 0x100, label: Server Trust}
      smb_netlogon.flags.workstation: {mask: 0x80, label: Workstation Trust}
      smb_netlogon.flags.interdomain: {mask: 0x40, label: Interdomain Trust}
      smb_netlogon.flags.mns: {mask: 0x20, label: MNS User}
      smb_netlogon.flags.normal: {mask: 0x10, label: Normal User}
      smb_netlogon.flags.temp_dup: {mask: 0x8, label: Temp Duplicate User}
      smb_netlogon.flags.password: {mask: 0x4, label: Password}
      smb_netlogon.flags.homedir: {mask: 0x2, label: Homedir}
      smb_netlogon.flags.enabled: {mask: 0x1, label: Enabled}
  - {name: smb_netlogon.domain_sid_size, as: dec, octets: 4, label: Domain SID Size}
  - {name: smb_netlogon.low_serial, as: dec, octets: 4, label: Low Serial Number}
  - {name: smb_netlogon.pulse, as: dec, octets: 4, label: Pulse}
  - {name: smb_netlogon.random, as: dec, octets: 4, label: Random}
  - {name: smb_netlogon.db_count, as: dec, octets: 4, label: DB Count}
  - {name: smb_netlogon.db_index, as: dec, octets: 4, label: Database Index}
  - {name: smb_netlogon.large_serial, as: dec, octets: 8, label: Large Serial Number}
  - {name: smb_netlogon.nt_date_time, as: filetime, label: NT Date/Time}
  - {name: smb_netlogon.unknown, as: hex, octets: 1, label: Unknown}
  - {name: smb_netlogon.domain.guid, as: bytes, label: Domain GUID}
  - {name: smb_netlogon.server_ip, as: ipv4, label: Server IP}
  - {name: smb_netlogon.server_site_name, as: text, label: Server Site Name}
  - {name: smb_netlogon.client_site_name, as: text, label: Client Site Name}
  - {name: smb_netlogon.data, as: bytes, label: Data}
-values:
  commands:
    0x00: LM1.0/LM2.0 LOGON Request
    0x06: LM2.0 Response to LOGON Request
    0x07: Query for PDC
    0x08: Announce Startup of PDC
    0x09: Announce Failed PDC
    0x0a: Announce Change to UAS or SAM
    0x0b: Announce no user on machine
    0x0c: Response from PDC
    0x12: SAM LOGON request from client
    0x13: Response to SAM LOGON request
    0x14: SAM Response during LOGON pause
    0x15: SAM Response - user unknown
    0x17: SAM Active Directory Response - user unknown
    0x19: Active Directory Response to SAM LOGON request
