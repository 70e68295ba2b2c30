package io.smbscope.dissect.field;

/** What kind of value a field has, by Wireshark's names: what it may be compared with. */
public enum FieldType {
  FT_UINT,
  FT_INT,
  FT_BOOLEAN,
  FT_STRING,
  FT_BYTES,
  FT_GUID,
  FT_ABSOLUTE_TIME,
  FT_RELATIVE_TIME,
  FT_IPV4,
  FT_IPV6,
  FT_ETHER,
  FT_FRAMENUM,
  FT_PROTOCOL,
  FT_NONE
}
