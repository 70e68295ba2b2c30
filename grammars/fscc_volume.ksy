meta:
  id: fscc_volume
  title: Information classes of file systems, and quotas
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  Each type is the whole buffer of one class. SMB1 has the same as information levels of
  TRANS2_QUERY_FS_INFORMATION, with the same names.
doc-ref: MS-FSCC 2.5
-generated:
  - {name: smb2.fs_volume_info, as: none, label: FileFsVolumeInformation}
  - {name: smb2.fs_size_info, as: none, label: FileFsSizeInformation}
  - {name: smb2.fs_device_info, as: none, label: FileFsDeviceInformation}
  - {name: smb2.fs_attribute_info, as: none, label: FileFsAttributeInformation}
  - {name: smb2.fs_control_info, as: none, label: FileFsControlInformation}
  - {name: smb2.fs_full_size_info, as: none, label: FileFsFullSizeInformation}
  - {name: smb2.fs_objectid_info, as: none, label: FileFsObjectIdInformation}
  - {name: smb2.FILE_OBJECTID_BUFFER, as: none, label: FILE_OBJECTID_BUFFER}
  - {name: smb2.sec_info_00, as: none, label: SMB2_SEC_INFO_00}
  - {name: smb2.quota_info, as: none, label: SMB2_QUOTA_INFO}
  - {name: smb2.query_quota_info, as: none, label: SMB2_QUERY_QUOTA_INFO}
types:
  volume:
    doc: FileFsVolumeInformation, 1
    doc-ref: MS-FSCC 2.5.9
    seq:
      - id: volume_creation_time
        type: u8
        -wireshark: {name: smb.create.time, as: filetime, label: Created}
      - id: volume_serial_number
        type: u4
        -wireshark: {name: smb.volume.serial, as: hex}
      - id: len_volume_label
        type: u4
        -wireshark: {name: smb.volume.label.len, label: Label Length}
      - id: supports_objects
        size: 2
        -wireshark: smb.reserved
      - id: volume_label
        size: '(len_volume_label < _io.size - _io.pos ? len_volume_label : _io.size - _io.pos)'
        if: not _io.eof
        -wireshark: {name: smb.volume.label, as: text, label: Label}
  label:
    doc: FileFsLabelInformation, 2
    doc-ref: MS-FSCC 2.5.5
    seq:
      - id: len_volume_label
        type: u4
        -wireshark: {name: smb.volume.label.len, label: Label Length}
      - id: volume_label
        size: '(len_volume_label < _io.size - _io.pos ? len_volume_label : _io.size - _io.pos)'
        if: not _io.eof
        -wireshark: {name: smb.volume.label, as: text, label: Label}
  size:
    doc: FileFsSizeInformation, 3
    doc-ref: MS-FSCC 2.5.8
    seq:
      - id: total_allocation_units
        type: u8
        -wireshark: {name: smb.alloc_size64, label: Allocation Size}
      - id: available_allocation_units
        type: u8
        -wireshark: {name: smb.free_alloc_units, label: Free Units}
      - id: sectors_per_allocation_unit
        type: u4
        -wireshark: {name: smb.fs_sector_per_unit, label: Sectors/Unit}
      - id: bytes_per_sector
        type: u4
        -wireshark: smb.fs_bytes_per_sector
  device:
    doc: FileFsDeviceInformation, 4
    doc-ref: MS-FSCC 2.5.10
    seq:
      - id: device_type
        type: u4
        -wireshark: {name: smb.device.type, as: hex, values: {2: FILE_DEVICE_CD_ROM, 7: FILE_DEVICE_DISK}}
      - id: characteristics
        type: u4
        -wireshark:
          name: smb.device
          as: hex
          label: Device Characteristics
          bits:
            smb.device.removable: 0x1
            smb.device.read_only: 0x2
            smb.device.floppy: 0x4
            smb.device.write_once: 0x8
            smb.device.remote: 0x10
            smb.device.mounted: 0x20
            smb.device.virtual: 0x40
            smb.device.secure_open: 0x100
            smb.device.ts: {mask: 0x1000, label: Terminal Services}
            smb.device.webdav: 0x2000
            smb.device.portable: 0x4000
            smb.device.aat: {mask: 0x20000, label: Allow Appcontainer Traversal}
  attribute:
    doc: FileFsAttributeInformation, 5
    doc-ref: MS-FSCC 2.5.1
    seq:
      - id: file_system_attributes
        type: u4
        -wireshark:
          name: smb.fs_attr
          as: hex
          label: FS Attributes
          bits:
            smb.fs_attr.css: {mask: 0x1, label: Case Sensitive Search}
            smb.fs_attr.cpn: {mask: 0x2, label: Case Preserving}
            smb.fs_attr.uod: {mask: 0x4, label: Unicode On Disk}
            smb.fs_attr.pacls: {mask: 0x8, label: Persistent ACLs}
            smb.fs_attr.fc: {mask: 0x10, label: Compression}
            smb.fs_attr.vq: {mask: 0x20, label: Volume Quotas}
            smb.fs_attr.ssf: {mask: 0x40, label: Sparse Files}
            smb.fs_attr.srp: {mask: 0x80, label: Reparse Points}
            smb.fs_attr.srs: {mask: 0x100, label: Remote Storage}
            smb.fs_attr.sla: {mask: 0x4000, label: LFN APIs}
            smb.fs_attr.vis: {mask: 0x8000, label: Volume Is Compressed}
            smb.fs_attr.soids: {mask: 0x10000, label: Supports OIDs}
            smb.fs_attr.se: {mask: 0x20000, label: Supports Encryption}
            smb.fs_attr.ns: {mask: 0x40000, label: Named Streams}
            smb.fs_attr.rov: {mask: 0x80000, label: Read Only Volume}
            smb.fs_attr.swo: {mask: 0x100000, label: Sequential Write Once}
            smb.fs_attr.st: {mask: 0x200000, label: Transactions}
            smb.fs_attr.shl: {mask: 0x400000, label: Hard Links}
            smb.fs_attr.sis: {mask: 0x4000000, label: Integrity Streams}
            smb.fs_attr.sbr: {mask: 0x8000000, label: Block Refcounting}
            smb.fs_attr.ssv: {mask: 0x10000000, label: Sparse VDL}
      - id: maximum_component_name_length
        type: u4
        -wireshark: {name: smb.fs_max_name_len, label: Max name length}
      - id: len_file_system_name
        type: u4
        -wireshark: {name: smb.fs_name.len, label: Label Length}
      - id: file_system_name
        size: '(len_file_system_name < _io.size - _io.pos ? len_file_system_name : _io.size - _io.pos)'
        if: not _io.eof
        -wireshark: {name: smb.fs_name, as: utf16, label: FS Name}
  control:
    doc: FileFsControlInformation, 6
    doc-ref: MS-FSCC 2.5.2
    seq:
      - id: filtering
        size: 24
        doc: FreeSpaceStartFiltering, FreeSpaceThreshold, FreeSpaceStopFiltering
        -wireshark: {name: smb.unknown_data, label: Unknown Data}
      - id: default_quota_threshold
        type: u8
        -wireshark: &soft {name: smb.quota.soft.default, label: '(Soft) Quota Threshold'}
      - id: default_quota_limit
        type: u8
        -wireshark: &hard {name: smb.quota.hard.default, label: '(Hard) Quota Limit'}
      - id: flags
        type: u1
        -wireshark:
          name: smb.quota.flags
          as: hex
          label: Quota Flags
          bits:
            smb.quota.flags.deny_disk: 0x2
            smb.quota.flags.log_warning: 0x10
            smb.quota.flags.log_limit: 0x20
            smb.quota.flags.enabled: 0x1
      - id: rest
        size: 7
        doc: Of FileSystemControlFlags, and padding
        -wireshark: {name: smb.unknown_data, label: Unknown Data}
  full_size:
    doc: FileFsFullSizeInformation, 7
    doc-ref: MS-FSCC 2.5.4
    seq:
      - id: total_allocation_units
        type: u8
        -wireshark: {name: smb.alloc_size64, label: Allocation Size}
      - id: caller_available_allocation_units
        type: u8
        -wireshark: {name: smb.caller_free_alloc_units, label: Caller Free Units}
      - id: actual_available_allocation_units
        type: u8
        -wireshark: {name: smb.actual_free_alloc_units, label: Actual Free Units}
      - id: sectors_per_allocation_unit
        type: u4
        -wireshark: {name: smb.fs_sector_per_unit, label: Sectors/Unit}
      - id: bytes_per_sector
        type: u4
        -wireshark: smb.fs_bytes_per_sector
  object_id:
    doc: FILE_OBJECTID_BUFFER, also FileFsObjectIdInformation, 8
    doc-ref: MS-FSCC 2.1.3, 2.5.6
    seq:
      - id: object_id
        size: 16
        -wireshark: {name: smb2.object_id, as: guid, label: ObjectId}
      - id: birth_volume_id
        size: 16
        -wireshark: {name: smb2.birth_volume_id, as: guid, label: BirthVolumeId}
      - id: birth_object_id
        size: 16
        -wireshark: {name: smb2.birth_object_id, as: guid, label: BirthObjectId}
      - id: domain_id
        size: 16
        -wireshark: {name: smb2.domain_id, as: guid, label: DomainId}
  quota:
    doc: FILE_QUOTA_INFORMATION, one of a chain, without its SID
    doc-ref: MS-FSCC 2.4.41
    seq:
      - id: next_entry_offset
        type: u4
        -wireshark: {name: smb.quota.user.offset, label: Next Offset}
      - id: sid_length
        type: u4
        -wireshark: {name: smb.length_of_sid, label: Length of SID}
      - id: change_time
        type: u8
        -wireshark: {name: smb.quota.user.change_time, as: filetime}
      - id: quota_used
        type: u8
        -wireshark: smb.quota.used
      - id: quota_threshold
        type: u8
        -wireshark: *soft
      - id: quota_limit
        type: u8
        -wireshark: *hard
  query_quota:
    doc: SMB2_QUERY_QUOTA_INFO, without its SIDs
    doc-ref: MS-SMB2 2.2.37.1
    seq:
      - id: return_single
        type: u1
        -wireshark: {name: smb2.query_quota_info.single, as: bool, label: ReturnSingle}
      - id: restart_scan
        type: u1
        -wireshark: {name: smb2.query_quota_info.restart, as: bool, label: RestartScan}
      - id: reserved
        size: 2
        -wireshark: smb2.reserved
      - id: sid_list_length
        type: u4
        -wireshark: {name: smb2.query_quota_info.sidlistlen, label: SidListLength}
      - id: start_sid_length
        type: u4
        -wireshark: {name: smb2.query_quota_info.startsidlen, label: StartSidLength}
      - id: start_sid_offset
        type: u4
        -wireshark: {name: smb2.query_quota_info.startsidoffset, label: StartSidOffset}
  get_quota:
    doc: FILE_GET_QUOTA_INFORMATION, one of a chain, without its SID
    doc-ref: MS-FSCC 2.4.41.1
    seq:
      - id: next_entry_offset
        type: u4
        -wireshark: {name: smb.quota.user.offset, label: Next Offset}
      - id: sid_length
        type: u4
        -wireshark: {name: smb.length_of_sid, label: Length of SID}
