meta:
  id: fscc_control
  title: Bodies of file system controls
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: Each type is the whole input or output of one control, or of several.
doc-ref: MS-FSCC 2.3, MS-SMB2 2.2.31, 2.2.32
-generated:
  - {name: smb2.ioctl.enumerate_snapshots.snapshot, as: utf16, label: Snapshot}
  - {name: smb2.reparse_data_buffer, as: none, label: Reparse Data Buffer}
-values:
  reparse_tags:
    0xa0000003: IO_REPARSE_TAG_MOUNT_POINT
    0xc0000004: IO_REPARSE_TAG_HSM
    0x80000006: IO_REPARSE_TAG_HSM2
    0x80000007: IO_REPARSE_TAG_SIS
    0x8000000a: IO_REPARSE_TAG_DFS
    0x80000012: IO_REPARSE_TAG_DFSR
    0xa000000c: IO_REPARSE_TAG_SYMLINK
    0x80000013: IO_REPARSE_TAG_DEDUP
    0x80000014: IO_REPARSE_TAG_NFS
    0x80000017: IO_REPARSE_TAG_WOF
    0x9000001a: IO_REPARSE_TAG_CLOUD
    0x80000023: IO_REPARSE_TAG_AF_UNIX
    0xa000001d: IO_REPARSE_TAG_LX_SYMLINK
    0x80000024: IO_REPARSE_TAG_LX_FIFO
    0x80000025: IO_REPARSE_TAG_LX_CHR
    0x80000026: IO_REPARSE_TAG_LX_BLK
    0x8000001b: IO_REPARSE_TAG_APPEXECLINK
types:
  validate_negotiate_request:
    doc: VALIDATE_NEGOTIATE_INFO Request
    doc-ref: MS-SMB2 2.2.31.4
    seq:
      - id: capabilities
        type: u4
        -wireshark: &capabilities
          name: smb2.capabilities
          as: hex
          bits:
            smb2.capabilities.dfs: 0x1
            smb2.capabilities.leasing: 0x2
            smb2.capabilities.large_mtu: 0x4
            smb2.capabilities.multi_channel: 0x8
            smb2.capabilities.persistent_handles: 0x10
            smb2.capabilities.directory_leasing: 0x20
            smb2.capabilities.encryption: 0x40
      - id: guid
        size: 16
        -wireshark: {name: smb2.client_guid, as: guid, label: Client Guid}
      - id: security_mode
        type: u1
        -wireshark: &security_mode
          name: smb2.sec_mode
          as: hex
          bits:
            smb2.sec_mode.sign_enabled: {mask: 0x1, label: Signing enabled}
            smb2.sec_mode.sign_required: {mask: 0x2, label: Signing required}
      - id: security_mode_high
        type: u1
      - id: num_dialects
        type: u2
        doc: The reader ends where the octets do.
        -wireshark: {name: smb2.dialect_count, label: Dialect count}
      - id: dialects
        type: u2
        repeat: expr
        repeat-expr: num_dialects
        -wireshark: {name: smb2.dialect, as: hex, label: Dialect}
  validate_negotiate_response:
    doc: VALIDATE_NEGOTIATE_INFO Response
    doc-ref: MS-SMB2 2.2.32.6
    seq:
      - id: capabilities
        type: u4
        -wireshark: *capabilities
      - id: guid
        size: 16
        -wireshark: {name: smb2.server_guid, as: guid, label: Server Guid}
      - id: security_mode
        type: u1
        -wireshark: *security_mode
      - id: security_mode_high
        type: u1
      - id: dialect
        type: u2
        -wireshark: {name: smb2.dialect, as: hex}
  validate_negotiate_224_request:
    doc: The same of a beta of Windows 8, with one dialect
    doc-ref: MS-SMB2 2.2.31.4
    seq:
      - id: capabilities
        type: u4
        -wireshark: *capabilities
      - id: guid
        size: 16
        -wireshark: {name: smb2.client_guid, as: guid, label: Client Guid}
      - id: security_mode
        type: u1
        -wireshark: *security_mode
      - id: security_mode_high
        type: u1
      - id: dialect
        type: u2
        -wireshark: {name: smb2.dialect, as: hex}
  network_interface:
    doc: NETWORK_INTERFACE_INFO, one of a chain
    doc-ref: MS-SMB2 2.2.32.5
    seq:
      - id: next
        type: u4
        -wireshark: {name: smb2.ioctl.network_interfaces.next_offset, as: hex, label: Next Offset}
      - id: if_index
        type: u4
        -wireshark: {name: smb2.ioctl.network_interfaces.index, label: Interface Index}
      - id: capability
        type: u4
        -wireshark:
          name: smb2.ioctl.network_interfaces.capabilities
          as: hex
          label: Interface Cababilities
          bits:
            smb2.ioctl.network_interfaces.capabilities.rdma: 0x2
            smb2.ioctl.network_interfaces.capabilities.rss: 0x1
      - id: rss_queue_count
        type: u4
        -wireshark: smb2.ioctl.network_interfaces.rss_queue_count
      - id: link_speed
        type: u8
        doc: Bits a second
        -wireshark: smb2.ioctl.network_interfaces.link_speed
  socket_address:
    doc: SOCKADDR_STORAGE
    doc-ref: MS-SMB2 2.2.32.5.1
    seq:
      - id: family
        type: u2
        -wireshark: {name: smb2.windows.sockaddr.family, label: Socket Family, values: {2: InterNetwork, 0x17: InterNetworkV6}}
      - id: port
        type: u2
        if: family == 2 or family == 0x17
        -wireshark: {name: smb2.windows.sockaddr.port, label: Socket Port}
      - id: ipv4
        size: 4
        if: family == 2
        -wireshark: {name: smb2.windows.sockaddr.in.addr, as: ipv4, label: Socket IPv4}
      - id: flow_info
        type: u2
        if: family == 0x17
        doc: Its low half, as Wireshark shows it.
        -wireshark: {name: smb2.windows.sockaddr.in6.flow_info, as: hex, octets: 4, label: IPv6 Flow Info}
      - id: flow_info_high
        type: u2
        if: family == 0x17
      - id: ipv6
        size: 16
        if: family == 0x17
        -wireshark: {name: smb2.windows.sockaddr.in6.addr, as: ipv6, label: Socket IPv6}
      - id: scope_id
        type: u2
        if: family == 0x17
        doc: Its low half, as Wireshark shows it.
        -wireshark: {name: smb2.windows.sockaddr.in6.scope_id, label: IPv6 Scope ID}
  resume_key:
    doc: SRV_REQUEST_RESUME_KEY Response
    doc-ref: MS-SMB2 2.2.32.3
    seq:
      - id: resume_key
        size: 24
        -wireshark: {name: smb2.fsctl.cchunk.resume_key, label: ResumeKey}
      - id: context_length
        size: 4
        -wireshark: {name: smb2.reserved, label: Reserved}
  copychunk_request:
    doc: SRV_COPYCHUNK_COPY, without its chunks
    doc-ref: MS-SMB2 2.2.31.1
    seq:
      - id: source_key
        size: 24
        -wireshark: {name: smb2.fsctl.cchunk.resume_key, label: ResumeKey}
      - id: num_chunks
        type: u4
        doc: The reader ends where the octets do.
        -wireshark: {name: smb2.fsctl.cchunk.count, label: Chunk Count}
      - id: reserved
        size: 4
        -wireshark: smb2.reserved
  copychunk:
    doc: SRV_COPYCHUNK
    doc-ref: MS-SMB2 2.2.31.1.1
    seq:
      - id: source_offset
        type: u8
        -wireshark: smb2.fsctl.cchunk.src_offset
      - id: target_offset
        type: u8
        -wireshark: smb2.fsctl.cchunk.dst_offset
      - id: length
        type: u4
        -wireshark: {name: smb2.fsctl.cchunk.xfer_len, label: Transfer Length}
      - id: reserved
        size: 4
        -wireshark: smb2.reserved
  copychunk_response:
    doc: SRV_COPYCHUNK_RESPONSE
    doc-ref: MS-SMB2 2.2.32.1
    seq:
      - id: chunks_written
        type: u4
        -wireshark: smb2.fsctl.cchunk.chunks_written
      - id: chunk_bytes_written
        type: u4
        -wireshark: smb2.fsctl.cchunk.bytes_written
      - id: total_bytes_written
        type: u4
        -wireshark: smb2.fsctl.cchunk.total_written
  snapshots:
    doc: SRV_SNAPSHOT_ARRAY, without its names
    doc-ref: MS-SMB2 2.2.32.2
    seq:
      - id: number_of_snap_shots
        type: u4
        -wireshark: {name: smb2.ioctl.enumerate_snapshots.num_snapshots, label: Number of snapshots}
      - id: number_of_snap_shots_returned
        type: u4
        doc: The reader ends where the octets do.
        -wireshark: {name: smb2.ioctl.enumerate_snapshots.num_snapshots_returned, label: Number of snapshots returned}
      - id: snap_shot_array_size
        type: u4
        -wireshark: {name: smb2.ioctl.enumerate_snapshots.array_size, label: Array size}
  resiliency:
    doc: NETWORK_RESILIENCY_REQUEST Request
    doc-ref: MS-SMB2 2.2.31.3
    seq:
      - id: timeout
        type: u4
        doc: Milliseconds
        -wireshark: smb2.ioctl.resiliency.timeout
      - id: reserved
        type: u4
        -wireshark: smb2.ioctl.resiliency.reserved
  range:
    doc: FILE_ALLOCATED_RANGE_BUFFER, and FILE_ZERO_DATA_INFORMATION whose second offset is shown as a length
    doc-ref: MS-FSCC 2.3.48, 2.3.67
    seq:
      - id: file_offset
        type: u8
        -wireshark: smb2.fsctl.range_offset
      - id: length
        type: u8
        -wireshark: smb2.fsctl.range_length
  file_region_input:
    doc: FILE_REGION_INPUT
    doc-ref: MS-FSCC 2.3.55.1
    seq:
      - id: file_offset
        type: u8
        -wireshark: smb2.file_offset
      - id: length
        type: u8
        -wireshark: smb2.qfr_length
      - id: desired_usage
        type: u4
        -wireshark: &usage {name: smb2.qfr_usage, as: hex, values: {1: FILE_REGION_USAGE_VALID_CACHED_DATA}}
      - id: reserved
        size: 4
        -wireshark: smb2.reserved
  file_region_output:
    doc: FILE_REGION_OUTPUT, without its regions
    doc-ref: MS-FSCC 2.3.56
    seq:
      - id: flags
        type: u4
        -wireshark: {name: smb2.qfr_flags, as: hex}
      - id: total_region_entry_count
        type: u4
        -wireshark: {name: smb2.qfr_tot_region_entry_count, as: hex}
      - id: region_entry_count
        type: u4
        doc: The reader ends where the octets do.
        -wireshark: {name: smb2.qfr_region_entry_count, as: hex}
      - id: reserved
        size: 4
        -wireshark: smb2.reserved
  file_region:
    doc: FILE_REGION_INFO
    doc-ref: MS-FSCC 2.3.56.1
    seq:
      - id: file_offset
        type: u8
        -wireshark: smb2.file_offset
      - id: length
        type: u8
        -wireshark: smb2.qfr_length
      - id: usage
        type: u4
        -wireshark: *usage
      - id: reserved
        size: 4
        -wireshark: smb2.reserved
  set_sparse:
    doc: FILE_SET_SPARSE_BUFFER, which may be empty
    doc-ref: MS-FSCC 2.3.69
    seq:
      - id: set_sparse
        type: u1
        if: not _io.eof
        -wireshark: {name: smb2.fsctl.set_sparse, as: bool, label: SetSparse}
  compression:
    doc: FSCTL_GET_COMPRESSION Reply and FSCTL_SET_COMPRESSION Request
    doc-ref: MS-FSCC 2.3.18, 2.3.61
    seq:
      - id: compression_state
        type: u2
        -wireshark: {name: smb2.compression_format, label: Compression Format, values: {0: COMPRESSION_FORMAT_NONE, 1: COMPRESSION_FORMAT_DEFAULT, 2: COMPRESSION_FORMAT_LZNT1}}
  set_integrity:
    doc: FSCTL_SET_INTEGRITY_INFORMATION_BUFFER
    doc-ref: MS-FSCC 2.3.73
    seq:
      - id: checksum_algorithm
        type: u2
        -wireshark: {name: smb2.checksum_algorithm, as: hex, values: {0: CHECKSUM_TYPE_NONE, 1: CHECKSUM_TYPE_CRC32, 2: CHECKSUM_TYPE_CRC64, 0xffff: CHECKSUM_TYPE_UNCHANGED}}
      - id: reserved
        type: u2
        -wireshark: smb2.integrity_reserved
      - id: flags
        type: u4
        -wireshark:
          name: smb2.integrity_flags
          as: hex
          bits:
            smb2.integrity_flags_enforcement: {mask: 0x1, label: FSCTL_INTEGRITY_FLAG_CHECKSUM_ENFORCEMENT_OFF}
  extended_object_id:
    doc: The last 48 octets of FILE_OBJECTID_BUFFER
    doc-ref: MS-FSCC 2.3.65
    seq:
      - id: birth_volume_id
        size: 16
        -wireshark: {name: smb2.birth_volume_id, as: guid, label: BirthVolumeId}
      - id: birth_object_id
        size: 16
        -wireshark: {name: smb2.birth_object_id, as: guid, label: BirthObjectId}
      - id: domain_id
        size: 16
        -wireshark: {name: smb2.domain_id, as: guid, label: DomainId}
  offload_read_input:
    doc: OFFLOAD_READ_INPUT
    doc-ref: MS-FSCC 2.3.41
    seq:
      - id: size
        type: u4
        -wireshark: smb2.fsctl.odx.size
      - id: flags
        type: u4
        -wireshark: {name: smb2.fsctl.odx.flags, as: hex}
      - id: token_time_to_live
        type: u4
        -wireshark: {name: smb2.fsctl.odx.token_ttl, label: TokenTimeToLive}
      - id: reserved
        size: 4
        -wireshark: smb2.reserved
      - id: file_offset
        type: u8
        -wireshark: {name: smb2.fsctl.odx.file_offset, label: FileOffset}
      - id: copy_length
        type: u8
        -wireshark: {name: smb2.fsctl.odx.copy_length, label: CopyLength}
  offload_read_output:
    doc: OFFLOAD_READ_OUTPUT
    doc-ref: MS-FSCC 2.3.42
    seq:
      - id: size
        type: u4
        -wireshark: smb2.fsctl.odx.size
      - id: flags
        type: u4
        -wireshark: {name: smb2.fsctl.odx.flags, as: hex}
      - id: transfer_length
        type: u8
        valid:
          expr: _io.size - _io.pos >= 512
        -wireshark: {name: smb2.fsctl.odx.xfer_length, label: TransferLength}
      - id: token
        type: storage_offload_token
  offload_write_input:
    doc: OFFLOAD_WRITE_INPUT
    doc-ref: MS-FSCC 2.3.80
    seq:
      - id: size
        type: u4
        -wireshark: smb2.fsctl.odx.size
      - id: flags
        type: u4
        -wireshark: {name: smb2.fsctl.odx.flags, as: hex}
      - id: file_offset
        type: u8
        -wireshark: {name: smb2.fsctl.odx.file_offset, label: FileOffset}
      - id: copy_length
        type: u8
        -wireshark: {name: smb2.fsctl.odx.copy_length, label: CopyLength}
      - id: transfer_offset
        type: u8
        valid:
          expr: _io.size - _io.pos >= 512
        -wireshark: {name: smb2.fsctl.odx.token_offset, label: TokenOffset}
      - id: token
        type: storage_offload_token
  offload_write_output:
    doc: OFFLOAD_WRITE_OUTPUT
    doc-ref: MS-FSCC 2.3.81
    seq:
      - id: size
        type: u4
        -wireshark: smb2.fsctl.odx.size
      - id: flags
        type: u4
        -wireshark: {name: smb2.fsctl.odx.flags, as: hex}
      - id: length_written
        type: u8
        -wireshark: {name: smb2.fsctl.odx.xfer_length, label: TransferLength}
  storage_offload_token:
    doc: STORAGE_OFFLOAD_TOKEN, which is big-endian
    doc-ref: MS-FSCC 2.1.11
    seq:
      - id: token_type
        type: u4be
        -wireshark: {name: smb2.fsctl.odx.token.type, as: hex, label: TokenType}
      - id: reserved
        size: 2
        -wireshark: smb2.reserved
      - id: len_token_id
        type: u2be
        valid:
          expr: _ <= 504
        -wireshark: {name: smb2.fsctl.odx.token.idlen, label: TokenIdLength}
      - id: token_id
        size: len_token_id
        -wireshark: {name: smb2.fsctl.odx.token.id, label: TokenId}
  pipe_wait:
    doc: FSCTL_PIPE_WAIT Request
    doc-ref: MS-FSCC 2.3.49
    seq:
      - id: timeout_octets
        size: 8
      - id: len_name
        type: u4
      - id: timeout_specified
        type: u1
      - id: padding
        type: u1
      - id: name
        size: len_name
        -wireshark: {name: smb2.fsctl.wait.name, as: utf16}
    instances:
      timeout:
        pos: 0
        type: s8
        if: timeout_specified != 0
        doc: '100 ns; negative, as it is relative.'
        -wireshark: smb2.fsctl.wait.timeout
  shared_virtual_disk_support:
    doc: SVHDX_SHARED_VIRTUAL_DISK_SUPPORT_RESPONSE
    doc-ref: MS-RSVD 2.2.3.3
    seq:
      - id: shared_virtual_disk_support
        type: u4
        -wireshark: {name: smb2.ioctl.shared_virtual_disk.support, as: hex, label: SharedVirtualDiskSupport}
      - id: shared_virtual_disk_handle_state
        type: u4
        -wireshark: {name: smb2.ioctl.shared_virtual_disk.handle_state, as: hex, label: SharedVirtualDiskHandleState}
  storage_qos_header:
    doc: What the request and the response of FSCTL_STORAGE_QOS_CONTROL begin with
    doc-ref: MS-SQOS 2.2.2.1
    seq:
      - id: protocol_version
        type: u2
        -wireshark: {name: smb2.ioctl.sqos.protocol_version, as: hex, label: ProtocolVersion, values: {0x100: 1.0, 0x101: 1.1}}
      - id: reserved
        type: u2
        -wireshark: smb2.ioctl.sqos.reserved
      - id: options
        type: u4
        -wireshark:
          name: smb2.ioctl.sqos.operations
          as: hex
          label: Operations
          bits:
            smb2.ioctl.sqos.operations.set_logical_flow_id: 0x1
            smb2.ioctl.sqos.operations.set_policy: 0x2
            smb2.ioctl.sqos.operations.probe_policy: 0x4
            smb2.ioctl.sqos.operations.get_status: 0x8
            smb2.ioctl.sqos.operations.update_counters: 0x10
      - id: logical_flow_id
        size: 16
        -wireshark: {name: smb2.ioctl.sqos.logical_flow_id, as: guid, label: LogicalFlowID}
      - id: policy_id
        size: 16
        -wireshark: {name: smb2.ioctl.sqos.policy_id, as: guid, label: PolicyID}
      - id: initiator_id
        size: 16
        -wireshark: {name: smb2.ioctl.sqos.initiator_id, as: guid, label: InitiatorID}
  storage_qos_request:
    doc: STORAGE_QOS_CONTROL_REQUEST behind the header; offsets count from the header
    doc-ref: MS-SQOS 2.2.2.2
    params:
      - id: protocol_version
        type: u2
    seq:
      - id: limit
        type: u8
        -wireshark: smb2.ioctl.sqos.limit
      - id: reservation
        type: u8
        -wireshark: smb2.ioctl.sqos.reservation
      - id: ofs_initiator_name
        type: u2
        -wireshark: {name: smb2.olb.offset, as: hex, octets: 4, label: Blob Offset}
      - id: len_initiator_name
        type: u2
        -wireshark: {name: smb2.olb.length, label: Blob Length}
      - id: ofs_initiator_node_name
        type: u2
        -wireshark: {name: smb2.olb.offset, as: hex, octets: 4, label: Blob Offset}
      - id: len_initiator_node_name
        type: u2
        -wireshark: {name: smb2.olb.length, label: Blob Length}
      - id: io_count_increment
        type: u8
        -wireshark: {name: smb2.ioctl.sqos.io_count_increment, label: IoCountIncrement}
      - id: normalized_io_count_increment
        type: u8
        -wireshark: {name: smb2.ioctl.sqos.normalized_io_count_increment, label: NormalizedIoCountIncrement}
      - id: latency_increment
        type: u8
        -wireshark: {name: smb2.ioctl.sqos.latency_increment, label: LatencyIncrement}
      - id: lower_latency_increment
        type: u8
        -wireshark: {name: smb2.ioctl.sqos.lower_latency_increment, label: LowerLatencyIncrement}
      - id: bandwidth_limit
        type: u8
        if: protocol_version > 0x100
        -wireshark: {name: smb2.ioctl.sqos.bandwidth_limit, label: BandwidthLimit}
      - id: kilobyte_count_increment
        type: u8
        if: protocol_version > 0x100
        -wireshark: {name: smb2.ioctl.sqos.kilobyte_count_increment, label: KilobyteCountIncrement}
    instances:
      initiator_name:
        pos: ofs_initiator_name
        size: len_initiator_name
        -wireshark: {name: smb2.ioctl.sqos.initiator_name, as: utf16, label: InitiatorName}
      initiator_node_name:
        pos: ofs_initiator_node_name
        size: len_initiator_node_name
        -wireshark: {name: smb2.ioctl.sqos.initiator_node_name, as: utf16, label: InitiatorNodeName}
  storage_qos_response:
    doc: STORAGE_QOS_CONTROL_RESPONSE behind the header
    doc-ref: MS-SQOS 2.2.2.3
    params:
      - id: protocol_version
        type: u2
    seq:
      - id: time_to_live
        type: u4
        -wireshark: {name: smb2.ioctl.sqos.time_to_live, label: TimeToLive}
      - id: status
        type: u4
        -wireshark: {name: smb2.ioctl.sqos.status, as: hex}
      - id: maximum_io_rate
        type: u8
        -wireshark: {name: smb2.ioctl.sqos.maximum_io_rate, label: MaximumIoRate}
      - id: minimum_io_rate
        type: u8
        -wireshark: {name: smb2.ioctl.sqos.minimum_io_rate, label: MinimumIoRate}
      - id: base_io_size
        type: u4
        -wireshark: {name: smb2.ioctl.sqos.base_io_size, label: BaseIoSize}
      - id: reserved2
        type: u4
        -wireshark: {name: smb2.ioctl.sqos.reserved2, label: Reserved}
      - id: maximum_bandwidth
        type: u8
        if: protocol_version > 0x100
        -wireshark: {name: smb2.ioctl.sqos.maximum_bandwidth, label: MaximumBandwidth}
  reparse_data:
    doc: REPARSE_DATA_BUFFER and REPARSE_GUID_DATA_BUFFER, up to their data
    doc-ref: MS-FSCC 2.1.2.2, 2.1.2.3
    seq:
      - id: reparse_tag
        type: u4
        -wireshark: {name: smb2.reparse_tag, as: hex, values: reparse_tags}
      - id: len_reparse_data
        type: u2
        -wireshark: {name: smb2.reparse_data_length, label: Reparse Data Length}
      - id: reserved
        size: 2
        -wireshark: smb2.reserved
      - id: reparse_guid
        size: 16
        if: reparse_tag & 0x80000000 == 0
        -wireshark: {name: smb2.reparse_guid, as: none}
  symbolic_link:
    doc: Symbolic Link Reparse Data Buffer behind its header; offsets are from the first name
    doc-ref: MS-FSCC 2.1.2.4
    seq:
      - id: ofs_substitute_name
        type: u2
        -wireshark: {name: smb2.olb.offset, as: hex, octets: 4, label: Blob Offset}
      - id: len_substitute_name
        type: u2
        -wireshark: {name: smb2.olb.length, label: Blob Length}
      - id: ofs_print_name
        type: u2
        -wireshark: {name: smb2.olb.offset, as: hex, octets: 4, label: Blob Offset}
      - id: len_print_name
        type: u2
        -wireshark: {name: smb2.olb.length, label: Blob Length}
      - id: flags
        type: u4
        -wireshark: {name: smb2.symlink.flags, values: {0: Full path name, 1: SYMLINK_FLAG_RELATIVE}}
    instances:
      substitute_name:
        pos: 12 + ofs_substitute_name
        size: len_substitute_name
        -wireshark: {name: smb2.symlink.substitute_name, as: utf16}
      print_name:
        pos: 12 + ofs_print_name
        size: len_print_name
        -wireshark: {name: smb2.symlink.print_name, as: utf16}
  nfs:
    doc: Network File System Reparse Data Buffer behind its header
    doc-ref: MS-FSCC 2.1.2.6
    params:
      - id: len_data
        type: u2
    seq:
      - id: type
        type: u8
        -wireshark: {name: smb2.nfs.type, as: dec, label: NFS file type, values: {0x14b4e4c: NFS_SPECFILE_LNK, 0x524843: NFS_SPECFILE_CHR, 0x4b4c42: NFS_SPECFILE_BLK, 0x4f464946: NFS_SPECFILE_FIFO, 0x4b434f53: NFS_SPECFILE_SOCK}}
      - id: target
        size: len_data - 8
        if: type == 0x14b4e4c
        -wireshark: {name: smb2.nfs.symlink.target, as: utf16, label: Symlink Target}
      - id: char_major
        type: u4
        if: type == 0x524843
        -wireshark: {name: smb2.nfs.char.major, as: hex, label: Major}
      - id: char_minor
        type: u4
        if: type == 0x524843
        -wireshark: {name: smb2.nfs.char.minor, as: hex, label: Minor}
      - id: block_major
        type: u4
        if: type == 0x4b4c42
        -wireshark: {name: smb2.nfs.block.major, as: hex, label: Major}
      - id: block_minor
        type: u4
        if: type == 0x4b4c42
        -wireshark: {name: smb2.nfs.block.minor, as: hex, label: Minor}
  opaque:
    doc: What no other type here reads
    doc-ref: MS-FSCC 2.3
    seq:
      - id: data
        size-eos: true
        -wireshark: {name: smb2.unknown, label: Unknown}
