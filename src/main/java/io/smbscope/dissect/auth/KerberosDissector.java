package io.smbscope.dissect.auth;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Dissector;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.SecurityToken;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** AP-REQ, AP-REP and KRB-ERROR, as far as they are not encrypted. RFC 4120 5.5, 5.9 */
final class KerberosDissector implements Dissector {
  private static final int TOKEN_ID = 2;
  private static final int AP_REQ = 14;
  private static final int AP_REP = 15;
  private static final int KRB_ERROR = 30;
  private static final int TIME_LENGTH = 14;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
  private static final List<String> MECHANISMS =
      List.of("1.2.840.113554.1.2.2", "1.2.840.48018.1.2.2", "1.2.840.113554.1.2.2.3");

  private final Field protocol = Fields.named("kerberos");
  private final Field blob = Fields.named("spnego.krb5.blob");
  private final Field oid = Fields.named("spnego.krb5_oid");
  private final Field apReq = Fields.named("kerberos.ap_req_element");
  private final Field apRep = Fields.named("kerberos.ap_rep_element");
  private final Field error = Fields.named("kerberos.krb_error_element");
  private final Field version = Fields.named("kerberos.pvno");
  private final Field messageType = Fields.named("kerberos.msg_type");
  private final Field options = Fields.named("kerberos.ap_options");
  private final List<Field> optionBits =
      List.of(
          Fields.named("kerberos.APOptions.reserved"),
          Fields.named("kerberos.APOptions.use.session.key"),
          Fields.named("kerberos.APOptions.mutual.required"));
  private final Field ticket = Fields.named("kerberos.ticket_element");
  private final Field ticketVersion = Fields.named("kerberos.tkt_vno");
  private final Field realm = Fields.named("kerberos.realm");
  private final Field clientRealm = Fields.named("kerberos.crealm");
  private final Name service = new Name("sname", "SNameString");
  private final Name client = new Name("cname", "CNameString");
  private final Field encrypted = Fields.named("kerberos.enc_part_element");
  private final Field authenticator = Fields.named("kerberos.authenticator_element");
  private final Field encryption = Fields.named("kerberos.etype");
  private final Field keyVersion = Fields.named("kerberos.kvno");
  private final Field cipher = Fields.named("kerberos.cipher");
  private final Field clientTime = Fields.named("kerberos.ctime");
  private final Field clientMicroseconds = Fields.named("kerberos.cusec");
  private final Field serverTime = Fields.named("kerberos.stime");
  private final Field serverMicroseconds = Fields.named("kerberos.susec");
  private final Field errorCode = Fields.named("kerberos.error_code");
  private final Field errorText = Fields.named("kerberos.e_text");
  private final Field errorData = Fields.named("kerberos.e_data");

  static boolean isMechanism(String name) {
    return MECHANISMS.contains(name);
  }

  /** A token in the GSS-API's frame. RFC 4121 4.1 */
  void framed(Dissection dissection, Region region) {
    FrameTree tree = dissection.tree;
    tree.open(blob, region.octets().copy(), region.origin(), region.length());
    Der frame = Der.first(region);
    Der mechanism = frame.inner();
    Region content = mechanism.content();
    tree.value(oid, mechanism.oid(), content.origin(), content.length());
    Region token = frame.content().from(mechanism.header() + content.length());
    SecurityToken id = new SecurityToken(token.stream());
    if (Grammar.show(tree, token, false, id, id::_read)) {
      dissect(dissection, token.from(TOKEN_ID));
    }
    tree.close();
  }

  @Override
  public void dissect(Dissection dissection, Region region) {
    Der message = Der.first(region);
    Field element;
    if (message.tag() == Der.application(AP_REQ)) {
      element = apReq;
    } else if (message.tag() == Der.application(AP_REP)) {
      element = apRep;
    } else if (message.tag() == Der.application(KRB_ERROR)) {
      element = error;
    } else {
      return;
    }
    FrameTree tree = dissection.tree;
    tree.protocol(protocol, "Kerberos", region.origin(), region.length());
    tree.open(element, null, region.origin(), region.length());
    for (Der field : message.inner().elements()) {
      if (element.equals(error)) {
        ofError(tree, field);
      } else {
        ofMessage(tree, field, element.equals(apReq));
      }
    }
    tree.close();
    tree.close();
  }

  private void ofMessage(FrameTree tree, Der field, boolean request) {
    Der value = field.inner();
    switch (field.tag()) {
      case 0xA0 -> number(tree, version, value);
      case 0xA1 -> number(tree, messageType, value);
      case 0xA2 -> {
        if (request) {
          options(tree, value);
        } else {
          encrypted(tree, encrypted, value);
        }
      }
      case 0xA3 -> ticket(tree, value);
      case 0xA4 -> encrypted(tree, authenticator, value);
      default -> {}
    }
  }

  private void ofError(FrameTree tree, Der field) {
    Der value = field.inner();
    switch (field.tag()) {
      case 0xA0 -> number(tree, version, value);
      case 0xA1 -> number(tree, messageType, value);
      case 0xA2 -> time(tree, clientTime, value);
      case 0xA3 -> number(tree, clientMicroseconds, value);
      case 0xA4 -> time(tree, serverTime, value);
      case 0xA5 -> number(tree, serverMicroseconds, value);
      case 0xA6 -> number(tree, errorCode, value);
      case 0xA7 -> text(tree, clientRealm, value);
      case 0xA8 -> client.show(tree, value);
      case 0xA9 -> text(tree, realm, value);
      case 0xAA -> service.show(tree, value);
      case 0xAB -> text(tree, errorText, value);
      case 0xAC -> octets(tree, errorData, value.content());
      default -> {}
    }
  }

  private void options(FrameTree tree, Der bits) {
    Region set = bits.content().from(1);
    tree.open(options, set.octets().copy(), set.origin(), set.length());
    if (set.has(0, 1)) {
      for (Field bit : optionBits) {
        tree.number(bit, set.octets().u8(0), set.origin(), 1);
      }
    }
    tree.close();
  }

  private void ticket(FrameTree tree, Der application) {
    Region all = application.content();
    tree.open(ticket, null, all.origin(), all.length());
    for (Der field : application.inner().elements()) {
      Der value = field.inner();
      switch (field.tag()) {
        case 0xA0 -> number(tree, ticketVersion, value);
        case 0xA1 -> text(tree, realm, value);
        case 0xA2 -> service.show(tree, value);
        case 0xA3 -> encrypted(tree, encrypted, value);
        default -> {}
      }
    }
    tree.close();
  }

  private void encrypted(FrameTree tree, Field element, Der data) {
    Region all = data.content();
    tree.open(element, null, all.origin(), all.length());
    for (Der field : data.elements()) {
      Der value = field.inner();
      switch (field.tag()) {
        case 0xA0 -> number(tree, encryption, value);
        case 0xA1 -> number(tree, keyVersion, value);
        case 0xA2 -> octets(tree, cipher, value.content());
        default -> {}
      }
    }
    tree.close();
  }

  private static void number(FrameTree tree, Field field, Der value) {
    tree.number(field, value.number(), value.content().origin(), value.content().length());
  }

  private static void text(FrameTree tree, Field field, Der value) {
    tree.value(field, value.text(), value.content().origin(), value.content().length());
  }

  private static void octets(FrameTree tree, Field field, Region content) {
    if (tree.wants(field)) {
      tree.value(field, content.octets().copy(), content.origin(), content.length());
    }
  }

  private static void time(FrameTree tree, Field field, Der value) {
    String digits = value.text();
    try {
      LocalDateTime time =
          LocalDateTime.parse(digits.substring(0, Math.min(TIME_LENGTH, digits.length())), TIME);
      Region content = value.content();
      tree.value(field, time.toInstant(ZoneOffset.UTC), content.origin(), content.length());
    } catch (DateTimeException e) {
      tree.say("[Malformed: KerberosTime]", value.content().origin(), value.content().length());
    }
  }

  /** A principal's name. RFC 4120 5.2.2 */
  private static final class Name {
    private final Field element;
    private final Field type = Fields.named("kerberos.name_type");
    private final Field parts;
    private final Field part;

    Name(String name, String part) {
      this.element = Fields.named("kerberos." + name + "_element");
      this.parts = Fields.named("kerberos." + name + "_string");
      this.part = Fields.named("kerberos." + part);
    }

    void show(FrameTree tree, Der name) {
      Region all = name.content();
      tree.open(element, null, all.origin(), all.length());
      for (Der field : name.elements()) {
        Der value = field.inner();
        if (field.tag() == Der.context(0)) {
          number(tree, type, value);
        } else {
          List<Der> strings = value.elements();
          Region list = value.content();
          tree.number(parts, strings.size(), list.origin(), list.length());
          strings.forEach(string -> text(tree, part, string));
        }
      }
      tree.close();
    }
  }
}
