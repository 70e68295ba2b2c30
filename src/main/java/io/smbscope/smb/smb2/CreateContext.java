package io.smbscope.smb.smb2;

import java.util.List;
import java.util.UUID;

/** An SMB2_CREATE_CONTEXT of a CREATE request or response. [MS-SMB2] 2.2.13.2, 2.2.14.2 */
public sealed interface CreateContext {
  /** The first context of a kind, or null. */
  static <C extends CreateContext> C find(List<CreateContext> contexts, Class<C> kind) {
    for (CreateContext context : contexts) {
      if (kind.isInstance(context)) {
        return kind.cast(context);
      }
    }
    return null;
  }

  /** MxAc in a response. [MS-SMB2] 2.2.14.2.5 */
  record MaximalAccess(long queryStatus, long maximalAccess) implements CreateContext {}

  /** QFid in a response. [MS-SMB2] 2.2.14.2.9 */
  record DiskId(long diskFileId, long volumeId) implements CreateContext {}

  /**
   * RqLs, version 1 or 2, asked for or granted. [MS-SMB2] 2.2.13.2.8, 2.2.13.2.10
   *
   * @param state 1 read caching, 2 handle caching, 4 write caching
   * @param flags 2 a break is in progress, 4 parentLeaseKey is set
   * @param parentLeaseKey null when it is not set
   * @param epoch 0 in version 1
   */
  record Lease(int version, UUID leaseKey, long state, long flags, UUID parentLeaseKey, int epoch)
      implements CreateContext {}

  /** DHnQ, asked for or granted. [MS-SMB2] 2.2.13.2.3, 2.2.14.2.3 */
  record DurableHandle() implements CreateContext {}

  /** DHnC of a request. [MS-SMB2] 2.2.13.2.4 */
  record DurableHandleReconnect(FileId fileId) implements CreateContext {}

  /**
   * DH2Q, asked for or granted. [MS-SMB2] 2.2.13.2.11, 2.2.14.2.12
   *
   * @param timeout milliseconds; 0 lets the server choose
   * @param flags 2 persistent
   * @param createGuid of a request, else null
   */
  record DurableHandleV2(long timeout, long flags, UUID createGuid) implements CreateContext {}

  /**
   * DH2C of a request. [MS-SMB2] 2.2.13.2.12
   *
   * @param flags 2 persistent
   */
  record DurableHandleReconnectV2(FileId fileId, UUID createGuid, long flags)
      implements CreateContext {}

  /** AlSi of a request, in octets. [MS-SMB2] 2.2.13.2.6 */
  record AllocationSize(long size) implements CreateContext {}

  /** TWrp of a request: a former version of the file. FILETIME. [MS-SMB2] 2.2.13.2.7 */
  record TimeWarp(long timestamp) implements CreateContext {}

  /**
   * AAPL, Apple's extensions.
   *
   * @param commandCode 1 server query, 2 resolve id
   * @param bitmap what is asked for or told: 1 server capabilities, 2 volume capabilities, 4 model
   * @param clientCapabilities of a request, 0 in a response
   * @param serverCapabilities of a response, 0 in a request
   * @param volumeCapabilities of a response, 0 in a request
   * @param model of a response, else null
   */
  record Apple(
      long commandCode,
      long bitmap,
      long clientCapabilities,
      long serverCapabilities,
      long volumeCapabilities,
      String model)
      implements CreateContext {}

  /** AppInstanceId of a request. [MS-SMB2] 2.2.13.2.13 */
  record AppInstanceId(UUID id) implements CreateContext {}

  /** AppInstanceVersion of a request. [MS-SMB2] 2.2.13.2.15 */
  record AppInstanceVersion(long high, long low) implements CreateContext {}

  /**
   * Any other: ExtA, SecD, MxAc and QFid of a request, unknown ones, and those whose data cannot be
   * read.
   *
   * @param name on the wire, such as {@code ExtA}; {@code AppInstanceId}, {@code
   *     AppInstanceVersion}, {@code SVHDX_OPEN_DEVICE_CONTEXT} and {@code POSIX} for the names that
   *     are GUIDs; an unknown name of 16 octets in hexadecimal
   * @param length octets of its data
   */
  record Other(String name, int length) implements CreateContext {}
}
