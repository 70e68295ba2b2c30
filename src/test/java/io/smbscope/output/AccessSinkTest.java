package io.smbscope.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.events.AFile;
import io.smbscope.detect.events.AIdentity;
import io.smbscope.detect.events.ASession;
import io.smbscope.detect.events.ATree;
import io.smbscope.event.Encryption;
import io.smbscope.event.Event;
import io.smbscope.event.Signing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AccessSinkTest {
  private static final Encryption PLAIN =
      new Encryption(true, true, false, false, null, false, 0, 0, 10);
  private static final Signing SIGNED = new Signing(true, true, true, true, null, 10, 1, 0);

  private static List<String> rows(int limit, Event... events) throws IOException {
    CollectedLines out = new CollectedLines();
    try (AccessSink sink = new AccessSink(out, AccessSinkTest::sensitive, limit)) {
      for (Event event : events) {
        sink.accept(event);
      }
    }
    assertThat(out.closed()).isTrue();
    return out.lines;
  }

  private static String sensitive(String share, String file) {
    return file.startsWith("payroll") ? "payroll" : null;
  }

  private static AFile file(String name) {
    return new AFile().name(name).end("close");
  }

  private static ATree tree() {
    return new ATree().encryption(PLAIN).signing(SIGNED).end("disconnect");
  }

  @Test
  void aFileAndItsShare() throws IOException {
    List<String> rows =
        rows(
            10,
            file("Plan.txt").desiredAccess(0x120089L).reads(2).bytesRead(100).build(),
            file("plan.TXT").desiredAccess(0x2L).writes(1).bytesWritten(7).renamedTo("b").build(),
            tree().maximalAccess(0x1f01ffL).build());

    assertThat(rows).hasSize(2);
    assertThat(rows.get(0))
        .startsWith(
            "{\"type\":\"access\",\"user\":\"LAB\\\\alice\",\"client\":\"10.7.0.2\","
                + "\"server\":\"10.7.0.1\",\"share\":\"\\\\\\\\10.7.0.1\\\\share\","
                + "\"share_type\":\"disk\",\"operations\":{\"connect\":1},")
        .contains("\"granted_access\":\"0x001f01ff\",\"granted_rights\":[\"full-control\"]");
    assertThat(rows.get(1))
        .contains("\"file\":\"Plan.txt\",\"file_type\":\"file\"")
        .contains("\"operations\":{\"open\":2,\"read\":2,\"rename\":1,\"write\":1}")
        .contains("\"bytes_read\":100,\"bytes_written\":7")
        .contains("\"desired_access\":\"0x0012008b\"")
        .contains("\"dialects\":[\"3.1.1\"],\"signing\":[\"signed\"]")
        .contains("\"encryption\":[\"possible, not used\"]");
  }

  @Test
  void whatIsSensitiveIsMarked() throws IOException {
    List<String> rows = rows(10, file("payroll.xls").build(), file("plan.txt").build());

    assertThat(rows.get(0)).contains("\"sensitive\":\"payroll\"");
    assertThat(rows.get(1)).doesNotContain("sensitive");
  }

  @Test
  void eachOperation() throws IOException {
    assertThat(
            rows(
                10,
                file("a").action("CREATED").build(),
                file("a").action("OVERWRITTEN").setInfo(List.of("FileBasicInformation")).build(),
                file("a").deleted("disposition").build(),
                file("a").type("directory").listings(3).build(),
                file("a").type("file").desiredAccess(0x1200a9L).build(),
                file("a").status("STATUS_ACCESS_DENIED").desiredAccess(1L).end("refused").build(),
                file("a").operation("rmdir").end("done").build(),
                file("a").operation("rmdir").status("STATUS_ACCESS_DENIED").end("done").build()))
        .singleElement()
        .asString()
        .contains(
            "\"operations\":{\"create\":1,\"delete\":2,\"execute\":1,\"list\":3,\"open\":5,"
                + "\"overwrite\":1,\"refused\":2,\"set-info\":1}");
  }

  @Test
  void whatIsEncryptedShowsWhoAndHow() throws IOException {
    assertThat(
            rows(
                10,
                new ASession()
                    .identity(new AIdentity().domain("LAB").user("bob").build())
                    .encryption(
                        new Encryption(true, true, true, false, "AES-128-GCM", false, 10, 1000, 0))
                    .build()))
        .singleElement()
        .asString()
        .contains("\"user\":\"LAB\\\\bob\"", "\"session\":1", "\"encryption\":[\"encrypted\"]");
  }

  @Test
  void sortedByServerShareAndFile() throws IOException {
    assertThat(
            rows(
                10,
                file("b").share("\\\\10.7.0.1\\two").build(),
                file("b").build(),
                file("a").user("LAB\\zoe").build(),
                file("a").build()))
        .extracting(AccessSinkTest::shareFileAndUser)
        .containsExactly("share a alice", "share a zoe", "share b alice", "two b alice");
  }

  private static String shareFileAndUser(String row) {
    return row.replaceAll(
        ".*\"user\":\"LAB..(.*?)\".*\"share\":\"[^\"]*\\\\([a-z]+)\".*\"file\":\"(.*?)\".*",
        "$2 $3 $1");
  }

  @Test
  void moreThanItKeepsIsWrittenAtOnceAndNothingLost() throws IOException {
    List<Event> events = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 7; i++) {
        events.add(file("f" + i).reads(1).bytesRead(10).build());
      }
    }
    List<String> rows = rows(4, events.toArray(Event[]::new));

    assertThat(rows.size()).isGreaterThan(7);
    long octets =
        rows.stream()
            .mapToLong(row -> Long.parseLong(row.replaceAll(".*\"bytes_read\":(\\d+).*", "$1")))
            .sum();
    assertThat(octets).isEqualTo(210);
  }

  @Test
  void hostileNames() throws IOException {
    assertThat(rows(10, file("a\u001b[0m\n" + "x".repeat(5_000)).build()))
        .singleElement()
        .asString()
        .doesNotContain("\u001b")
        .hasSizeLessThan(2_000);
  }

  @Test
  void theReadmeHasEveryKey() throws IOException {
    Set<String> keys = new LinkedHashSet<>();
    for (String row :
        rows(10, file("a").desiredAccess(1L).grantedAccess(1L).build(), tree().build())) {
      Matcher key = Pattern.compile("[{,]\"([a-z_]+)\":").matcher(row);
      while (key.find()) {
        keys.add(key.group(1));
      }
    }
    keys.removeAll(Set.of("type", "open", "connect"));
    String readme = Files.readString(Path.of("README.md"));
    String table = readme.substring(readme.indexOf("### `access`"));

    assertThat(keys).allSatisfy(key -> assertThat(table).contains("`" + key + "`"));
  }
}
