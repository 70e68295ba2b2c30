package io.smbscope.dissect.netbios;

import java.util.Map;

/** What the last octet of a NetBIOS name says, in Wireshark's words. */
final class NameSuffix {
  private static final Map<Integer, String> MEANINGS =
      Map.ofEntries(
          Map.entry(0x00, "Workstation/Redirector"),
          Map.entry(0x01, "Browser"),
          Map.entry(0x02, "Workstation/Redirector"),
          Map.entry(0x03, "Messenger service/Main name"),
          Map.entry(0x05, "Forwarded name"),
          Map.entry(0x06, "RAS Server service"),
          Map.entry(0x1b, "Domain Master Browser"),
          Map.entry(0x1c, "Domain Controllers"),
          Map.entry(0x1d, "Local Master Browser"),
          Map.entry(0x1e, "Browser Election Service"),
          Map.entry(0x1f, "Net DDE Service"),
          Map.entry(0x20, "Server service"),
          Map.entry(0x21, "RAS client service"),
          Map.entry(0x22, "Exchange Interchange (MSMail Connector)"),
          Map.entry(0x23, "Exchange Store"),
          Map.entry(0x24, "Exchange Directory"),
          Map.entry(0x2b, "Lotus Notes Server service"),
          Map.entry(0x30, "Modem sharing server service"),
          Map.entry(0x31, "Modem sharing client service"),
          Map.entry(0x43, "SMS Clients Remote Control"),
          Map.entry(0x44, "SMS Administrators Remote Control Tool"),
          Map.entry(0x45, "SMS Clients Remote Chat"),
          Map.entry(0x46, "SMS Clients Remote Transfer"),
          Map.entry(0x4c, "DEC Pathworks TCP/IP Service on Windows NT"),
          Map.entry(0x52, "DEC Pathworks TCP/IP Service on Windows NT"),
          Map.entry(0x6a, "Microsoft Exchange IMC"),
          Map.entry(0x87, "Microsoft Exchange MTA"),
          Map.entry(0xbe, "Network Monitor Agent"),
          Map.entry(0xbf, "Network Monitor Analyzer"));

  private NameSuffix() {}

  static String meaning(int suffix) {
    return MEANINGS.getOrDefault(suffix, "Unknown");
  }
}
