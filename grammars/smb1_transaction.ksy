meta:
  id: smb1_transaction
  title: Transactions
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb1_string
doc: |
  SMB_COM_TRANSACTION, SMB_COM_TRANSACTION2, SMB_COM_NT_TRANSACT and their secondaries. Where parameters and
  data lie is told by offsets; they are taken from the message there. The stream that is handed in begins at the
  SMB header, ends where the command's data end, and stands at WordCount.
doc-ref: MS-CIFS 2.2.4.33, 2.2.4.34, 2.2.4.46, 2.2.4.47, 2.2.4.62, 2.2.4.63
types:
  request:
    doc: SMB_COM_TRANSACTION and SMB_COM_TRANSACTION2 request.
    doc-ref: MS-CIFS 2.2.4.33.1, 2.2.4.46.1
    params:
      - id: unicode
        type: bool
      - id: named
        type: bool
    seq:
      - id: word_count
        type: u1
        valid:
          min: 14
        -wireshark: smb.wct
      - id: total_parameter_count
        type: u2
        -wireshark: smb.tpc
      - id: total_data_count
        type: u2
        -wireshark: smb.tdc
      - id: max_parameter_count
        type: u2
        -wireshark: smb.mpc
      - id: max_data_count
        type: u2
        -wireshark: smb.mdc
      - id: max_setup_count
        type: u1
        -wireshark: smb.msc
      - id: reserved1
        type: u1
        -wireshark: {name: smb.reserved, as: bytes}
      - id: flags
        type: u2
        -wireshark: {name: smb.transaction.flags, as: hex, label: Flags, bits: smb1_transaction_flags}
      - id: timeout
        type: u4
        -wireshark: smb.timeout
      - id: reserved2
        type: u2
        -wireshark: {name: smb.reserved, as: bytes}
      - id: num_parameters
        type: u2
        doc: Octets
        -wireshark: smb.pc
      - id: ofs_parameters
        type: u2
        doc: From the SMB header
        -wireshark: smb.po
      - id: num_data
        type: u2
        doc: Octets
        -wireshark: smb.dc
      - id: ofs_data
        type: u2
        doc: From the SMB header
        -wireshark: smb.data_offset
      - id: num_setup
        type: u1
        valid:
          max: _io.size / 2
        doc: Words
        -wireshark: smb.sc
      - id: reserved3
        type: u1
        -wireshark: {name: smb.reserved, as: bytes}
      - id: setup
        type: u2
        repeat: expr
        repeat-expr: num_setup
      - id: byte_count
        type: u2
        doc: Octets that follow; where they end, the stream that is handed in ends.
        -wireshark: smb.bcc
      - id: name
        type: smb1_string(unicode)
        if: named
        -wireshark: {name: smb.trans_name, as: text}
  secondary:
    doc: SMB_COM_TRANSACTION_SECONDARY (8 words) and SMB_COM_TRANSACTION2_SECONDARY (9, with a FID).
    doc-ref: MS-CIFS 2.2.4.34.1, 2.2.4.47.1
    seq:
      - id: word_count
        type: u1
        valid:
          any-of: [8, 9]
        -wireshark: smb.wct
      - id: total_parameter_count
        type: u2
        -wireshark: smb.tpc
      - id: total_data_count
        type: u2
        -wireshark: smb.tdc
      - id: num_parameters
        type: u2
        doc: Octets
        -wireshark: smb.pc
      - id: ofs_parameters
        type: u2
        doc: From the SMB header
        -wireshark: smb.po
      - id: parameter_displacement
        type: u2
        valid:
          max: total_parameter_count
        -wireshark: smb.pd
      - id: num_data
        type: u2
        doc: Octets
        -wireshark: smb.dc
      - id: ofs_data
        type: u2
        doc: From the SMB header
        -wireshark: smb.data_offset
      - id: data_displacement
        type: u2
        valid:
          max: total_data_count
        -wireshark: smb.data_disp
      - id: fid
        type: u2
        if: word_count == 9
        -wireshark: {name: smb.fid, as: hex}
  response:
    doc: SMB_COM_TRANSACTION and SMB_COM_TRANSACTION2 response.
    doc-ref: MS-CIFS 2.2.4.33.2, 2.2.4.46.2
    seq:
      - id: word_count
        type: u1
        valid:
          min: 10
        -wireshark: smb.wct
      - id: total_parameter_count
        type: u2
        -wireshark: smb.tpc
      - id: total_data_count
        type: u2
        -wireshark: smb.tdc
      - id: reserved1
        type: u2
        -wireshark: {name: smb.reserved, as: bytes}
      - id: num_parameters
        type: u2
        doc: Octets
        -wireshark: smb.pc
      - id: ofs_parameters
        type: u2
        doc: From the SMB header
        -wireshark: smb.po
      - id: parameter_displacement
        type: u2
        valid:
          max: total_parameter_count
        -wireshark: smb.pd
      - id: num_data
        type: u2
        doc: Octets
        -wireshark: smb.dc
      - id: ofs_data
        type: u2
        doc: From the SMB header
        -wireshark: smb.data_offset
      - id: data_displacement
        type: u2
        valid:
          max: total_data_count
        -wireshark: smb.data_disp
      - id: num_setup
        type: u1
        valid:
          max: _io.size / 2
        doc: Words
        -wireshark: smb.sc
      - id: reserved2
        type: u1
        -wireshark: {name: smb.reserved, as: bytes}
      - id: setup
        type: u2
        repeat: expr
        repeat-expr: num_setup
  nt_request:
    doc: SMB_COM_NT_TRANSACT request.
    doc-ref: MS-CIFS 2.2.4.62.1
    seq:
      - id: word_count
        type: u1
        valid:
          min: 19
        -wireshark: smb.wct
      - id: max_setup_count
        type: u1
        -wireshark: smb.msc
      - id: reserved1
        type: u2
        -wireshark: {name: smb.reserved, as: bytes}
      - id: total_parameter_count
        type: u4
        -wireshark: smb.tpc
      - id: total_data_count
        type: u4
        -wireshark: smb.tdc
      - id: max_parameter_count
        type: u4
        -wireshark: smb.mpc
      - id: max_data_count
        type: u4
        -wireshark: smb.mdc
      - id: num_parameters
        type: u4
        doc: Octets
        -wireshark: smb.pc
      - id: ofs_parameters
        type: u4
        doc: From the SMB header
        -wireshark: smb.po
      - id: num_data
        type: u4
        doc: Octets
        -wireshark: smb.dc
      - id: ofs_data
        type: u4
        doc: From the SMB header
        -wireshark: smb.data_offset
      - id: num_setup
        type: u1
        valid:
          max: _io.size / 2
        doc: Words
        -wireshark: smb.sc
      - id: function
        type: u2
        -wireshark: {name: smb.nt.function, values: smb1_nt_function}
      - id: setup
        type: u2
        repeat: expr
        repeat-expr: num_setup
  nt_secondary:
    doc: SMB_COM_NT_TRANSACT_SECONDARY.
    doc-ref: MS-CIFS 2.2.4.63.1
    seq:
      - id: word_count
        type: u1
        valid: 18
        -wireshark: smb.wct
      - id: reserved1
        size: 3
        -wireshark: smb.reserved
      - id: total_parameter_count
        type: u4
        -wireshark: smb.tpc
      - id: total_data_count
        type: u4
        -wireshark: smb.tdc
      - id: num_parameters
        type: u4
        doc: Octets
        -wireshark: smb.pc
      - id: ofs_parameters
        type: u4
        doc: From the SMB header
        -wireshark: smb.po
      - id: parameter_displacement
        type: u4
        valid:
          max: total_parameter_count
        -wireshark: smb.pd
      - id: num_data
        type: u4
        doc: Octets
        -wireshark: smb.dc
      - id: ofs_data
        type: u4
        doc: From the SMB header
        -wireshark: smb.data_offset
      - id: data_displacement
        type: u4
        valid:
          max: total_data_count
        -wireshark: smb.data_disp
      - id: reserved2
        type: u1
        -wireshark: {name: smb.reserved, as: bytes}
  nt_response:
    doc: SMB_COM_NT_TRANSACT response.
    doc-ref: MS-CIFS 2.2.4.62.2
    seq:
      - id: word_count
        type: u1
        valid:
          min: 18
        -wireshark: smb.wct
      - id: reserved1
        size: 3
        -wireshark: smb.reserved
      - id: total_parameter_count
        type: u4
        -wireshark: smb.tpc
      - id: total_data_count
        type: u4
        -wireshark: smb.tdc
      - id: num_parameters
        type: u4
        doc: Octets
        -wireshark: smb.pc
      - id: ofs_parameters
        type: u4
        doc: From the SMB header
        -wireshark: smb.po
      - id: parameter_displacement
        type: u4
        valid:
          max: total_parameter_count
        -wireshark: smb.pd
      - id: num_data
        type: u4
        doc: Octets
        -wireshark: smb.dc
      - id: ofs_data
        type: u4
        doc: From the SMB header
        -wireshark: smb.data_offset
      - id: data_displacement
        type: u4
        valid:
          max: total_data_count
        -wireshark: smb.data_disp
      - id: num_setup
        type: u1
        valid:
          max: _io.size / 2
        doc: Words
        -wireshark: smb.sc
      - id: setup
        type: u2
        repeat: expr
        repeat-expr: num_setup
