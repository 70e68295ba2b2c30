package io.smbscope.detect.lateral;

import io.smbscope.base.Bytes;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Seen;
import io.smbscope.event.Confidence;
import io.smbscope.event.Severity;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.smb.smb1.SessionSetupAndX;
import io.smbscope.smb.smb2.Negotiate;
import io.smbscope.smb.smb2.NegotiateContext;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Programs that speak SMB in a way of their own. What is common to no two programs: [MS-SMB2] 2.2.3
 * leaves ClientGuid, ServerGuid, salt and contexts to them.
 */
public final class ToolFingerprint implements Detection {
  private static final Rule RULE =
      Rule.of(
          "tool-client-fingerprint",
          "Tool of attack by its way of negotiating",
          Severity.MEDIUM,
          Confidence.MEDIUM,
          "T1588.002",
          "NEGOTIATE is as impacket or Responder write it, or as a library that tools are built on.",
          "Ask who runs the program on that host; administrators' scripts use the same libraries.");

  private static final List<Integer> ALL_DIALECTS = List.of(0x0202, 0x0210, 0x0300, 0x0302, 0x0311);
  private static final int GUID_LENGTH = 16;

  /** Octets of a NEGOTIATE request before its dialects: header and fixed part. */
  private static final int NEGOTIATE_FIXED = 64 + 36;

  private static final int PREAUTH_CONTEXT = 1;
  private static final int WILDCARD = 0x02FF;
  private static final long LARGE = 1 << 20;

  private final Findings findings;

  public ToolFingerprint(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    on.smb2(this::smb2);
    on.smb1(this::smb1);
  }

  private void smb2(Smb2CommandEvent command) {
    if (command.request() instanceof Negotiate.Request request) {
      String client = client(request);
      if (client != null) {
        report(command, "client", client, "smbj".equals(client) ? Severity.LOW : null);
      }
    }
    if (command.response() instanceof Negotiate.Response response) {
      String server = server(response);
      if (server != null) {
        report(command, "server", server, null);
      }
    }
  }

  private void report(Smb2CommandEvent command, String side, String tool, Severity severity) {
    findings.report(
        Seen.in(RULE, command.at(), command.flow())
            .operation(tool)
            .severity(severity)
            .value("tool", tool)
            .value("side", side));
  }

  /** The tool, or null. */
  private static String client(Negotiate.Request request) {
    if (letters(octets(request.clientGuid()))) {
      return "impacket";
    }
    List<NegotiateContext> contexts = request.contexts();
    boolean two =
        contexts.size() == 2
            && contexts.get(0) instanceof NegotiateContext.PreauthIntegrity
            && contexts.get(1) instanceof NegotiateContext.Encryption;
    if (two && letterSalt(request.message())) {
      return "impacket";
    }
    boolean random = request.clientGuid().version() == 4 && request.clientGuid().variant() == 2;
    boolean oneMode = request.securityMode() == 1 || request.securityMode() == 2;
    boolean whole = request.message() != null;
    return whole && two && random && oneMode && ALL_DIALECTS.equals(request.dialects())
        ? "smbj"
        : null;
  }

  /**
   * Whether the salt of the first context, behind HashAlgorithmCount and one algorithm, is text.
   */
  private static boolean letterSalt(Bytes message) {
    if (message == null || message.length() < NEGOTIATE_FIXED) {
      return false;
    }
    int context = (int) Math.min(Integer.MAX_VALUE, message.u32le(64 + 28));
    int data = context + 8;
    if (context < 0 || data + 6 > message.length() || message.u16le(context) != PREAUTH_CONTEXT) {
      return false;
    }
    int salt = data + 4 + 2 * message.u16le(data);
    int length = message.u16le(data + 2);
    return length >= GUID_LENGTH
        && salt + length <= message.length()
        && letters(message.slice(salt, length).copy());
  }

  /** The tool, or null. */
  private static String server(Negotiate.Response response) {
    byte[] guid = octets(response.serverGuid());
    boolean same = true;
    for (byte octet : guid) {
      same &= octet == 'A';
    }
    if (same) {
      return "impacket";
    }
    boolean justStarted =
        response.serverStartTime() != 0 && response.serverStartTime() == response.systemTime();
    boolean responder =
        justStarted
            && response.capabilities() == 7
            && response.maxReadSize() == LARGE
            && response.maxTransactSize() == LARGE
            && (response.dialectRevision() == WILDCARD || response.dialectRevision() == 0x0210);
    return responder ? "Responder" : null;
  }

  /** In another order than on the wire, which matters to nobody here. */
  private static byte[] octets(UUID guid) {
    byte[] octets = new byte[GUID_LENGTH];
    for (int i = 0; i < 8; i++) {
      octets[i] = (byte) (guid.getMostSignificantBits() >>> (56 - 8 * i));
      octets[8 + i] = (byte) (guid.getLeastSignificantBits() >>> (56 - 8 * i));
    }
    return octets;
  }

  private static boolean letters(byte[] octets) {
    for (byte octet : octets) {
      if ((octet | 0x20) < 'a' || (octet | 0x20) > 'z') {
        return false;
      }
    }
    return octets.length > 0;
  }

  private void smb1(Smb1CommandEvent command) {
    for (Smb1CommandEvent.Step step : command.steps()) {
      if (step.request() instanceof SessionSetupAndX.Request request
          && request.nativeLanMan() != null
          && request.nativeLanMan().toLowerCase(Locale.ROOT).contains("jcifs")) {
        findings.report(
            Seen.in(RULE, command.at(), command.flow())
                .operation("jCIFS")
                .severity(Severity.LOW)
                .value("tool", "jCIFS")
                .value("side", "client")
                .value("native-lan-manager", Seen.text(request.nativeLanMan())));
      }
    }
  }
}
