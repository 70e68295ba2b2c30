package io.smbscope.auth;

import io.kaitai.struct.ByteBufferKaitaiStream;
import io.kaitai.struct.KaitaiStream;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import io.smbscope.base.FileTime;
import io.smbscope.grammar.NtlmsspMessage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Decodes the messages of NTLMSSP. [MS-NLMP] 2.2 */
final class Ntlmssp {
  private static final byte[] SIGNATURE = {'N', 'T', 'L', 'M', 'S', 'S', 'P', 0};

  /** Octets of NTProofStr before the client challenge of an NTLMv2 response. */
  private static final int PROOF_LENGTH = 16;

  /** AV pairs of one list that are kept; [MS-NLMP] knows ten. */
  private static final int MAX_PAIRS = 64;

  /**
   * The OEM character set is the sender's secret; Latin-1 keeps every octet, and is right for
   * ASCII.
   */
  private static final Charset OEM = StandardCharsets.ISO_8859_1;

  private Ntlmssp() {}

  /** The octets begin as an NTLMSSP message does. */
  static boolean startsWithSignature(Bytes octets) {
    if (octets.length() < SIGNATURE.length) {
      return false;
    }
    for (int i = 0; i < SIGNATURE.length; i++) {
      if (octets.u8(i) != SIGNATURE[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Null when not even the message's fixed part could be read.
   *
   * @param message begins at the signature; trailing octets do no harm
   */
  static NtlmMessage decode(Bytes message, Complaints complaints) {
    try {
      return message(new NtlmsspMessage(stream(message)), complaints);
    } catch (RuntimeException e) {
      complaints.add(
          AnomalyKind.MALFORMED_NTLMSSP,
          "MS-NLMP 2.2.1",
          "NTLMSSP message of " + message.length() + " octets is cut short",
          e);
      return null;
    }
  }

  private static NtlmMessage message(NtlmsspMessage message, Complaints complaints) {
    Object body = message.body();
    if (body instanceof NtlmsspMessage.Negotiate negotiate) {
      return negotiate(negotiate, complaints);
    }
    if (body instanceof NtlmsspMessage.Challenge challenge) {
      return challenge(challenge, complaints);
    }
    if (body instanceof NtlmsspMessage.Authenticate authenticate) {
      return authenticate(authenticate, complaints);
    }
    complaints.add(AnomalyKind.MALFORMED_NTLMSSP, "MS-NLMP 2.2.1", "unknown NTLMSSP message type");
    return null;
  }

  private static NegotiateMessage negotiate(NtlmsspMessage.Negotiate body, Complaints complaints) {
    long flags = body.negotiateFlags();
    return new NegotiateMessage(
        flags,
        supplied(
            body.domainName(),
            "DomainName",
            (flags & NtlmMessage.NEGOTIATE_OEM_DOMAIN_SUPPLIED) != 0,
            complaints),
        supplied(
            body.workstation(),
            "Workstation",
            (flags & NtlmMessage.NEGOTIATE_OEM_WORKSTATION_SUPPLIED) != 0,
            complaints),
        version(body.version()));
  }

  /**
   * A name of the NEGOTIATE message. A server ignores it without its flag; here it is taken all the
   * same, for Samba sends names without flags, but if it leads out of the message that is no fault.
   */
  private static String supplied(
      NtlmsspMessage.PayloadField field, String name, boolean flag, Complaints complaints) {
    if (field == null || (!flag && (field.lenValue() == 0 || !field.inBounds()))) {
      return null;
    }
    return text(field, name, OEM, complaints);
  }

  private static ChallengeMessage challenge(NtlmsspMessage.Challenge body, Complaints complaints) {
    byte[] targetInfo = octets(body.targetInfo(), "TargetInfo", complaints);
    return new ChallengeMessage(
        body.negotiateFlags(),
        text(body.targetName(), "TargetName", charset(body.negotiateFlags()), complaints),
        hex(body.serverChallenge()),
        targetInfo == null ? AvPairs.NONE : avPairs(Bytes.of(targetInfo), complaints),
        version(body.version()));
  }

  private static AuthenticateMessage authenticate(
      NtlmsspMessage.Authenticate body, Complaints complaints) {
    long flags = body.negotiateFlags() == null ? 0 : body.negotiateFlags();
    Charset charset = charset(flags);
    byte[] lm = octets(body.lmChallengeResponse(), "LmChallengeResponse", complaints);
    byte[] nt = octets(body.ntChallengeResponse(), "NtChallengeResponse", complaints);
    String user = text(body.userName(), "UserName", charset, complaints);
    NtlmResponse response =
        lm == null || nt == null || user == null
            ? NtlmResponse.UNKNOWN
            : NtlmResponse.classify(Bytes.of(lm), Bytes.of(nt), user.isEmpty());
    ClientChallenge client =
        response == NtlmResponse.NTLMV2
            ? clientChallenge(Bytes.of(nt), complaints)
            : ClientChallenge.NONE;
    return new AuthenticateMessage(
        flags,
        hex(lm),
        hex(nt),
        response,
        text(body.domainName(), "DomainName", charset, complaints),
        user,
        text(body.workstation(), "Workstation", charset, complaints),
        version(body.version()),
        hex(body.mic()),
        client.time,
        client.targetInfo,
        PayloadLayout.of(
            new NtlmsspMessage.PayloadField[] {
              body.domainName(), body.userName(), body.workstation()
            },
            new NtlmsspMessage.PayloadField[] {
              body.lmChallengeResponse(), body.ntChallengeResponse()
            },
            body.encryptedRandomSessionKey()));
  }

  /** What an NTLMv2 response says besides its proof. [MS-NLMP] 2.2.2.7 */
  private record ClientChallenge(Instant time, AvPairs targetInfo) {
    static final ClientChallenge NONE = new ClientChallenge(null, AvPairs.NONE);
  }

  private static ClientChallenge clientChallenge(Bytes response, Complaints complaints) {
    try {
      Bytes octets = response.from(PROOF_LENGTH);
      KaitaiStream stream = stream(octets);
      NtlmsspMessage.Ntlmv2ClientChallenge challenge =
          new NtlmsspMessage.Ntlmv2ClientChallenge(stream);
      return new ClientChallenge(
          FileTime.toInstant(challenge.timeStamp()),
          avPairs(octets.from(stream.pos()), complaints));
    } catch (RuntimeException e) {
      complaints.add(
          AnomalyKind.MALFORMED_NTLMSSP,
          "MS-NLMP 2.2.2.8",
          "NTLMv2 response of " + response.length() + " octets holds no client challenge",
          e);
      return ClientChallenge.NONE;
    }
  }

  /** The pairs before MsvAvEOL, or those before the first that leads out of the list. */
  private static AvPairs avPairs(Bytes list, Complaints complaints) {
    List<AvPair> pairs = new ArrayList<>();
    try {
      KaitaiStream stream = stream(list);
      while (!stream.isEof()) {
        NtlmsspMessage.AvPair pair = new NtlmsspMessage.AvPair(stream);
        int id = pair.avId();
        if (id == AvPair.EOL) {
          break;
        }
        if (pairs.size() == MAX_PAIRS) {
          complaints.add(
              AnomalyKind.LIMIT_REACHED, "MS-NLMP 2.2.2.1", "more than " + MAX_PAIRS + " AV pairs");
          break;
        }
        pairs.add(
            new AvPair(
                id,
                AvPair.isText(id)
                    ? new String(pair.value(), StandardCharsets.UTF_16LE)
                    : hex(pair.value())));
      }
    } catch (RuntimeException e) {
      complaints.add(
          AnomalyKind.MALFORMED_NTLMSSP,
          "MS-NLMP 2.2.2.1",
          "AV pair " + (pairs.size() + 1) + " leads out of its list",
          e);
    }
    return pairs.isEmpty() ? AvPairs.NONE : new AvPairs(List.copyOf(pairs));
  }

  /** Null when the field is absent, or leads out of the message. */
  private static byte[] octets(
      NtlmsspMessage.PayloadField field, String name, Complaints complaints) {
    if (field == null) {
      return null;
    }
    if (field.lenValue() == 0) {
      return new byte[0];
    }
    if (!field.inBounds()) {
      complaints.add(
          AnomalyKind.MALFORMED_NTLMSSP,
          "MS-NLMP 2.2.1",
          name
              + " of "
              + field.lenValue()
              + " octets at "
              + field.ofsValue()
              + " leads out of the message of "
              + field._root()._io().size());
      return null;
    }
    return field.value();
  }

  private static String text(
      NtlmsspMessage.PayloadField field, String name, Charset charset, Complaints complaints) {
    byte[] octets = octets(field, name, complaints);
    return octets == null ? null : new String(octets, charset);
  }

  private static Charset charset(long flags) {
    return (flags & NtlmMessage.NEGOTIATE_UNICODE) != 0 ? StandardCharsets.UTF_16LE : OEM;
  }

  private static Version version(NtlmsspMessage.Version version) {
    return version == null
        ? null
        : new Version(
            version.productMajorVersion(),
            version.productMinorVersion(),
            version.productBuild(),
            version.ntlmRevisionCurrent());
  }

  private static String hex(byte[] octets) {
    return octets == null ? null : HexFormat.of().formatHex(octets);
  }

  private static KaitaiStream stream(Bytes octets) {
    return new ByteBufferKaitaiStream(octets.toByteBuffer());
  }
}
