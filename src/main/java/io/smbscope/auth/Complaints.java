package io.smbscope.auth;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.AnomalySink;
import io.smbscope.base.Stamp;

/** Where the decoders of one token put what was wrong with it. */
record Complaints(Stamp at, long flow, AnomalySink sink) {

  void add(AnomalyKind kind, String section, String detail) {
    sink.anomaly(new Anomaly(kind, at, flow, section, detail));
  }

  /** For a token that is cut short: that its parts are, too, is no news. */
  Complaints silenced() {
    return new Complaints(at, flow, anomaly -> {});
  }

  /** Names {@code cause}, too, when it says anything. */
  void add(AnomalyKind kind, String section, String detail, Throwable cause) {
    String message = cause.getMessage();
    add(kind, section, message == null ? detail : detail + ": " + message);
  }
}
