meta:
  id: smb2_packet_header
  title: SMB2 packet header, sync and async
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  The 64 octets before the body of every SMB2 message. Offsets in the body count from the first of them.
doc-ref: MS-SMB2 2.2.1
seq:
  - id: protocol_id
    type: u4
    valid: 0x424d53fe
    doc: 0xFE 'S' 'M' 'B'
  - id: structure_size
    type: u2
    valid: 64
    -wireshark: {name: smb2.header_len, label: Header Length}
  - id: credit_charge
    type: u2
    -wireshark: {name: smb2.credit.charge, label: Credit Charge}
  - id: status
    type: u4
    doc: NT status of a response; in a request of 3.x ChannelSequence and two reserved octets.
  - id: command
    type: u2
    -wireshark: {name: smb2.cmd, label: Command, values: smb2_commands}
  - id: credits
    type: u2
    doc: CreditRequest or CreditResponse
  - id: flags
    type: u4
    doc: 0x01 response, 0x02 async, 0x04 related, 0x08 signed, 0x70 priority, 0x10000000 DFS, 0x20000000 replay
    -wireshark: smb2.flags
  - id: next_command
    type: u4
    doc: |
      Octets from this header to the next one of the compound, 0 in the last. The decoder checks it
      against the message, since a bad one does not spoil this command.
    -wireshark: {name: smb2.chain_offset, as: hex, label: Chain Offset}
  - id: message_id
    type: u8
    -wireshark: {name: smb2.msg_id, label: Message ID}
  - id: process_id
    type: u4
    doc: Reserved of the sync form; low half of AsyncId in the async form.
  - id: tree_id
    type: u4
    doc: TreeId of the sync form; high half of AsyncId in the async form.
  - id: session_id
    type: u8
    -wireshark: smb2.sesid
  - id: signature
    size: 16
    -wireshark: smb2.signature
instances:
  marker:
    pos: 0
    type: u4be
    doc: ProtocolId in the order of its octets.
    -after: protocol_id
    -wireshark: {name: smb2.protocol_id, as: hex, label: ProtocolId}
  nt_status:
    pos: 8
    type: u4
    if: flags & 1 != 0
    -after: status
    -wireshark: smb2.nt_status
  channel_sequence:
    pos: 8
    type: u2
    if: flags & 1 == 0
    doc: Of dialects from 3.0 on, how often the client has lost a channel.
    -after: status
    -wireshark: {name: smb2.channel_sequence, label: Channel Sequence}
  channel_reserved:
    pos: 10
    size: 2
    if: flags & 1 == 0
    -after: status
    -wireshark: smb2.reserved
  credits_requested:
    pos: 14
    type: u2
    if: flags & 1 == 0
    -after: credits
    -wireshark: smb2.credits.requested
  credits_granted:
    pos: 14
    type: u2
    if: flags & 1 != 0
    -after: credits
    -wireshark: smb2.credits.granted
  async_id:
    pos: 32
    type: u8
    if: flags & 2 != 0
    doc: AsyncId of the async form, in the place of Reserved and TreeId.
    -after: tree_id
    -wireshark: {name: smb2.aid, as: hex, label: Async Id}
  sync_process_id:
    pos: 32
    type: u4
    if: flags & 2 == 0
    -after: tree_id
    -wireshark: {name: smb2.pid, as: hex, label: Process Id}
  sync_tree_id:
    pos: 36
    type: u4
    if: flags & 2 == 0
    -after: tree_id
    -wireshark: smb2.tid
-values:
  smb2_commands:
    0x00: Negotiate Protocol
    0x01: Session Setup
    0x02: Session Logoff
    0x03: Tree Connect
    0x04: Tree Disconnect
    0x05: Create
    0x06: Close
    0x07: Flush
    0x08: Read
    0x09: Write
    0x0a: Lock
    0x0b: Ioctl
    0x0c: Cancel
    0x0d: KeepAlive
    0x0e: Find
    0x0f: Notify
    0x10: GetInfo
    0x11: SetInfo
    0x12: Break
