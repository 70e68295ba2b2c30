meta:
  id: smb1_server_string
  title: SMB_STRING of servers that forget the pad
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: As smb1_string, but at an odd offset two octets that are a Latin letter in Unicode are the text, not a pad.
doc-ref: MS-CIFS 2.2.1.1.4
params:
  - id: unicode
    type: bool
seq:
  - id: pad
    size: 1
    if: unicode and _io.pos % 2 == 1 and not _io.eof and not unpadded
    doc: To an even offset from the SMB header
  - id: unicode_value
    type: strz
    encoding: UTF-16LE
    eos-error: false
    if: unicode
  - id: oem_value
    type: strz
    encoding: ISO-8859-1
    eos-error: false
    if: not unicode
    doc: In a code page the message does not tell; each octet is kept as one character
instances:
  next_octets:
    pos: _io.pos
    type: u2
    if: _io.size - _io.pos >= 2
    doc: The two octets at the odd offset
  unpadded:
    value: '_io.size - _io.pos >= 2 and next_octets != 0 and next_octets < 0x100'
  value:
    value: 'unicode ? unicode_value : oem_value'
