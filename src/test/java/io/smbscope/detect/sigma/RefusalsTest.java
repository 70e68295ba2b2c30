package io.smbscope.detect.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be run is refused by line and construct; the detection begins in line 7. */
class RefusalsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "s: {nam: a}                  # 7: `smb_files` has no field `nam`",
        "s: {fuid: a}                 # 7: `fuid` of `smb_files` is not known here",
        "s: {name|wildcard: a}        # 7: `name|wildcard`: unknown modifier `wildcard`",
        "s: {name|expand: '%a%'}      # 7: `name|expand`: modifier `expand`",
        "s: {name|contains|startswith: a} # 7: `name|contains|startswith`: modifiers",
        "s: {name|re|contains|base64: a}  # 7: `name|re|contains|base64`: modifiers",
        "s: {name|i: a}               # 7: `name|i`: modifier `i` goes with `re` only",
        "s: {name|contains|contains: a} # 7: `name|contains|contains`: modifier `contains` stands twice",
        "s: {name|re: '('}            # 7: `name|re`: no regular expression",
        "s: {name|re: '[[:alpha:]]'}  # 7: `name|re`: POSIX classes",
        "s: {name|gt: 5}              # 7: `name|gt`: `name` is no number",
        "s: {size|gt: many}           # 7: `size|gt`: `size` is a number",
        "s: {size: many}              # 7: `size`: `size` is a number",
        "s: {name|hour: 5}            # 7: `name|hour`: `hour` of `name`, which is no time",
        "s: {name|cidr: 10.0.0.0/8}   # 7: `name|cidr`: `cidr` of `name`, which is no address",
        "s: {id.orig_h|cidr: 10.0.0.0/40} # 7: `id.orig_h|cidr`: no prefix",
        "s: {name|exists: 5}          # 7: `name|exists`: `exists` takes true or false",
        "s: {name|fieldref: nam}      # 7: `name|fieldref`: `smb_files` has no field `nam`",
        "s: {name|base64: 'a*'}       # 7: `name|base64`: wildcards cannot be encoded",
        "s: {name|contains: null}     # 7: `name|contains`: null with a modifier",
        "s: {name: []}                # 7: `name` has no values",
        "s: {name: {a: b}}            # 7: `name` must be a value or a list of values",
        "s: {name: a, name: b}        # 7: `name` stands twice in one map",
        "s: {}                        # 7: `s` is empty",
        "s: []                        # 7: `s` is empty",
        "s: [[a]]                     # 7: a list in the list `s`",
        "s: ['']                      # 7: `s`: an empty keyword",
        "s: {'|gt': 5}                # 7: `|gt`: keywords take no such modifier",
        "timeframe: 5m                # 7: `timeframe` belongs to an aggregation",
      })
  void search(String search, String message) {
    assertThat(Rules.errors(Rules.rule("smb_files", search + "\ncondition: s")))
        .singleElement()
        .asString()
        .startsWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "s and                        # it ends too early",
        "s t                          # `t` is too much",
        "(s                           # `)` is missing",
        "s)                           # `)` is too much",
        "t                            # there is no `t`",
        "1 of t*                      # nothing is named `t*`",
        "2 of s*                      # `2 of`: only 1, any and all",
        "s | count() > 5              # aggregation `| count ( ) > 5`",
        "s | near t                   # aggregation `| near t`",
      })
  void condition(String condition, String message) {
    assertThat(Rules.errors(Rules.rule("smb_files", "s: {name: a}\ncondition: " + condition)))
        .singleElement()
        .asString()
        .startsWith("8: condition: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "title: a                       # 1: neither `detection` nor `correlation` nor `filter`",
        "[a]                            # 1: a rule must be a map",
        "a: [                           # 1: not YAML",
        "'a: *b'                        # 1: not YAML",
        "'a: &b [*b]'                   # 1: nested too deep",
        "'{logsource: {product: zeek, service: ntlm, x: y}, detection: {condition: s}}' # 1: unknown key `x`",
        "'{title: a, detection: {s: {name: a}, condition: s}}' # 1: no `logsource`",
        "'{taxonomy: ecs, detection: {}}' # 1: taxonomy `ecs` is not known",
        "'{action: again}'              # 1: unknown action `again`",
      })
  void document(String text, String message) {
    assertThat(Rules.errors(text.replaceAll("^'|'$", "")))
        .singleElement()
        .asString()
        .startsWith(message);
  }

  @Test
  void heads() {
    String rule = Rules.rule("ntlm", "s: {username: a}\ncondition: s");
    assertThat(Rules.errors(rule + "level: grave\n")).containsExactly("9: unknown level `grave`");
    assertThat(Rules.errors(rule + "status: good\n")).containsExactly("9: unknown status `good`");
    assertThat(Rules.errors(rule.replace("title: Test\n", ""))).containsExactly("1: no `title`");
  }

  @Test
  void allThatIsWrongIsSaid() {
    String rule = Rules.rule("ntlm", "s: {username: a}\ncondition: t");
    assertThat(Rules.errors(rule + "---\n" + rule.replace("id: test", "id: other")))
        .containsExactly("8: condition: there is no `t`", "17: condition: there is no `t`");
  }

  @Test
  void deepConditions() {
    String condition = "(".repeat(10_000) + "s" + ")".repeat(10_000);
    assertThat(Rules.errors(Rules.rule("ntlm", "s: {username: a}\ncondition: " + condition)))
        .containsExactly("8: condition: nested too deep");
  }
}
