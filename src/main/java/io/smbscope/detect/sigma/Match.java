package io.smbscope.detect.sigma;

import io.smbscope.base.Stamp;

/** That a rule matched, as correlations count it. */
interface Match {
  Stamp at();

  /** Id of the connection, or null. */
  Long flow();

  /** Of a field of the row, or that a correlation groups by; null where it is unset. */
  String value(String field);
}
