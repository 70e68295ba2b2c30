package io.smbscope.dissect.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Dissector;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Walk;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.NtlmsspMessage;

/**
 * NTLMSSP messages and signatures. Which parts the older forms have is told by where the payload
 * begins, as in tshark. [MS-NLMP] 2.2.1
 */
public final class NtlmsspDissector implements Dissector {
  private static final int NEGOTIATE = 1;
  private static final int CHALLENGE = 2;
  private static final int AUTHENTICATE = 3;
  private static final int UNICODE = 0x1;
  private static final int VERSION = 0x02000000;
  private static final int SIGNATURE = 8;
  private static final int VERSION_LENGTH = 8;
  private static final int MIC_LENGTH = 16;

  /** Where an AUTHENTICATE_MESSAGE says where the domain is, counted behind its type; then user. */
  private static final int DOMAIN = 16;

  private static final int USER = 24;
  private static final int VERIFIER = 16;
  private static final byte[] NTLMSSP = {'N', 'T', 'L', 'M', 'S', 'S', 'P', 0};

  /** What a connection's last challenge offered. */
  static final class Negotiated {
    private boolean unicode;
  }

  private final Field protocol = Fields.named("ntlmssp");
  private final Field identifier = Fields.named("ntlmssp.identifier");
  private final Field messageType = Fields.named("ntlmssp.messagetype");
  private final Field flags = Fields.named("ntlmssp.negotiateflags");
  private final Field version = Fields.named("ntlmssp.version");
  private final Field negotiateDomain = Fields.named("ntlmssp.negotiate.domain");
  private final Field negotiateWorkstation = Fields.named("ntlmssp.negotiate.callingworkstation");
  private final Field targetName = Fields.named("ntlmssp.challenge.target_name");
  private final Field serverChallenge = Fields.named("ntlmssp.ntlmserverchallenge");
  private final Field reserved = Fields.named("ntlmssp.reserved");
  private final Field lmResponse = Fields.named("ntlmssp.auth.lmresponse");
  private final Field ntResponse = Fields.named("ntlmssp.auth.ntresponse");
  private final Field domain = Fields.named("ntlmssp.auth.domain");
  private final Field user = Fields.named("ntlmssp.auth.username");
  private final Field host = Fields.named("ntlmssp.auth.hostname");
  private final Field sessionKey = Fields.named("ntlmssp.auth.sesskey");
  private final Field zeros = Fields.named("ntlmssp.ntlmv2_response.z");
  private final Field mic = Fields.named("ntlmssp.authenticate.mic");
  private final Field verifier = Fields.named("ntlmssp.verf");
  private final Field verifierVersion = Fields.named("ntlmssp.verf.vers");
  private final Field verifierBody = Fields.named("ntlmssp.verf.body");
  private final NtlmPayload payload = new NtlmPayload();

  /** Begins as a message does. */
  static boolean isMessage(Region region) {
    if (!region.has(0, NTLMSSP.length)) {
      return false;
    }
    for (int i = 0; i < NTLMSSP.length; i++) {
      if (region.octets().u8(i) != NTLMSSP[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void dissect(Dissection dissection, Region region) {
    if (region.length() == VERIFIER && region.has(0, VERIFIER) && region.octets().u8(0) == 1) {
      verifier(dissection, region);
      return;
    }
    FrameTree tree = dissection.tree;
    tree.protocol(protocol, "NTLM Secure Service Provider", region.origin(), region.length());
    int depth = tree.depth();
    Walk walk = new Walk(tree, region, true);
    Negotiated state = dissection.conversation.state(Negotiated.class, Negotiated::new);
    if (!Grammar.read(() -> message(walk, state))) {
      tree.depth(depth);
      tree.say("[Malformed: NTLMSSP]", 0, 0);
    }
    tree.depth(depth - 1);
  }

  /** The signature of a message that NTLM protects. [MS-NLMP] 2.2.2.9 */
  public void verifier(Dissection dissection, Region region) {
    if (region.octets().length() < VERIFIER) {
      return;
    }
    FrameTree tree = dissection.tree;
    tree.open(verifier, null, region.origin(), region.length());
    Walk walk = new Walk(tree, region, true);
    walk.show(verifierVersion, Integer.BYTES);
    walk.show(verifierBody, walk.left());
    tree.close();
  }

  private void message(Walk walk, Negotiated state) {
    walk.show(identifier, SIGNATURE);
    switch ((int) walk.show(messageType, Integer.BYTES)) {
      case NEGOTIATE -> negotiate(walk);
      case CHALLENGE -> challenge(walk, state);
      case AUTHENTICATE -> authenticate(walk, state);
      default -> walk.tree().say("Unrecognized NTLMSSP Message", walk.place(), walk.left());
    }
  }

  private void negotiate(Walk walk) {
    walk.tree().info(", NTLMSSP_NEGOTIATE");
    long bits = walk.show(flags, Integer.BYTES);
    int dataStart = payload.string(walk, negotiateDomain, false);
    dataStart = Math.min(dataStart, payload.string(walk, negotiateWorkstation, false));
    if (walk.at() < dataStart && (bits & VERSION) != 0) {
      version(walk);
    }
  }

  private void challenge(Walk walk, Negotiated state) {
    walk.tree().info(", NTLMSSP_CHALLENGE");
    boolean unicode = walk.left() >= 12 && (walk.peek(SIGNATURE, Integer.BYTES) & UNICODE) != 0;
    int dataStart = payload.string(walk, targetName, unicode);
    long bits = walk.show(flags, Integer.BYTES);
    walk.show(serverChallenge, Long.BYTES);
    state.unicode = unicode;
    if (walk.at() >= dataStart) {
      return;
    }
    walk.show(reserved, Long.BYTES);
    if (walk.at() < dataStart) {
      payload.targetInfo(walk);
    }
    if (walk.at() < dataStart && (bits & VERSION) != 0) {
      version(walk);
    }
  }

  private void authenticate(Walk walk, Negotiated state) {
    boolean unicode = isUnicode(walk, state);
    if (walk.tree().wantsLine()) {
      String name = text(walk, DOMAIN, unicode) + "\\" + text(walk, USER, unicode);
      walk.tree().info(", NTLMSSP_AUTH, User: " + name);
    }
    int dataStart = payload.start(walk);
    payload.blob(walk, lmResponse);
    dataStart = Math.min(dataStart, payload.start(walk));
    payload.blob(walk, ntResponse);
    dataStart = Math.min(dataStart, payload.string(walk, domain, unicode));
    dataStart = Math.min(dataStart, payload.string(walk, user, unicode));
    dataStart = Math.min(dataStart, payload.string(walk, host, unicode));
    if (walk.at() < dataStart) {
      payload.blob(walk, sessionKey);
    }
    long bits = 0;
    if (walk.at() < dataStart) {
      bits = walk.show(flags, Integer.BYTES);
    }
    if (walk.at() < dataStart) {
      if ((bits & VERSION) != 0) {
        version(walk);
      } else {
        walk.show(zeros, VERSION_LENGTH);
      }
    }
    if (walk.at() < dataStart) {
      walk.show(mic, MIC_LENGTH);
    }
  }

  /** What the descriptor at so many octets from here says where it is. */
  private static String text(Walk walk, int descriptor, boolean unicode) {
    int length = (int) walk.peek(descriptor, Short.BYTES);
    int offset = (int) Math.min(Integer.MAX_VALUE, walk.peek(descriptor + 4, Integer.BYTES));
    byte[] octets = walk.region().part(offset, length).octets().copy();
    return new String(octets, unicode ? UTF_16LE : ISO_8859_1);
  }

  /** By the message's own flags when it has them, else by those of the challenge before it. */
  private static boolean isUnicode(Walk walk, Negotiated state) {
    int fields = 6;
    if (walk.left() >= fields * Long.BYTES + Integer.BYTES) {
      long start = Integer.MAX_VALUE;
      for (int i = 0; i < fields - 1; i++) {
        start = Math.min(start, walk.peek(i * Long.BYTES + Integer.BYTES, Integer.BYTES));
      }
      if (walk.at() + (fields - 1) * Long.BYTES < start) {
        return (walk.peek(fields * Long.BYTES, Integer.BYTES) & UNICODE) != 0;
      }
    }
    return state.unicode;
  }

  private void version(Walk walk) {
    FrameTree tree = walk.tree();
    tree.open(version, null, walk.place(), VERSION_LENGTH);
    Region octets = walk.take(VERSION_LENGTH);
    NtlmsspMessage.Version structure = new NtlmsspMessage.Version(octets.stream(), null, null);
    Grammar.show(tree, octets, true, structure, structure::_read);
    tree.close();
  }
}
