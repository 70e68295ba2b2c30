meta:
  id: smb2_fields
  title: Fields that several structures of SMB2 have
  license: Apache-2.0
  ks-version: 0.11
doc: |
  No structure of its own: under -fields how a field that stands in several structures is shown, under
  -values what its numbers mean, under -generated what stands nowhere on the wire.
doc-ref: MS-SMB2 2.2
-fields:
  smb2.buffer_code:
    as: hex
    octets: 2
    label: StructureSize
    bits:
      smb2.buffer_code.length: {mask: 0xfffe, as: dec, label: Fixed Part Length}
      smb2.buffer_code.dynamic: {mask: 0x0001, label: Dynamic Part}
  smb2.fid:
    as: guid
    label: File Id
  smb2.olb.offset:
    as: hex
    octets: 4
    label: Blob Offset
  smb2.olb.length:
    as: dec
    octets: 4
    label: Blob Length
  smb2.reserved:
    as: bytes
    label: Reserved
  smb2.unknown:
    as: bytes
    label: Unknown
  smb2.capabilities:
    as: hex
    octets: 4
    label: Capabilities
    bits:
      smb2.capabilities.dfs: {mask: 0x00000001, label: DFS}
      smb2.capabilities.leasing: {mask: 0x00000002, label: LEASING}
      smb2.capabilities.large_mtu: {mask: 0x00000004, label: LARGE MTU}
      smb2.capabilities.multi_channel: {mask: 0x00000008, label: MULTI CHANNEL}
      smb2.capabilities.persistent_handles: {mask: 0x00000010, label: PERSISTENT HANDLES}
      smb2.capabilities.directory_leasing: {mask: 0x00000020, label: DIRECTORY LEASING}
      smb2.capabilities.encryption: {mask: 0x00000040, label: ENCRYPTION}
  smb2.sec_mode:
    as: hex
    octets: 1
    label: Security mode
    bits:
      smb2.sec_mode.sign_enabled: {mask: 0x01, label: Signing enabled}
      smb2.sec_mode.sign_required: {mask: 0x02, label: Signing required}
  smb2.dialect:
    as: hex
    octets: 2
    label: Dialect
    values: smb2_dialects
  smb2.file_attribute:
    as: hex
    octets: 4
    label: File Attributes
    bits:
      smb2.file_attribute.read_only: {mask: 0x00000001, label: Read Only}
      smb2.file_attribute.hidden: {mask: 0x00000002, label: Hidden}
      smb2.file_attribute.system: {mask: 0x00000004, label: System}
      smb2.file_attribute.directory: {mask: 0x00000010, label: Directory}
      smb2.file_attribute.archive: {mask: 0x00000020, label: Requires archived}
      smb2.file_attribute.normal: {mask: 0x00000080, label: Normal}
      smb2.file_attribute.temporary: {mask: 0x00000100, label: Temporary}
      smb2.file_attribute.sparse: {mask: 0x00000200, label: Sparse}
      smb2.file_attribute.reparse: {mask: 0x00000400, label: Reparse Point}
      smb2.file_attribute.compressed: {mask: 0x00000800, label: Compressed}
      smb2.file_attribute.offline: {mask: 0x00001000, label: Offline}
      smb2.file_attribute.not_content_indexed: {mask: 0x00002000, label: Not Content Indexed}
      smb2.file_attribute.encrypted: {mask: 0x00004000, label: Encrypted}
      smb2.file_attribute.integrity_stream: {mask: 0x00008000, label: Integrity Stream}
      smb2.file_attribute.no_scrub_data: {mask: 0x00020000, label: No Scrub Data}
  smb2.create.oplock:
    as: hex
    octets: 1
    label: Oplock
    values: smb2_oplock_levels
  smb2.lease.lease_state:
    as: hex
    octets: 4
    label: Lease State
    bits:
      smb2.lease.lease_state.read_caching: {mask: 0x00000001, label: Read Caching}
      smb2.lease.lease_state.handle_caching: {mask: 0x00000002, label: Handle Caching}
      smb2.lease.lease_state.write_caching: {mask: 0x00000004, label: Write Caching}
  smb2.lease.lease_flags:
    as: hex
    octets: 4
    label: Lease Flags
    bits:
      smb2.lease.lease_state.break_ack_required: {mask: 0x00000001, label: Break Ack Required}
      smb2.lease.lease_state.break_in_progress: {mask: 0x00000002, label: Break In Progress}
      smb2.lease.lease_state.parent_lease_key_set: {mask: 0x00000004, label: Parent Lease Key Set}
  smb2.channel:
    as: hex
    octets: 4
    label: Channel
    values: smb2_channels
  smb2.share_type:
    as: hex
    octets: 1
    label: Share Type
    values: smb2_share_types
  smb2.share.caching:
    as: hex
    octets: 4
    label: Caching policy
    values: smb2_caching_policies
  smb2.class:
    as: hex
    octets: 1
    label: Class
    values: smb2_info_types
  smb2.file_info.infolevel:
    as: hex
    octets: 1
    label: InfoLevel
    values: smb2_file_information_classes
  smb2.fs_info.infolevel:
    as: hex
    octets: 1
    label: InfoLevel
    values: smb2_file_system_information_classes
  smb2.sec_info.infolevel:
    as: hex
    octets: 1
    label: InfoLevel
    values: smb2_security_information_classes
  smb2.infolevel:
    as: hex
    octets: 1
    label: InfoLevel
  smb2.find.infolevel:
    as: dec
    octets: 4
    label: Info Level
    values: smb2_directory_information_classes
  smb2.getsetinfo_additional:
    as: hex
    octets: 4
    label: Additional Info
  smb2.getsetinfo_additionals:
    as: hex
    octets: 4
    label: Additional Info
    bits:
      smb2.getsetinfo_additional_secinfo.owner: {mask: 0x00000001, label: Owner}
      smb2.getsetinfo_additional_secinfo.group: {mask: 0x00000002, label: Group}
      smb2.getsetinfo_additional_secinfo.dacl: {mask: 0x00000004, label: DACL}
      smb2.getsetinfo_additional_secinfo.sacl: {mask: 0x00000008, label: SACL}
      smb2.getsetinfo_additional_secinfo.label: {mask: 0x00000010, label: Integrity label}
      smb2.getsetinfo_additional_secinfo.attribute: {mask: 0x00000020, label: Resource attribute}
      smb2.getsetinfo_additional_secinfo.scope: {mask: 0x00000040, label: Central access policy}
      smb2.getsetinfo_additional_secinfo.backup: {mask: 0x00010000, label: Backup operation}
  smb2.ioctl.function:
    as: hex
    octets: 4
    label: Function
    values: smb2_control_codes
    bits:
      smb2.ioctl.function.device: {mask: 0xffff0000, as: hex, label: Device, values: smb2_control_code_devices}
      smb2.ioctl.function.access: {mask: 0x0000c000, as: hex, label: Access, values: smb2_control_code_access}
      smb2.ioctl.function.function: {mask: 0x00003ffc, as: hex, label: Function}
      smb2.ioctl.function.method: {mask: 0x00000003, as: hex, label: Method, values: smb2_control_code_methods}
  smb2.dh2x.flags:
    as: hex
    octets: 4
    label: Flags
    bits:
      smb2.dh2x.flags.persistent_handle: {mask: 0x00000002, label: Persistent Handle}
  smb2.aapl.query_bitmask:
    as: hex
    octets: 8
    label: Query bitmask
    bits:
      smb2.aapl.bitmask.server_caps: {mask: 0x0000000000000001, label: Server capabilities}
      smb2.aapl.bitmask.volume_caps: {mask: 0x0000000000000002, label: Volume capabilities}
      smb2.aapl.bitmask.model_info: {mask: 0x0000000000000004, label: Model information}
  smb2.aapl.caps:
    as: hex
    octets: 8
    label: Client/Server capabilities
    bits:
      smb2.aapl.caps.supports_read_dir_addr: {mask: 0x0000000000000001, label: Supports READDIRATTR}
      smb2.aapl.caps.supports_osx_copyfile: {mask: 0x0000000000000002, label: Supports macOS copyfile}
      smb2.aapl.caps.unix_based: {mask: 0x0000000000000004, label: UNIX-based}
      smb2.aapl.supports_nfs_ace: {mask: 0x0000000000000008, label: Supports NFS ACE}
  smb2.close.flags:
    as: hex
    octets: 2
    label: Close Flags
    bits:
      smb2.close.pq_attrib: {mask: 0x0001, label: PostQuery Attrib}
  smb2.header.comp_transform.comp_alg:
    as: hex
    octets: 2
    label: CompressionAlgorithm
    values: smb2_compression_algorithms
  smb2.header.comp_transform.flags:
    as: hex
    octets: 2
    label: Flags
    values: smb2_compression_flags
  smb2.flags:
    as: hex
    octets: 4
    label: Flags
    bits:
      smb2.flags.response: {mask: 0x00000001, label: Response, values: {0: This is a REQUEST, 1: This is a RESPONSE}}
      smb2.flags.async: {mask: 0x00000002, label: Async command, values: {0: This is a SYNC command, 1: This is an ASYNC command}}
      smb2.flags.chained: {mask: 0x00000004, label: Chained, values: {0: This command does NOT go on from the one before, 1: This command goes on from the one before}}
      smb2.flags.signature: {mask: 0x00000008, label: Signing, values: {0: This message is NOT signed, 1: This message is SIGNED}}
      smb2.flags.priority_mask: {mask: 0x00000070, label: Priority}
      smb2.flags.dfs: {mask: 0x10000000, label: DFS operation, values: {0: The path is NOT one of DFS, 1: The path is one of DFS}}
      smb2.flags.replay: {mask: 0x20000000, label: Replay operation, values: {0: This is NOT a replay, 1: This is a REPLAY}}
  smb2.nt_status:
    as: hex
    octets: 4
    label: NT Status
    values: nt_status
  smb2.channel_info_blob:
    as: none
    label: Channel Info Blob
  smb2.sesid:
    as: hex
    octets: 8
    label: Session Id
  smb2.tid:
    as: hex
    octets: 4
    label: Tree Id
  smb2.create.time:
    as: filetime
    label: Create
  smb2.last_access.time:
    as: filetime
    label: Last Access
  smb2.last_write.time:
    as: filetime
    label: Last Write
  smb2.last_change.time:
    as: filetime
    label: Last Change
  smb2.reparse_tag:
    as: hex
    octets: 4
    label: Reparse Tag
    values: smb2_reparse_tags
  smb.access_mask:
    as: hex
    octets: 4
    label: Access Mask
    bits:
      smb.access.read: {mask: 0x00000001, label: Read}
      smb.access.write: {mask: 0x00000002, label: Write}
      smb.access.append: {mask: 0x00000004, label: Append}
      smb.access.read_ea: {mask: 0x00000008, label: Read EA}
      smb.access.write_ea: {mask: 0x00000010, label: Write EA}
      smb.access.execute: {mask: 0x00000020, label: Execute}
      smb.access.delete_child: {mask: 0x00000040, label: Delete Child}
      smb.access.read_attributes: {mask: 0x00000080, label: Read Attributes}
      smb.access.write_attributes: {mask: 0x00000100, label: Write Attributes}
      smb.access.delete: {mask: 0x00010000, label: Delete}
      smb.access.read_control: {mask: 0x00020000, label: Read Control}
      smb.access.write_dac: {mask: 0x00040000, label: Write DAC}
      smb.access.write_owner: {mask: 0x00080000, label: Write Owner}
      smb.access.synchronize: {mask: 0x00100000, label: Synchronize}
      smb.access.system_security: {mask: 0x01000000, label: System Security}
      smb.access.maximum_allowed: {mask: 0x02000000, label: Maximum Allowed}
      smb.access.generic_all: {mask: 0x10000000, label: Generic All}
      smb.access.generic_execute: {mask: 0x20000000, label: Generic Execute}
      smb.access.generic_write: {mask: 0x40000000, label: Generic Write}
      smb.access.generic_read: {mask: 0x80000000, label: Generic Read}
  smb.share_access:
    as: hex
    octets: 4
    label: Share Access
    bits:
      smb.share.access.read: {mask: 0x00000001, label: Read}
      smb.share.access.write: {mask: 0x00000002, label: Write}
      smb.share.access.delete: {mask: 0x00000004, label: Delete}
  smb.create_options:
    as: hex
    octets: 4
    label: Create Options
    bits:
      smb.nt.create_options.directory: {mask: 0x00000001, label: Directory}
      smb.nt.create_options.write_through: {mask: 0x00000002, label: Write Through}
      smb.nt.create_options.sequential_only: {mask: 0x00000004, label: Sequential Only}
      smb.nt.create_options.intermediate_buffering: {mask: 0x00000008, label: Intermediate Buffering}
      smb.nt.create_options.sync_io_alert: {mask: 0x00000010, label: Sync I/O Alert}
      smb.nt.create_options.sync_io_nonalert: {mask: 0x00000020, label: Sync I/O Nonalert}
      smb.nt.create_options.non_directory: {mask: 0x00000040, label: Non-Directory}
      smb.nt.create_options.create_tree_connection: {mask: 0x00000080, label: Create Tree Connection}
      smb.nt.create_options.complete_if_oplocked: {mask: 0x00000100, label: Complete If Oplocked}
      smb.nt.create_options.no_ea_knowledge: {mask: 0x00000200, label: No EA Knowledge}
      smb.nt.create_options.eight_dot_three_only: {mask: 0x00000400, label: "8.3 Only"}
      smb.nt.create_options.random_access: {mask: 0x00000800, label: Random Access}
      smb.nt.create_options.delete_on_close: {mask: 0x00001000, label: Delete On Close}
      smb.nt.create_options.open_by_fileid: {mask: 0x00002000, label: Open By FileID}
      smb.nt.create_options.backup_intent: {mask: 0x00004000, label: Backup Intent}
      smb.nt.create_options.no_compression: {mask: 0x00008000, label: No Compression}
      smb.nt.create_options.reserve_opfilter: {mask: 0x00100000, label: Reserve Opfilter}
      smb.nt.create_options.open_reparse_point: {mask: 0x00200000, label: Open Reparse Point}
      smb.nt.create_options.open_no_recall: {mask: 0x00400000, label: Open No Recall}
      smb.nt.create_options.open_for_free_space_query: {mask: 0x00800000, label: Open For Free Space query}
-generated:
  - {name: smb2.ioctl.in, as: none, label: In Data}
  - {name: smb2.ioctl.out, as: none, label: Out Data}
  - {name: smb2.create.chain_data, as: none, label: Data}
  - {name: smb2.tag, as: text, label: Tag}
  - {name: smb2.write_data, as: bytes, label: Write Data}
  - {name: smb2.sec_info_00, as: none, label: SMB2_SEC_INFO_00}
  - {name: smb2.error.data, as: bytes, label: Error Data}
  - {name: smb2.error.context, as: bytes, label: Error Context}
  - {name: smb2.symlink_error_response, as: none, label: Symbolic Link Error Response}
  - {name: smb2.error.share_redirect, as: none, label: Share Redirect}
  - {name: smb2, as: protocol}
  - {name: smb2.response_to, as: frame, label: Response to, doc: The frame of the request.}
  - {name: smb2.response_in, as: frame, label: Response in, doc: The frame of the response. Known only to a second reading.}
  - {name: smb2.time, as: nanos, label: Time from request, doc: From the request to this response.}
  - {name: smb2.tree, as: text, label: Tree, doc: The path that was connected.}
  - {name: smb2.share_type, as: hex, octets: 1, label: Share Type}
  - {name: smb2.tcon_frame, label: Connected in Frame, doc: Of the response to TREE_CONNECT.}
  - {name: smb2.acct, as: text, label: Account}
  - {name: smb2.domain, as: text, label: Domain}
  - {name: smb2.host, as: text, label: Host}
  - {name: smb2.auth_frame, label: Authenticated in Frame, doc: Of the last message of the authentication.}
  - {name: smb2.preauth_hash, as: bytes, label: Preauth Hash, doc: "Connection.PreauthIntegrityHashValue, or that of the session, with this message. MS-SMB2 3.3.5.4"}
  - smb2.class
  - smb2.file_info.infolevel
  - smb2.fs_info.infolevel
  - smb2.sec_info.infolevel
  - smb2.infolevel
  - smb2.find.infolevel
  - smb2.getsetinfo_additional
  - smb2.getsetinfo_additionals
  - smb2.unknown
  - smb2.olb.offset
  - smb2.olb.length
  - {name: smb2.required_size, label: Required Buffer Size, doc: Of a response that did not fit.}
  - {name: smb2.truncated, as: none, label: Truncated..., doc: The buffer was too small for all of it.}
  - {name: smb2.header.transform.enc_data, as: bytes, label: Data, doc: The encrypted message.}
  - {name: smb2.header.comp_transform.data, as: bytes, label: CompressedData}
  - {name: dcerpc.nt.open_frame, as: frame, label: Frame handle opened}
  - {name: dcerpc.nt.close_frame, as: frame, label: Frame handle closed}
-values:
  smb2_dialects:
    0x202: SMB 2.0.2
    0x210: SMB 2.1
    0x2ff: SMB2 wildcard
    0x222: SMB 2.2.2 (deprecated; should be 3.0)
    0x224: SMB 2.2.4 (deprecated; should be 3.0)
    0x300: SMB 3.0
    0x302: SMB 3.0.2
    0x310: SMB 3.1.0 (deprecated; should be 3.1.1)
    0x311: SMB 3.1.1
  smb2_oplock_levels:
    0x0: No oplock
    0x1: Level2 oplock
    0x8: Exclusive oplock
    0x9: Batch oplock
    0xff: Lease
  smb2_channels:
    0x0: None
    0x1: RDMA V1
    0x2: RDMA V1_INVALIDATE
    0x3: RDMA TRANSFORM
  smb2_share_types:
    0x1: Physical disk
    0x2: Named pipe
    0x3: Printer
  smb2_info_types:
    0x1: FILE_INFO
    0x2: FS_INFO
    0x3: SEC_INFO
    0x4: QUOTA_INFO
  smb2_file_information_classes:
    4: SMB2_FILE_BASIC_INFO
    5: SMB2_FILE_STANDARD_INFO
    6: SMB2_FILE_INTERNAL_INFO
    7: SMB2_FILE_EA_INFO
    8: SMB2_FILE_ACCESS_INFO
    10: SMB2_FILE_RENAME_INFO
    13: SMB2_FILE_DISPOSITION_INFO
    14: SMB2_FILE_POSITION_INFO
    15: SMB2_FILE_FULL_EA_INFO
    16: SMB2_FILE_MODE_INFO
    17: SMB2_FILE_ALIGNMENT_INFO
    18: SMB2_FILE_ALL_INFO
    19: SMB2_FILE_ALLOCATION_INFO
    20: SMB2_FILE_ENDOFFILE_INFO
    21: SMB2_FILE_ALTERNATE_NAME_INFO
    22: SMB2_FILE_STREAM_INFO
    23: SMB2_FILE_PIPE_INFO
    28: SMB2_FILE_COMPRESSION_INFO
    34: SMB2_FILE_NETWORK_OPEN_INFO
    35: SMB2_FILE_ATTRIBUTE_TAG_INFO
    48: SMB2_FILE_NORMALIZED_NAME_INFO
    100: SMB2_FILE_POSIX_INFO
  smb2_file_system_information_classes:
    1: FileFsVolumeInformation
    2: FileFsLabelInformation
    3: FileFsSizeInformation
    4: FileFsDeviceInformation
    5: FileFsAttributeInformation
    6: FileFsControlInformation
    7: FileFsFullSizeInformation
    8: FileFsObjectIdInformation
    9: FileFsDriverPathInformation
    10: FileFsVolumeFlagsInformation
    11: FileFsSectorSizeInformation
  smb2_security_information_classes:
    0: SMB2_SEC_INFO_00
  smb2_directory_information_classes:
    1: SMB2_FIND_DIRECTORY_INFO
    2: SMB2_FIND_FULL_DIRECTORY_INFO
    3: SMB2_FIND_BOTH_DIRECTORY_INFO
    4: SMB2_FIND_INDEX_SPECIFIED
    12: SMB2_FIND_NAME_INFO
    37: SMB2_FIND_ID_BOTH_DIRECTORY_INFO
    38: SMB2_FIND_ID_FULL_DIRECTORY_INFO
    100: SMB2_FIND_POSIX_INFO
  smb2_compression_algorithms:
    0x0: None
    0x1: LZNT1
    0x2: LZ77
    0x3: LZ77+Huffman
    0x4: Pattern_V1
  smb2_compression_flags:
    0x0: None
    0x1: Chained
  smb2_control_code_access:
    0x0: FILE_ANY_ACCESS
    0x1: FILE_READ_ACCESS
    0x2: FILE_WRITE_ACCESS
    0x3: FILE_READ_WRITE_ACCESS
  smb2_control_code_methods:
    0x0: METHOD_BUFFERED
    0x1: METHOD_IN_DIRECT
    0x2: METHOD_OUT_DIRECT
    0x3: METHOD_NEITHER
  smb2_control_code_devices:
    1: BEEP
    2: CD_ROM
    3: CD_ROM_FILE_SYSTEM
    4: CONTROLLER
    5: DATALINK
    6: DFS
    7: DISK
    8: DISK_FILE_SYSTEM
    9: FILE_SYSTEM
    10: INPORT_PORT
    11: KEYBOARD
    12: MAILSLOT
    13: MIDI_IN
    14: MIDI_OUT
    15: MOUSE
    16: MULTI_UNC_PROVIDER
    17: NAMED_PIPE
    18: NETWORK
    19: NETWORK_BROWSER
    20: NETWORK_FILE_SYSTEM
    21: "NULL"
    22: PARALLEL_PORT
    23: PHYSICAL_NETCARD
    24: PRINTER
    25: SCANNER
    26: SERIAL_MOUSE_PORT
    27: SERIAL_PORT
    28: SCREEN
    29: SOUND
    30: STREAMS
    31: TAPE
    32: TAPE_FILE_SYSTEM
    33: TRANSPORT
    34: UNKNOWN
    35: VIDEO
    36: VIRTUAL_DISK
    37: WAVE_IN
    38: WAVE_OUT
    39: "8042_PORT"
    40: NETWORK_REDIRECTOR
    41: BATTERY
    42: BUS_EXTENDER
    43: MODEM
    44: VDM
    45: MASS_STORAGE
    46: SMB
    47: KS
    48: CHANGER
    49: SMARTCARD
    50: ACPI
    51: DVD
    52: FULLSCREEN_VIDEO
    53: DFS_FILE_SYSTEM
    54: DFS_VOLUME
    55: SERENUM
    56: TERMSRV
    57: KSEC
  smb2_control_codes:
    0x00060194: FSCTL_DFS_GET_REFERRALS
    0x000601b0: FSCTL_DFS_GET_REFERRALS_EX
    0x00090000: FSCTL_REQUEST_OPLOCK_LEVEL_1
    0x00090004: FSCTL_REQUEST_OPLOCK_LEVEL_2
    0x00090008: FSCTL_REQUEST_BATCH_OPLOCK
    0x0009000c: FSCTL_OPLOCK_BREAK_ACKNOWLEDGE
    0x00090010: FSCTL_OPBATCH_ACK_CLOSE_PENDING
    0x00090014: FSCTL_OPLOCK_BREAK_NOTIFY
    0x00090018: FSCTL_LOCK_VOLUME
    0x0009001c: FSCTL_UNLOCK_VOLUME
    0x00090020: FSCTL_DISMOUNT_VOLUME
    0x00090028: FSCTL_IS_VOLUME_MOUNTED
    0x0009002c: FSCTL_IS_PATHNAME_VALID
    0x00090030: FSCTL_MARK_VOLUME_DIRTY
    0x0009003b: FSCTL_QUERY_RETRIEVAL_POINTERS
    0x0009003c: FSCTL_GET_COMPRESSION
    0x0009004f: FSCTL_MARK_AS_SYSTEM_HIVE
    0x00090050: FSCTL_OPLOCK_BREAK_ACK_NO_2
    0x00090054: FSCTL_INVALIDATE_VOLUMES
    0x00090058: FSCTL_QUERY_FAT_BPB
    0x0009005c: FSCTL_REQUEST_FILTER_OPLOCK
    0x00090060: FSCTL_FILESYSTEM_GET_STATISTICS
    0x00090064: FSCTL_GET_NTFS_VOLUME_DATA
    0x00090068: FSCTL_GET_NTFS_FILE_RECORD
    0x0009006f: FSCTL_GET_VOLUME_BITMAP
    0x00090073: FSCTL_GET_RETRIEVAL_POINTERS
    0x00090074: FSCTL_MOVE_FILE
    0x00090078: FSCTL_IS_VOLUME_DIRTY
    0x0009007c: FSCTL_GET_HFS_INFORMATION
    0x00090083: FSCTL_ALLOW_EXTENDED_DASD_IO
    0x00090087: FSCTL_READ_PROPERTY_DATA
    0x0009008b: FSCTL_WRITE_PROPERTY_DATA
    0x0009008f: FSCTL_FIND_FILES_BY_SID
    0x00090097: FSCTL_DUMP_PROPERTY_DATA
    0x0009009c: FSCTL_GET_OBJECT_ID
    0x000900a4: FSCTL_SET_REPARSE_POINT
    0x000900a8: FSCTL_GET_REPARSE_POINT
    0x000900c0: FSCTL_CREATE_OR_GET_OBJECT_ID
    0x000900c4: FSCTL_SET_SPARSE
    0x000900d4: FSCTL_SET_ENCRYPTION
    0x000900db: FSCTL_ENCRYPTION_FSCTL_IO
    0x000900df: FSCTL_WRITE_RAW_ENCRYPTED
    0x000900e3: FSCTL_READ_RAW_ENCRYPTED
    0x000900f0: FSCTL_EXTEND_VOLUME
    0x00090244: FSCTL_CSV_TUNNEL_REQUEST
    0x0009027c: FSCTL_GET_INTEGRITY_INFORMATION
    0x00090284: FSCTL_QUERY_FILE_REGIONS
    0x000902c8: FSCTL_CSV_SYNC_TUNNEL_REQUEST
    0x00090300: FSCTL_QUERY_SHARED_VIRTUAL_DISK_SUPPORT
    0x00090304: FSCTL_SVHDX_SYNC_TUNNEL_REQUEST
    0x00090308: FSCTL_SVHDX_SET_INITIATOR_INFORMATION
    0x0009030c: FSCTL_SET_EXTERNAL_BACKING
    0x00090310: FSCTL_GET_EXTERNAL_BACKING
    0x00090314: FSCTL_DELETE_EXTERNAL_BACKING
    0x00090318: FSCTL_ENUM_EXTERNAL_BACKING
    0x0009031f: FSCTL_ENUM_OVERLAY
    0x00090350: FSCTL_STORAGE_QOS_CONTROL
    0x00090364: FSCTL_SVHDX_ASYNC_TUNNEL_REQUEST
    0x000940b3: FSCTL_ENUM_USN_DATA
    0x000940b7: FSCTL_SECURITY_ID_CHECK
    0x000940bb: FSCTL_READ_USN_JOURNAL
    0x000940cf: FSCTL_QUERY_ALLOCATED_RANGES
    0x000940e7: FSCTL_CREATE_USN_JOURNAL
    0x000940eb: FSCTL_READ_FILE_USN_DATA
    0x000940ef: FSCTL_WRITE_USN_CLOSE_RECORD
    0x00094264: FSCTL_OFFLOAD_READ
    0x00098098: FSCTL_SET_OBJECT_ID
    0x000980a0: FSCTL_DELETE_OBJECT_ID
    0x000980a4: FSCTL_SET_REPARSE_POINT
    0x000980ac: FSCTL_DELETE_REPARSE_POINT
    0x000980bc: FSCTL_SET_OBJECT_ID_EXTENDED
    0x000980c8: FSCTL_SET_ZERO_DATA
    0x000980d0: FSCTL_ENABLE_UPGRADE
    0x00098208: FSCTL_FILE_LEVEL_TRIM
    0x00098268: FSCTL_OFFLOAD_WRITE
    0x0009c040: FSCTL_SET_COMPRESSION
    0x0009c280: FSCTL_SET_INTEGRITY_INFORMATION
    0x00110018: FSCTL_PIPE_WAIT
    0x0011400c: FSCTL_PIPE_PEEK
    0x0011c017: FSCTL_PIPE_TRANSCEIVE
    0x00140078: FSCTL_SRV_REQUEST_RESUME_KEY
    0x001401d4: FSCTL_LMR_REQUEST_RESILIENCY
    0x001401fc: FSCTL_QUERY_NETWORK_INTERFACE_INFO
    0x00140200: FSCTL_VALIDATE_NEGOTIATE_INFO_224
    0x00140204: FSCTL_VALIDATE_NEGOTIATE_INFO
    0x00144064: FSCTL_SRV_ENUMERATE_SNAPSHOTS
    0x001440f2: FSCTL_SRV_COPYCHUNK
    0x001441bb: FSCTL_SRV_READ_HASH
    0x001480f2: FSCTL_SRV_COPYCHUNK_WRITE
  smb2_reparse_tags:
    0x0: REPARSE_TAG_RESERVED_ZERO
    0x1: REPARSE_TAG_RESERVED_ONE
    0xa0000003: REPARSE_TAG_MOUNT_POINT
    0xc0000004: REPARSE_TAG_HSM
    0x80000005: REPARSE_TAG_DRIVER_EXTENDER
    0x80000006: REPARSE_TAG_HSM2
    0x80000007: REPARSE_TAG_SIS
    0x8000000a: REPARSE_TAG_DFS
    0x8000000b: REPARSE_TAG_FILTER_MANAGER
    0xa000000c: REPARSE_TAG_SYMLINK
    0x80000012: REPARSE_TAG_DFSR
    0x80000014: REPARSE_TAG_NFS
    0xa000001d: REPARSE_TAG_LX_SYMLINK
    0x80000023: REPARSE_TAG_AF_UNIX
    0x80000024: REPARSE_TAG_LX_FIFO
    0x80000025: REPARSE_TAG_LX_CHR
    0x80000026: REPARSE_TAG_LX_BLK
  smb2_caching_policies:
    0x0: Manual caching
    0x10: Auto caching
    0x20: VDO caching
    0x30: No caching
