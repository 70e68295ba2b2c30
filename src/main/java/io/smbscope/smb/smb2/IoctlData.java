package io.smbscope.smb.smb2;

import io.smbscope.base.Bytes;
import java.util.List;
import java.util.UUID;

/** Input of an IOCTL request or output of its response, of the control codes that are decoded. */
public sealed interface IoctlData {

  /** FSCTL_VALIDATE_NEGOTIATE_INFO, input. [MS-SMB2] 2.2.31.4 */
  record ValidateNegotiateRequest(
      long capabilities, UUID guid, int securityMode, List<Integer> dialects)
      implements IoctlData {}

  /** FSCTL_VALIDATE_NEGOTIATE_INFO, output. [MS-SMB2] 2.2.32.6 */
  record ValidateNegotiateResponse(long capabilities, UUID guid, int securityMode, int dialect)
      implements IoctlData {}

  /**
   * FSCTL_SRV_COPYCHUNK and FSCTL_SRV_COPYCHUNK_WRITE, input. [MS-SMB2] 2.2.31.1
   *
   * @param sourceKey of FSCTL_SRV_REQUEST_RESUME_KEY, 24 octets in hexadecimal
   * @param totalLength octets to copy, over all chunks
   */
  record CopyChunkRequest(String sourceKey, long chunkCount, long totalLength)
      implements IoctlData {}

  /**
   * FSCTL_SRV_COPYCHUNK and FSCTL_SRV_COPYCHUNK_WRITE, output; with STATUS_INVALID_PARAMETER the
   * server's limits. [MS-SMB2] 2.2.32.1
   */
  record CopyChunkResponse(long chunksWritten, long chunkBytesWritten, long totalBytesWritten)
      implements IoctlData {}

  /**
   * FSCTL_PIPE_TRANSCEIVE, input (what is written to the pipe) and output (what is read from it).
   * [MS-FSCC] 2.3.45, 2.3.46
   *
   * @param octets as much as was gathered
   */
  record Pipe(Bytes octets) implements IoctlData {}

  /** FSCTL_SRV_REQUEST_RESUME_KEY, output: 24 octets in hexadecimal. [MS-SMB2] 2.2.32.3 */
  record ResumeKey(String resumeKey) implements IoctlData {}

  /** FSCTL_DFS_GET_REFERRALS and its EX form, input. [MS-DFSC] 2.2.2, 2.2.3 */
  record DfsReferralRequest(int maxReferralLevel, String requestFileName) implements IoctlData {}

  /** FSCTL_QUERY_NETWORK_INTERFACE_INFO, output. [MS-SMB2] 2.2.32.5 */
  record NetworkInterfaces(List<NetworkInterface> interfaces) implements IoctlData {}

  /**
   * NETWORK_INTERFACE_INFO.
   *
   * @param capability 1 RSS, 2 RDMA
   * @param linkSpeed bits a second
   * @param address 4 or 16 octets in hexadecimal, empty for another address family
   */
  record NetworkInterface(long ifIndex, long capability, long linkSpeed, String address) {}
}
