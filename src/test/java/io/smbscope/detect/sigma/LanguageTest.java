package io.smbscope.detect.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Stamp;
import io.smbscope.detect.events.AFile;
import io.smbscope.detect.events.AIdentity;
import io.smbscope.detect.events.AName;
import io.smbscope.detect.events.ASession;
import io.smbscope.event.Endpoint;
import io.smbscope.event.Event;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Sigma specification says that rules match. */
class LanguageTest {
  private static boolean matches(String service, String detection, Event event) throws SigmaErrors {
    return !Rules.trial(Rules.rule(service, detection)).see(event).raised("sigma:test").isEmpty();
  }

  private static Event open(String name) {
    return new AFile()
        .share("\\\\10.7.0.1\\share")
        .name(name)
        .size(1000L)
        .start(new Stamp(1, Instant.parse("2024-02-29T13:45:59Z").getEpochSecond() * 1_000_000_000))
        .begun();
  }

  private static boolean selects(String field, String name) throws SigmaErrors {
    return matches("smb_files", "s:\n  " + field + "\ncondition: s", open(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '"',
      value = {
        // Text and wildcards.
        "name: report.doc      # report.doc    # true",
        "name: REPORT.Doc      # report.doc    # true",
        "name: report          # report.doc    # false",
        "name: rep*            # report.doc    # true",
        "name: '*.doc'         # report.doc    # true",
        "name: '*port*'        # report.doc    # true",
        "name: r*t.d?c         # report.doc    # true",
        "name: r*t.d?          # report.doc    # false",
        "name: '?eport.doc'    # report.doc    # true",
        "name: 'a*b*c'         # aXbXbc        # true",
        "name: 'a*b*c'         # aXbXbcd       # false",
        "name: '*'             # any           # true",
        // Escapes.
        "name: 'a\\*b'         # a*b           # true",
        "name: 'a\\*b'         # aXb           # false",
        "name: 'a\\?b'         # a?b           # true",
        "name: 'a\\?b'         # aXb           # false",
        "name: 'd\\f'          # d\\f          # true",
        "name: 'd\\\\f'        # d\\f          # true",
        "name: 'd\\\\*'        # d\\anything   # true",
        "name: 'd\\\\*'        # d*            # false",
        "name: 'd\\\\\\*'      # d\\*          # true",
        "name: 'd\\\\\\*'      # d\\x          # false",
        "name: 'd\\\\\\\\f'    # d\\\\f        # true",
        // A name in a share, with and without the backslash that only SMB1 sends.
        "name: '\\sam'         # sam           # true",
        "name: 'sam'           # \\sam         # true",
        "name: '\\sam'         # dir\\sam      # false",
        "name|startswith: win  # \\Windows\\a  # true",
        "name|endswith: '\\sam' # sam          # true",
        "name|endswith: '\\sam' # xsam         # false",
        // Beyond ASCII.
        "name: 'ÄRGER.txt'     # ärger.TXT     # true",
        // Places and case.
        "name|contains: POR    # report.doc    # true",
        "name|startswith: rep  # report.doc    # true",
        "name|startswith: doc  # report.doc    # false",
        "name|endswith: .DOC   # report.doc    # true",
        "name|contains: 'r*d'  # report.doc    # true",
        "name|cased: Report    # report        # false",
        "name|cased: Report    # Report        # true",
        "name|contains|cased: P # report       # false",
        "name|contains|all: [rep, doc] # report.doc # true",
        "name|contains|all: [rep, xls] # report.doc # false",
        "name|contains: [rep, xls]     # report.doc # true",
        "name: [a, b, c, d, E]         # e          # true",
        "name: [a, b, c, d, E]         # f          # false",
        "name|neq: report.doc          # report.doc # false",
        "name|neq: report.doc          # other.doc  # true",
        // Regular expressions.
        "name|re: '^rep.*[0-9]+$'      # report7    # true",
        "name|re: '^REP'               # report7    # false",
        "name|re|i: '^REP'             # report7    # true",
        "name|re: 'port'               # report7    # true",
        "name|re: 'a.b'                # \"a\nb\"   # false",
        "name|re|s: 'a.b'              # \"a\nb\"   # true",
        "name|re|m: '^b$'              # \"a\nb\"   # true",
        "name|re: '^b$'                # \"a\nb\"   # false",
        // Encodings.
        "name|base64: foobar           # Zm9vYmFy   # true",
        "name|base64offset|contains: foobar # xxZm9vYmFyxx   # true",
        "name|base64offset|contains: foobar # xxZvb2Jhcxx    # true",
        "name|base64offset|contains: foobar # xxmb29iYXxx    # true",
        "name|base64offset|contains: foobar # xxxxxxxxxxx    # false",
        "name|wide|base64: foo         # ZgBvAG8A   # true",
        "name|utf16le|base64: foo      # ZgBvAG8A   # true",
        "name|utf16be|base64: foo      # AGYAbwBv   # true",
        "name|utf16|base64: foo        # //5mAG8AbwA= # true",
        "name|windash|contains: ' -x'  # a /x       # true",
        "name|windash|contains: ' -x'  # a –x       # true",
        "name|windash|contains: ' -x'  # a x        # false",
        // Numbers.
        "size: 1000                    # a          # true",
        "size: '1000'                  # a          # true",
        "size: 1001                    # a          # false",
        "size: '10*'                   # a          # true",
        "size|gt: 999                  # a          # true",
        "size|gt: 1000                 # a          # false",
        "size|gte: 1000                # a          # true",
        "size|lt: 1000                 # a          # false",
        "size|lte: 1000                # a          # true",
        "name: 1000                    # 1000       # true",
        // Times, of 2024-02-29T13:45:59Z.
        "ts|minute: 45                 # a          # true",
        "ts|hour: 13                   # a          # true",
        "ts|hour|gte: 14               # a          # false",
        "ts|day: 29                    # a          # true",
        "ts|week: 9                    # a          # true",
        "ts|month: 2                   # a          # true",
        "ts|year: 2024                 # a          # true",
        "ts|year: 2023                 # a          # false",
        // Nothing, and something.
        "prev_name: null               # a          # true",
        "prev_name:                    # a          # true",
        "name: null                    # a          # false",
        "name: ''                      # a          # false",
        "prev_name|exists: false       # a          # true",
        "name|exists: true             # a          # true",
        "name|exists: false            # a          # false",
        // Addresses: 10.7.0.2 to 10.7.0.1.
        "id.orig_h|cidr: 10.7.0.0/16   # a          # true",
        "id.orig_h|cidr: 10.8.0.0/16   # a          # false",
        "id.orig_h|cidr: ['fe80::/10', 10.0.0.0/8] # a # true",
        "id.orig_h: '10.7.*'           # a          # true",
        "id.resp_p: 445                # a          # true",
        // Other fields.
        "name|fieldref: path           # a          # false",
        "id.orig_h|fieldref: id.resp_h # a          # false",
        "id.orig_h|fieldref|neq: id.resp_h # a      # true",
        "path|fieldref|contains: id.resp_h # a      # true",
        // Shares of any server.
        "path: '\\\\\\*\\share'        # a          # true",
        "path: '\\\\\\\\\\*\\\\share'  # a          # true",
        "path: '\\\\\\*\\other'        # a          # false",
      })
  void value(String field, String name, boolean expected) throws SigmaErrors {
    assertThat(selects(field, name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "a                    # true",
        "a and b              # false",
        "a or b               # true",
        "not b                # true",
        "a and not b          # true",
        "b or a and not b     # true",
        "not a or b           # false",
        "not (b or c1)        # false",
        "not not a            # true",
        "(a or b) and c2      # false",
        "a or b and c2        # true",
        "1 of c*              # true",
        "all of c*            # false",
        "any of c*            # true",
        "1 of *2              # false",
        "1 of them            # true",
        "all of them          # false",
        "all of c1* and a     # true",
        "A_and_or             # true",
        "NOT b AND a          # true",
        "_hidden              # true",
        "1 of _*              # true",
        "[b, a]               # true",
        "[b, c2]              # false",
      })
  void condition(String condition, boolean expected) throws SigmaErrors {
    String searches =
        """
        a: {name: a}
        b: {name: b}
        c1: {name: a}
        c2: {name: c}
        A_and_or: {name: a}
        _hidden: {name: a}
        condition:\s""";
    assertThat(matches("smb_files", searches + condition, open("a"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "{name: a, size: 1000}          # true",
        "{name: a, size: 1}             # false",
        "[{name: b}, {size: 1000}]      # true",
        "[{name: b}, {size: 1}]         # false",
        "[share, nothing]               # true",
        "[nothing]                      # false",
        "[SHARE]                        # true",
        "['FILE_OPEN']                  # true",
        "['sh*re']                      # true",
        "{'|all': [share, FILE_OPEN]}   # true",
        "{'|all': [share, FILE_READ]}   # false",
        "{'|re': ['sh[a-b]re$']}        # true",
        "{'|cased': [SHARE]}            # false",
        "[{name: b}, share]             # true",
        "share                          # true",
      })
  void search(String search, boolean expected) throws SigmaErrors {
    assertThat(matches("smb_files", "s: " + search + "\ncondition: s", open("a")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "success: true",
        "success: 'True'",
        "success: T",
        "username: alice",
        "hostname: '*'"
      })
  void logon(String field) throws SigmaErrors {
    Event session = new ASession().identity(new AIdentity().build()).begun();
    assertThat(matches("ntlm", "s: {" + field + "}\ncondition: s", session)).isTrue();
    Event failed =
        new ASession()
            .identity(new AIdentity().user("").workstation("").build())
            .established(false)
            .begun();
    assertThat(matches("ntlm", "s: {" + field + "}\ncondition: s", failed)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "answers: 10.7.0.9             # true",
        "answers|cidr: 10.7.0.0/24     # true",
        "answers|contains: '.0.8'      # true",
        "answers|re: '9$'              # true",
        "answers: 10.7.0.7             # false",
        "rejected: false               # true",
        "rcode_name: NOERROR           # true",
        "qtype_name: NIMLOC            # true",
      })
  void severalValues(String field, boolean expected) throws SigmaErrors {
    Event name =
        new AName()
            .server(new Endpoint("10.7.0.255", 137, null))
            .addresses(List.of("10.7.0.8", "10.7.0.9"))
            .build();
    assertThat(matches("dns", "s: {" + field + "}\ncondition: s", name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+$", "(a|aa)*b", "(x?)*(a*)*c"})
  void whatTakesTooLongIsToldAsUndecided(String regex) throws SigmaErrors {
    String rule = Rules.rule("smb_files", "s: {'name|re': '" + regex + "'}\ncondition: s");
    assertThat(Rules.trial(rule).see(open("a".repeat(20_000) + "!")).raised("sigma:test"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.values()).containsKey("undecided"));
  }
}
