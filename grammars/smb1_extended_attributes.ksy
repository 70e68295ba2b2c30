meta:
  id: smb1_extended_attributes
  title: Lists of extended attributes
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: A list begins with its size, these four octets included.
doc-ref: MS-CIFS 2.2.1.2
types:
  fea_list:
    doc: SMB_FEA_LIST
    doc-ref: MS-CIFS 2.2.1.2.2.1
    seq:
      - id: size_of_list
        type: u4
        doc: Octets
        -wireshark: {name: smb.ea.list_length, label: EA List Length}
      - id: attributes
        type: attribute
        repeat: eos
  attribute:
    doc: SMB_FEA
    doc-ref: MS-CIFS 2.2.1.2.2
    seq:
      - id: flags
        type: u1
        doc: 0x80 the file cannot be understood without it
        -wireshark: {name: smb.ea.flags, as: hex, label: EA Flags}
      - id: len_name
        type: u1
        -wireshark: {name: smb.ea.name_length, label: EA Name Length}
      - id: len_value
        type: u2
        -wireshark: {name: smb.ea.data_length, label: EA Data Length}
      - id: name
        size: len_name + 1
        doc: With the zero at its end, which the length does not count
        -wireshark: {name: smb.ea.name, as: utf8, label: EA Name}
      - id: value
        size: len_value
        -wireshark: {name: smb.ea.data, label: EA Data}
