package io.smbscope.session;

import io.smbscope.auth.NtlmResponse;
import io.smbscope.base.NtStatus;
import io.smbscope.base.Stamp;
import io.smbscope.smb.smb1.Negotiate;
import io.smbscope.smb.smb1.SessionSetupAndX;
import io.smbscope.smb.smb1.SessionSetupAndX.Form;
import io.smbscope.smb.smb1.Smb1Capability;
import io.smbscope.smb.smb1.Smb1Command;
import java.util.List;

/** NEGOTIATE, SESSION_SETUP_ANDX and LOGOFF_ANDX. [MS-CIFS] 3.3.5.42, 3.3.5.43, 3.3.5.44 */
final class Smb1Logon {
  private static final int MODE_CHALLENGE = 2;
  private static final int MODE_SIGNING_ENABLED = 4;
  private static final int MODE_SIGNING_REQUIRED = 8;
  private static final int FLAGS2_SIGNING_ENABLED = 0x0004;
  private static final int FLAGS2_SIGNING_REQUIRED = 0x0010;
  private static final int NO_DIALECT = 0xFFFF;

  /** WordCount of a response that tells the dialect alone. */
  private static final int CORE_RESPONSE = 1;

  private static final String ANONYMOUS = "anonymous";
  private static final String FAILED = "failed";

  private final Context context;

  Smb1Logon(Context context) {
    this.context = context;
  }

  void register(Smb1Tracker tracker) {
    tracker.on(Negotiate.Request.class, this::negotiate);
    tracker.on(SessionSetupAndX.Request.class, this::setup);
    tracker.onEmpty(Smb1Command.SMB_COM_LOGOFF_ANDX, this::logoff);
  }

  /** The request is remembered when it comes: SMB2 may answer it. [MS-SMB2] 3.3.5.3.1 */
  static void offered(Connection connection, Negotiate.Request request, int flags2) {
    Negotiated negotiated = connection.negotiated;
    connection.smb1.offered = request.dialects();
    negotiated.requestSeen = true;
    negotiated.offered = request.dialects();
    negotiated.clientSecurityMode =
        mode((flags2 & FLAGS2_SIGNING_ENABLED) != 0, (flags2 & FLAGS2_SIGNING_REQUIRED) != 0);
  }

  private static int mode(boolean enabled, boolean required) {
    return (enabled ? 1 : 0) | (required ? 2 : 0);
  }

  private void negotiate(Smb1Exchange exchange, Negotiate.Request request, Object answer) {
    if (!(answer instanceof Negotiate.Response response)) {
      return;
    }
    Negotiated negotiated = exchange.connection.negotiated;
    negotiated.responseSeen = true;
    List<String> dialects = request.dialects();
    int index = response.dialectIndex();
    negotiated.dialect =
        index != NO_DIALECT && index < dialects.size() ? dialects.get(index) : null;
    negotiated.refused = negotiated.dialect == null;
    if (response.wordCount() == CORE_RESPONSE) {
      return;
    }
    negotiated.serverSecurityMode =
        mode(
            (response.securityMode() & MODE_SIGNING_ENABLED) != 0,
            (response.securityMode() & MODE_SIGNING_REQUIRED) != 0);
    exchange.connection.smb1.challenged = (response.securityMode() & MODE_CHALLENGE) != 0;
    negotiated.serverGuid = response.serverGuid();
    negotiated.serverCapabilities = Smb1Capability.names(response.capabilities());
    negotiated.maxTransactSize = response.maxBufferSize();
    negotiated.maxMpxCount = response.maxMpxCount();
    negotiated.serverTime = response.systemTime();
    negotiated.serverDomain = emptyToNull(response.domainName());
    negotiated.serverMechanisms =
        LogonTokens.mechanisms(exchange.connection, response.securityBlob());
    negotiated.signingAlgorithm = negotiated.serverSecurityMode != 0 ? "MD5" : null;
  }

  private void setup(Smb1Exchange exchange, SessionSetupAndX.Request request, Object answer) {
    Connection connection = exchange.connection;
    Negotiated negotiated = connection.negotiated;
    if (request.capabilities() != 0) {
      negotiated.clientCapabilities = Smb1Capability.names(request.capabilities());
    }
    negotiated.clientOs = orElse(request.nativeOs(), negotiated.clientOs);
    negotiated.clientLanMan = orElse(request.nativeLanMan(), negotiated.clientLanMan);
    SessionSetupAndX.Response response =
        answer instanceof SessionSetupAndX.Response seen ? seen : null;
    if (response != null) {
      negotiated.serverOs = orElse(response.nativeOs(), negotiated.serverOs);
      negotiated.serverLanMan = orElse(response.nativeLanMan(), negotiated.serverLanMan);
      negotiated.serverDomain = orElse(response.primaryDomain(), negotiated.serverDomain);
    }
    Session session = session(exchange);
    read(exchange, request, response, session.logon);
    if (exchange.responseHeader == null) {
      return;
    }
    session.status = exchange.status();
    if (exchange.succeeded) {
      established(exchange, session, response);
    } else if (exchange.responseHeader.status() != NtStatus.MORE_PROCESSING_REQUIRED) {
      failed(exchange, session);
    }
  }

  /**
   * The session that is being set up: its UID stands in the response. Beside one that stands, and
   * where nothing came of it, an object that is in no table.
   */
  private Session session(Smb1Exchange exchange) {
    Smb1State state = exchange.connection.smb1;
    boolean answered = exchange.responseHeader != null;
    long uid = answered ? exchange.responseHeader.uid() : exchange.request.header().uid();
    Session standing = state.sessions.get(uid);
    Session attempt = state.attempt;
    if (attempt != null && attempt.key == uid) {
      exchange.session = attempt;
    } else if (standing != null && !standing.established) {
      exchange.session = standing;
    } else {
      exchange.session = new Session(context, exchange.connection, uid, true, exchange.at);
      exchange.session.inferred = !answered;
      if (!answered && attempt != null && attempt.key == 0) {
        exchange.session.identify(attempt.logon);
        state.attempt = null;
      }
      if (standing == null && uid != 0) {
        state.sessions.put(uid, exchange.session);
        exchange.connection.hasSession(exchange.session);
      } else {
        state.attempt = exchange.session;
      }
    }
    return exchange.session;
  }

  private void established(
      Smb1Exchange exchange, Session session, SessionSetupAndX.Response response) {
    Smb1State state = exchange.connection.smb1;
    Session standing = session;
    if (session == state.attempt) {
      state.attempt = null;
      standing = state.sessions.get(session.key);
      if (standing == null) {
        standing = session;
        state.sessions.put(session.key, session);
        exchange.connection.hasSession(session);
      } else {
        standing.reauthenticated(session.logon);
      }
    }
    standing.established = true;
    standing.guest = response != null && response.guest();
    standing.anonymous = ANONYMOUS.equals(standing.logon.mechanism);
    exchange.session = standing;
    standing.tellBegin(context, exchange.answeredAt);
  }

  private void failed(Smb1Exchange exchange, Session session) {
    Smb1State state = exchange.connection.smb1;
    if (session == state.attempt) {
      state.attempt = null;
      session.tellEnd(context, exchange.answeredAt, FAILED);
    } else {
      state.sessions.remove(session.key);
      end(session, exchange.answeredAt, FAILED);
    }
  }

  private void read(
      Smb1Exchange exchange,
      SessionSetupAndX.Request request,
      SessionSetupAndX.Response response,
      Logon logon) {
    Connection connection = exchange.connection;
    if (request.form() == Form.EXTENDED_SECURITY) {
      LogonTokens.read(context, connection, request.securityBlob(), exchange.at, true, logon);
      if (response != null) {
        LogonTokens.read(
            context, connection, response.securityBlob(), exchange.answeredAt, false, logon);
      }
      return;
    }
    logon.user = request.accountName();
    logon.domain = request.primaryDomain();
    boolean userEmpty = logon.user == null || logon.user.isEmpty();
    NtlmResponse kind =
        NtlmResponse.classify(request.oemPassword(), request.unicodePassword(), userEmpty);
    boolean plain =
        Boolean.FALSE.equals(connection.smb1.challenged) && kind != NtlmResponse.ANONYMOUS;
    logon.lmResponse =
        !plain && NtlmResponse.lmHashUsed(request.oemPassword(), request.unicodePassword());
    logon.mechanism = plain ? "plain-text" : kind.label();
  }

  private void logoff(Smb1Exchange exchange, Object request, Object answer) {
    Session session = exchange.session;
    BoundedTable<Long, Session> sessions = exchange.connection.smb1.sessions;
    if (session != null && exchange.succeeded && sessions.get(session.key) == session) {
      sessions.remove(session.key);
      end(session, exchange.answeredAt, "logoff");
    }
  }

  /** Ends a session with what was opened in it, oldest first. */
  private void end(Session session, Stamp at, String end) {
    Smb1State state = session.connection.smb1;
    for (Open open : state.removeOpens(open -> open.tree.session == session)) {
      open.end(context, at, end);
    }
    for (TreeConnect tree : state.trees.removeIf(tree -> tree.session == session)) {
      tree.end(context, at, end);
    }
    session.tellEnd(context, at, end);
  }

  private static String orElse(String text, String otherwise) {
    return text == null || text.isEmpty() ? otherwise : text;
  }

  private static String emptyToNull(String text) {
    return orElse(text, null);
  }
}
