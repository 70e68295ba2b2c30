meta:
  id: smb1_fields
  title: Fields of SMB1 that several structures share
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  What a structure's field consists of and what its values mean, where it occurs in several structures, and the
  fields that stand nowhere on the wire. No structure of its own.
doc-ref: MS-CIFS 2.2
-generated:
  - {name: smb, as: protocol, label: SMB}
  - {name: smb.response_to, as: frame, doc: The request that this answers, label: Response to}
  - {name: smb.response_in, as: frame, doc: The response to this request, label: Response in}
  - {name: smb.time, as: nanos, doc: Since the request, label: Time from request}
  - {name: smb.cancel_to, as: frame, doc: The request that is cancelled, label: Cancel to}
  - {name: smb.fid, as: hex, octets: 2, doc: The FID of the request that this answers, label: FID}
  - {name: smb.fid.opened_in, as: frame, doc: The response that told the FID, label: Opened in}
  - {name: smb.fid.closed_in, as: frame, doc: The request that closed the FID, label: Closed in}
  - {name: smb.fid.mapped_in, as: frame, doc: The response that told the TID, label: Mapped in}
  - {name: smb.fid.unmapped_in, as: frame, doc: The request that disconnected the TID, label: Unmapped in}
  - {name: smb.path, as: text, doc: The share that the TID stands for, label: Path}
  - {name: smb.file, as: text, doc: The file that the FID stands for, label: File Name}
  - {name: smb.old_file, as: text, doc: The file that was renamed, label: Old File Name}
  - {name: smb.create_flags, as: hex, octets: 4, bits: smb1_create_flags, doc: Flags with which the FID was opened, label: Create Flags}
  - {name: smb.access_mask, as: hex, octets: 4, bits: smb1_access_mask, doc: Access for which the FID was opened, label: Access Mask}
  - {name: smb.file_attribute, as: hex, octets: 4, bits: smb1_ext_file_attributes, doc: Attributes with which the FID was opened, label: File Attributes}
  - {name: smb.share_access, as: hex, octets: 4, bits: smb1_share_access, doc: Access that the opener shared, label: Share Access}
  - {name: smb.create_options, as: hex, octets: 4, bits: smb1_create_options, doc: Options with which the FID was opened, label: Create Options}
  - {name: smb.create.disposition, as: dec, values: smb1_create_disposition, doc: What was to be done when the file existed or did not, label: Disposition}
  - {name: smb.file.rw.offset, as: dec, doc: Where the request reads or writes, label: File Offset}
  - {name: smb.file.rw.length, as: dec, doc: Octets that the request reads or writes, label: File RW Length}
  - {name: smb.pipe.write_len, as: dec, doc: Octets that are written raw to a pipe, label: Pipe Write Len}
  - {name: smb.padding, as: bytes, doc: Octets before the data, label: Padding}
  - {name: smb.file_data, as: bytes, doc: What is read or written, label: File Data}
  - {name: smb.extra_byte_parameters, as: bytes, doc: Octets of the ByteCount behind what the command has, label: Extra byte parameters}
  - {name: smb.byte_parameters, as: bytes, doc: Data of a command that has no definition, label: Byte parameters}
  - {name: smb.word_parameters, as: bytes, doc: Words of a command that has no definition, label: Word parameters}
  - {name: smb.pid, as: dec, label: Process ID}
  - {name: smb.lock.offset, as: dec, label: Offset}
  - {name: smb.lock.length, as: dec, label: Length}
  - {name: smb.server_date_time, as: dos, label: Server Date and Time}
  - {name: smb.server_date_time.smb_date, as: hex, octets: 2, label: Server Date}
  - {name: smb.server_date_time.smb_time, as: hex, octets: 2, label: Server Time}
  - {name: smb.create.time, as: dos, label: Created}
  - {name: smb.create.smb.date, as: hex, octets: 2, label: Create Date}
  - {name: smb.create.smb.time, as: hex, octets: 2, label: Create Time}
  - {name: smb.access.time, as: dos, label: Last Access}
  - {name: smb.access.smb.date, as: hex, octets: 2, label: Last Access Date}
  - {name: smb.access.smb.time, as: hex, octets: 2, label: Last Access Time}
  - {name: smb.last_write.time, as: dos, label: Last Write}
  - {name: smb.last_write.smb.date, as: hex, octets: 2, label: Last Write Date}
  - {name: smb.last_write.smb.time, as: hex, octets: 2, label: Last Write Time}
  - {name: smb.print.queued.date, as: dos, label: Queued}
  - {name: smb.print.queued.smb.date, as: hex, octets: 2, label: Queued Date}
  - {name: smb.print.queued.smb.time, as: hex, octets: 2, label: Queued Time}
  - {name: smb.lock.type, as: hex, octets: 1, bits: smb1_lock_type, label: Lock Type}
  - {name: smb.locking.oplock.level, as: dec, label: Oplock Level}
  - {name: smb.locking.num_unlocks, as: dec, label: Number of Unlocks}
  - {name: smb.locking.num_locks, as: dec, label: Number of Locks}
-bits:
  smb1_flags:
    smb.flags.response: {mask: 0x80, label: Request/Response}
    smb.flags.notify: 0x40
    smb.flags.oplock: {mask: 0x20, label: Oplocks}
    smb.flags.canon: {mask: 0x10, label: Canonicalized Pathnames}
    smb.flags.caseless: {mask: 0x8, label: Case Sensitivity}
    smb.flags.receive_buffer: {mask: 0x2, label: Receive Buffer Posted}
    smb.flags.lock: {mask: 0x1, label: Lock and Read}
  smb1_flags2:
    smb.flags2.string: {mask: 0x8000, label: Unicode Strings}
    smb.flags2.nt_error: {mask: 0x4000, label: Error Code Type}
    smb.flags2.roe: {mask: 0x2000, label: Execute-only Reads}
    smb.flags2.dfs: 0x1000
    smb.flags2.esn: {mask: 0x800, label: Extended Security Negotiation}
    smb.flags2.reparse_path: {mask: 0x400, label: Reparse Path}
    smb.flags2.long_names_used: {mask: 0x40, label: Long Names Used}
    smb.flags2.sec_sig_required: {mask: 0x10, label: Security Signatures Required}
    smb.flags2.compressed: 0x8
    smb.flags2.sec_sig: {mask: 0x4, label: Security Signatures}
    smb.flags2.ea: {mask: 0x2, label: Extended Attributes}
    smb.flags2.long_names_allowed: {mask: 0x1, label: Long Names Allowed}
  smb1_server_cap:
    smb.server_cap.raw_mode: {mask: 0x1, label: Raw Mode}
    smb.server_cap.mpx_mode: {mask: 0x2, label: MPX Mode}
    smb.server_cap.unicode: 0x4
    smb.server_cap.large_files: {mask: 0x8, label: Large Files}
    smb.server_cap.nt_smbs: {mask: 0x10, label: NT SMBs}
    smb.server_cap.rpc_remote_apis: {mask: 0x20, label: RPC Remote APIs}
    smb.server_cap.nt_status: {mask: 0x40, label: NT Status Codes}
    smb.server_cap.level_2_oplocks: {mask: 0x80, label: Level 2 Oplocks}
    smb.server_cap.lock_and_read: {mask: 0x100, label: Lock and Read}
    smb.server_cap.nt_find: {mask: 0x200, label: NT Find}
    smb.server_cap.dfs: 0x1000
    smb.server_cap.infolevel_passthru: {mask: 0x2000, label: Infolevel Passthru}
    smb.server_cap.large_readx: {mask: 0x4000, label: Large ReadX}
    smb.server_cap.large_writex: {mask: 0x8000, label: Large WriteX}
    smb.server_cap.lwio: 0x10000
    smb.server_cap.unix: 0x800000
    smb.server_cap.compressed_data: {mask: 0x2000000, label: Compressed Data}
    smb.server_cap.dynamic_reauth: {mask: 0x20000000, label: Dynamic Reauth}
    smb.server_cap.extended_security: {mask: 0x80000000, label: Extended Security}
  smb1_security_mode:
    smb.sm.mode: 0x1
    smb.sm.password: 0x2
    smb.sm.signatures: 0x4
    smb.sm.sig_required: {mask: 0x8, label: Sig Req}
  smb1_security_mode_16:
    smb.sm.mode: 0x1
    smb.sm.password: 0x2
  smb1_raw_mode:
    smb.rm.read: {mask: 0x1, label: Read Raw}
    smb.rm.write: {mask: 0x2, label: Write Raw}
  smb1_file_attributes:
    smb.file_attribute.archive: 0x20
    smb.file_attribute.directory: 0x10
    smb.file_attribute.volume: {mask: 0x8, label: Volume ID}
    smb.file_attribute.system: 0x4
    smb.file_attribute.hidden: 0x2
    smb.file_attribute.read_only: {mask: 0x1, label: Read Only}
  smb1_file_attributes_8:
    smb.file_attribute.read_only: {mask: 0x1, label: Read Only}
    smb.file_attribute.hidden: 0x2
    smb.file_attribute.system: 0x4
    smb.file_attribute.volume: {mask: 0x8, label: Volume ID}
    smb.file_attribute.directory: 0x10
    smb.file_attribute.archive: 0x20
  smb1_ext_file_attributes:
    smb.file_attribute.read_only: {mask: 0x1, label: Read Only}
    smb.file_attribute.hidden: 0x2
    smb.file_attribute.system: 0x4
    smb.file_attribute.volume: {mask: 0x8, label: Volume ID}
    smb.file_attribute.directory: 0x10
    smb.file_attribute.archive: 0x20
    smb.file_attribute.device: 0x40
    smb.file_attribute.normal: 0x80
    smb.file_attribute.temporary: 0x100
    smb.file_attribute.sparse: 0x200
    smb.file_attribute.reparse: {mask: 0x400, label: Reparse Point}
    smb.file_attribute.compressed: 0x800
    smb.file_attribute.offline: 0x1000
    smb.file_attribute.not_content_indexed: {mask: 0x2000, label: Content Indexed}
    smb.file_attribute.encrypted: 0x4000
  smb1_search_attributes:
    smb.search.attribute.read_only: {mask: 0x1, label: Read Only}
    smb.search.attribute.hidden: 0x2
    smb.search.attribute.system: 0x4
    smb.search.attribute.volume: {mask: 0x8, label: Volume ID}
    smb.search.attribute.directory: 0x10
    smb.search.attribute.archive: 0x20
  smb1_access_mode:
    smb.access.writethrough: 0x4000
    smb.access.caching: 0x1000
    smb.access.locality: {mask: 0x700, as: dec, values: smb1_access_locality}
    smb.access.sharing: {mask: 0x70, as: dec, label: Sharing Mode, values: smb1_access_sharing}
    smb.access.mode: {mask: 0x7, as: dec, label: Access Mode, values: smb1_access_mode}
  smb1_access_mask:
    smb.access.read: 0x1
    smb.access.write: 0x2
    smb.access.append: 0x4
    smb.access.read_ea: {mask: 0x8, label: Read EA}
    smb.access.write_ea: {mask: 0x10, label: Write EA}
    smb.access.execute: 0x20
    smb.access.delete_child: {mask: 0x40, label: Delete Child}
    smb.access.read_attributes: {mask: 0x80, label: Read Attributes}
    smb.access.write_attributes: {mask: 0x100, label: Write Attributes}
    smb.access.delete: 0x10000
    smb.access.read_control: {mask: 0x20000, label: Read Control}
    smb.access.write_dac: {mask: 0x40000, label: Write DAC}
    smb.access.write_owner: {mask: 0x80000, label: Write Owner}
    smb.access.synchronize: 0x100000
    smb.access.system_security: {mask: 0x1000000, label: System Security}
    smb.access.maximum_allowed: {mask: 0x2000000, label: Maximum Allowed}
    smb.access.generic_all: {mask: 0x10000000, label: Generic All}
    smb.access.generic_execute: {mask: 0x20000000, label: Generic Execute}
    smb.access.generic_write: {mask: 0x40000000, label: Generic Write}
    smb.access.generic_read: {mask: 0x80000000, label: Generic Read}
  smb1_create_flags:
    smb.nt.create.oplock: {mask: 0x2, label: Exclusive Oplock}
    smb.nt.create.batch_oplock: {mask: 0x4, label: Batch Oplock}
    smb.nt.create.dir: {mask: 0x8, label: Create Directory}
    smb.nt.create.ext: {mask: 0x10, label: Extended Response}
  smb1_share_access:
    smb.share.access.read: 0x1
    smb.share.access.write: 0x2
    smb.share.access.delete: 0x4
  smb1_create_options:
    smb.nt.create_options.directory: 0x1
    smb.nt.create_options.write_through: {mask: 0x2, label: Write Through}
    smb.nt.create_options.sequential_only: {mask: 0x4, label: Sequential Only}
    smb.nt.create_options.intermediate_buffering: {mask: 0x8, label: Intermediate Buffering}
    smb.nt.create_options.sync_io_alert: {mask: 0x10, label: Sync I/O Alert}
    smb.nt.create_options.sync_io_nonalert: {mask: 0x20, label: Sync I/O Nonalert}
    smb.nt.create_options.non_directory: {mask: 0x40, label: Non-Directory}
    smb.nt.create_options.create_tree_connection: {mask: 0x80, label: Create Tree Connection}
    smb.nt.create_options.complete_if_oplocked: {mask: 0x100, label: Complete If Oplocked}
    smb.nt.create_options.no_ea_knowledge: {mask: 0x200, label: No EA Knowledge}
    smb.nt.create_options.eight_dot_three_only: {mask: 0x400, label: '8.3 Only'}
    smb.nt.create_options.random_access: {mask: 0x800, label: Random Access}
    smb.nt.create_options.delete_on_close: {mask: 0x1000, label: Delete On Close}
    smb.nt.create_options.open_by_fileid: {mask: 0x2000, label: Open By FileID}
    smb.nt.create_options.backup_intent: {mask: 0x4000, label: Backup Intent}
    smb.nt.create_options.no_compression: {mask: 0x8000, label: No Compression}
    smb.nt.create_options.reserve_opfilter: {mask: 0x100000, label: Reserve Opfilter}
    smb.nt.create_options.open_reparse_point: {mask: 0x200000, label: Open Reparse Point}
    smb.nt.create_options.open_no_recall: {mask: 0x400000, label: Open No Recall}
    smb.nt.create_options.open_for_free_space_query: {mask: 0x800000, label: Open For Free Space query}
  smb1_security_flags:
    smb.security.flags.context_tracking: {mask: 0x1, label: Context Tracking}
    smb.security.flags.effective_only: {mask: 0x2, label: Effective Only}
  smb1_open_function:
    smb.open.function.create: 0x10
    smb.open.function.open: {mask: 0x3, as: dec, values: smb1_open_function_open}
  smb1_move_flags:
    smb.move.flags.verify: {mask: 0x10, label: Verify writes}
    smb.move.flags.dir: {mask: 0x2, label: Must be directory}
    smb.move.flags.file: {mask: 0x1, label: Must be file}
  smb1_copy_flags:
    smb.copy.flags.ea_action: {mask: 0x10, label: EA action if EAs not supported on dest}
    smb.copy.flags.tree_copy: {mask: 0x10, label: Tree copy}
    smb.copy.flags.verify: {mask: 0x10, label: Verify writes}
    smb.copy.flags.source_mode: {mask: 0x8, label: Source mode}
    smb.copy.flags.dest_mode: {mask: 0x4, label: Destination mode}
    smb.copy.flags.dir: {mask: 0x2, label: Must be directory}
    smb.copy.flags.file: {mask: 0x1, label: Must be file}
  smb1_lock_type:
    smb.lock.type.large: {mask: 0x10, label: Large Files}
    smb.lock.type.cancel: 0x8
    smb.lock.type.change: 0x4
    smb.lock.type.oplock_release: {mask: 0x2, label: Oplock Break}
    smb.lock.type.shared: 0x1
  smb1_open_flags:
    smb.open.flags.add_info: {mask: 0x1, label: Additional Info}
    smb.open.flags.ex_oplock: {mask: 0x2, label: Exclusive Oplock}
    smb.open.flags.batch_oplock: {mask: 0x4, label: Batch Oplock}
  smb1_open_action:
    smb.open.action.lock: {mask: 0x8000, label: Exclusive Open}
    smb.open.action.open: {mask: 0x3, as: dec, label: Open Action, values: smb1_open_action_open}
  smb1_ipc_state:
    smb.ipc_state.nonblocking: 0x8000
    smb.ipc_state.endpoint: {mask: 0x4000, as: dec, values: smb1_ipc_state_endpoint}
    smb.ipc_state.pipe_type: {mask: 0xc00, as: dec, label: Pipe Type, values: smb1_ipc_state_pipe_type}
    smb.ipc_state.read_mode: {mask: 0x300, as: dec, label: Read Mode, values: smb1_ipc_state_read_mode}
    smb.ipc_state.icount: {mask: 0xff, as: dec}
  smb1_setup_action:
    smb.setup.action.guest: 0x1
  smb1_connect_flags:
    smb.connect.flags.dtid: {mask: 0x1, label: Disconnect TID}
    smb.connect.flags.extendedsig: {mask: 0x4, label: Extended Signature}
    smb.connect.flags.extendedresp: {mask: 0x8, label: Extended Response}
  smb1_connect_support:
    smb.connect.support.search: {mask: 0x1, label: Search Bits}
    smb.connect.support.dfs: {mask: 0x2, label: In Dfs}
    smb.connect.support.cscmask: {mask: 0xc, as: dec, label: CSC Mask, values: smb1_connect_support_cscmask}
    smb.connect.support.uniqfilename: {mask: 0x10, label: Unique File Name}
    smb.connect.support.extendedsig: {mask: 0x20, label: Extended Signatures}
  smb1_write_mode_raw:
    smb.write.mode.write_through: {mask: 0x1, label: Write Through}
    smb.write.mode.return_remaining: {mask: 0x2, label: Return Remaining}
  smb1_write_mode_mpx:
    smb.write.mode.connectionless: 0x80
    smb.write.mode.return_remaining: {mask: 0x2, label: Return Remaining}
    smb.write.mode.write_through: {mask: 0x1, label: Write Through}
  smb1_write_mode_andx:
    smb.write.mode.message_start: {mask: 0x8, label: Message Start}
    smb.write.mode.raw: {mask: 0x4, label: Write Raw}
    smb.write.mode.return_remaining: {mask: 0x2, label: Return Remaining}
    smb.write.mode.write_through: {mask: 0x1, label: Write Through}
-values:
  smb1_access_locality:
    0: Locality of reference unknown
    1: Mainly sequential access
    2: Mainly random access
    3: Random access with some locality
  smb1_access_sharing:
    0: Compatibility mode
    1: Deny read/write/execute (exclusive)
    2: Deny write
    3: Deny read/execute
    4: Deny none
  smb1_access_mode:
    0: Open for reading
    1: Open for writing
    2: Open for reading and writing
    3: Open for execute
  smb1_open_function_open:
    0: Fail if file exists
    1: Open file if it exists
    2: Truncate file if it exists
  smb1_open_action_open:
    0: No action taken?
    1: The file existed and was opened
    2: The file did not exist but was created
    3: The file existed and was truncated
    32769: 'The file existed and was opened, and an OpLock was granted'
    32770: 'The file did not exist but was created, and an OpLock was granted'
    32771: 'The file existed and was truncated, and an OpLock was granted'
  smb1_ipc_state_endpoint:
    0: Consumer end of pipe
    1: Server end of pipe
  smb1_ipc_state_pipe_type:
    0: Byte stream pipe
    1: Message pipe
  smb1_ipc_state_read_mode:
    0: Read pipe as a byte stream
    1: Read messages from pipe
  smb1_connect_support_cscmask:
    0: Automatic file-to-file reintegration NOT permitted
    1: Automatic file-to-file reintegration permitted
    2: Offline caching allow for the share
    3: Offline caching NOT allow for the share
  smb1_cmd:
    0x00: Create Directory
    0x01: Delete Directory
    0x02: Open
    0x03: Create
    0x04: Close
    0x05: Flush
    0x06: Delete
    0x07: Rename
    0x08: Query Information
    0x09: Set Information
    0x0a: Read
    0x0b: Write
    0x0c: Lock Byte Range
    0x0d: Unlock Byte Range
    0x0e: Create Temp
    0x0f: Create New
    0x10: Check Directory
    0x11: Process Exit
    0x12: Seek
    0x13: Lock And Read
    0x14: Write And Unlock
    0x1a: Read Raw
    0x1b: Read MPX
    0x1c: Read MPX Secondary
    0x1d: Write Raw
    0x1e: Write MPX
    0x1f: Write MPX Secondary
    0x20: Write Complete
    0x21: Query Server (reserved)
    0x22: Set Information2
    0x23: Query Information2
    0x24: Locking AndX
    0x25: Trans
    0x26: Trans Secondary
    0x27: IOCTL
    0x28: IOCTL Secondary
    0x29: Copy
    0x2a: Move
    0x2b: Echo
    0x2c: Write And Close
    0x2d: Open AndX
    0x2e: Read AndX
    0x2f: Write AndX
    0x30: New File Size (reserved)
    0x31: Close And Tree Disconnect
    0x32: Trans2
    0x33: Trans2 Secondary
    0x34: Find Close2
    0x35: Find Notify Close
    0x70: Tree Connect
    0x71: Tree Disconnect
    0x72: Negotiate Protocol
    0x73: Session Setup AndX
    0x74: Logoff AndX
    0x75: Tree Connect AndX
    0x80: Query Information Disk
    0x81: Search
    0x82: Find
    0x83: Find Unique
    0x84: Find Close
    0xa0: NT Trans
    0xa1: NT Trans Secondary
    0xa2: NT Create AndX
    0xa4: NT Cancel
    0xa5: NT Rename
    0xc0: Open Print File
    0xc1: Write Print File
    0xc2: Close Print File
    0xc3: Get Print Queue
    0xd0: Send Single Block Message
    0xd1: Send Broadcast Message
    0xd2: Forward User Name
    0xd3: Cancel Forward
    0xd4: Get Machine Name
    0xd5: Send Start of Multi-block Message
    0xd6: Send End of Multi-block Message
    0xd7: Send Text of Multi-block Message
    0xd8: SMBreadbulk
    0xd9: SMBwritebulk
    0xda: SMBwritebulkdata
    0xfe: SMBinvalid
  smb1_create_disposition:
    0: Supersede (supersede existing file (if it exists))
    1: 'Open (if file exists open it, else fail)'
    2: 'Create (if file exists fail, else create it)'
    3: 'Open If (if file exists open it, else create it)'
    4: 'Overwrite (if file exists overwrite, else fail)'
    5: 'Overwrite If (if file exists overwrite, else create it)'
  smb1_buffer_format:
    1: Data Block
    2: Dialect
    3: Pathname
    4: ASCII
    5: Variable Block
  smb1_create_action:
    0: No action taken?
    1: The file existed and was opened
    2: The file did not exist but was created
    3: The file existed and was truncated
    32769: 'The file existed and was opened, and an OpLock was granted'
    32770: 'The file did not exist but was created, and an OpLock was granted'
    32771: 'The file existed and was truncated, and an OpLock was granted'
  smb1_oplock_level:
    0: No oplock granted
    1: Exclusive oplock granted
    2: Batch oplock granted
    3: Level II oplock granted
  smb1_error_class:
    0: Success
    1: DOS Error
    2: Server Error
    3: Hardware Error
    4: Command Error - Not an SMB format command
  smb1_file_type:
    0: Disk file or directory
    1: Named pipe in byte mode
    2: Named pipe in message mode
    3: Spooled printer
    4: Character mode device
    65535: Unknown file type
  smb1_is_directory:
    0: This is NOT a directory
    1: This is a DIRECTORY
  smb1_impersonation_level:
    0: Anonymous
    1: Identification
    2: Impersonation
    3: Delegation
  smb1_seek_mode:
    0: From Start Of File
    1: From Current Position
    2: From End Of File
  smb1_locking_oplock_level:
    0: Client is not holding oplock on this file
    1: Level 2 oplock currently held by client
  smb1_print_mode:
    0: Text Mode
    1: Graphics Mode
  smb1_print_status:
    1: Held or Stopped
    2: Printing
    3: Awaiting print
    4: In intercept
    5: File had error
    6: Printer error
