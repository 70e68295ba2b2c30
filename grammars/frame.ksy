meta:
  id: frame
  title: A captured frame
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: What the capture file says of a frame, and none of its octets.
seq: []
-generated:
  - {name: frame, as: protocol, label: Frame}
  - {name: frame.time, as: filetime, label: Arrival Time}
  - {name: frame.time_epoch, as: nanos, label: Epoch Time}
  - {name: frame.time_delta, as: nanos, label: Time delta from previous captured frame}
  - {name: frame.time_delta_displayed, as: nanos, label: Time delta from previous displayed frame}
  - {name: frame.time_relative, as: nanos, label: Time since reference or first frame}
  - {name: frame.number, as: dec, octets: 4, label: Frame Number}
  - {name: frame.len, as: dec, octets: 4, label: Frame Length}
  - {name: frame.cap_len, as: dec, octets: 4, label: Capture Length}
  - {name: frame.protocols, as: utf8, label: Protocols in frame}
  - {name: _ws.col.Source, as: utf8, label: Source}
  - {name: _ws.col.Destination, as: utf8, label: Destination}
  - {name: _ws.col.Protocol, as: utf8, label: Protocol}
  - {name: _ws.col.Info, as: utf8, label: Information}
