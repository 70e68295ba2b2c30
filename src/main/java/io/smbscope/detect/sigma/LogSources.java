package io.smbscope.detect.sigma;

import java.util.List;

/** The logs that rules can be written for. */
final class LogSources {
  private LogSources() {}

  static final List<LogSource<?>> ALL =
      List.of(
          new SmbFiles(),
          new SmbMapping(),
          new SmbCmd(),
          new DceRpc(),
          new Ntlm(),
          new Kerberos(),
          new Dns());

  /** Null when it is none of them. */
  static LogSource<?> of(String service) {
    for (LogSource<?> source : ALL) {
      if (source.service().equals(service)) {
        return source;
      }
    }
    return null;
  }
}
