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
    -wireshark: {name: smb2.create.chain_offset, as: hex}
  - id: ofs_name
    type: u2
    doc: From the start of this entry, as ofs_data.
    -wireshark: {name: smb2.olb.offset, as: hex, octets: 4}
  - id: len_name
    type: u2
    valid:
      expr: ofs_context + ofs_name + _ <= _io.size
    -wireshark: smb2.olb.length
  - id: reserved
    type: u2
  - id: ofs_data
    type: u2
    -wireshark: {name: smb2.olb.offset, as: hex, octets: 4}
  - id: len_data
    type: u4
    valid:
      expr: _ == 0 or ofs_context + ofs_data + _ <= _io.size
    -wireshark: smb2.olb.length
instances:
  name:
    pos: ofs_context + ofs_name
    size: len_name
    -wireshark: {name: smb2.tag, as: text}
  tag:
    pos: ofs_context + ofs_name
    type: u4be
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
    -wireshark: {name: smb2.create.chain_data, as: none}
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
    -wireshark: {name: smb2.create.chain_data, as: none}
types:
  opaque:
    doc: Data that is not read.
  maximal_access:
    doc-ref: MS-SMB2 2.2.14.2.5
    seq:
      - id: query_status
        type: u4
        -wireshark: {name: smb2.mxac_status, as: hex}
      - id: maximal_access
        type: u4
        -wireshark: {name: smb.access_mask, as: hex}
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
        -wireshark: {name: smb2.lease.lease_key, as: guid}
      - id: lease_state
        type: u4
        -wireshark: {name: smb2.lease.lease_state, as: hex}
      - id: lease_flags
        type: u4
        doc: 2 break in progress, 4 ParentLeaseKey is set
        -wireshark: {name: smb2.lease.lease_flags, as: hex}
      - id: lease_duration
        type: u8
        -wireshark: {name: smb2.lease.lease_duration, as: hex}
      - id: v2
        type: lease_v2
        if: not _io.eof
  lease_v2:
    doc: What version 2 of a lease has besides.
    doc-ref: MS-SMB2 2.2.13.2.10
    seq:
      - id: parent_lease_key
        type: smb2_guid
        -wireshark: {name: smb2.lease.parent_lease_key, as: guid}
      - id: epoch
        type: u2
        -wireshark: {name: smb2.lease.lease_oplock, as: hex}
      - id: reserved
        type: u2
        -wireshark: {name: smb2.lease.lease_reserved, as: hex}
  durable_handle_reconnect:
    doc-ref: MS-SMB2 2.2.13.2.4
    seq:
      - id: file_id
        type: smb2_file_id
        -wireshark: {name: smb2.fid, as: guid}
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
        -wireshark: {name: smb2.dh2x.flags, as: hex}
      - id: reserved
        type: u8
        -wireshark: {name: smb2.dh2x.reserved, as: hex}
      - id: create_guid
        type: smb2_guid
        -wireshark: {name: smb2.dh2x.create_guid, as: guid}
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
        -wireshark: {name: smb2.dh2x.flags, as: hex}
  durable_handle_reconnect_v2:
    doc-ref: MS-SMB2 2.2.13.2.12
    seq:
      - id: file_id
        type: smb2_file_id
        -wireshark: {name: smb2.fid, as: guid}
      - id: create_guid
        type: smb2_guid
        -wireshark: {name: smb2.dh2x.create_guid, as: guid}
      - id: flags
        type: u4
        doc: 2 persistent
        -wireshark: {name: smb2.dh2x.flags, as: hex}
  allocation_size:
    doc-ref: MS-SMB2 2.2.13.2.6
    seq:
      - id: size
        type: u8
        -wireshark: smb2.allocation_size
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
        -wireshark: smb2.app_instance.struct_size
      - id: reserved
        type: u2
        -wireshark: {name: smb2.app_instance.reserved, as: hex}
      - id: app_instance_id
        type: smb2_guid
        -wireshark: {name: smb2.app_instance.app_guid, as: guid}
  app_instance_version:
    doc-ref: MS-SMB2 2.2.13.2.15
    seq:
      - id: structure_size
        type: u2
        valid: 24
        -wireshark: smb2.app_instance_version.struct_size
      - id: reserved
        type: u2
        -wireshark: smb2.app_instance_version.reserved
      - id: padding
        type: u4
        -wireshark: {name: smb2.app_instance_version.padding, as: hex}
      - id: version_high
        type: u8
        -wireshark: smb2.app_instance_version.version.high
      - id: version_low
        type: u8
        -wireshark: smb2.app_instance_version.version.low
  aapl_request:
    doc: Apple's extensions to SMB2, not of the specification.
    seq:
      - id: command_code
        type: u4
        -wireshark: smb2.aapl.command_code
      - id: reserved
        type: u4
        -wireshark: {name: smb2.aapl.reserved, as: hex}
      - id: bitmap
        type: u8
        doc: What is asked for; of RESOLVE_ID the file id.
        -wireshark: {name: smb2.aapl.query_bitmask, as: hex}
      - id: client_capabilities
        type: u8
        if: command_code == 1
        -wireshark: {name: smb2.aapl.caps, as: hex}
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
  aapl_query_response:
    seq:
      - id: bitmap
        type: u8
        -wireshark: {name: smb2.aapl.query_bitmask, as: hex}
      - id: server_capabilities
        type: u8
        if: bitmap & 1 != 0
        -wireshark: {name: smb2.aapl.caps, as: hex}
      - id: volume_capabilities
        type: u8
        if: bitmap & 2 != 0
        -wireshark: {name: smb2.aapl.volume_caps, as: hex}
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
        -wireshark: {name: smb2.aapl.model_string, as: dec}
