meta:
  id: smb_pipe
  title: Transactions on named pipes
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  Setup words, parameters and data of SMB_COM_TRANSACTION whose name begins with \PIPE\. Each type has a stream of
  its own.
doc-ref: MS-CIFS 2.2.5
-generated:
  - {name: smb_pipe, as: protocol, label: SMB Pipe}
  - {name: smb_pipe.function, as: hex, octets: 2, label: Function, values: smb_pipe_functions, doc: Of the request that this answers}
  - {name: smb.trans_data.setup_word, as: hex, octets: 2, label: Setup Word}
  - {name: smb.trans_data.parameters, as: bytes, label: Parameters, doc: Of a transaction that has no definition}
  - {name: smb.trans_data, as: bytes, label: Data, doc: Of a transaction that has no definition}
-values:
  smb_pipe_functions: {0x01: SetNmPHandState, 0x11: RawReadNmPipe, 0x21: QNmPHandState, 0x22: QNmPipeInfo, 0x23: PeekNamedPipe, 0x26: TransactNmPipe, 0x31: RawWriteNmPipe, 0x53: WaitNamedPipe, 0x54: CallNamedPipe}
types:
  setup:
    doc: Setup words of a request.
    doc-ref: MS-CIFS 2.2.5
    seq:
      - id: function
        type: u2
        -wireshark: {name: smb_pipe.function, as: hex, values: smb_pipe_functions}
      - id: priority
        type: u2
        if: function == 0x53 or function == 0x54
        -wireshark: smb_pipe.priority
      - id: fid
        type: u2
        if: function == 0x01 or function == 0x11 or function == 0x21 or function == 0x22 or function == 0x23 or function == 0x26 or function == 0x31
        -wireshark: {name: smb.fid, as: hex}
  handle_state:
    doc: Parameters of TRANS_SET_NMPIPE_STATE's request and TRANS_QUERY_NMPIPE_STATE's response.
    doc-ref: MS-CIFS 2.2.5.1.1, 2.2.5.3.2
    seq:
      - id: state
        type: u2
        -wireshark: {name: smb.ipc_state, as: hex, bits: smb1_ipc_state}
  set_handle_state:
    doc: Parameters of TRANS_SET_NMPIPE_STATE's request.
    doc-ref: MS-CIFS 2.2.5.1.1
    seq:
      - id: state
        type: u2
        -wireshark: {name: smb.ipc_state, as: hex, bits: smb1_set_ipc_state}
  query_info_request:
    doc: Parameters of TRANS_QUERY_NMPIPE_INFO's request.
    doc-ref: MS-CIFS 2.2.5.4.1
    seq:
      - id: level
        type: u2
        -wireshark: {name: smb_pipe.getinfo.info_level, label: Information Level}
  query_info_response:
    doc: Data of TRANS_QUERY_NMPIPE_INFO's response.
    doc-ref: MS-CIFS 2.2.5.4.2
    seq:
      - id: output_buffer_size
        type: u2
        -wireshark: smb_pipe.getinfo.output_buffer_size
      - id: input_buffer_size
        type: u2
        -wireshark: smb_pipe.getinfo.input_buffer_size
      - id: maximum_instances
        type: u1
        -wireshark: smb_pipe.getinfo.maximum_instances
      - id: current_instances
        type: u1
        -wireshark: smb_pipe.getinfo.current_instances
      - id: len_pipe_name
        type: u1
        doc: Octets
        -wireshark: {name: smb_pipe.getinfo.pipe_name_length, label: Pipe Name Length}
      - id: pipe_name
        size: 'len_pipe_name < _io.size - _io.pos ? len_pipe_name : _io.size - _io.pos'
        doc: As much as there is of it
        -wireshark: {name: smb_pipe.getinfo.pipe_name, as: utf8}
  peek_response:
    doc: Parameters of TRANS_PEEK_NMPIPE's response.
    doc-ref: MS-CIFS 2.2.5.5.2
    seq:
      - id: read_data_available
        type: u2
        -wireshark: {name: smb_pipe.peek.available_bytes, label: Available Bytes}
      - id: message_bytes_length
        type: u2
        -wireshark: {name: smb_pipe.peek.remaining_bytes, label: Bytes Remaining}
      - id: nm_pipe_status
        type: u2
        -wireshark: {name: smb_pipe.peek.status, label: Pipe Status, values: {1: Disconnected by server, 2: Listening, 3: Connection to server is OK, 4: Server end of pipe is closed}}
  raw_write_response:
    doc: Parameters of TRANS_RAW_WRITE_NMPIPE's response.
    doc-ref: MS-CIFS 2.2.5.2.2
    seq:
      - id: bytes_written
        type: u2
        -wireshark: smb_pipe.write_raw.bytes_written
-bits:
  smb1_set_ipc_state:
    smb.ipc_state.nonblocking: 0x8000
    smb.ipc_state.read_mode: {mask: 0x300, as: dec, label: Read Mode, values: smb1_ipc_state_read_mode}
