meta:
  id: smb2_file_id
  title: SMB2_FILEID
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: What an open is called in the requests that use it; all bits set in a related command of a compound.
doc-ref: MS-SMB2 2.2.14.1
seq:
  - id: persistent_id
    type: u8
  - id: volatile_id
    type: u8
