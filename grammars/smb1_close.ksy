meta:
  id: smb1_close
  title: Commands on an open
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  SMB_COM_CLOSE, SMB_COM_FLUSH, SMB_COM_SEEK, SMB_COM_FIND_CLOSE2, SMB_COM_CLOSE_PRINT_FILE. The stream that is
  handed in begins at the SMB header, ends where the command's data end, and stands at WordCount.
doc-ref: MS-CIFS 2.2.4.5, 2.2.4.6, 2.2.4.19, 2.2.4.48, 2.2.4.69
types:
  close_request:
    doc: SMB_COM_CLOSE request.
    doc-ref: MS-CIFS 2.2.4.5.1
    seq:
      - id: word_count
        type: u1
        valid: 3
        -wireshark: smb.wct
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: last_time_modified
        type: u4
        doc: Seconds since 1970
        -wireshark: {name: smb.last_write.time, as: unix}
  fid_request:
    doc: SMB_COM_FLUSH and SMB_COM_CLOSE_PRINT_FILE request.
    doc-ref: MS-CIFS 2.2.4.6.1, 2.2.4.69.1
    seq:
      - id: word_count
        type: u1
        valid:
          min: 1
        -wireshark: smb.wct
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
  find_close2_request:
    doc: SMB_COM_FIND_CLOSE2 request.
    doc-ref: MS-CIFS 2.2.4.48.1
    seq:
      - id: word_count
        type: u1
        valid: 1
        -wireshark: smb.wct
      - id: search_handle
        type: u2
        -wireshark: {name: smb.search_id, as: hex}
  seek_request:
    doc: SMB_COM_SEEK request.
    doc-ref: MS-CIFS 2.2.4.19.1
    seq:
      - id: word_count
        type: u1
        valid: 4
        -wireshark: smb.wct
      - id: fid
        type: u2
        -wireshark: {name: smb.fid, as: hex}
      - id: mode
        type: u2
        -wireshark: {name: smb.seek_mode, values: smb1_seek_mode}
      - id: offset
        type: s4
        -wireshark: {name: smb.offset, as: dec, mask: 0xffffffff}
  seek_response:
    doc: SMB_COM_SEEK response.
    doc-ref: MS-CIFS 2.2.4.19.2
    seq:
      - id: word_count
        type: u1
        valid: 2
        -wireshark: smb.wct
      - id: offset
        type: u4
        -wireshark: smb.offset
