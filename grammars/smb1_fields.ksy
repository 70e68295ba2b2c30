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
    smb.flags.response: {mask: 0x80, label: Request/Response, values: {0: Message is a request to the server, 1: Message is a response to the client}}
    smb.flags.notify: 0x40
    smb.flags.oplock: {mask: 0x20, label: Oplocks}
    smb.flags.canon: {mask: 0x10, label: Canonicalized Pathnames}
    smb.flags.caseless: {mask: 0x8, label: Case Sensitivity, values: {0: Path names are case sensitive, 1: Path names are caseless}}
    smb.flags.receive_buffer: {mask: 0x2, label: Receive Buffer Posted}
    smb.flags.lock: {mask: 0x1, label: Lock and Read}
  smb1_flags2:
    smb.flags2.string: {mask: 0x8000, label: Unicode Strings, values: {0: Strings are ASCII, 1: Strings are Unicode}}
    smb.flags2.nt_error: {mask: 0x4000, label: Error Code Type, values: {0: Error codes are DOS error codes, 1: Error codes are NT error codes}}
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
    0xff: No further commands
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
-fields:
  smb.access.desired: {label: Desired Access}
  smb.access.granted: {label: Granted Access}
  smb.access.smb.date: {label: Last Access Date}
  smb.access.smb.time: {label: Last Access Time}
  smb.access.time: {label: Last Access}
  smb.account: {label: Account}
  smb.alloc.count: {label: Allocation Block Count}
  smb.alloc.size: {label: Allocation Block Count}
  smb.alloc_size: {label: Allocation Size}
  smb.alloc_size64: {label: Allocation Size}
  smb.andxoffset: {label: AndXOffset}
  smb.ansi_password: {label: ANSI Password}
  smb.ansi_pwlen: {label: ANSI Password Length}
  smb.avail.units: {label: Available Units}
  smb.backup.time: {label: Backed-up}
  smb.bcc: {label: Byte Count (BCC)}
  smb.blocksize: {label: Block Size}
  smb.bpu: {label: Blocks Per Unit}
  smb.buffer_format: {label: Buffer Format}
  smb.byte_parameters: {label: Byte parameters}
  smb.challenge: {label: Challenge}
  smb.challenge_length: {label: Challenge Length}
  smb.change.time: {label: Change}
  smb.change_count: {label: Change Count}
  smb.cmd: {label: SMB Command}
  smb.connect.flags: {label: Flags}
  smb.connect.support: {label: Optional Support}
  smb.copy.flags: {label: Flags}
  smb.count: {label: Count}
  smb.count_high: {label: Count High (multiply with 64K)}
  smb.count_low: {label: Count Low}
  smb.create.action: {label: Create action}
  smb.create.disposition: {label: Disposition}
  smb.create.file_id: {label: Server unique file ID}
  smb.create.file_id_64b: {label: Server unique 64-bit file ID}
  smb.create.smb.date: {label: Create Date}
  smb.create.smb.time: {label: Create Time}
  smb.create.time: {label: Created}
  smb.create_flags: {label: Create Flags}
  smb.data_disp: {label: Data Displacement}
  smb.data_len: {label: Data Length}
  smb.data_len_high: {label: Data Length High (multiply with 64K)}
  smb.data_len_low: {label: Data Length Low}
  smb.data_offset: {label: Data Offset}
  smb.data_size: {label: Data Size}
  smb.dc: {label: Data Count}
  smb.dcm: {label: Data Compaction Mode}
  smb.delete_pending: {label: Delete Pending}
  smb.destination_name: {label: Destination Name}
  smb.dfs.flags: {label: Flags}
  smb.dfs.num_referrals: {label: Num Referrals}
  smb.dfs.path_consumed: {label: Path Consumed}
  smb.dialect: {label: Dialect}
  smb.dialect.index: {label: Selected Index}
  smb.dialect.name: {label: Name}
  smb.dir.count: {label: Root Directory Count}
  smb.dir_name: {label: Directory}
  smb.disposition.delete_on_close: {label: Delete on close}
  smb.ea.data: {label: EA Data}
  smb.ea.data_length: {label: EA Data Length}
  smb.ea.error_offset: {label: EA Error offset}
  smb.ea.flags: {label: EA Flags}
  smb.ea.list_length: {label: EA List Length}
  smb.ea.name: {label: EA Name}
  smb.ea.name_length: {label: EA Name Length}
  smb.echo.count: {label: Echo Count}
  smb.echo.data: {label: Echo Data}
  smb.echo.seq_num: {label: Echo Seq Num}
  smb.end_of_file: {label: End Of File}
  smb.end_of_search: {label: End Of Search}
  smb.error_class: {label: Error Class}
  smb.error_code: {label: Error Code}
  smb.ff2_loi: {label: Level of Interest}
  smb.fid: {label: FID}
  smb.file: {label: File Name}
  smb.file.count: {label: Root File Count}
  smb.file_attribute: {label: File Attributes}
  smb.file_index: {label: File Index}
  smb.file_name_len: {label: File Name Len}
  smb.file_size: {label: File Size}
  smb.file_type: {label: File Type}
  smb.files_moved: {label: Files Moved}
  smb.find_first2.flags: {label: Flags}
  smb.flags: {label: Flags}
  smb.flags2: {label: Flags2}
  smb.fn_loi: {label: Level of Interest}
  smb.forwarded_name: {label: Forwarded Name}
  smb.free_block.count: {label: Free Block Count}
  smb.free_units: {label: Free Units}
  smb.fs_bytes_per_sector: {label: Bytes per Sector}
  smb.fs_id: {label: FS Id}
  smb.fs_sector_per_unit: {label: Sectors/Unit}
  smb.fs_units: {label: Total Units}
  smb.impersonation.level: {label: Impersonation}
  smb.index_number: {label: Index Number}
  smb.ipc_state: {label: IPC State}
  smb.is_directory: {label: Is Directory}
  smb.last_name_offset: {label: Last Name Offset}
  smb.last_write.smb.date: {label: Last Write Date}
  smb.last_write.smb.time: {label: Last Write Time}
  smb.last_write.time: {label: Last Write}
  smb.length_of_sid: {label: Length of SID}
  smb.link_count: {label: Link Count}
  smb.lock.length: {label: Length}
  smb.lock.offset: {label: Offset}
  smb.lock.type: {label: Lock Type}
  smb.locking.num_locks: {label: Number of Locks}
  smb.locking.num_unlocks: {label: Number of Unlocks}
  smb.locking.oplock.level: {label: Oplock Level}
  smb.mac: {label: Mac Support Flags}
  smb.mac.finderinfo: {label: Finder Info}
  smb.machine_name: {label: Machine Name}
  smb.marked_for_deletion: {label: Marked for Deletion}
  smb.max_buf: {label: Max Buffer}
  smb.max_bufsize: {label: Max Buffer Size}
  smb.max_mpx_count: {label: Max Mpx Count}
  smb.max_raw: {label: Max Raw Buffer}
  smb.max_referral_level: {label: Max Referral Level}
  smb.max_vcs: {label: Max VCs}
  smb.maxcount: {label: Max Count}
  smb.maxcount_high: {label: Max Count High (multiply with 64K)}
  smb.maxcount_low: {label: Max Count Low}
  smb.mdc: {label: Max Data Count}
  smb.message: {label: Message}
  smb.message.len: {label: Message Len}
  smb.mgid: {label: Message Group ID}
  smb.mid: {label: Multiplex ID}
  smb.mincount: {label: Min Count}
  smb.modify.time: {label: Modified}
  smb.monitor_handle: {label: Monitor Handle}
  smb.move.flags: {label: Flags}
  smb.mpc: {label: Max Parameter Count}
  smb.msc: {label: Max Setup Count}
  smb.native_fs: {label: Native File System}
  smb.native_lanman: {label: Native LAN Manager}
  smb.native_os: {label: Native OS}
  smb.next_entry_offset: {label: Next Entry Offset}
  smb.nt.function: {label: Function}
  smb.nt.ioctl.completion_filter: {label: Completion Filter}
  smb.nt.ioctl.isfsctl: {label: IsFSctl}
  smb.nt.notify.completion_filter: {label: Completion Filter}
  smb.nt.notify.watch_tree: {label: Watch Tree}
  smb.nt_qsd: {label: Security Information}
  smb.nt_status: {label: NT Status}
  smb.ntr_clu: {label: Cluster count}
  smb.ntr_loi: {label: Level of Interest}
  smb.offset: {label: Offset}
  smb.offset_high: {label: High Offset}
  smb.old_file: {label: Old File Name}
  smb.open.action: {label: Action}
  smb.open.flags: {label: Flags}
  smb.open.function: {label: Open Function}
  smb.oplock.level: {label: Oplock level}
  smb.originator_name: {label: Originator Name}
  smb.password: {label: Password}
  smb.path: {label: Path}
  smb.pc: {label: Parameter Count}
  smb.pd: {label: Parameter Displacement}
  smb.pid: {label: Process ID}
  smb.pid.high: {label: Process ID High}
  smb.pipe_info_flag: {label: Pipe Info}
  smb.po: {label: Parameter Offset}
  smb.posix_acl.ace_perms.gid: {label: GID}
  smb.posix_acl.ace_perms.owner_gid: {label: Owner GID}
  smb.posix_acl.ace_perms.owner_uid: {label: Owner UID}
  smb.posix_acl.ace_perms.uid: {label: UID}
  smb.posix_acl.ace_type: {label: ACE Type}
  smb.posix_acl.num_def_aces: {label: Number of default ACEs}
  smb.posix_acl.num_file_aces: {label: Number of file ACEs}
  smb.posix_acl.version: {label: Posix ACL version}
  smb.primary_domain: {label: Primary Domain}
  smb.print.identifier: {label: Identifier}
  smb.print.mode: {label: Mode}
  smb.print.restart_index: {label: Restart Index}
  smb.print.setup.len: {label: Setup Len}
  smb.print.spool.file_number: {label: Spool File Number}
  smb.print.spool.file_size: {label: Spool File Size}
  smb.print.spool.name: {label: Name}
  smb.print.start_index: {label: Start Index}
  smb.print.status: {label: Status}
  smb.pwlen: {label: Password Length}
  smb.qfsi_loi: {label: Level of Interest}
  smb.qpi_loi: {label: Level of Interest}
  smb.remaining: {label: Remaining}
  smb.replace: {label: Replace}
  smb.request.mask: {label: Request Mask}
  smb.reserved: {label: Reserved}
  smb.response.mask: {label: Response Mask}
  smb.response_type: {label: Response type}
  smb.resume: {label: Resume Key}
  smb.resume.client.cookie: {label: Client Cookie}
  smb.resume.find_id: {label: Find ID}
  smb.resume.key_len: {label: Resume Key Length}
  smb.resume.server.cookie: {label: Server Cookie}
  smb.rfid: {label: Root FID}
  smb.rm: {label: Raw Mode}
  smb.root.dir.count: {label: Root Directory Count}
  smb.root.file.count: {label: Root File Count}
  smb.root_dir_handle: {label: Root Directory Handle}
  smb.sc: {label: Setup Count}
  smb.sd.length: {label: SD Length}
  smb.search.attribute: {label: Search Attributes}
  smb.search_count: {label: Search Count}
  smb.search_id: {label: Search ID}
  smb.search_pattern: {label: Search Pattern}
  smb.sec_desc_len: {label: NT Security Descriptor Length}
  smb.security.flags: {label: Security Flags}
  smb.security_blob: {label: Security Blob}
  smb.security_blob_len: {label: Security Blob Length}
  smb.seek_mode: {label: Seek Mode}
  smb.server: {label: Server}
  smb.server_cap: {label: Capabilities}
  smb.server_component: {label: Server Component}
  smb.server_fid: {label: Server FID}
  smb.server_guid: {label: Server GUID}
  smb.server_timezone: {label: Server Time Zone}
  smb.service: {label: Service}
  smb.session_key: {label: Session Key}
  smb.setup.action: {label: Action}
  smb.sfsi_loi: {label: Level of Interest}
  smb.short_file: {label: Short File Name}
  smb.short_file_name_len: {label: Short File Name Len}
  smb.signature: {label: Signature}
  smb.size_returned_quota_data: {label: Size of returned Quota data}
  smb.sm: {label: Security Mode}
  smb.spi_loi: {label: Level of Interest}
  smb.storage_type: {label: Storage Type}
  smb.system.time: {label: System Time}
  smb.target_name: {label: Target name}
  smb.target_name_len: {label: Target name length}
  smb.tdc: {label: Total Data Count}
  smb.tid: {label: Tree ID}
  smb.timeout: {label: Timeout}
  smb.total_data_len: {label: Total Data Length}
  smb.tpc: {label: Total Parameter Count}
  smb.trans_name: {label: Transaction Name}
  smb.transaction.flags: {label: Flags}
  smb.uid: {label: User ID}
  smb.unicode_password: {label: Unicode Password}
  smb.unicode_pwlen: {label: Unicode Password Length}
  smb.units: {label: Total Units}
  smb.unix.capability: {label: Capabilities}
  smb.unix.file.atime: {label: Last access}
  smb.unix.file.crtime: {label: Creation time}
  smb.unix.file.dev_major: {label: Major device}
  smb.unix.file.dev_minor: {label: Minor device}
  smb.unix.file.file_type: {label: File type}
  smb.unix.file.gid: {label: GID}
  smb.unix.file.link_dest: {label: Link destination}
  smb.unix.file.mtime: {label: Last modification}
  smb.unix.file.name: {label: File name}
  smb.unix.file.name_length: {label: File name length}
  smb.unix.file.num_bytes: {label: Number of bytes}
  smb.unix.file.num_links: {label: Num links}
  smb.unix.file.perms: {label: File permissions}
  smb.unix.file.size: {label: File size}
  smb.unix.file.stime: {label: Last status change}
  smb.unix.file.uid: {label: UID}
  smb.unix.file.unique_id: {label: Unique ID}
  smb.unix.find_file.next_offset: {label: Next entry offset}
  smb.unix.find_file.resume_key: {label: Resume key}
  smb.unix.major_version: {label: Major Version}
  smb.unix.minor_version: {label: Minor Version}
  smb.unix.whoami.mapflags: {label: UNIX whoami mapping flags}
  smb.unix.whoami.mapflags_mask: {label: UNIX whoami mapping flags mask}
  smb.unix.whoami.num_gids: {label: Number of supplementary UNIX GIDs}
  smb.unix.whoami.num_sids: {label: Number of supplementary SIDs}
  smb.unix.whoami.sids_buflen: {label: Supplementary SIDs buffer length}
  smb.unix_info2.file.flags: {label: Flags}
  smb.unix_info2.file.flags_mask: {label: Flags mask}
  smb.unknown_data: {label: Unknown Data}
  smb.vc: {label: VC Number}
  smb.volume.label: {label: Label}
  smb.volume.label.len: {label: Label Length}
  smb.volume.serial: {label: Volume Serial Number}
  smb.volume_guid: {label: Volume GUID}
  smb.wct: {label: Word Count (WCT)}
  smb.word_parameters: {label: Word parameters}
  smb.write.mode: {label: Write Mode}
