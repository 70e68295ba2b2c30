package io.smbscope.auth;

import io.smbscope.base.Anomaly;
import io.smbscope.base.Bytes;
import io.smbscope.base.Stamp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Security buffers real clients and servers sent, from {@code tokens.tsv}: samba-* by Samba 4.17 in
 * a laboratory; windows-*, smbtorture-*, macos-* and oem-* out of the test captures of Zeek,
 * Suricata and Arkime.
 */
final class TokenSamples {
  static final Map<String, byte[]> ALL = load();
  static final Stamp AT = new Stamp(7, 1_000);
  static final long FLOW = 3;

  private TokenSamples() {}

  static byte[] octets(String name) {
    return ALL.get(name).clone();
  }

  static AuthToken decode(String name, List<Anomaly> anomalies) {
    return decode(octets(name), anomalies);
  }

  static AuthToken decode(byte[] token, List<Anomaly> anomalies) {
    return SecurityTokens.decode(Bytes.of(token), AT, FLOW, anomalies::add);
  }

  /** Of a token that is as it should be. */
  static AuthToken decode(String name) {
    List<Anomaly> anomalies = new ArrayList<>();
    AuthToken token = decode(name, anomalies);
    if (!anomalies.isEmpty()) {
      throw new AssertionError(anomalies.toString());
    }
    return token;
  }

  private static Map<String, byte[]> load() {
    Map<String, byte[]> samples = new LinkedHashMap<>();
    try (BufferedReader rows =
        new BufferedReader(
            new InputStreamReader(
                TokenSamples.class.getResourceAsStream("tokens.tsv"), StandardCharsets.US_ASCII))) {
      rows.lines()
          .map(row -> row.split("\t", -1))
          .forEach(cells -> samples.put(cells[0], HexFormat.of().parseHex(cells[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return samples;
  }
}
