package io.smbscope.output.zeek;

import io.smbscope.base.Stamp;
import io.smbscope.event.FlowKey;
import io.smbscope.netbios.NbnsMessage;
import io.smbscope.netbios.NbnsMessage.Question;
import io.smbscope.netbios.NbnsMessage.ResourceRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of {@code dns.log} while it is made: a name service request, its reply, or both. Its words
 * are those that the DNS has for the same numbers.
 */
final class DnsExchange {
  static final List<Column> COLUMNS =
      Column.ofConnection(
          "proto", "enum",
          "trans_id", "count",
          "rtt", "interval",
          "query", "string",
          "qclass", "count",
          "qclass_name", "string",
          "qtype", "count",
          "qtype_name", "string",
          "rcode", "count",
          "rcode_name", "string",
          "AA", "bool",
          "TC", "bool",
          "RD", "bool",
          "RA", "bool",
          "Z", "count",
          "answers", "vector[string]",
          "TTLs", "vector[interval]",
          "rejected", "bool",
          "opcode", "count",
          "opcode_name", "string");

  private static final int AUTHORITATIVE = 0x40;
  private static final int TRUNCATED = 0x20;
  private static final int RECURSION_DESIRED = 0x10;
  private static final int RECURSION_AVAILABLE = 0x08;
  private static final int RESERVED = 0x07;
  private static final int TYPE_NULL = 10;

  private static final List<String> RCODES =
      List.of(
          "NOERROR",
          "FORMERR",
          "SERVFAIL",
          "NXDOMAIN",
          "NOTIMP",
          "REFUSED",
          "YXDOMAIN",
          "YXRRSET",
          "NXRRSet",
          "NOTAUTH",
          "NOTZONE");

  final int transactionId;
  private final Stamp start;

  boolean replied;
  private int opcode;
  private Stamp answered;
  private String query;
  private Question question;
  private int rcode;
  private boolean authoritative;
  private boolean truncated;
  private boolean recursionDesired;
  private boolean recursionAvailable;
  private int reserved;
  private List<String> answers;
  private List<Long> ttls;
  private boolean rejected;

  DnsExchange(Stamp start, int transactionId) {
    this.start = start;
    this.transactionId = transactionId;
  }

  void request(NbnsMessage message) {
    opcode = message.opcode();
    for (Question asked : message.questions()) {
      question = asked;
      query = NetbiosQuery.shown(asked.name());
      recursionDesired = (message.flags() & RECURSION_DESIRED) != 0;
      truncated = (message.flags() & TRUNCATED) != 0;
      reserved = message.flags() & RESERVED;
    }
  }

  void reply(Stamp at, NbnsMessage message) {
    replied = true;
    opcode = message.opcode();
    rcode = message.rcode();
    boolean asksAgain = !message.questions().isEmpty();
    rejected |= asksAgain ? message.records().isEmpty() : rcode != 0;
    for (ResourceRecord entry : message.records()) {
      if (entry.section() == 0) {
        answer(at, message, entry);
      }
    }
  }

  /** Zeek looks neither into NB nor into NBSTAT records. */
  private void answer(Stamp at, NbnsMessage message, ResourceRecord entry) {
    if (entry.type() == NbnsMessage.TYPE_NB || entry.type() == NbnsMessage.TYPE_NBSTAT) {
      return;
    }
    if (query == null) {
      query = NetbiosQuery.encoded(entry.name());
    }
    authoritative = (message.flags() & AUTHORITATIVE) != 0;
    recursionAvailable = (message.flags() & RECURSION_AVAILABLE) != 0;
    if (answered == null && at.nanos() > start.nanos()) {
      answered = at;
    }
    if (entry.type() == TYPE_NULL) {
      if (answers == null) {
        answers = new ArrayList<>(1);
        ttls = new ArrayList<>(1);
      }
      answers.add("<unknown type=" + TYPE_NULL + ">");
      ttls.add(entry.ttl());
    }
  }

  void write(ZeekLog log, Stamp at, String uid, FlowKey flow) throws IOException {
    log.row(at).time(start).connection(uid, flow).text("udp").count(transactionId);
    log.interval(answered == null ? null : start, answered).text(query);
    if (question == null) {
      log.unset().unset().unset().unset();
    } else {
      log.count(question.questionClass()).text(className(question.questionClass()));
      log.count(question.type()).text(typeName(question.type()));
    }
    if (replied) {
      log.count(rcode).text(rcode < RCODES.size() ? RCODES.get(rcode) : "unassigned-" + rcode);
    } else {
      log.unset().unset();
    }
    log.bool(authoritative).bool(truncated).bool(recursionDesired).bool(recursionAvailable);
    log.count(reserved).set(answers).seconds(ttls).bool(rejected);
    log.count(opcode).text(opcodeName(opcode)).end();
  }

  private static String className(int code) {
    return switch (code) {
      case 1 -> "C_INTERNET";
      case 2 -> "C_CSNET";
      case 3 -> "C_CHAOS";
      case 4 -> "C_HESIOD";
      case 254 -> "C_NONE";
      case 255 -> "C_ANY";
      default -> "qclass-" + code;
    };
  }

  private static String typeName(int code) {
    return switch (code) {
      case 1 -> "A";
      case 2 -> "NS";
      case TYPE_NULL -> "NULL";
      case NbnsMessage.TYPE_NB -> "NIMLOC";
      case NbnsMessage.TYPE_NBSTAT -> "NBSTAT";
      case 255 -> "*";
      default -> "query-" + code;
    };
  }

  private static String opcodeName(int code) {
    return switch (code) {
      case 0 -> "netbios-query";
      case 5 -> "netbios-registration";
      default -> "netbios-opcode-" + code;
    };
  }
}
