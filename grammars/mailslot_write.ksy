meta:
  id: mailslot_write
  title: Write to a mailslot, an SMB_COM_TRANSACTION request
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  Offsets count from the SMB header. There are always three setup words.
doc-ref: MS-MAIL 2.2.1, MS-CIFS 2.2.4.33.1
seq:
  - id: magic
    contents: [0xff, SMB]
  - id: command
    type: u1
    valid: 0x25
    -wireshark: {name: smb.cmd, as: hex}
  - id: status
    type: u4
  - id: flags
    type: u1
  - id: flags2
    type: u2
    doc: 0x8000 strings are Unicode
  - id: header_rest
    size: 20
    doc: PIDHigh, SecurityFeatures, Reserved, TID, PIDLow, UID and MID, which a mailslot write leaves at zero
  - id: word_count
    type: u1
    valid: 17
    -wireshark: smb.wct
  - id: total_parameter_count
    type: u2
  - id: total_data_count
    type: u2
  - id: max_parameter_count
    type: u2
  - id: max_data_count
    type: u2
  - id: max_setup_count
    type: u1
  - id: reserved1
    type: u1
  - id: transaction_flags
    type: u2
  - id: timeout
    type: u4
  - id: reserved2
    type: u2
  - id: len_parameters
    type: u2
    valid:
      max: _io.size
  - id: ofs_parameters
    type: u2
    valid:
      max: _io.size
  - id: len_data
    type: u2
    -wireshark: smb.dc
    valid:
      max: _io.size
  - id: ofs_data
    type: u2
    -wireshark: smb.data_offset
    valid:
      max: _io.size - len_data
  - id: num_setup
    type: u1
    valid: 3
  - id: reserved3
    type: u1
  - id: mailslot_opcode
    type: u2
    -wireshark: {name: mailslot.opcode, label: Opcode}
    doc: 1 is a write
  - id: priority
    type: u2
    -wireshark: {name: mailslot.priority, label: Priority}
  - id: mailslot_class
    type: u2
    -wireshark: {name: mailslot.class, label: Class}
    doc: 1 reliable, 2 unreliable
  - id: byte_count
    type: u2
    -wireshark: smb.bcc
    doc: Not relied on, so no bound; name and data have their own.
  - id: name_ascii
    type: strz
    encoding: IBM437
    if: not is_unicode
    -wireshark: {name: mailslot.name, label: Mailslot Name}
  - id: name_unicode
    type: unicode_name
    if: is_unicode
instances:
  is_unicode:
    value: (flags2 & 0x8000) != 0
  data:
    pos: ofs_data
    size: len_data
types:
  unicode_name:
    seq:
      - id: padding
        type: u1
        if: _io.pos % 2 != 0
        doc: Unicode strings begin at an even offset from the SMB header
      - id: text
        type: strz
        encoding: UTF-16LE
        -wireshark: {name: mailslot.name, label: Mailslot Name}
-generated:
  - {name: mailslot, as: protocol, label: SMB MailSlot Protocol}
  - {name: mailslot.size, as: dec, octets: 2, label: Size, doc: The byte count of the message}
