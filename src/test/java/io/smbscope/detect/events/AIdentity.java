package io.smbscope.detect.events;

import io.smbscope.event.SessionEvent.Identity;

/** Makes {@link Identity}s for tests: each component has an ordinary value unless set. */
public final class AIdentity {
  private String mechanism = "NTLMv2";
  private boolean lmResponse = false;
  private boolean rawNtlm = false;
  private String user = "alice";
  private String domain = "LAB";
  private String workstation = "CLIENT";
  private String targetName = null;
  private String serverNetbiosName = null;
  private String serverNetbiosDomain = null;
  private String serverDnsName = null;
  private String serverDnsDomain = null;
  private String serverDnsTree = null;
  private String clientVersion = null;
  private String serverVersion = null;
  private String kerberosRealm = null;
  private String kerberosService = null;
  private String kerberosEncryption = null;

  public AIdentity mechanism(String value) {
    this.mechanism = value;
    return this;
  }

  public AIdentity lmResponse(boolean value) {
    this.lmResponse = value;
    return this;
  }

  public AIdentity rawNtlm(boolean value) {
    this.rawNtlm = value;
    return this;
  }

  public AIdentity user(String value) {
    this.user = value;
    return this;
  }

  public AIdentity domain(String value) {
    this.domain = value;
    return this;
  }

  public AIdentity workstation(String value) {
    this.workstation = value;
    return this;
  }

  public AIdentity targetName(String value) {
    this.targetName = value;
    return this;
  }

  public AIdentity serverNetbiosName(String value) {
    this.serverNetbiosName = value;
    return this;
  }

  public AIdentity serverNetbiosDomain(String value) {
    this.serverNetbiosDomain = value;
    return this;
  }

  public AIdentity serverDnsName(String value) {
    this.serverDnsName = value;
    return this;
  }

  public AIdentity serverDnsDomain(String value) {
    this.serverDnsDomain = value;
    return this;
  }

  public AIdentity serverDnsTree(String value) {
    this.serverDnsTree = value;
    return this;
  }

  public AIdentity clientVersion(String value) {
    this.clientVersion = value;
    return this;
  }

  public AIdentity serverVersion(String value) {
    this.serverVersion = value;
    return this;
  }

  public AIdentity kerberosRealm(String value) {
    this.kerberosRealm = value;
    return this;
  }

  public AIdentity kerberosService(String value) {
    this.kerberosService = value;
    return this;
  }

  public AIdentity kerberosEncryption(String value) {
    this.kerberosEncryption = value;
    return this;
  }

  public Identity build() {
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
