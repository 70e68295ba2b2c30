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
    -wireshark: {name: smb2.protocol_id, as: hex}
  - id: structure_size
    type: u2
    valid: 64
    -wireshark: smb2.header_len
  - id: credit_charge
    type: u2
    -wireshark: smb2.credit.charge
  - id: status
    type: u4
    doc: NT status of a response; in a request of 3.x ChannelSequence and two reserved octets.
    -wireshark: {name: smb2.nt_status, as: hex}
  - id: command
    type: u2
    -wireshark: smb2.cmd
  - id: credits
    type: u2
    doc: CreditRequest or CreditResponse
    -wireshark: smb2.credits.granted
  - id: flags
    type: u4
    doc: 0x01 response, 0x02 async, 0x04 related, 0x08 signed, 0x70 priority, 0x10000000 DFS, 0x20000000 replay
    -wireshark: {name: smb2.flags, as: hex}
  - id: next_command
    type: u4
    doc: |
      Octets from this header to the next one of the compound, 0 in the last. The decoder checks it
      against the message, since a bad one does not spoil this command.
    -wireshark: {name: smb2.chain_offset, as: hex}
  - id: message_id
    type: u8
    -wireshark: smb2.msg_id
  - id: process_id
    type: u4
    doc: Reserved of the sync form; low half of AsyncId in the async form.
    -wireshark: {name: smb2.pid, as: hex}
  - id: tree_id
    type: u4
    doc: TreeId of the sync form; high half of AsyncId in the async form.
    -wireshark: {name: smb2.tid, as: hex}
  - id: session_id
    type: u8
    -wireshark: {name: smb2.sesid, as: hex}
  - id: signature
    size: 16
    -wireshark: smb2.signature
instances:
  async_id:
    pos: 32
    type: u8
    if: flags & 2 != 0
    doc: AsyncId of the async form, in the place of Reserved and TreeId.
    -wireshark: {name: smb2.aid, as: hex}
-generated:
  - {name: smb2, as: protocol}
