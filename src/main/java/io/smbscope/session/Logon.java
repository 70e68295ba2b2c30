package io.smbscope.session;

import io.smbscope.base.Bytes;
import io.smbscope.event.SessionEvent.Identity;

/** What the security tokens of one SESSION_SETUP exchange told of who logs on. */
final class Logon {
  /** A token of the client's whose rest is still to come, else null. */
  Bytes partFromClient;

  /** The same of the server's. */
  Bytes partFromServer;

  String mechanism;
  boolean lmResponse;
  boolean rawNtlm;
  String user;
  String domain;
  String workstation;
  String targetName;
  String serverNetbiosName;
  String serverNetbiosDomain;
  String serverDnsName;
  String serverDnsDomain;
  String serverDnsTree;
  String clientVersion;
  String serverVersion;
  String kerberosRealm;
  String kerberosService;
  String kerberosEncryption;

  boolean empty() {
    return mechanism == null
        && user == null
        && workstation == null
        && serverNetbiosName == null
        && targetName == null;
  }

  /** {@code DOMAIN\\user}, or null when no user was seen. */
  String account() {
    if (user == null) {
      return null;
    }
    if (user.isEmpty()) {
      return "anonymous".equals(mechanism) ? "ANONYMOUS" : null;
    }
    return domain == null || domain.isEmpty() ? user : domain + "\\" + user;
  }

  Identity toEvent() {
    return new Identity(
        mechanism,
        lmResponse,
        rawNtlm,
        user,
        domain,
        workstation,
        targetName,
        serverNetbiosName,
        serverNetbiosDomain,
        serverDnsName,
        serverDnsDomain,
        serverDnsTree,
        clientVersion,
        serverVersion,
        kerberosRealm,
        kerberosService,
        kerberosEncryption);
  }
}
