package io.smbscope.detect.negotiation;

import io.smbscope.base.Bytes;
import io.smbscope.base.Stamp;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FlowKey;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.Ioctl;
import io.smbscope.smb.smb2.IoctlData;
import io.smbscope.smb.smb2.Negotiate;
import io.smbscope.smb.smb2.NegotiateContext;
import io.smbscope.smb.smb2.Smb2Body;
import io.smbscope.smb.smb2.Smb2Header;
import java.util.List;
import java.util.UUID;

/** SMB2 commands of connection 1 for tests. */
final class Commands {
  static final UUID CLIENT_GUID = new UUID(1, 2);
  static final UUID SERVER_GUID = new UUID(3, 4);
  static final FlowKey FLOW =
      new FlowKey(
          1,
          new Stamp(1, 1_700_000_000_000_000_000L),
          true,
          new Endpoint("10.7.0.2", 50000, null),
          new Endpoint("10.7.0.1", 445, null),
          List.of(),
          false);
  private static final long FSCTL_VALIDATE_NEGOTIATE_INFO = 0x0014_0204L;

  private Commands() {}

  static Negotiate.Request offering(List<Integer> dialects, NegotiateContext... contexts) {
    return new Negotiate.Request(
        1, 0x7F, CLIENT_GUID, dialects, List.of(contexts), Bytes.of(new byte[64]));
  }

  static Negotiate.Response choosing(int dialect, NegotiateContext... contexts) {
    return new Negotiate.Response(
        1,
        dialect,
        SERVER_GUID,
        0x47,
        65_536,
        65_536,
        65_536,
        0,
        0,
        Bytes.EMPTY,
        List.of(contexts),
        Bytes.of(new byte[64]));
  }

  static Smb2CommandEvent negotiate(
      Stamp request, Negotiate.Request asked, Stamp response, Negotiate.Response answered) {
    return event(0, null, request, asked, response, answered);
  }

  /**
   * VALIDATE_NEGOTIATE_INFO.
   *
   * @param response null when there is none
   */
  static Smb2CommandEvent validate(
      String dialect,
      Stamp request,
      IoctlData.ValidateNegotiateRequest said,
      Stamp response,
      IoctlData.ValidateNegotiateResponse answered) {
    return event(
        0x0B,
        dialect,
        request,
        new Ioctl.Request(FSCTL_VALIDATE_NEGOTIATE_INFO, new FileId(-1, -1), 24, 0, 0, 24, 1, said),
        response,
        answered == null
            ? null
            : new Ioctl.Response(
                FSCTL_VALIDATE_NEGOTIATE_INFO, new FileId(-1, -1), 0, 24, 0, answered));
  }

  private static Smb2CommandEvent event(
      int command,
      String dialect,
      Stamp request,
      Smb2Body asked,
      Stamp response,
      Smb2Body answered) {
    return new Smb2CommandEvent(
        response == null ? request : response,
        FLOW,
        dialect,
        null,
        request,
        header(command, 0),
        asked,
        answered == null ? null : response,
        answered == null ? null : header(command, 1),
        answered,
        false,
        0,
        0,
        null,
        null);
  }

  private static Smb2Header header(int command, long flags) {
    return new Smb2Header(command, 1, 0, 1, flags, 0, 1, 0, 0, 0, 0, true);
  }
}
