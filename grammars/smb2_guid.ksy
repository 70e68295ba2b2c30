meta:
  id: smb2_guid
  title: GUID of SMB2, its first three fields little-endian
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: The 16 octets of a GUID, in the parts of which its canonical form is made.
doc-ref: MS-DTYP 2.3.4.2
seq:
  - id: data1
    type: u4
  - id: data2
    type: u2
  - id: data3
    type: u2
  - id: data4
    type: u8be
