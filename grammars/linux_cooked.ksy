meta:
  id: linux_cooked
  title: What Linux puts before packets of any device
  license: Apache-2.0
  ks-version: 0.11
  endian: be
doc: LINKTYPE_LINUX_SLL and LINKTYPE_LINUX_SLL2.
doc-ref: https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL.html
-generated:
  - {name: sll, as: protocol}
-values:
  packet_types: {0: Unicast to us, 1: Broadcast, 2: Multicast, 3: Unicast to another host, 4: Sent by us}
types:
  version1:
    doc-ref: https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL.html
    seq:
      - id: packet_type
        type: u2
        -wireshark: {name: sll.pkttype, values: packet_types}
      - id: hardware_type
        type: u2
        -wireshark: {name: sll.hatype, label: Link-layer address type, values: {1: Ethernet, 772: Loopback}}
      - id: len_address
        type: u2
        -wireshark: {name: sll.halen, label: Link-layer address length}
      - id: address
        size: 6
        -wireshark: {name: sll.src.eth, as: ether, label: Source}
      - id: unused
        size: 2
        -wireshark: sll.unused
      - id: protocol
        type: u2
        -wireshark: {name: sll.etype, as: hex, label: Protocol}
  version2:
    doc-ref: https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL2.html
    seq:
      - id: protocol
        type: u2
        -wireshark: {name: sll.etype, as: hex, label: Protocol}
      - id: reserved
        size: 2
        doc: Must be zero.
      - id: interface_index
        type: u4
        -wireshark: {name: sll.ifindex, label: Interface index}
      - id: hardware_type
        type: u2
        -wireshark: {name: sll.hatype, label: Link-layer address type, values: {1: Ethernet, 772: Loopback}}
      - id: packet_type
        type: u1
        -wireshark: {name: sll.pkttype, octets: 2, values: packet_types}
      - id: len_address
        type: u1
        -wireshark: {name: sll.halen, octets: 2, label: Link-layer address length}
      - id: address
        size: 6
        -wireshark: {name: sll.src.eth, as: ether, label: Source}
      - id: unused
        size: 2
        -wireshark: sll.unused
