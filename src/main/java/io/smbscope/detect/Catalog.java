package io.smbscope.detect;

import io.smbscope.detect.baseline.Departures;
import io.smbscope.detect.coercion.Coercion;
import io.smbscope.detect.coercion.RefusingServer;
import io.smbscope.detect.coercion.Relay;
import io.smbscope.detect.coercion.RelayedIdentity;
import io.smbscope.detect.credential.BruteForce;
import io.smbscope.detect.credential.CoercedTicket;
import io.smbscope.detect.credential.CredentialFiles;
import io.smbscope.detect.credential.DirectoryReplication;
import io.smbscope.detect.credential.DomainSecrets;
import io.smbscope.detect.credential.PassTheHash;
import io.smbscope.detect.credential.PasswordSpray;
import io.smbscope.detect.credential.SecretsDump;
import io.smbscope.detect.credential.Workstations;
import io.smbscope.detect.discovery.AccountEnumeration;
import io.smbscope.detect.discovery.HostSweep;
import io.smbscope.detect.discovery.RidCycling;
import io.smbscope.detect.discovery.ShareEnumeration;
import io.smbscope.detect.discovery.ShareWalk;
import io.smbscope.detect.evasion.Breaches;
import io.smbscope.detect.evasion.Channels;
import io.smbscope.detect.evasion.Clocks;
import io.smbscope.detect.evasion.FileOverlap;
import io.smbscope.detect.evasion.NtlmLayout;
import io.smbscope.detect.evasion.OddShapes;
import io.smbscope.detect.exploit.CallExploits;
import io.smbscope.detect.exploit.Compressed;
import io.smbscope.detect.exploit.ServerExploits;
import io.smbscope.detect.exploit.Smb1Memory;
import io.smbscope.detect.exploit.Smb1Probes;
import io.smbscope.detect.exposure.Cleartext;
import io.smbscope.detect.exposure.CompressionAccepted;
import io.smbscope.detect.exposure.GuestSession;
import io.smbscope.detect.exposure.KerberosGap;
import io.smbscope.detect.exposure.NetbiosSessionService;
import io.smbscope.detect.exposure.NullSession;
import io.smbscope.detect.exposure.PeerToPeer;
import io.smbscope.detect.exposure.PublicAddress;
import io.smbscope.detect.exposure.Signatures;
import io.smbscope.detect.exposure.Smb1Use;
import io.smbscope.detect.exposure.StaticChallenge;
import io.smbscope.detect.exposure.WeakLogon;
import io.smbscope.detect.impact.Canary;
import io.smbscope.detect.impact.Eicar;
import io.smbscope.detect.impact.Exfiltration;
import io.smbscope.detect.impact.FileStorm;
import io.smbscope.detect.impact.RansomNames;
import io.smbscope.detect.impact.RewrittenFiles;
import io.smbscope.detect.impact.Snapshots;
import io.smbscope.detect.lateral.AdminShares;
import io.smbscope.detect.lateral.CommandOutput;
import io.smbscope.detect.lateral.DropThenRun;
import io.smbscope.detect.lateral.DroppedFiles;
import io.smbscope.detect.lateral.PipeNames;
import io.smbscope.detect.lateral.RemoteCalls;
import io.smbscope.detect.lateral.ServiceTools;
import io.smbscope.detect.lateral.ToolFingerprint;
import io.smbscope.detect.negotiation.IllegalAnswer;
import io.smbscope.detect.negotiation.NtlmTampering;
import io.smbscope.detect.negotiation.PreauthAbort;
import io.smbscope.detect.negotiation.Regression;
import io.smbscope.detect.negotiation.ValidateNegotiate;
import io.smbscope.detect.netbios.Browsers;
import io.smbscope.detect.netbios.Mailslots;
import io.smbscope.detect.netbios.NameAnswers;
import io.smbscope.detect.netbios.NameClaims;
import io.smbscope.detect.policy.ListedHosts;
import io.smbscope.detect.policy.SensitiveAccess;
import io.smbscope.detect.policy.UnknownHosts;
import io.smbscope.detect.policy.ZoneCrossing;
import java.util.List;

/** The one list of detections: a new one is a class and a line here. */
public final class Catalog {
  private Catalog() {}

  /** What all detections look for, in the order of the list. */
  public static List<Rule> rules() {
    Findings none = new Findings(Settings.DEFAULT, event -> {});
    Knowledge knowledge = new Knowledge(Settings.DEFAULT, new Listeners());
    return detections(Settings.DEFAULT, knowledge, none).stream()
        .flatMap(detection -> detection.rules().stream())
        .toList();
  }

  static List<Detection> detections(Settings settings, Knowledge knowledge, Findings findings) {
    return List.of(
        new GuestSession(findings),
        new Smb1Use(findings),
        new NetbiosSessionService(findings),
        new Signatures(knowledge, findings),
        new Cleartext(findings),
        new NullSession(findings),
        new WeakLogon(findings),
        new StaticChallenge(findings),
        new KerberosGap(findings),
        new PublicAddress(knowledge, findings),
        new PeerToPeer(settings, knowledge, findings),
        new CompressionAccepted(findings),
        new ValidateNegotiate(findings),
        new IllegalAnswer(findings),
        new PreauthAbort(settings, findings),
        new Regression(settings, findings),
        new NtlmTampering(findings),
        new Clocks(settings, findings),
        new Breaches(findings),
        new OddShapes(settings, findings),
        new NtlmLayout(findings),
        new FileOverlap(findings),
        new Channels(findings),
        new BruteForce(settings, findings),
        new PasswordSpray(settings, findings),
        new Workstations(knowledge, findings),
        new PassTheHash(findings),
        new CoercedTicket(findings),
        new CredentialFiles(findings),
        new SecretsDump(settings, findings),
        new DirectoryReplication(knowledge, findings),
        new DomainSecrets(findings),
        new ShareEnumeration(settings, findings),
        new ShareWalk(settings, findings),
        new AccountEnumeration(settings, findings),
        new RidCycling(settings, findings),
        new HostSweep(settings, findings),
        new Coercion(settings, knowledge, findings),
        new Relay(settings, findings),
        new RelayedIdentity(settings, knowledge, findings),
        new RefusingServer(settings, knowledge, findings),
        new AdminShares(settings, findings),
        new DroppedFiles(findings),
        new DropThenRun(settings, findings),
        new RemoteCalls(findings),
        new ServiceTools(findings),
        new CommandOutput(findings),
        new PipeNames(settings, findings),
        new ToolFingerprint(findings),
        new Smb1Memory(findings),
        new Smb1Probes(findings),
        new Compressed(findings),
        new CallExploits(settings, findings),
        new ServerExploits(findings),
        new ZoneCrossing(settings, findings),
        new ListedHosts(settings, findings),
        new UnknownHosts(settings, knowledge, findings),
        new SensitiveAccess(settings, findings),
        new Departures(settings, findings),
        new FileStorm(settings, findings),
        new RansomNames(settings, findings),
        new RewrittenFiles(settings, findings),
        new Snapshots(findings),
        new Exfiltration(settings, knowledge, findings),
        new Eicar(findings),
        new Canary(settings, findings),
        new NameAnswers(settings, knowledge, findings),
        new NameClaims(settings, knowledge, findings),
        new Browsers(settings, findings),
        new Mailslots(knowledge, findings));
  }
}
