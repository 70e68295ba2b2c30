meta:
  id: smb2_create_context
  title: SMB2_CREATE_CONTEXT
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb2_guid
    - smb2_file_id
doc: |
  One entry of the chain of create contexts, at the stream's position. What its data means depends on
  the name and on the direction; an unknown one is opaque.
doc-ref: MS-SMB2 2.2.13.2, 2.2.14.2
params:
  - id: ofs_context
    type: u4
    doc: Where this entry begins in the stream.
seq:
  - id: next
    type: u4
    doc: |
      Octets from this entry to the next, 0 in the last. Who follows the chain checks that it goes on
      and stays within the contexts.
    -wireshark: {name: smb2.create.chain_offset, as: hex, label: Chain Offset}
  - id: ofs_name
    type: u2
    doc: From the start of this entry, as ofs_data.
    -wireshark: smb2.olb.offset
  - id: len_name
    type: u2
    valid:
      expr: ofs_context + ofs_name + _ <= _io.size
    -wireshark: smb2.olb.length
  - id: reserved
    type: u2
  - id: ofs_data
    type: u2
    -wireshark: smb2.olb.offset
  - id: len_data
    type: u4
    valid:
      expr: _ == 0 or ofs_context + ofs_data + _ <= _io.size
    -wireshark: smb2.olb.length
instances:
  name:
    pos: ofs_context + ofs_name
    size: len_name
    -wireshark: []
  tag:
    pos: ofs_context + ofs_name
    type: u4be
    -wireshark: []
    doc: |
      A name of four letters as number; the first four octets of a name that is a GUID, of which the
      cases below lack the highest bit.
  request_data:
    pos: ofs_context + ofs_data
    size: len_data
    type:
      switch-on: (tag & 0x7fffffff).as<s4>
      cases:
        0x52714c73: lease # RqLs
        0x44486e51: opaque # DHnQ
        0x44486e43: durable_handle_reconnect # DHnC
        0x44483251: durable_handle_request_v2 # DH2Q
        0x44483243: durable_handle_reconnect_v2 # DH2C
        0x416c5369: allocation_size # AlSi
        0x54577270: timewarp # TWrp
        0x4141504c: aapl_request # AAPL
        0x45bca66a: app_instance_id # 45BCA66AEFA7F74A9008FA462E144D74
        0x3982d0b7: app_instance_version # B982D0B73B56074FA07B524A8116A010
        _: opaque
    -wireshark: []
  response_data:
    pos: ofs_context + ofs_data
    size: len_data
    type:
      switch-on: (tag & 0x7fffffff).as<s4>
      cases:
        0x4d784163: maximal_access # MxAc
        0x51466964: disk_id # QFid
        0x52714c73: lease # RqLs
        0x44486e51: opaque # DHnQ
        0x44483251: durable_handle_response_v2 # DH2Q
        0x4141504c: aapl_response # AAPL
        _: opaque
    -wireshark: []
types:
  opaque:
    doc: Data that is not read.
  maximal_access:
    doc-ref: MS-SMB2 2.2.14.2.5
    seq:
      - id: query_status
        type: u4
      - id: maximal_access
        type: u4
        -wireshark: smb.access_mask
    instances:
      status_shown:
        pos: 0
        type: u4be
        doc: As tshark reads it, though it is little-endian.
        -after: query_status
        -wireshark: {name: smb2.mxac_status, as: hex, values: nt_status, label: Query Status}
  maximal_access_request:
    doc-ref: MS-SMB2 2.2.13.2.5
    seq:
      - id: timestamp
        type: u8
        -wireshark: {name: smb2.mxac_timestamp, as: filetime}
  durable_handle_request:
    doc-ref: MS-SMB2 2.2.13.2.3
    seq:
      - id: durable_request
        type: smb2_file_id
        doc: Reserved.
        -wireshark: smb2.fid
  durable_handle_response:
    doc-ref: MS-SMB2 2.2.14.2.3
    seq:
      - id: reserved
        type: u8
        -wireshark: {name: smb2.dhnq_buffer_reserved, as: hex}
  disk_id_shown:
    doc: The disk file id and the volume id as one.
    doc-ref: MS-SMB2 2.2.14.2.9
    seq:
      - id: disk_id_buffer
        size: 32
        -wireshark: {name: smb2.qfid_fid, label: Opaque File ID}
  posix_request:
    doc: Samba's SMB2_CREATE_TAG_POSIX, not of the specification.
    seq:
      - id: permissions
        type: u4
        -wireshark: {name: smb2.posix_perms, as: oct, label: POSIX perms}
  posix_response:
    seq:
      - id: num_links
        type: u4
        -wireshark: {name: smb2.nlinks, label: Number of Links}
      - id: reparse_tag
        type: u4
        -wireshark: smb2.reparse_tag
      - id: permissions
        type: u4
        -wireshark: {name: smb2.posix_perms, as: oct, label: POSIX perms}
  svhdx_open_device:
    doc: SVHDX_OPEN_DEVICE_CONTEXT, of version 1, and of version 2 with more behind it.
    doc-ref: MS-RSVD 2.2.4.12, 2.2.4.32
    seq:
      - id: version
        type: u4
        -wireshark: smb2.svhdx_open_device_context.version
      - id: has_initiator_id
        type: u1
        -wireshark: {name: smb2.svhdx_open_device_context.initiator_has_id, as: bool, label: HasInitiatorId}
      - id: reserved
        size: 3
        -wireshark: smb2.svhdx_open_device_context.reserved
      - id: initiator_id
        size: 16
        -wireshark: {name: smb2.svhdx_open_device_context.initiator_id, as: guid, label: InitiatorId}
      - id: flags
        type: u4
        -wireshark: {name: smb2.svhdx_open_device_context.flags, as: hex}
      - id: originator_flags
        type: u4
        -wireshark: {name: smb2.svhdx_open_device_context.originator_flags, as: hex, values: {1: SVHDX_ORIGINATOR_PVHDPARSER, 4: SVHDX_ORIGINATOR_VHDMP}}
      - id: open_request_id
        type: u8
        -wireshark: {name: smb2.svhxd_open_device_context.open_request_id, as: hex, label: OpenRequestId}
      - id: len_initiator_host_name
        type: u2
        doc: The name has room for 126 octets.
        -wireshark: {name: smb2.svhxd_open_device_context.initiator_host_name_len, label: HostNameLength}
      - id: initiator_host_name
        size: 126
        -wireshark: {name: smb2.svhdx_open_device_context.host_name, as: utf8, label: HostName}
      - id: v2
        type: svhdx_open_device_v2
        if: version == 2
  svhdx_open_device_v2:
    doc-ref: MS-RSVD 2.2.4.32
    seq:
      - id: virtual_disk_properties_initialized
        type: u4
        -wireshark: {name: smb2.svhdx_open_device_context.virtual_disk_properties_initialized, as: bool}
      - id: server_service_version
        type: u4
        -wireshark: {name: smb2.svhdx_open_device_context.server_service_version, label: ServerServiceVersion}
      - id: virtual_sector_size
        type: u4
        -wireshark: {name: smb2.svhdx_open_device_context.virtual_sector_size, label: VirtualSectorSize}
      - id: physical_sector_size
        type: u4
        -wireshark: {name: smb2.svhdx_open_device_context.physical_sector_size, label: PhysicalSectorSize}
      - id: virtual_size
        type: u8
        -wireshark: {name: smb2.svhdx_open_device_context.virtual_size, label: VirtualSize}
  disk_id:
    doc-ref: MS-SMB2 2.2.14.2.9
    seq:
      - id: disk_file_id
        type: u8
      - id: volume_id
        type: u8
  lease:
    doc: Version 1 has 32 octets, version 2 has 52.
    doc-ref: MS-SMB2 2.2.13.2.8, 2.2.13.2.10, 2.2.14.2.10, 2.2.14.2.11
    seq:
      - id: lease_key
        type: smb2_guid
        -wireshark: {name: smb2.lease.lease_key, as: guid, label: Lease Key}
      - id: lease_state
        type: u4
        -wireshark: smb2.lease.lease_state
      - id: lease_flags
        type: u4
        doc: 2 break in progress, 4 ParentLeaseKey is set
        -wireshark: smb2.lease.lease_flags
      - id: lease_duration
        type: u8
        -wireshark: {name: smb2.lease.lease_duration, as: hex, label: Lease Duration}
      - id: v2
        type: lease_v2
        if: not _io.eof
  lease_v2:
    doc: What version 2 of a lease has besides.
    doc-ref: MS-SMB2 2.2.13.2.10
    seq:
      - id: parent_lease_key
        type: smb2_guid
        -wireshark: {name: smb2.lease.parent_lease_key, as: guid, label: Parent Lease Key}
      - id: epoch
        type: u2
        -wireshark: {name: smb2.lease.lease_oplock, as: hex, label: Lease Epoch}
      - id: reserved
        type: u2
        -wireshark: {name: smb2.lease.lease_reserved, as: hex, label: Lease Reserved}
  durable_handle_reconnect:
    doc-ref: MS-SMB2 2.2.13.2.4
    seq:
      - id: file_id
        type: smb2_file_id
        -wireshark: smb2.fid
  durable_handle_request_v2:
    doc-ref: MS-SMB2 2.2.13.2.11
    seq:
      - id: timeout
        type: u4
        doc: Milliseconds
        -wireshark: smb2.dh2x.timeout
      - id: flags
        type: u4
        doc: 2 persistent
        -wireshark: smb2.dh2x.flags
      - id: reserved
        type: u8
        -wireshark: {name: smb2.dh2x.reserved, as: hex}
      - id: create_guid
        type: smb2_guid
        -wireshark: {name: smb2.dh2x.create_guid, as: guid, label: Create Guid}
  durable_handle_response_v2:
    doc-ref: MS-SMB2 2.2.14.2.12
    seq:
      - id: timeout
        type: u4
        doc: Milliseconds
        -wireshark: smb2.dh2x.timeout
      - id: flags
        type: u4
        doc: 2 persistent
        -wireshark: {name: smb2.dh2x.flags, bits: {}}
  durable_handle_reconnect_v2:
    doc-ref: MS-SMB2 2.2.13.2.12
    seq:
      - id: file_id
        type: smb2_file_id
        -wireshark: smb2.fid
      - id: create_guid
        type: smb2_guid
        -wireshark: {name: smb2.dh2x.create_guid, as: guid, label: Create Guid}
      - id: flags
        type: u4
        doc: 2 persistent
        -wireshark: {name: smb2.dh2x.flags, bits: {}}
  allocation_size:
    doc-ref: MS-SMB2 2.2.13.2.6
    seq:
      - id: size
        type: u8
        -wireshark: {name: smb2.allocation_size, label: Allocation Size}
  timewarp:
    doc-ref: MS-SMB2 2.2.13.2.7
    seq:
      - id: timestamp
        type: u8
        -wireshark: {name: smb2.twrp_timestamp, as: filetime}
  app_instance_id:
    doc-ref: MS-SMB2 2.2.13.2.13
    seq:
      - id: structure_size
        type: u2
        valid: 20
        -wireshark: {name: smb2.app_instance.struct_size, label: Struct Size}
      - id: reserved
        type: u2
        -wireshark: {name: smb2.app_instance.reserved, as: hex}
      - id: app_instance_id
        type: smb2_guid
        -wireshark: {name: smb2.app_instance.app_guid, as: guid, label: Application Guid}
  app_instance_version:
    doc-ref: MS-SMB2 2.2.13.2.15
    seq:
      - id: structure_size
        type: u2
        valid: 24
        -wireshark: {name: smb2.app_instance_version.struct_size, label: Struct Size}
      - id: reserved
        type: u2
        -wireshark: smb2.app_instance_version.reserved
      - id: padding
        type: u4
        -wireshark: {name: smb2.app_instance_version.padding, as: hex}
      - id: version_high
        type: u8
        -wireshark: {name: smb2.app_instance_version.version.high, label: AppInstanceVersionHigh}
      - id: version_low
        type: u8
        -wireshark: {name: smb2.app_instance_version.version.low, label: AppInstanceVersionLow}
  aapl_request:
    doc: Apple's extensions to SMB2, not of the specification.
    seq:
      - id: command_code
        type: u4
        -wireshark: {name: smb2.aapl.command_code, values: {1: Server query, 2: Resolve ID}}
      - id: reserved
        type: u4
        -wireshark: {name: smb2.aapl.reserved, as: hex}
      - id: bitmap
        type: u8
        doc: What is asked for; of RESOLVE_ID the file id.
        -wireshark: []
      - id: client_capabilities
        type: u8
        if: command_code == 1
        -wireshark: smb2.aapl.caps
    instances:
      query_bitmap:
        value: bitmap
        if: command_code == 1
        -after: bitmap
        -wireshark: smb2.aapl.query_bitmask
      file_id:
        value: bitmap
        if: command_code == 2
        -after: bitmap
        -wireshark: {name: smb2.file_id, as: hex, octets: 8, label: File Id}
  aapl_response:
    seq:
      - id: command_code
        type: u4
        -wireshark: smb2.aapl.command_code
      - id: reserved
        type: u4
        -wireshark: {name: smb2.aapl.reserved, as: hex}
      - id: query
        type: aapl_query_response
        if: command_code == 1
      - id: resolved
        type: aapl_resolve_id_response
        if: command_code == 2
  aapl_resolve_id_response:
    seq:
      - id: status
        type: u4
        -wireshark: smb2.nt_status
      - id: len_server_path
        type: u4
        valid:
          expr: _ <= _io.size - _io.pos
      - id: server_path
        size: len_server_path
        -wireshark: {name: smb2.aapl.server_path, as: utf16}
  aapl_query_response:
    seq:
      - id: bitmap
        type: u8
        -wireshark: smb2.aapl.query_bitmask
      - id: server_capabilities
        type: u8
        if: bitmap & 1 != 0
        -wireshark: smb2.aapl.caps
      - id: volume_capabilities
        type: u8
        if: bitmap & 2 != 0
        -wireshark:
          name: smb2.aapl.volume_caps
          as: hex
          label: Volume capabilities
          bits:
            smb2.aapl.volume_caps.supports_resolve_id: {mask: 0x0000000000000001, label: Supports Resolve ID}
            smb2.aapl.volume_caps.case_sensitive: {mask: 0x0000000000000002, label: Case sensitive}
            smb2.aapl.volume_caps.supports_full_sync: {mask: 0x0000000000000004, label: Supports full sync}
      - id: model
        type: aapl_model
        if: bitmap & 4 != 0
  aapl_model:
    seq:
      - id: padding
        type: u4
      - id: len_model
        type: u4
        valid:
          expr: _ <= _io.size - _io.pos
      - id: model
        size: len_model
        -wireshark: {name: smb2.aapl.model_string, as: utf16, label: Model string}
