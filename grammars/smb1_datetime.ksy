meta:
  id: smb1_datetime
  title: SMB_DATE and SMB_TIME together
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  A date and a time of day, in whatever zone the server is in. Both zero, or all ones, is no time. Each type is of
  four octets, with a stream of its own.
doc-ref: MS-CIFS 2.2.1.4.1, 2.2.1.4.2
types:
  created:
    doc: When a file was made.
    seq:
      - id: date_and_time
        type: u4
        -wireshark: {name: smb.create.time, as: dos, label: Created}
    instances:
      is_told:
        value: date_and_time != 0 and date_and_time != 0xffffffff
      date:
        pos: 0
        type: u2
        if: is_told
        -wireshark: {name: smb.create.smb.date, as: hex, label: DOS Date}
      time:
        pos: 2
        type: u2
        if: is_told
        -wireshark: {name: smb.create.smb.time, as: hex, label: DOS Time}
  created_time_first:
    doc: When a file was made, with the time first.
    seq:
      - id: date_and_time
        type: u4
    instances:
      date_then_time:
        value: (date_and_time >> 16) | ((date_and_time & 0xffff) << 16)
        -wireshark: {name: smb.create.time, as: dos, label: Created}
      is_told:
        value: date_and_time != 0 and date_and_time != 0xffffffff
      date:
        pos: 2
        type: u2
        if: is_told
        -wireshark: {name: smb.create.smb.date, as: hex, label: DOS Date}
      time:
        pos: 0
        type: u2
        if: is_told
        -wireshark: {name: smb.create.smb.time, as: hex, label: DOS Time}
  accessed:
    doc: When a file was read last.
    seq:
      - id: date_and_time
        type: u4
        -wireshark: {name: smb.access.time, as: dos, label: Last Access}
    instances:
      is_told:
        value: date_and_time != 0 and date_and_time != 0xffffffff
      date:
        pos: 0
        type: u2
        if: is_told
        -wireshark: {name: smb.access.smb.date, as: hex, label: DOS Date}
      time:
        pos: 2
        type: u2
        if: is_told
        -wireshark: {name: smb.access.smb.time, as: hex, label: DOS Time}
  written:
    doc: When a file was written last.
    seq:
      - id: date_and_time
        type: u4
        -wireshark: {name: smb.last_write.time, as: dos, label: Last Write}
    instances:
      is_told:
        value: date_and_time != 0 and date_and_time != 0xffffffff
      date:
        pos: 0
        type: u2
        if: is_told
        -wireshark: {name: smb.last_write.smb.date, as: hex, label: DOS Date}
      time:
        pos: 2
        type: u2
        if: is_told
        -wireshark: {name: smb.last_write.smb.time, as: hex, label: DOS Time}
