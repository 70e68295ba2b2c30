package io.smbscope.session;

import io.smbscope.base.FileTime;
import io.smbscope.event.PreauthHash;
import io.smbscope.smb.smb2.Negotiate;
import io.smbscope.smb.smb2.NegotiateContext;
import io.smbscope.smb.smb2.Smb2Names;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** NEGOTIATE, also where it began as SMB1's. [MS-SMB2] 3.2.5.2, 3.3.5.3, 3.3.5.4 */
final class Smb2Negotiation {
  private static final int WILDCARD = 0x02FF;
  private static final long CAP_ENCRYPTION = 0x40;

  void negotiate(Smb2Exchange exchange) {
    if (exchange.request instanceof Negotiate.Request request) {
      offered(exchange.connection, request);
    }
    if (exchange.response instanceof Negotiate.Response response) {
      chosen(exchange.connection, response);
    }
  }

  private static void offered(Connection connection, Negotiate.Request request) {
    Negotiated negotiated = connection.negotiated;
    negotiated.requestSeen = true;
    List<String> dialects = new ArrayList<>(connection.smb1.offered);
    request.dialects().forEach(dialect -> dialects.add(Smb2Names.dialect(dialect)));
    negotiated.offered = List.copyOf(dialects);
    negotiated.clientSecurityMode = request.securityMode();
    negotiated.clientCapabilities = Smb2Names.capabilities(request.capabilities());
    negotiated.clientGuid = request.clientGuid();
    List<NegotiateContext> contexts = request.contexts();
    var ciphers = NegotiateContext.find(contexts, NegotiateContext.Encryption.class);
    negotiated.ciphersOffered =
        ciphers == null ? List.of() : names(ciphers.ciphers(), Smb2Names::cipher);
    negotiated.clientEncrypts =
        !negotiated.ciphersOffered.isEmpty() || (request.capabilities() & CAP_ENCRYPTION) != 0;
    var signing = NegotiateContext.find(contexts, NegotiateContext.Signing.class);
    negotiated.signingOffered =
        signing == null ? List.of() : names(signing.algorithms(), Smb2Names::signingAlgorithm);
    var compression = NegotiateContext.find(contexts, NegotiateContext.Compression.class);
    negotiated.compressionOffered = compressions(compression);
    var netname = NegotiateContext.find(contexts, NegotiateContext.NetName.class);
    negotiated.netname = netname == null ? null : netname.name();
    connection.smb2.negotiateRequest = request.message();
  }

  private static void chosen(Connection connection, Negotiate.Response response) {
    Negotiated negotiated = connection.negotiated;
    negotiated.multiProtocol = !connection.smb1.offered.isEmpty();
    negotiated.responseSeen = true;
    boolean wildcard = response.dialectRevision() == WILDCARD;
    negotiated.revision = wildcard ? 0 : response.dialectRevision();
    negotiated.dialect = wildcard ? null : Smb2Names.dialect(response.dialectRevision());
    negotiated.serverGuid = response.serverGuid();
    negotiated.serverSecurityMode = response.securityMode();
    negotiated.serverCapabilities = Smb2Names.capabilities(response.capabilities());
    negotiated.maxTransactSize = response.maxTransactSize();
    negotiated.maxReadSize = response.maxReadSize();
    negotiated.maxWriteSize = response.maxWriteSize();
    negotiated.serverTime = FileTime.toInstant(response.systemTime());
    negotiated.serverStart = FileTime.toInstant(response.serverStartTime());
    negotiated.serverMechanisms = LogonTokens.mechanisms(connection, response.securityBuffer());
    if (wildcard) {
      return;
    }
    boolean contexts = negotiated.revision >= 0x0311;
    encryption(negotiated, response, contexts);
    signing(negotiated, response, contexts);
    var compression =
        NegotiateContext.find(response.contexts(), NegotiateContext.Compression.class);
    negotiated.compressionChosen = compressions(compression);
    preauth(connection, response);
  }

  /** 3.0 and 3.0.2 know AES-128-CCM alone. [MS-SMB2] 3.3.5.4 */
  private static void encryption(
      Negotiated negotiated, Negotiate.Response response, boolean contexts) {
    negotiated.cipher = null;
    negotiated.cipherInferred = false;
    if (contexts) {
      var chosen = NegotiateContext.find(response.contexts(), NegotiateContext.Encryption.class);
      boolean agreed =
          chosen != null && !chosen.ciphers().isEmpty() && chosen.ciphers().get(0) != 0;
      negotiated.serverEncrypts = agreed;
      negotiated.cipher = agreed ? Smb2Names.cipher(chosen.ciphers().get(0)) : null;
    } else {
      boolean capable =
          negotiated.revision >= 0x0300 && (response.capabilities() & CAP_ENCRYPTION) != 0;
      negotiated.serverEncrypts = capable;
      if (capable && !Boolean.FALSE.equals(negotiated.clientEncrypts)) {
        negotiated.cipher = Smb2Names.cipher(1);
        negotiated.cipherInferred = true;
      }
    }
  }

  /** Without a signing context the dialect decides. [MS-SMB2] 3.1.4.1 */
  private static void signing(
      Negotiated negotiated, Negotiate.Response response, boolean contexts) {
    var chosen =
        contexts
            ? NegotiateContext.find(response.contexts(), NegotiateContext.Signing.class)
            : null;
    if (chosen != null && !chosen.algorithms().isEmpty()) {
      negotiated.signingAlgorithm = Smb2Names.signingAlgorithm(chosen.algorithms().get(0));
    } else {
      negotiated.signingAlgorithm =
          Smb2Names.signingAlgorithm(negotiated.revision >= 0x0300 ? 1 : 0);
    }
  }

  private static void preauth(Connection connection, Negotiate.Response response) {
    Negotiated negotiated = connection.negotiated;
    var integrity =
        NegotiateContext.find(response.contexts(), NegotiateContext.PreauthIntegrity.class);
    if (integrity == null || integrity.hashAlgorithms().isEmpty()) {
      return;
    }
    negotiated.preauthHash = Smb2Names.hashAlgorithm(integrity.hashAlgorithms().get(0));
    if (connection.smb2.negotiateRequest != null && response.message() != null) {
      negotiated.preauthHashValue =
          new PreauthHash(connection.smb2.negotiateRequest, response.message());
    }
  }

  private static List<String> compressions(NegotiateContext.Compression context) {
    return context == null
        ? List.of()
        : names(context.algorithms(), Smb2Names::compressionAlgorithm);
  }

  private static List<String> names(List<Integer> ids, IntFunction<String> name) {
    return ids.stream().map(name::apply).toList();
  }
}
