package io.smbscope.detect.sigma;

import java.util.HashMap;
import java.util.Map;

/** The logs that rules can be written for; each is made when a rule asks for it. */
final class LogSources {
  private final Map<String, LogSource<?>> made = new HashMap<>();

  /** Null when it is none of them. */
  LogSource<?> of(String service) {
    return made.computeIfAbsent(service, LogSources::make);
  }

  private static LogSource<?> make(String service) {
    return switch (service) {
      case "smb_files" -> new SmbFiles();
      case "smb_mapping" -> new SmbMapping();
      case "smb_cmd" -> new SmbCmd();
      case "dce_rpc" -> new DceRpc();
      case "ntlm" -> new Ntlm();
      case "kerberos" -> new Kerberos();
      case "dns" -> new Dns();
      default -> null;
    };
  }
}
