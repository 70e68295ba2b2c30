meta:
  id: tcp_header
  title: TCP header and its options
  license: Apache-2.0
  ks-version: 0.11
  endian: be
doc-ref: RFC 9293 3.1
-generated:
  - {name: tcp, as: protocol}
  - {name: tcp.stream, as: dec, octets: 4, label: Stream index, doc: Connections counted from 0.}
  - {name: tcp.len, as: dec, octets: 4, label: TCP Segment Len, doc: Octets of payload on the wire.}
  - {name: tcp.seq, as: dec, octets: 4, label: Sequence Number, doc: Counted from the connection's first octet.}
  - {name: tcp.nxtseq, as: dec, octets: 4, label: Next Sequence Number}
  - {name: tcp.ack, as: dec, octets: 4, label: Acknowledgment Number, doc: Counted from the other side's first octet.}
  - {name: tcp.window_size, as: dec, octets: 4, label: Calculated window size}
  - {name: tcp.window_size_scalefactor, as: int, octets: 4, label: Window size scaling factor}
  - {name: tcp.flags.str, as: utf8, label: TCP Flags}
  - {name: tcp.time_relative, as: nanos, label: Time since first frame in this TCP stream}
  - {name: tcp.time_delta, as: nanos, label: Time since previous frame in this TCP stream}
  - {name: tcp.payload, as: bytes, label: TCP payload}
  - {name: tcp.segment_data, as: bytes, label: TCP segment data}
seq:
  - id: source_port
    type: u2
    -wireshark: [{name: tcp.srcport, label: Source Port}, {name: tcp.port, label: Source or Destination Port}]
  - id: destination_port
    type: u2
    -wireshark: [{name: tcp.dstport, label: Destination Port}, {name: tcp.port, label: Source or Destination Port}]
  - id: sequence_number
    type: u4
    -wireshark: {name: tcp.seq_raw, label: Sequence Number (raw)}
  - id: acknowledgment_number
    type: u4
    -wireshark: {name: tcp.ack_raw, label: Acknowledgment number (raw)}
  - id: offset_and_flags
    type: u2
    doc: Length of the header in 32-bit words in the high four bits.
    -wireshark:
      name: tcp.flags
      as: hex
      octets: 2
      mask: 0x0fff
      label: Flags
      bits:
        tcp.flags.res: {mask: 0x0e00, label: Reserved, values: {0: Not set, 1: Set}}
        tcp.flags.ae: {mask: 0x0100, label: Accurate ECN, values: {0: Not set, 1: Set}}
        tcp.flags.cwr: {mask: 0x0080, label: Congestion Window Reduced, values: {0: Not set, 1: Set}}
        tcp.flags.ece: {mask: 0x0040, label: ECN-Echo, values: {0: Not set, 1: Set}}
        tcp.flags.urg: {mask: 0x0020, label: Urgent, values: {0: Not set, 1: Set}}
        tcp.flags.ack: {mask: 0x0010, label: Acknowledgment, values: {0: Not set, 1: Set}}
        tcp.flags.push: {mask: 0x0008, label: Push, values: {0: Not set, 1: Set}}
        tcp.flags.reset: {mask: 0x0004, label: Reset, values: {0: Not set, 1: Set}}
        tcp.flags.syn: {mask: 0x0002, label: Syn, values: {0: Not set, 1: Set}}
        tcp.flags.fin: {mask: 0x0001, label: Fin, values: {0: Not set, 1: Set}}
  - id: window
    type: u2
    -wireshark: {name: tcp.window_size_value, label: Window}
  - id: checksum
    type: u2
    -wireshark: {name: tcp.checksum, as: hex}
  - id: urgent_pointer
    type: u2
    -wireshark: {name: tcp.urgent_pointer, label: Urgent Pointer}
  - id: options
    size: header_length - 20
    type: options
    if: header_length > 20 and header_length - 20 <= _io.size - _io.pos
    -wireshark: {name: tcp.options, as: bytes, label: Options}
instances:
  header_length:
    value: (offset_and_flags >> 12) * 4
    -wireshark: {name: tcp.hdr_len, octets: 1, label: Header Length}
types:
  options:
    doc: At most 40 octets.
    seq:
      - id: options
        type: option
        repeat: eos
  option:
    doc-ref: RFC 9293 3.2
    seq:
      - id: kind
        type: u1
        -wireshark: {name: tcp.option_kind, values: {0: End of Option List, 1: No-Operation, 2: Maximum Segment Size, 3: Window Scale, 4: SACK Permitted, 5: SACK, 8: Time Stamp Option}}
      - id: length
        type: u1
        if: kind > 1
        valid:
          min: 2
        -wireshark: {name: tcp.option_len}
      - id: body
        size: length - 2
        if: kind > 1
        type:
          switch-on: kind
          cases:
            2: segment_size
            3: scale
            5: acknowledged
            8: timestamps
            _: other
  segment_size:
    doc-ref: RFC 9293 3.7.1
    seq:
      - id: value
        type: u2
        -wireshark: {name: tcp.options.mss_val, label: MSS Value}
  scale:
    doc-ref: RFC 7323 2.2
    seq:
      - id: shift
        type: u1
        -wireshark: {name: tcp.options.wscale.shift, label: Shift count}
  acknowledged:
    doc-ref: RFC 2018 3
    seq:
      - id: blocks
        type: block
        repeat: eos
  block:
    doc-ref: RFC 2018 3
    seq:
      - id: left
        type: u4
        -wireshark: {name: tcp.options.sack_le, label: left edge}
      - id: right
        type: u4
        -wireshark: {name: tcp.options.sack_re, label: right edge}
  timestamps:
    doc-ref: RFC 7323 3.2
    seq:
      - id: value
        type: u4
        -wireshark: {name: tcp.options.timestamp.tsval, label: Timestamp value}
      - id: echo
        type: u4
        -wireshark: {name: tcp.options.timestamp.tsecr, label: Timestamp echo reply}
  other:
    doc: No octets, or such as nobody knows.
    seq:
      - id: octets
        size-eos: true
