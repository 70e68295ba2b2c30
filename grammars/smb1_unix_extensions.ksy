meta:
  id: smb1_unix_extensions
  title: Information levels of the UNIX extensions
  license: Apache-2.0
  ks-version: 0.11
  endian: le
  imports:
    - smb1_string
doc: |
  Each type is the data of one level, or one entry of a listing.
doc-ref: SNIA CIFS Technical Reference 1.0, 4.2.16.12 and on
-values:
  unix_file_types:
    0: File
    1: Directory
    2: Symbolic link
    3: Character device
    4: Block device
    5: FIFO
    6: Socket
  posix_ace_types:
    1: User that owns it
    2: User
    4: Group that owns it
    8: Group
    16: Mask
    32: Others
-bits:
  unix_info2_flags:
    smb.unix_info2.file.flags.secure_delete: {mask: 0x1, label: Secure delete}
    smb.unix_info2.file.flags.enable_undelete: {mask: 0x2, label: Enable undelete}
    smb.unix_info2.file.flags.synchronous: 0x4
    smb.unix_info2.file.flags.immutable: 0x8
    smb.unix_info2.file.flags.append_only: {mask: 0x10, label: Append-only}
    smb.unix_info2.file.flags.do_not_backup: {mask: 0x20, label: Do not backup}
    smb.unix_info2.file.flags.no_update_atime: {mask: 0x40, label: Don't update atime}
    smb.unix_info2.file.flags.hidden: 0x80
  unix_capabilities:
    smb.unix.capability.fcntl: 0x1
    smb.unix.capability.posix_acl: {mask: 0x2, label: POSIX ACL Capability}
    smb.unix.capability.ea: {mask: 0x4, label: EA Capability}
    smb.unix.capability.attr: {mask: 0x8, label: Additional Attributes Capability}
    smb.unix.capability.posix_paths: {mask: 0x10, label: POSIX Pathnames Capability}
    smb.unix.capability.posix_path_ops: {mask: 0x20, label: POSIX Path Operations Capability}
    smb.unix.capability.large_read: {mask: 0x40, label: Large Read Capability}
    smb.unix.capability.large_write: {mask: 0x80, label: Large Write Capability}
    smb.unix.capability.encryption: {mask: 0x100, label: Encryption Capability}
    smb.unix.capability.mandatory_crypto: {mask: 0x200, label: Mandatory Encryption Capability}
    smb.unix.capability.proxy: {mask: 0x400, label: Proxy Capability}
types:
  basic:
    doc: SMB_QUERY_FILE_UNIX_BASIC and SMB_SET_FILE_UNIX_BASIC, 0x200
    doc-ref: SNIA CIFS 4.2.16.12
    seq:
      - id: end_of_file
        type: u8
        -wireshark: smb.unix.file.size
      - id: number_of_bytes
        type: u8
        -wireshark: smb.unix.file.num_bytes
      - id: last_status_change
        type: u8
        -wireshark: {name: smb.unix.file.stime, as: filetime}
      - id: last_access
        type: u8
        -wireshark: {name: smb.unix.file.atime, as: filetime}
      - id: last_modification
        type: u8
        -wireshark: {name: smb.unix.file.mtime, as: filetime}
      - id: uid
        type: u8
        -wireshark: smb.unix.file.uid
      - id: gid
        type: u8
        -wireshark: smb.unix.file.gid
      - id: file_type
        type: u4
        -wireshark: {name: smb.unix.file.file_type, values: unix_file_types}
      - id: dev_major
        type: u8
        -wireshark: {name: smb.unix.file.dev_major, as: hex}
      - id: dev_minor
        type: u8
        -wireshark: {name: smb.unix.file.dev_minor, as: hex}
      - id: unique_id
        type: u8
        -wireshark: {name: smb.unix.file.unique_id, as: hex}
      - id: permissions
        type: u8
        -wireshark: {name: smb.unix.file.perms, as: hex}
      - id: number_of_links
        type: u8
        -wireshark: smb.unix.file.num_links
  link:
    doc: SMB_QUERY_FILE_UNIX_LINK, 0x201, and what sets it and hard links, 0x203
    doc-ref: SNIA CIFS 4.2.16.13
    params:
      - id: unicode
        type: bool
    seq:
      - id: link_destination
        type: smb1_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.unix.file.link_dest, as: text}
  info2:
    doc: SMB_QUERY_FILE_UNIX_INFO2, 0x20b
    doc-ref: SNIA CIFS 4.2.16.12, with what Samba adds
    seq:
      - id: end_of_file
        type: u8
        -wireshark: smb.unix.file.size
      - id: number_of_bytes
        type: u8
        -wireshark: smb.unix.file.num_bytes
      - id: last_status_change
        type: u8
        -wireshark: {name: smb.unix.file.stime, as: filetime}
      - id: last_access
        type: u8
        -wireshark: {name: smb.unix.file.atime, as: filetime}
      - id: last_modification
        type: u8
        -wireshark: {name: smb.unix.file.mtime, as: filetime}
      - id: uid
        type: u8
        -wireshark: smb.unix.file.uid
      - id: gid
        type: u8
        -wireshark: smb.unix.file.gid
      - id: file_type
        type: u4
        -wireshark: {name: smb.unix.file.file_type, values: unix_file_types}
      - id: dev_major
        type: u8
        -wireshark: {name: smb.unix.file.dev_major, as: hex}
      - id: dev_minor
        type: u8
        -wireshark: {name: smb.unix.file.dev_minor, as: hex}
      - id: unique_id
        type: u8
        -wireshark: {name: smb.unix.file.unique_id, as: hex}
      - id: permissions
        type: u8
        -wireshark: {name: smb.unix.file.perms, as: hex}
      - id: number_of_links
        type: u8
        -wireshark: smb.unix.file.num_links
      - id: creation_time
        type: u8
        -wireshark: {name: smb.unix.file.crtime, as: filetime}
      - id: flags
        type: u4
        -wireshark: {name: smb.unix_info2.file.flags, as: hex, bits: unix_info2_flags}
      - id: flags_mask
        type: u4
        -wireshark: {name: smb.unix_info2.file.flags_mask, as: hex, bits: unix_info2_flags}
  find:
    doc: 'SMB_FIND_FILE_UNIX, 0x202: one entry'
    doc-ref: SNIA CIFS 4.3.4.8
    params:
      - id: unicode
        type: bool
    seq:
      - id: next_entry_offset
        type: u4
        -wireshark: smb.unix.find_file.next_offset
      - id: resume_key
        type: u4
        -wireshark: smb.unix.find_file.resume_key
      - id: end_of_file
        type: u8
        -wireshark: smb.unix.file.size
      - id: number_of_bytes
        type: u8
        -wireshark: smb.unix.file.num_bytes
      - id: last_status_change
        type: u8
        -wireshark: {name: smb.unix.file.stime, as: filetime}
      - id: last_access
        type: u8
        -wireshark: {name: smb.unix.file.atime, as: filetime}
      - id: last_modification
        type: u8
        -wireshark: {name: smb.unix.file.mtime, as: filetime}
      - id: uid
        type: u8
        -wireshark: smb.unix.file.uid
      - id: gid
        type: u8
        -wireshark: smb.unix.file.gid
      - id: file_type
        type: u4
        -wireshark: {name: smb.unix.file.file_type, values: unix_file_types}
      - id: dev_major
        type: u8
        -wireshark: {name: smb.unix.file.dev_major, as: hex}
      - id: dev_minor
        type: u8
        -wireshark: {name: smb.unix.file.dev_minor, as: hex}
      - id: unique_id
        type: u8
        -wireshark: {name: smb.unix.file.unique_id, as: hex}
      - id: permissions
        type: u8
        -wireshark: {name: smb.unix.file.perms, as: hex}
      - id: number_of_links
        type: u8
        -wireshark: smb.unix.file.num_links
      - id: file_name
        type: smb1_string(unicode)
        if: not _io.eof
        -wireshark: {name: smb.unix.file.name, as: text}
  find_info2:
    doc: 'SMB_FIND_FILE_UNIX_INFO2, 0x20b: one entry'
    doc-ref: SNIA CIFS 4.3.4.8, with what Samba adds
    seq:
      - id: next_entry_offset
        type: u4
        -wireshark: smb.unix.find_file.next_offset
      - id: resume_key
        type: u4
        -wireshark: smb.unix.find_file.resume_key
      - id: end_of_file
        type: u8
        -wireshark: smb.unix.file.size
      - id: number_of_bytes
        type: u8
        -wireshark: smb.unix.file.num_bytes
      - id: last_status_change
        type: u8
        -wireshark: {name: smb.unix.file.stime, as: filetime}
      - id: last_access
        type: u8
        -wireshark: {name: smb.unix.file.atime, as: filetime}
      - id: last_modification
        type: u8
        -wireshark: {name: smb.unix.file.mtime, as: filetime}
      - id: uid
        type: u8
        -wireshark: smb.unix.file.uid
      - id: gid
        type: u8
        -wireshark: smb.unix.file.gid
      - id: file_type
        type: u4
        -wireshark: {name: smb.unix.file.file_type, values: unix_file_types}
      - id: dev_major
        type: u8
        -wireshark: {name: smb.unix.file.dev_major, as: hex}
      - id: dev_minor
        type: u8
        -wireshark: {name: smb.unix.file.dev_minor, as: hex}
      - id: unique_id
        type: u8
        -wireshark: {name: smb.unix.file.unique_id, as: hex}
      - id: permissions
        type: u8
        -wireshark: {name: smb.unix.file.perms, as: hex}
      - id: number_of_links
        type: u8
        -wireshark: smb.unix.file.num_links
      - id: creation_time
        type: u8
        -wireshark: {name: smb.unix.file.crtime, as: filetime}
      - id: flags
        type: u4
        -wireshark: {name: smb.unix_info2.file.flags, as: hex, bits: unix_info2_flags}
      - id: flags_mask
        type: u4
        -wireshark: {name: smb.unix_info2.file.flags_mask, as: hex, bits: unix_info2_flags}
      - id: len_file_name
        type: u4
        doc: Octets
        -wireshark: smb.unix.file.name_length
      - id: file_name
        size: 'len_file_name < _io.size - _io.pos ? len_file_name : _io.size - _io.pos'
        if: not _io.eof
        doc: As much as there is of it
        -wireshark: {name: smb.unix.file.name, as: text}
  acl:
    doc: SMB_QUERY_POSIX_ACL and SMB_SET_POSIX_ACL, 0x204
    doc-ref: SNIA CIFS 4.2.16.12, with what Samba adds
    seq:
      - id: version
        type: u2
        -wireshark: smb.posix_acl.version
      - id: num_file_aces
        type: u2
        -wireshark: smb.posix_acl.num_file_aces
      - id: num_default_aces
        type: u2
        -wireshark: smb.posix_acl.num_def_aces
      - id: file_aces
        type: ace
        repeat: expr
        repeat-expr: 'num_file_aces <= (_io.size - _io.pos) / 10 ? num_file_aces : (_io.size - _io.pos) / 10 + 1'
        doc: As many as there are
  ace:
    doc: One entry of a POSIX ACL.
    doc-ref: SNIA CIFS 4.2.16.12, with what Samba adds
    seq:
      - id: type
        type: u1
        -wireshark: {name: smb.posix_acl.ace_type, values: posix_ace_types}
      - id: permissions
        type: u1
        -wireshark:
          name: smb.posix_acl.ace_perms
          as: hex
          bits:
            smb.posix_acl.ace_perms.read: {mask: 4, label: READ}
            smb.posix_acl.ace_perms.write: {mask: 2, label: WRITE}
            smb.posix_acl.ace_perms.execute: {mask: 1, label: EXECUTE}
      - id: owner_uid
        type: u4
        if: type == 1
        -wireshark: smb.posix_acl.ace_perms.owner_uid
      - id: uid
        type: u4
        if: type == 2
        -wireshark: smb.posix_acl.ace_perms.uid
      - id: owner_gid
        type: u4
        if: type == 4
        -wireshark: smb.posix_acl.ace_perms.owner_gid
      - id: gid
        type: u4
        if: type == 8
        -wireshark: smb.posix_acl.ace_perms.gid
      - id: unused
        size: 'type == 1 or type == 2 or type == 4 or type == 8 ? 4 : 8'
  fs_info:
    doc: SMB_QUERY_CIFS_UNIX_INFO, 0x200
    doc-ref: SNIA CIFS 4.1.4.11
    seq:
      - id: major_version
        type: u2
        -wireshark: smb.unix.major_version
      - id: minor_version
        type: u2
        -wireshark: smb.unix.minor_version
      - id: capability
        type: u8
        -wireshark: {name: smb.unix.capability, as: hex, bits: unix_capabilities}
  whoami:
    doc: SMB_QUERY_POSIX_WHOAMI, 0x202, without the SIDs at its end
    doc-ref: SNIA CIFS 4.1.4, with what Samba adds
    seq:
      - id: mapping_flags
        type: u4
        doc: 1 guest
        -wireshark: smb.unix.whoami.mapflags
      - id: mapping_flags_mask
        type: u4
        -wireshark: smb.unix.whoami.mapflags_mask
      - id: uid
        type: u8
        -wireshark: smb.unix.file.uid
      - id: gid
        type: u8
        -wireshark: smb.unix.file.gid
      - id: num_gids
        type: u4
        -wireshark: smb.unix.whoami.num_gids
      - id: num_sids
        type: u4
        -wireshark: smb.unix.whoami.num_sids
      - id: len_sids
        type: u4
        doc: Octets
        -wireshark: smb.unix.whoami.sids_buflen
      - id: reserved
        size: 4
        -wireshark: smb.reserved
      - id: gids
        type: u8
        repeat: expr
        repeat-expr: 'num_gids <= (_io.size - _io.pos) / 8 ? num_gids : (_io.size - _io.pos) / 8'
        -wireshark: smb.unix.file.gid
