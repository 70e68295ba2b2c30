package io.smbscope.output.zeek;

import io.smbscope.auth.AuthToken.NegState;
import io.smbscope.auth.AuthenticateMessage;
import io.smbscope.auth.AvPairs;
import io.smbscope.auth.ChallengeMessage;
import io.smbscope.auth.NegotiateMessage;
import io.smbscope.auth.NtlmMessage;
import io.smbscope.base.Stamp;
import io.smbscope.event.Event;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowKey;
import io.smbscope.event.TokenEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * {@code ntlm.log}: one row a connection, with the first result that SPNEGO tells, else at the
 * connection's end. A message with a field that leads out of it counts as not seen.
 */
final class NtlmLog implements EventLog {
  private static final long REQUEST_TARGET = 0x0000_0004L;

  private final ZeekLog log;
  private final ZeekIds ids;
  private final Sight sight;

  /** By flow id, from the first NTLMSSP message to the flow's end. */
  private final Map<Long, Row> rows = new HashMap<>();

  NtlmLog(ZeekForm form, ZeekIds ids, Sight sight) {
    this.log =
        new ZeekLog(
            form,
            "ntlm",
            Column.ofConnection(
                "username", "string",
                "hostname", "string",
                "domainname", "string",
                "server_nb_computer_name", "string",
                "server_dns_computer_name", "string",
                "server_tree_name", "string",
                "success", "bool"));
    this.ids = ids;
    this.sight = sight;
  }

  /** What is known of a connection's logon. */
  private static final class Row {
    final Stamp start;
    String user;
    String host;
    String domain;
    String serverComputer;
    String serverDns;
    String serverTree;
    Boolean success;
    boolean written;

    Row(Stamp start) {
      this.start = start;
    }
  }

  @Override
  public ZeekLog file() {
    return log;
  }

  @Override
  public void accept(Event event) throws IOException {
    if (event instanceof TokenEvent token) {
      // Each buffer is read by itself: of a token in parts there is nothing to be had.
      if (!token.joined()
          && !token.token().truncated()
          && sight.sees(token.flow(), token.fromClient(), token.seen())) {
        result(token);
        message(token);
      }
    } else if (event instanceof FlowEvent flow) {
      Row row = rows.remove(flow.flow().id());
      if (row != null && !row.written) {
        write(row, flow.at(), flow.flow());
      }
    }
  }

  private void result(TokenEvent event) throws IOException {
    NegState state = event.token().negState();
    Row row = state == null ? null : rows.get(event.flow().id());
    if (row != null && state != NegState.ACCEPT_INCOMPLETE) {
      row.success = state == NegState.ACCEPT_COMPLETED;
    }
    if (row != null && row.success != null && !row.written) {
      row.written = true;
      write(row, event.at(), event.flow());
    }
  }

  private void message(TokenEvent event) {
    NtlmMessage message = event.token().ntlm();
    if (message == null || !whole(message)) {
      return;
    }
    Row row = rows.get(event.flow().id());
    if (row == null) {
      row = new Row(event.seen());
      rows.put(event.flow().id(), row);
    }
    if (message instanceof ChallengeMessage challenge) {
      if ((challenge.flags() & NtlmMessage.NEGOTIATE_TARGET_INFO) != 0) {
        server(challenge.targetInfo(), row);
      }
    } else if (message instanceof AuthenticateMessage authenticate) {
      row.domain = orElse(name(authenticate.domain(), authenticate.flags()), row.domain);
      row.host = orElse(name(authenticate.workstation(), authenticate.flags()), row.host);
      row.user = orElse(name(authenticate.user(), authenticate.flags()), row.user);
    }
  }

  private static boolean whole(NtlmMessage message) {
    if (message instanceof NegotiateMessage negotiate) {
      return (negotiate.domain() != null
              || (negotiate.flags() & NtlmMessage.NEGOTIATE_OEM_DOMAIN_SUPPLIED) == 0)
          && (negotiate.workstation() != null
              || (negotiate.flags() & NtlmMessage.NEGOTIATE_OEM_WORKSTATION_SUPPLIED) == 0);
    }
    if (message instanceof ChallengeMessage challenge) {
      return challenge.targetName() != null || (challenge.flags() & REQUEST_TARGET) == 0;
    }
    AuthenticateMessage authenticate = (AuthenticateMessage) message;
    return authenticate.ntResponse() != null
        && authenticate.domain() != null
        && authenticate.user() != null
        && authenticate.workstation() != null;
  }

  private static void server(AvPairs target, Row row) {
    row.serverComputer = orElse(upToNul(target.nbComputerName()), row.serverComputer);
    row.serverDns = orElse(upToNul(target.dnsComputerName()), row.serverDns);
    row.serverTree = orElse(upToNul(target.dnsTreeName()), row.serverTree);
  }

  /** Zeek takes each name for UTF-16, whatever the flags say; null of an empty one. */
  private static String name(String text, long flags) {
    if (text.isEmpty()) {
      return null;
    }
    boolean unicode = (flags & NtlmMessage.NEGOTIATE_UNICODE) != 0;
    return upToNul(
        unicode
            ? text
            : new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_16LE));
  }

  private static String upToNul(String text) {
    int nul = text == null ? -1 : text.indexOf('\0');
    return nul < 0 ? text : text.substring(0, nul);
  }

  private static String orElse(String text, String otherwise) {
    return text == null ? otherwise : text;
  }

  private void write(Row row, Stamp at, FlowKey flow) throws IOException {
    log.row(at)
        .time(row.start)
        .connection(ids.uid(flow), flow)
        .text(row.user)
        .text(row.host)
        .text(row.domain)
        .text(row.serverComputer)
        .text(row.serverDns)
        .text(row.serverTree)
        .bool(row.success)
        .end();
  }
}
