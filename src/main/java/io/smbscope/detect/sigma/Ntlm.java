package io.smbscope.detect.sigma;

import io.smbscope.detect.Listeners;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.SessionEvent.Identity;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** {@code ntlm}: a row for each SMB logon by NTLM, failed ones too. */
final class Ntlm extends Logons<SessionEvent> {
  /** Mechanisms of {@link Identity}. */
  private static final Set<String> MECHANISMS =
      Set.of("NTLMv2", "NTLMv1", "NTLMv1-ESS", "LM", "NTLM", "anonymous");

  Ntlm() {
    super(
        "ntlm",
        session -> session,
        List.of(
            name("username", Identity::user),
            name("hostname", Identity::workstation),
            name("domainname", Identity::domain),
            name("server_nb_computer_name", Identity::serverNetbiosName),
            name("server_dns_computer_name", Identity::serverDnsName),
            name("server_tree_name", Identity::serverDnsTree),
            new Column<>("success", Column.Kind.BOOL, SessionEvent::established)),
        Set.of());
  }

  private static Column<SessionEvent> name(String name, Function<Identity, String> of) {
    return text(name, session -> unlessEmpty(of.apply(session.identity())));
  }

  @Override
  void listen(Listeners on, boolean everything, Consumer<SessionEvent> rows) {
    on.session(
        session -> {
          Identity identity = session.identity();
          if (identity != null
              && identity.mechanism() != null
              && MECHANISMS.contains(identity.mechanism())) {
            rows.accept(session);
          }
        });
  }
}
