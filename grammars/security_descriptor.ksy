meta:
  id: security_descriptor
  title: Security descriptors, access control lists and their entries
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  Self-relative: the offsets count from the first octet. What an entry holds depends on its type, so that its
  parts are types of their own.
doc-ref: MS-DTYP 2.4.6
seq:
  - id: revision
    type: u2
    doc: In the low octet; Sbz1 in the high one.
    -wireshark: nt.sec_desc.revision
  - id: control
    type: u2
    if: revision == 1
    -wireshark:
      name: nt.sec_desc.type
      as: hex
      label: Type
      bits:
        nt.sec_desc.type.self_relative: 0x8000
        nt.sec_desc.type.rm_control_valid: 0x4000
        nt.sec_desc.type.sacl_protected: 0x2000
        nt.sec_desc.type.dacl_protected: 0x1000
        nt.sec_desc.type.sacl_auto_inherited: 0x800
        nt.sec_desc.type.dacl_auto_inherited: 0x400
        nt.sec_desc.type.sacl_auto_inherit_req: {mask: 0x200, label: SACL Auto Inherit Required}
        nt.sec_desc.type.dacl_auto_inherit_req: {mask: 0x100, label: DACL Auto Inherit Required}
        nt.sec_desc.type.server_security: 0x80
        nt.sec_desc.type.dacl_trusted: 0x40
        nt.sec_desc.type.sacl_defaulted: 0x20
        nt.sec_desc.type.sacl_present: 0x10
        nt.sec_desc.type.dacl_defaulted: 0x8
        nt.sec_desc.type.dacl_present: 0x4
        nt.sec_desc.type.group_defaulted: 0x2
        nt.sec_desc.type.owner_defaulted: 0x1
  - id: ofs_owner
    type: u4
    if: revision == 1
    doc: '0 for none.'
    -wireshark: {name: nt.offset_to_owner_sid, label: Offset to owner SID}
  - id: ofs_group
    type: u4
    if: revision == 1
    -wireshark: {name: nt.offset_to_group_sid, label: Offset to group SID}
  - id: ofs_sacl
    type: u4
    if: revision == 1
    -wireshark: {name: nt.offset_to_sacl, label: Offset to SACL}
  - id: ofs_dacl
    type: u4
    if: revision == 1
    -wireshark: {name: nt.offset_to_dacl, label: Offset to DACL}
-generated:
  - {name: nt.sid, as: sid, label: SID}
  - {name: nt.ace.sra.value_sid, as: sid, label: SID}
  - {name: nt.sid.revision, as: dec, label: Revision}
  - {name: nt.sid.num_auth, as: dec, label: Num Auth}
  - {name: nt.sid.auth, as: dec, label: Authority}
  - {name: nt.sid.subauth, as: utf8, label: Subauthorities}
  - {name: nt.sid.rid, as: dec, label: RID}
  - {name: nt.sid.wkwn, as: utf8, label: Well-known SID}
  - {name: nt.sid.domain, as: utf8, label: Domain}
  - {name: nt.ace.sra, as: none, label: Resource Attribute}
  - {name: nt.ace.sra.name, as: utf16, label: Name}
  - {name: nt.ace.sra.value_int64, as: int, label: INT64}
  - {name: nt.ace.sra.value_uint64, as: dec, label: UINT64}
  - {name: nt.ace.sra.value_string, as: utf16, label: STRING}
  - {name: nt.ace.sra.value_boolean, as: dec, label: BOOLEAN}
  - {name: nt.ace.sra.value_octet_string, as: bytes, label: OCTET_STRING}
  - {name: nt.ace.cond, as: none, label: Conditional Expression}
  - {name: nt.ace.cond.token, as: hex, octets: 1, label: Token, values: condition_tokens}
  - {name: nt.ace.cond.value_int8, as: int, label: INT8}
  - {name: nt.ace.cond.value_int16, as: int, label: INT16}
  - {name: nt.ace.cond.value_int32, as: int, label: INT32}
  - {name: nt.ace.cond.value_int64, as: int, label: INT64}
  - {name: nt.ace.cond.value_string, as: utf16, label: UNICODE_STRING}
  - {name: nt.ace.cond.value_octet_string, as: bytes, label: OCTET_STRING}
  - {name: nt.ace.cond.local_attr, as: utf16, label: LOCAL_ATTRIBUTE}
  - {name: nt.ace.cond.user_attr, as: utf16, label: USER_ATTRIBUTE}
  - {name: nt.ace.cond.resource_attr, as: utf16, label: RESOURCE_ATTRIBUTE}
  - {name: nt.ace.cond.device_attr, as: utf16, label: DEVICE_ATTRIBUTE}
-values:
  ace_types:
    0: ACCESS_ALLOWED
    1: ACCESS_DENIED
    2: SYSTEM_AUDIT
    3: SYSTEM_ALARM
    4: ACCESS_ALLOWED_COMPOUND
    5: ACCESS_ALLOWED_OBJECT
    6: ACCESS_DENIED_OBJECT
    7: SYSTEM_AUDIT_OBJECT
    8: SYSTEM_ALARM_OBJECT
    9: ACCESS_ALLOWED_CALLBACK
    10: ACCESS_DENIED_CALLBACK
    11: ACCESS_ALLOWED_CALLBACK_OBJECT
    12: ACCESS_DENIED_CALLBACK_OBJECT
    13: SYSTEM_AUDIT_CALLBACK
    14: SYSTEM_ALARM_CALLBACK
    15: SYSTEM_AUDIT_CALLBACK_OBJECT
    16: SYSTEM_ALARM_CALLBACK_OBJECT
    17: SYSTEM_MANDATORY_LABEL
    18: SYSTEM_RESOURCE_ATTRIBUTE
    19: SYSTEM_SCOPED_POLICY_ID
  condition_tokens:
    0: Padding
    1: INT8
    2: INT16
    3: INT32
    4: INT64
    0x10: UNICODE_STRING
    0x18: OCTET_STRING
    0x50: COMPOSITE
    0x51: SID
    0x80: '=='
    0x81: '!='
    0x82: '<'
    0x83: '<='
    0x84: '>'
    0x85: '>='
    0x86: Contains
    0x87: Exists
    0x88: Any_of
    0x89: Member_of
    0x8a: Device_Member_of
    0x8b: Member_of_Any
    0x8c: Device_Member_of_Any
    0x8d: Not_Exists
    0x8e: Not_Contains
    0x8f: Not_Any_of
    0x90: Not_Member_of
    0x91: Not_Device_Member_of
    0x92: Not_Member_of_Any
    0x93: Not_Device_Member_of_Any
    0xa0: AND
    0xa1: OR
    0xa2: NOT
    0xf8: Local attribute
    0xf9: User attribute
    0xfa: Resource attribute
    0xfb: Device attribute
types:
  acl:
    doc: ACL, without its entries
    doc-ref: MS-DTYP 2.4.5
    seq:
      - id: revision
        type: u2
        doc: In the low octet; Sbz1 in the high one.
        -wireshark: {name: nt.acl.revision, values: {2: NT4, 4: AD}}
      - id: size
        type: u2
        if: revision >= 2 and revision <= 4
        -wireshark: nt.acl.size
      - id: num_aces
        type: u4
        if: revision >= 2 and revision <= 4
        doc: In the low half; Sbz2 in the high one. The reader ends where the octets do.
        -wireshark: {name: nt.acl.num_aces, label: Num ACEs}
  ace_header:
    doc: ACE_HEADER
    doc-ref: MS-DTYP 2.4.4.1
    seq:
      - id: type
        type: u1
        -wireshark: {name: nt.ace.type, values: ace_types}
      - id: flags
        type: u1
        -wireshark:
          name: nt.ace.flags
          as: hex
          label: NT ACE Flags
          bits:
            nt.ace.flags.failed_access: {mask: 0x80, label: Audit Failed Accesses}
            nt.ace.flags.successful_access: {mask: 0x40, label: Audit Successful Accesses}
            nt.ace.flags.inherited_ace: 0x10
            nt.ace.flags.inherit_only: 0x8
            nt.ace.flags.non_propagate_inherit: {mask: 0x4, label: Non-Propagate Inherit}
            nt.ace.flags.container_inherit: 0x2
            nt.ace.flags.object_inherit: 0x1
      - id: size
        type: u2
        doc: Of the whole entry.
        -wireshark: nt.ace.size
  access_mask:
    doc: ACCESS_MASK of an object whose own rights are not known
    doc-ref: MS-DTYP 2.4.3
    seq:
      - id: mask
        type: u4
        -wireshark:
          name: nt.access_mask
          as: hex
          label: Access required
          bits:
            nt.access_mask.generic_read: 0x80000000
            nt.access_mask.generic_write: 0x40000000
            nt.access_mask.generic_execute: 0x20000000
            nt.access_mask.generic_all: 0x10000000
            nt.access_mask.maximum_allowed: 0x2000000
            nt.access_mask.access_sacl: 0x800000
            nt.access_mask.synchronise: 0x100000
            nt.access_mask.write_owner: 0x80000
            nt.access_mask.write_dac: 0x40000
            nt.access_mask.read_control: 0x20000
            nt.access_mask.delete: 0x10000
            nt.access_mask.specific_15: {mask: 0x8000, label: 'Specific access, bit 15'}
            nt.access_mask.specific_14: {mask: 0x4000, label: 'Specific access, bit 14'}
            nt.access_mask.specific_13: {mask: 0x2000, label: 'Specific access, bit 13'}
            nt.access_mask.specific_12: {mask: 0x1000, label: 'Specific access, bit 12'}
            nt.access_mask.specific_11: {mask: 0x800, label: 'Specific access, bit 11'}
            nt.access_mask.specific_10: {mask: 0x400, label: 'Specific access, bit 10'}
            nt.access_mask.specific_9: {mask: 0x200, label: 'Specific access, bit 9'}
            nt.access_mask.specific_8: {mask: 0x100, label: 'Specific access, bit 8'}
            nt.access_mask.specific_7: {mask: 0x80, label: 'Specific access, bit 7'}
            nt.access_mask.specific_6: {mask: 0x40, label: 'Specific access, bit 6'}
            nt.access_mask.specific_5: {mask: 0x20, label: 'Specific access, bit 5'}
            nt.access_mask.specific_4: {mask: 0x10, label: 'Specific access, bit 4'}
            nt.access_mask.specific_3: {mask: 0x8, label: 'Specific access, bit 3'}
            nt.access_mask.specific_2: {mask: 0x4, label: 'Specific access, bit 2'}
            nt.access_mask.specific_1: {mask: 0x2, label: 'Specific access, bit 1'}
            nt.access_mask.specific_0: {mask: 0x1, label: 'Specific access, bit 0'}
  file_access_mask:
    doc: ACCESS_MASK of a file
    doc-ref: MS-DTYP 2.4.3, MS-SMB2 2.2.13.1
    seq:
      - id: mask
        type: u4
        -wireshark:
          name: nt.access_mask
          as: hex
          label: Access required
          bits:
            nt.access_mask.generic_read: 0x80000000
            nt.access_mask.generic_write: 0x40000000
            nt.access_mask.generic_execute: 0x20000000
            nt.access_mask.generic_all: 0x10000000
            nt.access_mask.maximum_allowed: 0x2000000
            nt.access_mask.access_sacl: 0x800000
            nt.access_mask.synchronise: 0x100000
            nt.access_mask.write_owner: 0x80000
            nt.access_mask.write_dac: 0x40000
            nt.access_mask.read_control: 0x20000
            nt.access_mask.delete: 0x10000
            smb.file.accessmask.write_attribute: 0x100
            smb.file.accessmask.read_attribute: 0x80
            smb.file.accessmask.execute: 0x20
            smb.file.accessmask.write_ea: 0x10
            smb.file.accessmask.read_ea: 0x8
            smb.file.accessmask.append_data: 0x4
            smb.file.accessmask.write_data: 0x2
            smb.file.accessmask.read_data: 0x1
  file_full_control:
    doc: All rights of a file
    doc-ref: MS-SMB2 2.2.13.1
    seq:
      - id: mask
        type: u4
        -wireshark: {name: smb.file.accessmask.full_control, as: hex, octets: 4, mask: 0x1ff, label: FULL CONTROL}
  directory_access_mask:
    doc: ACCESS_MASK of a directory
    doc-ref: MS-DTYP 2.4.3, MS-SMB2 2.2.13.1
    seq:
      - id: mask
        type: u4
        -wireshark:
          name: nt.access_mask
          as: hex
          label: Access required
          bits:
            nt.access_mask.generic_read: 0x80000000
            nt.access_mask.generic_write: 0x40000000
            nt.access_mask.generic_execute: 0x20000000
            nt.access_mask.generic_all: 0x10000000
            nt.access_mask.maximum_allowed: 0x2000000
            nt.access_mask.access_sacl: 0x800000
            nt.access_mask.synchronise: 0x100000
            nt.access_mask.write_owner: 0x80000
            nt.access_mask.write_dac: 0x40000
            nt.access_mask.read_control: 0x20000
            nt.access_mask.delete: 0x10000
            smb.dir.accessmask.write_attribute: 0x100
            smb.dir.accessmask.read_attribute: 0x80
            smb.dir.accessmask.delete_child: 0x40
            smb.dir.accessmask.traverse: 0x20
            smb.dir.accessmask.write_ea: 0x10
            smb.dir.accessmask.read_ea: 0x8
            smb.dir.accessmask.add_subdir: 0x4
            smb.dir.accessmask.add_file: 0x2
            smb.dir.accessmask.list: 0x1
  directory_full_control:
    doc: All rights of a directory
    doc-ref: MS-SMB2 2.2.13.1
    seq:
      - id: mask
        type: u4
        -wireshark: {name: smb.dir.accessmask.full_control, as: hex, octets: 4, mask: 0x1ff, label: FULL CONTROL}
  object_types:
    doc: What the object entries have between mask and SID
    doc-ref: MS-DTYP 2.4.4.3
    seq:
      - id: flags
        type: u4
        -wireshark:
          name: nt.ace.object.flags
          as: hex
          label: ACE Object Flags
          bits:
            nt.ace.object.flags.object_type_present: 0x1
            nt.ace.object.flags.inherited_object_type_present: 0x2
      - id: object_type
        size: 16
        if: flags & 1 != 0
        -wireshark: {name: nt.ace.object.guid, as: guid, label: GUID}
      - id: inherited_object_type
        size: 16
        if: flags & 2 != 0
        -wireshark: {name: nt.ace.object.inherited_guid, as: guid, label: Inherited GUID}
  resource_attribute:
    doc: CLAIM_SECURITY_ATTRIBUTE_RELATIVE_V1, without its name and values
    doc-ref: MS-DTYP 2.4.10.1
    seq:
      - id: ofs_name
        type: u4
        -wireshark: {name: nt.ace.sra.name_offset, label: Name Offset}
      - id: value_type
        type: u2
        -wireshark: {name: nt.ace.sra.type, label: Type, values: {1: INT64, 2: UINT64, 3: STRING, 5: SID, 6: BOOLEAN, 0x10: OCTET_STRING}}
      - id: reserved
        type: u2
        -wireshark: {name: nt.ace.sra.reserved, as: hex}
      - id: flags
        type: u4
        -wireshark:
          name: nt.ace.sra.flags
          as: hex
          bits:
            nt.ace.sra.flags.policy_derived: 0x20000
            nt.ace.sra.flags.manual: 0x10000
            nt.ace.sra.flags.mandatory: 0x20
            nt.ace.sra.flags.disabled: 0x10
            nt.ace.sra.flags.disabled_by_default: 0x8
            nt.ace.sra.flags.deny_only: 0x4
            nt.ace.sra.flags.case_sensitive: 0x2
            nt.ace.sra.flags.non_inheritable: {mask: 0x1, label: Non-Inheritable}
      - id: num_values
        type: u4
        doc: The reader ends where the octets do.
        -wireshark: {name: nt.ace.sra.value_count, label: Value Count}
  condition_integer:
    doc: A literal integer of a conditional expression, without its token
    doc-ref: MS-DTYP 2.4.4.17.5
    seq:
      - id: value
        type: u8
      - id: sign
        type: u1
        -wireshark: {name: nt.ace.cond.sign, as: hex, values: {1: PLUS, 2: MINUS, 3: NONE}}
      - id: base
        type: u1
        -wireshark: {name: nt.ace.cond.base, as: hex, values: {1: OCT, 2: DEC, 3: HEX}}
