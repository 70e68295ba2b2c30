package io.smbscope.dissect.fscc;

import java.util.Map;

/**
 * Security identifiers that are the same everywhere, and what they are called. [MS-DTYP] 2.4.2.4
 */
final class WellKnownSids {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("S-1-0", "Null Authority"),
          Map.entry("S-1-0-0", "Nobody"),
          Map.entry("S-1-1", "World Authority"),
          Map.entry("S-1-1-0", "Everyone"),
          Map.entry("S-1-2", "Local Authority"),
          Map.entry("S-1-2-0", "Local"),
          Map.entry("S-1-2-1", "Console Logon"),
          Map.entry("S-1-3", "Creator Authority"),
          Map.entry("S-1-3-0", "Creator Owner"),
          Map.entry("S-1-3-1", "Creator Group"),
          Map.entry("S-1-3-2", "Creator Owner Server"),
          Map.entry("S-1-3-3", "Creator Group Server"),
          Map.entry("S-1-3-4", "Owner Rights"),
          Map.entry("S-1-4", "Non-unique Authority"),
          Map.entry("S-1-5", "NT Authority"),
          Map.entry("S-1-5-1", "Dialup"),
          Map.entry("S-1-5-2", "Network"),
          Map.entry("S-1-5-3", "Batch"),
          Map.entry("S-1-5-4", "Interactive"),
          Map.entry("S-1-5-5", "Logon Session"),
          Map.entry("S-1-5-6", "Service"),
          Map.entry("S-1-5-7", "Anonymous"),
          Map.entry("S-1-5-8", "Proxy"),
          Map.entry("S-1-5-9", "Enterprise Domain Controllers"),
          Map.entry("S-1-5-10", "Principal Self"),
          Map.entry("S-1-5-11", "Authenticated Users"),
          Map.entry("S-1-5-12", "Restricted Code"),
          Map.entry("S-1-5-13", "Terminal Server User"),
          Map.entry("S-1-5-14", "Remote Interactive Logon"),
          Map.entry("S-1-5-15", "This Organization"),
          Map.entry("S-1-5-17", "IUSR"),
          Map.entry("S-1-5-18", "Local System"),
          Map.entry("S-1-5-19", "Local Service"),
          Map.entry("S-1-5-20", "Network Service"),
          Map.entry("S-1-5-21", "Domain"),
          Map.entry("S-1-5-32", "Builtin"),
          Map.entry("S-1-5-32-544", "Administrators"),
          Map.entry("S-1-5-32-545", "Users"),
          Map.entry("S-1-5-32-546", "Guests"),
          Map.entry("S-1-5-32-547", "Power Users"),
          Map.entry("S-1-5-32-548", "Account Operators"),
          Map.entry("S-1-5-32-549", "Server Operators"),
          Map.entry("S-1-5-32-550", "Print Operators"),
          Map.entry("S-1-5-32-551", "Backup Operators"),
          Map.entry("S-1-5-32-552", "Replicators"),
          Map.entry("S-1-5-32-554", "Pre-Windows 2000 Compatible Access"),
          Map.entry("S-1-5-32-555", "Remote Desktop Users"),
          Map.entry("S-1-5-32-556", "Network Configuration Operators"),
          Map.entry("S-1-5-32-557", "Incoming Forest Trust Builders"),
          Map.entry("S-1-5-32-558", "Performance Monitor Users"),
          Map.entry("S-1-5-32-559", "Performance Log Users"),
          Map.entry("S-1-5-32-560", "Windows Authorization Access Group"),
          Map.entry("S-1-5-32-561", "Terminal Server License Servers"),
          Map.entry("S-1-5-32-562", "Distributed COM Users"),
          Map.entry("S-1-5-32-568", "IIS_IUSRS"),
          Map.entry("S-1-5-32-569", "Cryptographic Operators"),
          Map.entry("S-1-5-32-573", "Event Log Readers"),
          Map.entry("S-1-5-32-574", "Certificate Service DCOM Access"),
          Map.entry("S-1-5-32-575", "RDS Remote Access Servers"),
          Map.entry("S-1-5-32-576", "RDS Endpoint Servers"),
          Map.entry("S-1-5-32-577", "RDS Management Servers"),
          Map.entry("S-1-5-32-578", "Hyper-V Administrators"),
          Map.entry("S-1-5-32-579", "Access Control Assistance Operators"),
          Map.entry("S-1-5-32-580", "Remote Management Users"),
          Map.entry("S-1-5-33", "Write Restricted Code"),
          Map.entry("S-1-5-64", "Authentication"),
          Map.entry("S-1-5-64-10", "NTLM Authentication"),
          Map.entry("S-1-5-64-14", "SChannel Authentication"),
          Map.entry("S-1-5-64-21", "Digest Authentication"),
          Map.entry("S-1-5-80", "NT Service"),
          Map.entry("S-1-5-113", "Local Account"),
          Map.entry("S-1-5-114", "Local Account and member of Administrators"),
          Map.entry("S-1-5-1000", "Other Organization"),
          Map.entry("S-1-15-2-1", "All App Packages"),
          Map.entry("S-1-16", "Mandatory Level"),
          Map.entry("S-1-16-0", "Untrusted"),
          Map.entry("S-1-16-4096", "Low"),
          Map.entry("S-1-16-8192", "Medium"),
          Map.entry("S-1-16-8448", "Medium Plus"),
          Map.entry("S-1-16-12288", "High"),
          Map.entry("S-1-16-16384", "System"),
          Map.entry("S-1-16-20480", "Protected Process"),
          Map.entry("S-1-16-28672", "Secure Process"));

  private static final Map<Long, String> DOMAIN =
      Map.ofEntries(
          Map.entry(498L, "Enterprise Read-only Domain Controllers"),
          Map.entry(500L, "Administrator"),
          Map.entry(501L, "Guest"),
          Map.entry(502L, "krbtgt"),
          Map.entry(512L, "Domain Admins"),
          Map.entry(513L, "Domain Users"),
          Map.entry(514L, "Domain Guests"),
          Map.entry(515L, "Domain Computers"),
          Map.entry(516L, "Domain Controllers"),
          Map.entry(517L, "Cert Publishers"),
          Map.entry(518L, "Schema Admins"),
          Map.entry(519L, "Enterprise Admins"),
          Map.entry(520L, "Group Policy Creator Owners"),
          Map.entry(521L, "Read-only Domain Controllers"),
          Map.entry(522L, "Cloneable Domain Controllers"),
          Map.entry(525L, "Protected Users"),
          Map.entry(526L, "Key Admins"),
          Map.entry(527L, "Enterprise Key Admins"),
          Map.entry(553L, "RAS and IAS Servers"),
          Map.entry(571L, "Allowed RODC Password Replication Group"),
          Map.entry(572L, "Denied RODC Password Replication Group"));

  private WellKnownSids() {}

  /** Null for one that is not well known. */
  static String name(String sid) {
    return NAMES.get(sid);
  }

  /** Of the last part of an identifier of a domain; null for one that is not well known. */
  static String ofDomain(long rid) {
    return DOMAIN.get(rid);
  }
}
