package io.smbscope.output.zeek;

import io.smbscope.auth.AuthToken.Framing;
import io.smbscope.auth.KerberosMessage;
import io.smbscope.auth.KerberosMessage.ApRep;
import io.smbscope.auth.KerberosMessage.ApReq;
import io.smbscope.auth.KerberosMessage.KrbError;
import io.smbscope.base.Stamp;
import io.smbscope.event.Event;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowKey;
import io.smbscope.event.TokenEvent;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * {@code kerberos.log}, as far as SMB carries Kerberos: one row a connection, with the first answer
 * to a ticket, else at the connection's end. Only what SPNEGO carries is seen.
 */
final class KerberosLog implements EventLog {
  /** Parts of a service's name that are told; of more, it is {@code unknown}. */
  private static final int NAME_PARTS = 3;

  private final ZeekLog log;
  private final ZeekIds ids;
  private final Sight sight;

  /** By flow id, from the first Kerberos message to the flow's end. */
  private final Map<Long, Row> rows = new HashMap<>();

  KerberosLog(ZeekForm form, ZeekIds ids, Sight sight) {
    this.log =
        new ZeekLog(
            form,
            "kerberos",
            Column.ofConnection(
                "request_type", "string",
                "client", "string",
                "service", "string",
                "success", "bool",
                "error_msg", "string",
                "from", "time",
                "till", "time",
                "cipher", "string",
                "forwardable", "bool",
                "renewable", "bool",
                "client_cert_subject", "string",
                "client_cert_fuid", "string",
                "server_cert_subject", "string",
                "server_cert_fuid", "string"));
    this.ids = ids;
    this.sight = sight;
  }

  /** What is known of a connection's logon. */
  private static final class Row {
    final Stamp start;
    String requestType;
    String client;
    String service;
    Boolean success;
    String error;
    String cipher;
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
      KerberosMessage message = token.token().kerberos();
      if (message != null && read(token)) {
        message(token, message);
      }
    } else if (event instanceof FlowEvent flow) {
      Row row = rows.remove(flow.flow().id());
      if (row != null && !row.written) {
        write(row, flow.at(), flow.flow());
      }
    }
  }

  /** Each buffer is read by itself: of a token in parts there is nothing to be had. */
  private boolean read(TokenEvent event) {
    return !event.joined()
        && sight.sees(event.flow(), event.fromClient(), event.seen())
        && !event.token().truncated()
        && event.token().framing() != Framing.RAW_KERBEROS;
  }

  private void message(TokenEvent event, KerberosMessage message) throws IOException {
    if (message instanceof ApReq request
        && (request.realm() == null || request.serviceName() == null)) {
      return;
    }
    Row row = rows.get(event.flow().id());
    if (row == null) {
      row = new Row(event.seen());
      rows.put(event.flow().id(), row);
    }
    if (row.written) {
      return;
    }
    if (message instanceof ApReq request) {
      row.requestType = "AP";
      row.client = "/" + request.realm();
      row.service = service(request.serviceName());
      row.cipher = cipher(request);
      return;
    }
    row.success = message instanceof ApRep;
    if (message instanceof KrbError error) {
      row.error = error.text() != null ? error.text() : errorName(error);
      if (error.serviceName() != null) {
        row.service = service(error.serviceName());
      }
    }
    row.written = true;
    write(row, event.at(), event.flow());
  }

  private static String service(String name) {
    int parts = 1;
    for (int at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) {
      parts++;
    }
    return parts > NAME_PARTS ? "unknown" : name;
  }

  /** Zeek does not know the encryption types of [RFC 8009], nor the private ones below 0. */
  private static String cipher(ApReq request) {
    int etype = request.ticketEtype();
    boolean known = etype > 0 && etype != 19 && etype != 20;
    String name = request.ticketEncryption();
    return known && !name.startsWith("etype-") ? name : "unknown-" + etype;
  }

  /** Null of an unknown code. Some names differ from those of [RFC 4556]. */
  private static String errorName(KrbError error) {
    return switch (error.code()) {
      case 62 -> "KDC_ERROR_CLIENT_NOT_TRUSTED";
      case 63 -> "KDC_ERROR_KDC_NOT_TRUSTED";
      case 64 -> "KDC_ERROR_INVALID_SIG";
      case 65 -> "KDC_ERR_KEY_TOO_WEAK";
      default -> error.name().startsWith("K") ? error.name() : null;
    };
  }

  private void write(Row row, Stamp at, FlowKey flow) throws IOException {
    log.row(at)
        .time(row.start)
        .connection(ids.uid(flow), flow)
        .text(row.requestType)
        .text(row.client)
        .text(row.service)
        .bool(row.success)
        .text(row.error)
        .unset()
        .unset()
        .text(row.cipher)
        .unset()
        .unset()
        .unset()
        .unset()
        .unset()
        .unset()
        .end();
  }
}
