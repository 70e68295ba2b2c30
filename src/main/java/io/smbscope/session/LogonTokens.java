package io.smbscope.session;

import io.smbscope.auth.AuthToken;
import io.smbscope.auth.AuthenticateMessage;
import io.smbscope.auth.AvPairs;
import io.smbscope.auth.ChallengeMessage;
import io.smbscope.auth.KerberosMessage;
import io.smbscope.auth.NegotiateMessage;
import io.smbscope.auth.NtlmMessage;
import io.smbscope.auth.SecurityTokens;
import io.smbscope.base.AnomalySink;
import io.smbscope.base.Bytes;
import io.smbscope.base.Stamp;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.TokenEvent;
import io.smbscope.rpc.AuthVerifier;
import java.nio.ByteBuffer;
import java.util.List;

/** Reads security buffers into a {@link Logon}. */
final class LogonTokens {
  private static final String NTLM = "NTLM";
  private static final String KERBEROS = "Kerberos";

  private static final int RPC_SPNEGO = 9;
  private static final int RPC_NTLM = 10;

  private LogonTokens() {}

  /**
   * Reads a security buffer. A long token may come in parts, one in each SESSION_SETUP. [MS-SMB2]
   * 3.2.4.2.3
   */
  static void read(
      Context context,
      Connection connection,
      Bytes securityBuffer,
      Stamp at,
      boolean fromClient,
      Logon logon) {
    if (securityBuffer == null || securityBuffer.isEmpty()) {
      return;
    }
    long flow = connection.flow.id();
    AnomalySink sink =
        anomaly -> {
          connection.malformed++;
          context.emit(new AnomalyEvent(anomaly, connection.key()));
        };
    Bytes part = fromClient ? logon.partFromClient : logon.partFromServer;
    Bytes whole =
        part == null || begins(securityBuffer, at, flow)
            ? securityBuffer
            : joined(part, securityBuffer);
    AuthToken token = SecurityTokens.decode(whole, at, flow, sink);
    if (context.wanted().someCommands()) {
      boolean joined = whole != securityBuffer;
      context.emit(
          new TokenEvent(
              connection.latest(), connection.key(), at, fromClient, false, joined, token));
    }
    part = token.truncated() ? whole : null;
    if (fromClient) {
      logon.partFromClient = part;
    } else {
      logon.partFromServer = part;
    }
    logon.rawNtlm |= token.rawNtlm();
    if (token.ntlm() != null) {
      ntlm(token.ntlm(), logon);
    }
    if (token.kerberos() instanceof KerberosMessage.ApReq request) {
      logon.mechanism = KERBEROS;
      logon.kerberosRealm = request.realm();
      logon.kerberosService = request.serviceName();
      logon.kerberosEncryption = request.ticketEncryption();
    } else if (token.kerberos() instanceof KerberosMessage.KrbError error) {
      logon.mechanism = KERBEROS;
      logon.kerberosRealm = error.realm();
      logon.kerberosService = error.serviceName();
    }
  }

  /** Those that the server's first token, in its NEGOTIATE response, offers. [MS-SMB2] 2.2.4 */
  static List<String> mechanisms(Connection connection, Bytes token) {
    return token == null || token.isEmpty()
        ? List.of()
        : SecurityTokens.decode(token, connection.latest(), connection.flow.id(), anomaly -> {})
            .mechTypes();
  }

  /** Tells what the verifier of a bind or its answer holds. [MS-RPCE] 2.2.1.1.7 */
  static void tell(
      Context context, Connection connection, AuthVerifier verifier, Stamp at, boolean fromClient) {
    boolean known = verifier.type() == RPC_SPNEGO || verifier.type() == RPC_NTLM;
    if (known && context.wanted().someCommands() && !verifier.value().isEmpty()) {
      AnomalySink sink = anomaly -> context.emit(new AnomalyEvent(anomaly, connection.key()));
      AuthToken token = SecurityTokens.decode(verifier.value(), at, connection.flow.id(), sink);
      context.emit(
          new TokenEvent(
              connection.latest(), connection.key(), at, fromClient, true, false, token));
    }
  }

  /** The buffer begins a token of its own: the rest of the one before it was lost. */
  private static boolean begins(Bytes buffer, Stamp at, long flow) {
    AuthToken token = SecurityTokens.decode(buffer, at, flow, anomaly -> {});
    return token.ntlm() != null || token.kerberos() != null || token.truncated();
  }

  private static Bytes joined(Bytes part, Bytes next) {
    ByteBuffer both = ByteBuffer.allocate(part.length() + next.length());
    both.put(part.toByteBuffer()).put(next.toByteBuffer());
    return Bytes.of(both.array());
  }

  private static void ntlm(NtlmMessage message, Logon logon) {
    if (message instanceof NegotiateMessage negotiate) {
      logon.mechanism = NTLM;
      logon.clientVersion = version(negotiate, logon.clientVersion);
      logon.domain = emptyToNull(negotiate.domain());
      logon.workstation = emptyToNull(negotiate.workstation());
    } else if (message instanceof ChallengeMessage challenge) {
      challenge(challenge, logon);
    } else if (message instanceof AuthenticateMessage authenticate) {
      logon.mechanism = authenticate.response().label();
      logon.lmResponse = authenticate.lmHashUsed();
      logon.user = authenticate.user();
      logon.domain = authenticate.domain();
      logon.workstation = authenticate.workstation();
      logon.clientVersion = version(authenticate, logon.clientVersion);
    }
  }

  private static void challenge(ChallengeMessage challenge, Logon logon) {
    if (logon.mechanism == null) {
      logon.mechanism = NTLM;
    }
    AvPairs target = challenge.targetInfo();
    logon.targetName = challenge.targetName();
    logon.serverNetbiosName = target.nbComputerName();
    logon.serverNetbiosDomain = target.nbDomainName();
    logon.serverDnsName = target.dnsComputerName();
    logon.serverDnsDomain = target.dnsDomainName();
    logon.serverDnsTree = target.dnsTreeName();
    logon.serverVersion = version(challenge, logon.serverVersion);
  }

  private static String version(NtlmMessage message, String before) {
    return message.version() == null ? before : message.version().toString();
  }

  private static String emptyToNull(String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
