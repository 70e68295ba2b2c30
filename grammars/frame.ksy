meta:
  id: frame
  title: A captured frame
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: What the capture file says of a frame, and none of its octets.
seq: []
-generated:
  - {name: frame.number, as: dec, octets: 4, label: Frame number}
  - {name: frame.time, as: filetime, label: Arrival time}
  - {name: frame.len, as: dec, octets: 4, label: Length on the wire}
