meta:
  id: smb1_file_system_information
  title: Information levels of a file system that SMB1 alone has
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb1_string
doc: |
  Each type is the data of one level. The others are those of [MS-FSCC] 2.5.
doc-ref: MS-CIFS 2.2.8.2
types:
  allocation:
    doc: SMB_INFO_ALLOCATION, 1
    doc-ref: MS-CIFS 2.2.8.2.1
    seq:
      - id: id_file_system
        type: u4
        -wireshark: smb.fs_id
      - id: sectors_per_unit
        type: u4
        -wireshark: smb.fs_sector_per_unit
      - id: total_units
        type: u4
        -wireshark: smb.fs_units
      - id: units_available
        type: u4
        -wireshark: smb.avail.units
      - id: bytes_per_sector
        type: u2
        -wireshark: smb.fs_bytes_per_sector
  volume:
    doc: SMB_INFO_VOLUME, 2
    doc-ref: MS-CIFS 2.2.8.2.2
    seq:
      - id: serial_number
        type: u4
        -wireshark: {name: smb.volume.serial, as: hex}
      - id: len_label
        type: u1
        doc: Octets
        -wireshark: smb.volume.label.len
      - id: label
        size: 'len_label < _io.size - _io.pos ? len_label : _io.size - _io.pos'
        if: not _io.eof
        doc: As much as there is of it
        -wireshark: {name: smb.volume.label, as: text}
  macintosh:
    doc: MAC_QUERY_FS_INFO, 0x301
    doc-ref: Apple AFP over SMB
    seq:
      - id: create_time
        type: u8
        -wireshark: {name: smb.create.time, as: filetime}
      - id: modify_time
        type: u8
        -wireshark: {name: smb.modify.time, as: filetime}
      - id: backup_time
        type: u8
        -wireshark: {name: smb.backup.time, as: filetime}
      - id: num_blocks
        type: u4
        -wireshark: smb.alloc.count
      - id: block_size
        type: u4
        -wireshark: smb.alloc.size
      - id: num_free_blocks
        type: u4
        -wireshark: smb.free_block.count
      - id: finder_info
        size: 32
        -wireshark: smb.mac.finderinfo
      - id: num_root_files
        type: u4
        -wireshark: smb.root.file.count
      - id: num_root_directories
        type: u4
        -wireshark: smb.root.dir.count
      - id: num_files
        type: u4
        -wireshark: smb.file.count
      - id: num_directories
        type: u4
        -wireshark: smb.dir.count
      - id: support
        type: u4
        -wireshark: {name: smb.mac, as: hex, bits: {smb.mac.access_control: 0x10, smb.mac.get_set_comments: 0x20, smb.mac.desktop_db_calls: 0x40, smb.mac.uids: 0x80, smb.mac.streams_support: 0x100}}
