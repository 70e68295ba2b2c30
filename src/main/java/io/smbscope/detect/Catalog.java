package io.smbscope.detect;

import io.smbscope.detect.credential.BruteForce;
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
import io.smbscope.detect.negotiation.IllegalAnswer;
import io.smbscope.detect.negotiation.NtlmTampering;
import io.smbscope.detect.negotiation.PreauthAbort;
import io.smbscope.detect.negotiation.Regression;
import io.smbscope.detect.negotiation.ValidateNegotiate;
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
        new BruteForce(settings, findings));
  }
}
