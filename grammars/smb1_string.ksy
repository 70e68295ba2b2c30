meta:
  id: smb1_string
  title: SMB_STRING
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: Text that ends at a zero, or where the stream ends. In Unicode it begins at an even offset from the SMB header, where the stream begins.
doc-ref: MS-CIFS 2.2.1.1.4
params:
  - id: unicode
    type: bool
seq:
  - id: pad
    size: 1
    if: unicode and _io.pos % 2 == 1 and not _io.eof
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
  value:
    value: 'unicode ? unicode_value : oem_value'
