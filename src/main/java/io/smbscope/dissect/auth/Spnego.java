package io.smbscope.dissect.auth;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Dissector;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import java.util.List;

/** A NegotiationToken and the mechanism's token in it. RFC 4178 4.2, [MS-SPNG] 2.2.1 */
final class Spnego implements Dissector {
  private static final String NTLMSSP = "1.3.6.1.4.1.311.2.2.10";

  /** The mechanism that a connection agreed on. */
  static final class Mechanism {
    private String oid = "";
  }

  private final Field protocol = Fields.named("spnego");
  private final Field init = Fields.named("spnego.negTokenInit_element");
  private final Field response = Fields.named("spnego.negTokenTarg_element");
  private final Field mechTypes = Fields.named("spnego.mechTypes");
  private final Field mechType = Fields.named("spnego.MechType");
  private final Field reqFlags = Fields.named("spnego.reqFlags");
  private final Field mechToken = Fields.named("spnego.mechToken");
  private final Field mechListMic = Fields.named("spnego.mechListMIC");
  private final Field hints = Fields.named("spnego.negHints_element");
  private final Field hintName = Fields.named("spnego.hintName");
  private final Field hintAddress = Fields.named("spnego.hintAddress");
  private final Field negResult = Fields.named("spnego.negResult");
  private final Field supportedMech = Fields.named("spnego.supportedMech");
  private final Field responseToken = Fields.named("spnego.responseToken");
  private final NtlmsspDissector ntlmssp;
  private final KerberosDissector kerberos;

  Spnego(NtlmsspDissector ntlmssp, KerberosDissector kerberos) {
    this.ntlmssp = ntlmssp;
    this.kerberos = kerberos;
  }

  @Override
  public void dissect(Dissection dissection, Region region) {
    FrameTree tree = dissection.tree;
    tree.protocol(protocol, "Simple Protected Negotiation", region.origin(), region.length());
    Der choice = Der.first(region);
    Mechanism mechanism = dissection.conversation.state(Mechanism.class, Mechanism::new);
    tree.open(
        choice.tag() == Der.context(0) ? init : response, null, region.origin(), region.length());
    for (Der element : choice.inner().elements()) {
      if (choice.tag() == Der.context(0)) {
        ofInit(dissection, mechanism, element);
      } else {
        ofResponse(dissection, mechanism, element);
      }
    }
    tree.close();
    tree.close();
  }

  private void ofInit(Dissection dissection, Mechanism mechanism, Der element) {
    Der value = element.inner();
    switch (element.tag()) {
      case 0xA0 -> mechTypes(dissection.tree, mechanism, value);
      case 0xA1 -> octets(dissection.tree, reqFlags, value);
      case 0xA2 -> token(dissection, mechToken, value);
      case 0xA3 -> {
        if (value.tag() == Der.SEQUENCE) {
          hints(dissection.tree, value);
        } else {
          mic(dissection, mechanism, value);
        }
      }
      case 0xA4 -> mic(dissection, mechanism, value);
      default -> {}
    }
  }

  private void ofResponse(Dissection dissection, Mechanism mechanism, Der element) {
    Der value = element.inner();
    Region content = value.content();
    switch (element.tag()) {
      case 0xA0 ->
          dissection.tree.number(negResult, value.number(), content.origin(), content.length());
      case 0xA1 -> {
        mechanism.oid = value.oid();
        dissection.tree.value(supportedMech, mechanism.oid, content.origin(), content.length());
      }
      case 0xA2 -> token(dissection, responseToken, value);
      case 0xA3 -> mic(dissection, mechanism, value);
      default -> {}
    }
  }

  private void mechTypes(FrameTree tree, Mechanism mechanism, Der list) {
    List<Der> types = list.elements();
    Region all = list.content();
    tree.number(mechTypes, types.size(), all.origin(), all.length());
    for (Der type : types) {
      tree.value(mechType, type.oid(), type.content().origin(), type.content().length());
    }
    if (!types.isEmpty()) {
      mechanism.oid = types.get(0).oid();
    }
  }

  private void hints(FrameTree tree, Der sequence) {
    Region all = sequence.content();
    tree.open(hints, null, all.origin(), all.length());
    for (Der element : sequence.elements()) {
      Der value = element.inner();
      if (element.tag() == Der.context(0)) {
        tree.value(hintName, value.text(), value.content().origin(), value.content().length());
      } else {
        octets(tree, hintAddress, value);
      }
    }
    tree.close();
  }

  private void token(Dissection dissection, Field field, Der value) {
    Region token = value.content();
    octets(dissection.tree, field, value);
    if (NtlmsspDissector.isMessage(token)) {
      ntlmssp.dissect(dissection, token);
    } else if (token.has(0, 1) && token.octets().u8(0) == Der.application(0)) {
      kerberos.framed(dissection, token);
    } else if (token.has(0, 1)) {
      kerberos.dissect(dissection, token);
    }
  }

  private void mic(Dissection dissection, Mechanism mechanism, Der value) {
    octets(dissection.tree, mechListMic, value);
    Region mic = value.content();
    if (mechanism.oid.equals(NTLMSSP) && mic.has(0, 1) && mic.octets().u8(0) == 1) {
      ntlmssp.dissect(dissection, mic);
    }
  }

  private static void octets(FrameTree tree, Field field, Der value) {
    Region content = value.content();
    if (tree.wants(field)) {
      tree.value(field, content.octets().copy(), content.origin(), content.length());
    }
  }
}
