package io.smbscope.session;

import io.smbscope.base.Bytes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/** Security buffers: those of real hosts by name, and NTLMSSP messages of our own. */
final class Tokens {
  private static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);
  private static final int FIXED_PART = 64;
  private static final int UNICODE = 1;

  private static final int NTLMV1_RESPONSE = 24;

  private static final Map<String, Bytes> RECORDED = load();

  private Tokens() {}

  /** Of {@code auth/tokens.tsv}, where real clients' and servers' security buffers are. */
  static Bytes recorded(String name) {
    return RECORDED.get(name);
  }

  private static Map<String, Bytes> load() {
    try (BufferedReader rows =
        new BufferedReader(
            new InputStreamReader(
                Tokens.class.getResourceAsStream("/io/smbscope/auth/tokens.tsv"),
                StandardCharsets.US_ASCII))) {
      return rows.lines()
          .map(row -> row.split("\t", -1))
          .collect(
              Collectors.toUnmodifiableMap(
                  cells -> cells[0], cells -> Bytes.of(HexFormat.of().parseHex(cells[1]))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** AUTHENTICATE_MESSAGE with NTLMv1 responses, not in SPNEGO. [MS-NLMP] 2.2.1.3 */
  static Bytes authenticate(String domain, String user, String workstation) {
    byte[][] fields = {
      new byte[NTLMV1_RESPONSE],
      new byte[NTLMV1_RESPONSE],
      domain.getBytes(StandardCharsets.UTF_16LE),
      user.getBytes(StandardCharsets.UTF_16LE),
      workstation.getBytes(StandardCharsets.UTF_16LE),
      new byte[0]
    };
    int length = FIXED_PART;
    for (byte[] field : fields) {
      length += field.length;
    }
    ByteBuffer message = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    message.put(SIGNATURE).putInt(3);
    int offset = FIXED_PART;
    for (byte[] field : fields) {
      message.putShort((short) field.length).putShort((short) field.length).putInt(offset);
      offset += field.length;
    }
    message.putInt(UNICODE);
    for (byte[] field : fields) {
      message.put(field);
    }
    return Bytes.of(message.array());
  }
}
