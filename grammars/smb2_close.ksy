meta:
  id: smb2_close
  title: SMB2 CLOSE
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb2_file_id
doc: The stream begins at the SMB2 header and stands behind it.
doc-ref: MS-SMB2 2.2.15, 2.2.16
types:
  request:
    doc-ref: MS-SMB2 2.2.15
    seq:
      - id: structure_size
        type: u2
        valid: 24
        -wireshark: smb2.buffer_code
      - id: flags
        type: u2
        doc: 1 the response is to tell the attributes
        -wireshark: smb2.close.flags
      - id: reserved
        type: u4
      - id: file_id
        type: smb2_file_id
        -wireshark: smb2.fid
  response:
    doc-ref: MS-SMB2 2.2.16
    seq:
      - id: structure_size
        type: u2
        valid: 60
        -wireshark: smb2.buffer_code
      - id: flags
        type: u2
        -wireshark: smb2.close.flags
      - id: reserved
        type: u4
        -wireshark: smb2.reserved
      - id: creation_time
        type: u8
        -wireshark: smb2.create.time
      - id: last_access_time
        type: u8
        -wireshark: smb2.last_access.time
      - id: last_write_time
        type: u8
        -wireshark: smb2.last_write.time
      - id: change_time
        type: u8
        -wireshark: smb2.last_change.time
      - id: allocation_size
        type: u8
        -wireshark: {name: smb2.allocation_size, label: Allocation Size}
      - id: end_of_file
        type: u8
        -wireshark: {name: smb2.eof, label: End Of File}
      - id: file_attributes
        type: u4
        -wireshark: smb2.file_attribute
