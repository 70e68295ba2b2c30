package io.smbscope.dissect.auth;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Dissector;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;

/** A security token, as SESSION_SETUP carries it: SPNEGO, NTLMSSP or Kerberos. RFC 4178 */
public final class SecurityBlob implements Dissector {
  private static final String SPNEGO = "1.3.6.1.5.5.2";

  private final Field protocol = Fields.named("gss-api");
  private final Field mechanism = Fields.named("gss-api.OID");
  private final NtlmsspDissector ntlmssp = new NtlmsspDissector();
  private final KerberosDissector kerberos = new KerberosDissector();
  private final Spnego spnego = new Spnego(ntlmssp, kerberos);

  @Override
  public void dissect(Dissection dissection, Region region) {
    if (region.octets().isEmpty()) {
      return;
    }
    if (NtlmsspDissector.isMessage(region)) {
      ntlmssp.dissect(dissection, region);
      return;
    }
    FrameTree tree = dissection.tree;
    tree.protocol(
        protocol,
        "GSS-API Generic Security Service Application Program Interface",
        region.origin(),
        region.length());
    int depth = tree.depth();
    if (!Grammar.read(() -> token(dissection, region))) {
      tree.depth(depth);
      tree.say("[Malformed: GSS-API]", 0, 0);
    }
    tree.depth(depth - 1);
  }

  private void token(Dissection dissection, Region region) {
    Der frame = Der.first(region);
    if (frame.tag() == Der.application(0)) {
      Der oid = frame.inner();
      Region content = oid.content();
      String name = oid.oid();
      dissection.tree.value(mechanism, name, content.origin(), content.length());
      Region inner = frame.content().from(oid.header() + content.length());
      if (name.equals(SPNEGO)) {
        spnego.dissect(dissection, inner);
      } else if (NtlmsspDissector.isMessage(inner)) {
        ntlmssp.dissect(dissection, inner);
      } else if (KerberosDissector.isMechanism(name)) {
        kerberos.framed(dissection, region);
      }
    } else if (frame.tag() == Der.context(0) || frame.tag() == Der.context(1)) {
      spnego.dissect(dissection, region);
    } else {
      kerberos.dissect(dissection, region);
    }
  }
}
