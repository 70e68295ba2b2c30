package io.smbscope.detect.readiness;

/** What an administrator may want to switch off, or to demand, in the order of the answers. */
enum Topic {
  SMB1("smb1", "SMB1", "Switching SMB1 off"),
  SMB2("smb2", "SMB 2.x", "Allowing only SMB 3"),
  LM("lm", "LM responses", "Refusing LM responses"),
  NTLMV1("ntlmv1", "NTLMv1", "Refusing NTLMv1"),
  NTLM("ntlm", "NTLM", "Allowing only Kerberos"),
  GUEST("guest", "Guest sessions", "Refusing guests"),
  ANONYMOUS("anonymous", "Anonymous sessions", "Refusing anonymous sessions"),
  UNSIGNED("unsigned", "Unsigned sessions", "Requiring signing"),
  UNENCRYPTED("unencrypted", "Unencrypted sessions", "Requiring encryption"),
  SESSION_SERVICE(
      "netbios-session", "NetBIOS sessions (port 139)", "Closing the NetBIOS session service"),
  NAME_SERVICE("netbios-name", "NetBIOS names", "Switching the NetBIOS name service off"),
  DATAGRAMS("netbios-datagram", "NetBIOS datagrams", "Switching NetBIOS datagrams off");

  private final String id;
  private final String title;
  private final String change;

  Topic(String id, String title, String change) {
    this.id = id;
    this.title = title;
    this.change = change;
  }

  /** The name in outputs. */
  String id() {
    return id;
  }

  String title() {
    return title;
  }

  /** What would be done, as the beginning of a sentence. */
  String change() {
    return change;
  }
}
