package io.smbscope.smb.smb2;

import io.smbscope.grammar.Smb2Ioctl;
import java.util.HexFormat;
import java.util.List;

/** Reads input and output of IOCTL. [MS-SMB2] 2.2.31, 2.2.32 */
final class IoctlBuffers {
  private static final int IPV4 = 0x02;
  private static final int IPV6 = 0x17;

  private IoctlBuffers() {}

  /** Null for data that is not read. */
  static IoctlData data(Object data) {
    if (data instanceof Smb2Ioctl.ValidateNegotiateRequest parsed) {
      return new IoctlData.ValidateNegotiateRequest(
          parsed.capabilities(),
          Identifiers.guid(parsed.guid()),
          parsed.securityMode(),
          List.copyOf(parsed.dialects()));
    }
    if (data instanceof Smb2Ioctl.ValidateNegotiateResponse parsed) {
      return new IoctlData.ValidateNegotiateResponse(
          parsed.capabilities(),
          Identifiers.guid(parsed.guid()),
          parsed.securityMode(),
          parsed.dialect());
    }
    if (data instanceof Smb2Ioctl.CopychunkRequest parsed) {
      long total = parsed.chunks().stream().mapToLong(Smb2Ioctl.Copychunk::length).sum();
      return new IoctlData.CopyChunkRequest(
          HexFormat.of().formatHex(parsed.sourceKey()), parsed.numChunks(), total);
    }
    if (data instanceof Smb2Ioctl.CopychunkResponse parsed) {
      return new IoctlData.CopyChunkResponse(
          parsed.chunksWritten(), parsed.chunkBytesWritten(), parsed.totalBytesWritten());
    }
    if (data instanceof Smb2Ioctl.ResumeKeyResponse parsed) {
      return new IoctlData.ResumeKey(HexFormat.of().formatHex(parsed.resumeKey()));
    }
    if (data instanceof Smb2Ioctl.DfsReferralRequest parsed) {
      return new IoctlData.DfsReferralRequest(
          parsed.maxReferralLevel(), Text.utf16le(parsed.requestFileName()));
    }
    if (data instanceof Smb2Ioctl.DfsReferralRequestEx parsed) {
      return new IoctlData.DfsReferralRequest(
          parsed.maxReferralLevel(), Text.utf16le(parsed.requestFileName()));
    }
    if (data instanceof Smb2Ioctl.NetworkInterfaces parsed) {
      return new IoctlData.NetworkInterfaces(
          parsed.interfaces().stream().map(IoctlBuffers::networkInterface).toList());
    }
    return null;
  }

  private static IoctlData.NetworkInterface networkInterface(Smb2Ioctl.NetworkInterface parsed) {
    String address =
        switch (parsed.family()) {
          case IPV4 -> HexFormat.of().formatHex(parsed.ipv4OrFlowInfo());
          case IPV6 -> HexFormat.of().formatHex(parsed.ipv6());
          default -> "";
        };
    return new IoctlData.NetworkInterface(
        parsed.ifIndex(), parsed.capability(), parsed.linkSpeed(), address);
  }
}
