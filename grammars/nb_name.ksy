meta:
  id: nb_name
  title: NetBIOS name in its encoded form
  license: Apache-2.0
  ks-version: 0.11
  endian: be
doc: |
  Labels up to the root label or a label pointer. The first label is the 16-octet NetBIOS name, each half octet
  written as a letter 'A' to 'P'; the labels behind it are the scope. At most 32 labels are read, so that hostile
  input cannot ask for more work than its length is worth.
doc-ref: RFC 1001 14.1, RFC 1002 4.1
seq:
  - id: labels
    type: label
    repeat: until
    repeat-until: _.is_last or _index == 31
types:
  label:
    doc: A label, the root label (length 0) or a pointer to a name's rest elsewhere in the packet.
    doc-ref: RFC 883, "Domain name representation and compression"
    seq:
      - id: len_text
        type: u1
        valid:
          expr: _ <= 0x3f or _ >= 0xc0
        doc: 0 to 63 octets of text; with both upper bits set, the upper six bits of a pointer
      - id: ofs_low
        type: u1
        if: is_pointer
        doc: Lower eight bits of a pointer
      - id: text
        size: len_text
        if: not is_pointer
    instances:
      is_pointer:
        value: len_text >= 0xc0
      ofs_name:
        value: ((len_text & 0x3f) << 8) | ofs_low
        if: is_pointer
        doc: Offset from the start of the packet
      is_last:
        value: is_pointer or len_text == 0
