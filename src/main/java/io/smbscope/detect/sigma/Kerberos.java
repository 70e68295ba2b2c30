package io.smbscope.detect.sigma;

import io.smbscope.auth.KerberosMessage.KrbError;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.SessionEvent.Identity;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code kerberos}, as far as SMB carries it: a row for each AP exchange, and one for the TGS
 * exchange that must have given its ticket, as the ticket tells of it: the service and the cipher.
 */
final class Kerberos extends Logons<Kerberos.Exchange> {
  /**
   * An exchange.
   *
   * @param requestType {@code AP} or {@code TGS}
   * @param error what the server said was wrong, or null
   */
  record Exchange(SessionEvent session, String requestType, String error) {
    Identity identity() {
      return session.identity();
    }
  }

  private static final String TGS = "TGS";

  /** Connections whose error is kept until their logon is told. */
  private static final int ERRORS = 1024;

  Kerberos() {
    super(
        "kerberos",
        Exchange::session,
        List.of(
            text("request_type", Exchange::requestType),
            text("client", exchange -> client(exchange.identity())),
            text("service", exchange -> exchange.identity().kerberosService()),
            new Column<>(
                "success",
                Column.Kind.BOOL,
                exchange -> exchange.requestType.equals(TGS) || exchange.session.established()),
            text("error_msg", Exchange::error),
            text("cipher", exchange -> exchange.identity().kerberosEncryption())),
        Set.of(
            "from",
            "till",
            "forwardable",
            "renewable",
            "client_cert_subject",
            "client_cert_fuid",
            "server_cert_subject",
            "server_cert_fuid"));
  }

  /** Zeek's form; the user's name is encrypted. */
  private static String client(Identity identity) {
    return identity.kerberosRealm() == null ? null : "/" + identity.kerberosRealm();
  }

  @Override
  void listen(Listeners on, boolean everything, Consumer<Exchange> rows) {
    Latest<Long, String> errors = new Latest<>(ERRORS);
    on.token(
        event -> {
          if (event.token().kerberos() instanceof KrbError error) {
            errors.put(event.flow().id(), error.text() != null ? error.text() : error.name());
          }
        });
    on.session(
        session -> {
          Identity identity = session.identity();
          if (identity != null && "Kerberos".equals(identity.mechanism())) {
            String error = errors.remove(session.connections().get(0));
            rows.accept(new Exchange(session, "AP", error));
            if (identity.kerberosService() != null) {
              rows.accept(new Exchange(session, TGS, null));
            }
          }
        });
  }
}
