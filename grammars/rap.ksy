meta:
  id: rap
  title: The Remote Administration Protocol
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  Parameters and data consist of what descriptors in the request say, so that no grammar can: these are the fields
  that the common calls have. The structure is what every response begins with.
doc-ref: MS-RAP 2.5
-generated:
  - {name: lanman, as: protocol, label: LANMAN}
  - {name: lanman.function_code, as: dec, octets: 2, label: Function Code}
  - {name: lanman.param_desc, as: utf8, label: Parameter Descriptor}
  - {name: lanman.ret_desc, as: utf8, label: Return Descriptor}
  - {name: lanman.aux_data_desc, as: utf8, label: Auxiliary Data Descriptor}
  - {name: lanman.level, as: dec, octets: 2, label: Detail Level}
  - {name: lanman.padding, as: bytes, label: Padding}
  - {name: lanman.recv_buf_len, as: dec, octets: 2, label: Receive Buffer Length}
  - {name: lanman.send_buf_len, as: dec, octets: 2, label: Send Buffer Length}
  - {name: lanman.param_no_descriptor, as: bytes, label: Parameters no descriptor available}
  - {name: lanman.data_no_descriptor, as: bytes, label: Data no descriptor available}
  - {name: lanman.data_no_recv_buffer, as: bytes, label: Data no receive buffer}
  - {name: lanman.entry_count, as: dec, octets: 2, label: Entry Count}
  - {name: lanman.available_count, as: dec, octets: 2, label: Available Entries}
  - {name: lanman.share, as: none, label: Share}
  - {name: lanman.share.name, as: utf8, label: Share Name}
  - {name: lanman.share.type, as: dec, octets: 2, label: Share Type}
  - {name: lanman.share.comment, as: utf8, label: Share Comment}
  - {name: lanman.share.permissions, as: dec, octets: 2, label: Share Permissions}
  - {name: lanman.share.max_uses, as: dec, octets: 2, label: Share Max Uses}
  - {name: lanman.share.current_uses, as: dec, octets: 2, label: Share Current Uses}
  - {name: lanman.share.path, as: utf8, label: Share Path}
  - {name: lanman.share.password, as: utf8, label: Share Password}
  - {name: lanman.server, as: none, label: Server}
  - {name: lanman.server.name, as: utf8, label: Server Name}
  - {name: lanman.server.major, as: dec, octets: 1, label: Major Version}
  - {name: lanman.server.minor, as: dec, octets: 1, label: Minor Version}
  - {name: lanman.server.comment, as: utf8, label: Server Comment}
  - {name: lanman.available_bytes, as: dec, octets: 2, label: Available Bytes}
  - {name: lanman.current_time, as: unix, label: Current Date/Time}
  - {name: lanman.msecs, as: dec, octets: 4, label: Milliseconds}
  - {name: lanman.hour, as: dec, octets: 1, label: Hour}
  - {name: lanman.minute, as: dec, octets: 1, label: Minute}
  - {name: lanman.second, as: dec, octets: 1, label: Second}
  - {name: lanman.hundredths, as: dec, octets: 1, label: Hundredths of a second}
  - {name: lanman.tzoffset, as: int, octets: 2, label: Time Zone Offset}
  - {name: lanman.timeinterval, as: dec, octets: 2, label: Time Interval}
  - {name: lanman.day, as: dec, octets: 1, label: Day}
  - {name: lanman.month, as: dec, octets: 1, label: Month}
  - {name: lanman.year, as: dec, octets: 2, label: Year}
  - {name: lanman.weekday, as: dec, octets: 1, label: Weekday}
  - {name: lanman.enumeration_domain, as: utf8, label: Enumeration Domain}
  - {name: lanman.last_entry, as: utf8, label: Last Entry}
  - {name: lanman.computer_name, as: utf8, label: Computer Name}
  - {name: lanman.user_name, as: utf8, label: User Name}
  - {name: lanman.group_name, as: utf8, label: Group Name}
  - {name: lanman.workstation_domain, as: utf8, label: Workstation Domain}
  - {name: lanman.workstation_major, as: dec, octets: 1, label: Workstation Major Version}
  - {name: lanman.workstation_minor, as: dec, octets: 1, label: Workstation Minor Version}
  - {name: lanman.logon_domain, as: utf8, label: Logon Domain}
  - {name: lanman.other_domains, as: utf8, label: Other Domains}
  - {name: lanman.password, as: utf8, label: Password}
  - {name: lanman.workstation_name, as: utf8, label: Workstation Name}
  - {name: lanman.ustruct_size, as: dec, octets: 2, label: Length of UStruct}
  - {name: lanman.logon_code, as: dec, octets: 2, label: Logon Code}
  - {name: lanman.privilege_level, as: dec, octets: 2, label: Privilege Level}
  - {name: lanman.operator_privileges, as: dec, octets: 4, label: Operator Privileges}
  - {name: lanman.num_logons, as: dec, octets: 2, label: Number of Logons}
  - {name: lanman.bad_pw_count, as: dec, octets: 2, label: Bad Password Count}
  - {name: lanman.last_logon, as: unix, label: Last Logon Date/Time}
  - {name: lanman.last_logoff, as: unix, label: Last Logoff Date/Time}
  - {name: lanman.logoff_time, as: unix, label: Logoff Date/Time}
  - {name: lanman.kickoff_time, as: unix, label: Kickoff Date/Time}
  - {name: lanman.password_age, as: millis, label: Password Age}
  - {name: lanman.password_can_change, as: unix, label: Password Can Change}
  - {name: lanman.password_must_change, as: unix, label: Password Must Change}
  - {name: lanman.script_path, as: utf8, label: Script Path}
  - {name: lanman.logoff_code, as: dec, octets: 2, label: Logoff Code}
  - {name: lanman.duration, as: millis, label: Duration of Session}
  - {name: lanman.comment, as: utf8, label: Comment}
  - {name: lanman.user_comment, as: utf8, label: User Comment}
  - {name: lanman.full_name, as: utf8, label: Full Name}
  - {name: lanman.homedir, as: utf8, label: Home Directory}
  - {name: lanman.parameters, as: utf8, label: Parameters}
  - {name: lanman.logon_server, as: utf8, label: Logon Server}
  - {name: lanman.country_code, as: dec, octets: 2, label: Country Code}
  - {name: lanman.workstations, as: utf8, label: Workstations}
  - {name: lanman.max_storage, as: dec, octets: 4, label: Max Storage}
  - {name: lanman.units_per_week, as: dec, octets: 2, label: Units Per Week}
  - {name: lanman.logon_hours, as: bytes, label: Logon Hours}
  - {name: lanman.code_page, as: dec, octets: 2, label: Code Page}
  - {name: lanman.new_password, as: bytes, label: New Password}
  - {name: lanman.old_password, as: bytes, label: Old Password}
  - {name: lanman.reserved, as: hex, octets: 4, label: Reserved}
  - {name: lanman.aux_data_struct_count, as: dec, octets: 2, label: Auxiliary data structure count}
  - {name: smb_pipe.word_param, as: dec, octets: 2, label: Word Param}
  - {name: smb_pipe.doubleword_param, as: dec, octets: 4, label: Doubleword Param}
  - {name: smb_pipe.byte_param, as: dec, octets: 1, label: Byte Param}
  - {name: smb_pipe.bytes_param, as: bytes, label: Bytes Param}
  - {name: smb_pipe.string_param, as: utf8, label: String Param}
types:
  response:
    doc: What the parameters of every response begin with.
    doc-ref: MS-RAP 2.5.2
    seq:
      - id: status
        type: u2
        -wireshark: {name: lanman.status, values: {0: Success, 5: Access denied, 65: Network access denied, 86: Invalid password, 234: More data, 2123: Buffer too small, 2141: Not configured for transactions}}
      - id: converter
        type: u2
        doc: Taken off the pointers to strings
        -wireshark: lanman.convert
