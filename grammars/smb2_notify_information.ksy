meta:
  id: smb2_notify_information
  title: FILE_NOTIFY_INFORMATION
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: One change in a directory that is watched.
doc-ref: MS-FSCC 2.7.1
seq:
  - id: information
    type: information
    -wireshark: {name: smb2.notify.info, as: none, label: Notify Info}
types:
  information:
    doc-ref: MS-FSCC 2.7.1
    seq:
      - id: next_entry_offset
        type: u4
        doc: Octets from this entry to the next one; who follows it checks it.
        -wireshark: {name: smb2.notify.next_offset, as: hex, label: Next Offset}
      - id: action
        type: u4
        -wireshark: {name: smb2.notify.action, as: hex, label: Action, values: file_actions}
      - id: len_file_name
        type: u4
        valid:
          max: _io.size - _io.pos
        -wireshark: {name: smb2.filename.len, label: Filename Length}
      - id: file_name
        size: len_file_name
        -wireshark: {name: smb2.filename, as: utf16, label: Filename}
-values:
  file_actions:
    0x1: FILE_ACTION_ADDED
    0x2: FILE_ACTION_REMOVED
    0x3: FILE_ACTION_MODIFIED
    0x4: FILE_ACTION_RENAMED_OLD_NAME
    0x5: FILE_ACTION_RENAMED_NEW_NAME
    0x6: FILE_ACTION_ADDED_STREAM
    0x7: FILE_ACTION_REMOVED_STREAM
    0x8: FILE_ACTION_MODIFIED_STREAM
    0x9: FILE_ACTION_REMOVED_BY_DELETE
