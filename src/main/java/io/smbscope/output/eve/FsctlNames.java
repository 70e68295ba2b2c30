package io.smbscope.output.eve;

/** Names of control codes. [MS-FSCC] 2.3, [MS-SMB2] 2.2.31 */
final class FsctlNames {
  private FsctlNames() {}

  /** As {@code FSCTL_PIPE_TRANSCEIVE}; an unknown code in decimal. */
  static String name(long code) {
    String name = known((int) code);
    return name == null ? Long.toString(code) : "FSCTL_" + name;
  }

  private static String known(int code) {
    return switch (code) {
      case 0x0006_0194 -> "DFS_GET_REFERRALS";
      case 0x0006_01B0 -> "DFS_GET_REFERRALS_EX";
      case 0x0009_0000 -> "REQUEST_OPLOCK_LEVEL_1";
      case 0x0009_0004 -> "REQUEST_OPLOCK_LEVEL_2";
      case 0x0009_0008 -> "REQUEST_BATCH_OPLOCK";
      case 0x0009_000C -> "OPLOCK_BREAK_ACKNOWLEDGE";
      case 0x0009_0010 -> "OPBATCH_ACK_CLOSE_PENDING";
      case 0x0009_0014 -> "OPLOCK_BREAK_NOTIFY";
      case 0x0009_0018 -> "LOCK_VOLUME";
      case 0x0009_001C -> "UNLOCK_VOLUME";
      case 0x0009_0020 -> "DISMOUNT_VOLUME";
      case 0x0009_0028 -> "IS_VOLUME_MOUNTED";
      case 0x0009_002C -> "IS_PATHNAME_VALID";
      case 0x0009_0030 -> "MARK_VOLUME_DIRTY";
      case 0x0009_003B -> "QUERY_RETRIEVAL_POINTERS";
      case 0x0009_003C -> "GET_COMPRESSION";
      case 0x0009_004F -> "MARK_AS_SYSTEM_HIVE";
      case 0x0009_0050 -> "OPLOCK_BREAK_ACK_NO_2";
      case 0x0009_0054 -> "INVALIDATE_VOLUMES";
      case 0x0009_0058 -> "QUERY_FAT_BPB";
      case 0x0009_005C -> "REQUEST_FILTER_OPLOCK";
      case 0x0009_0060 -> "FILESYSTEM_GET_STATISTICS";
      case 0x0009_0064 -> "GET_NTFS_VOLUME_DATA";
      case 0x0009_0068 -> "GET_NTFS_FILE_RECORD";
      case 0x0009_006F -> "GET_VOLUME_BITMAP";
      case 0x0009_0073 -> "GET_RETRIEVAL_POINTERS";
      case 0x0009_0074 -> "MOVE_FILE";
      case 0x0009_0078 -> "IS_VOLUME_DIRTY";
      case 0x0009_007C -> "GET_HFS_INFORMATION";
      case 0x0009_0083 -> "ALLOW_EXTENDED_DASD_IO";
      case 0x0009_0087 -> "READ_PROPERTY_DATA";
      case 0x0009_008B -> "WRITE_PROPERTY_DATA";
      case 0x0009_008F -> "FIND_FILES_BY_SID";
      case 0x0009_0097 -> "DUMP_PROPERTY_DATA";
      case 0x0009_009C -> "GET_OBJECT_ID";
      case 0x0009_00A4 -> "SET_REPARSE_POINT";
      case 0x0009_00A8 -> "GET_REPARSE_POINT";
      case 0x0009_00C0 -> "CREATE_OR_GET_OBJECT_ID";
      case 0x0009_00C4 -> "SET_SPARSE";
      case 0x0009_00D4 -> "SET_ENCRYPTION";
      case 0x0009_00DB -> "ENCRYPTION_FSCTL_IO";
      case 0x0009_00DF -> "WRITE_RAW_ENCRYPTED";
      case 0x0009_00E3 -> "READ_RAW_ENCRYPTED";
      case 0x0009_00F0 -> "EXTEND_VOLUME";
      case 0x0009_0244 -> "CSV_TUNNEL_REQUEST";
      case 0x0009_027C -> "GET_INTEGRITY_INFORMATION";
      case 0x0009_0284 -> "QUERY_FILE_REGIONS";
      case 0x0009_02C8 -> "CSV_SYNC_TUNNEL_REQUEST";
      case 0x0009_0300 -> "QUERY_SHARED_VIRTUAL_DISK_SUPPORT";
      case 0x0009_0304 -> "SVHDX_SYNC_TUNNEL_REQUEST";
      case 0x0009_0308 -> "SVHDX_SET_INITIATOR_INFORMATION";
      case 0x0009_030C -> "SET_EXTERNAL_BACKING";
      case 0x0009_0310 -> "GET_EXTERNAL_BACKING";
      case 0x0009_0314 -> "DELETE_EXTERNAL_BACKING";
      case 0x0009_0318 -> "ENUM_EXTERNAL_BACKING";
      case 0x0009_031F -> "ENUM_OVERLAY";
      case 0x0009_0350 -> "STORAGE_QOS_CONTROL";
      case 0x0009_0364 -> "SVHDX_ASYNC_TUNNEL_REQUEST";
      case 0x0009_40B3 -> "ENUM_USN_DATA";
      case 0x0009_40B7 -> "SECURITY_ID_CHECK";
      case 0x0009_40BB -> "READ_USN_JOURNAL";
      case 0x0009_40CF -> "QUERY_ALLOCATED_RANGES";
      case 0x0009_40E7 -> "CREATE_USN_JOURNAL";
      case 0x0009_40EB -> "READ_FILE_USN_DATA";
      case 0x0009_40EF -> "WRITE_USN_CLOSE_RECORD";
      case 0x0009_4264 -> "OFFLOAD_READ";
      case 0x0009_8098 -> "SET_OBJECT_ID";
      case 0x0009_80A0 -> "DELETE_OBJECT_ID";
      case 0x0009_80A4 -> "SET_REPARSE_POINT";
      case 0x0009_80AC -> "DELETE_REPARSE_POINT";
      case 0x0009_80BC -> "SET_OBJECT_ID_EXTENDED";
      case 0x0009_80C8 -> "SET_ZERO_DATA";
      case 0x0009_80D0 -> "ENABLE_UPGRADE";
      case 0x0009_8208 -> "FILE_LEVEL_TRIM";
      case 0x0009_8268 -> "OFFLOAD_WRITE";
      case 0x0009_C040 -> "SET_COMPRESSION";
      case 0x0009_C280 -> "SET_INTEGRITY_INFORMATION";
      case 0x0011_0018 -> "PIPE_WAIT";
      case 0x0011_400C -> "PIPE_PEEK";
      case 0x0011_C017 -> "PIPE_TRANSCEIVE";
      case 0x0014_0078 -> "SRV_REQUEST_RESUME_KEY";
      case 0x0014_01D4 -> "LMR_REQUEST_RESILIENCY";
      case 0x0014_01FC -> "QUERY_NETWORK_INTERFACE_INFO";
      case 0x0014_0200 -> "VALIDATE_NEGOTIATE_INFO_224";
      case 0x0014_0204 -> "VALIDATE_NEGOTIATE_INFO";
      case 0x0014_4064 -> "SRV_ENUMERATE_SNAPSHOTS";
      case 0x0014_40F2 -> "SRV_COPYCHUNK";
      case 0x0014_41BB -> "SRV_READ_HASH";
      case 0x0014_80F2 -> "SRV_COPYCHUNK_WRITE";
      default -> null;
    };
  }
}
