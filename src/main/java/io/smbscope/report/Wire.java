package io.smbscope.report;

import io.smbscope.event.Endpoint;

/** Text from the wire as the summary keeps and says it. */
final class Wire {
  /** Characters kept of one text; of a longer one its begin and its end. */
  static final int KEPT = 200;

  private Wire() {}

  /** At most {@link #KEPT} characters. */
  static String kept(String text) {
    if (text == null || text.length() <= KEPT) {
      return text;
    }
    int begin = KEPT / 2;
    return text.substring(0, begin) + "…" + text.substring(text.length() - (KEPT - begin - 1));
  }

  static String ip(Endpoint endpoint) {
    return endpoint == null ? "?" : endpoint.ip();
  }

  /** {@code 10.0.0.5:445}, {@code [fe80::1]:445}. */
  static String ipAndPort(Endpoint endpoint) {
    if (endpoint == null) {
      return "?";
    }
    String ip = endpoint.ip();
    return (ip.indexOf(':') < 0 ? ip : "[" + ip + "]") + ":" + endpoint.port();
  }

  /** A host's NetBIOS name without its suffix and scope: {@code FILESRV} of {@code FILESRV<20>}. */
  static String withoutSuffix(String name) {
    if (name == null) {
      return null;
    }
    int suffix = name.lastIndexOf('<');
    return suffix < 0 ? name : name.substring(0, suffix);
  }

  /** The share's name of {@code \\server\share}. */
  static String shareName(String path) {
    if (path == null) {
      return null;
    }
    return path.substring(path.lastIndexOf('\\') + 1);
  }

  /** {@code LOGON_FAILURE} of {@code STATUS_LOGON_FAILURE}. */
  static String shortStatus(String status) {
    return status.startsWith("STATUS_") ? status.substring("STATUS_".length()) : status;
  }
}
