package io.smbscope.smb.smb2;

import static io.smbscope.smb.smb2.Smb2Rows.hex;
import static io.smbscope.smb.smb2.Smb2Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.smb.SmbRecorder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What error responses, create contexts and information levels carry besides fixed fields. */
class Smb2ErrorsAndContextsTest {
  private static final String SYMLINK =
      "48000000 53594d4c 0c0000a0 3c00 0a00 1600 1600 0000 1600 01000000"
          + utf16("link\\target")
          + utf16("D:\\x\\target");

  private static final String KEY = "000102030405060708090a0b0c0d0e0f";
  private static final UUID GUID = UUID.fromString("03020100-0504-0706-0809-0a0b0c0d0e0f");

  @Test
  void symbolicLinkOfErrorData() {
    assertThat(error(0x8000002DL, 0, SYMLINK))
        .isEqualTo(
            new ErrorResponse(
                0,
                SYMLINK.replace(" ", "").length() / 2,
                new ErrorResponse.Symlink(10, true, "D:\\x\\target", "link\\target"),
                -1,
                null));
  }

  @Test
  void symbolicLinkOfAnErrorContext() {
    String length = littleEndian(SYMLINK.replace(" ", "").length() / 2);

    assertThat(error(0x8000002DL, 1, length + "00000000" + SYMLINK).symlink())
        .isEqualTo(new ErrorResponse.Symlink(10, true, "D:\\x\\target", "link\\target"));
  }

  @Test
  void requiredSizeOfAnErrorContextBehindAnother() {
    String contexts = "03000000 01000000 aabbcc 0000000000" + "04000000 00000000 00040000";

    assertThat(error(0xC0000023L, 2, contexts).requiredBufferSize()).isEqualTo(1024);
    assertThat(error(0xC0000023L, 1, "04000000 00000000 00040000").requiredBufferSize())
        .isEqualTo(1024);
  }

  @Test
  void shareRedirect() {
    String redirect =
        "30000000 03000000 18000000 16000000 0000 0000 00000000" + utf16("\\\\srv2\\data");
    String context = littleEndian(24 + 22) + "53526472" + redirect;

    assertThat(error(0xC00000CCL, 1, context).shareRedirect()).isEqualTo("\\\\srv2\\data");
  }

  @Test
  void requestContexts() {
    List<CreateContext> contexts =
        contexts(
            false,
            context("MxAc", ""),
            context("AlSi", "0000100000000000"),
            context("TWrp", "80b9a1b2c3d4da01"),
            context("DHnC", "11000000000000002200000000000000"),
            context("DHnQ", "00000000000000000000000000000000"),
            context("DH2C", "11000000000000002200000000000000" + KEY + "02000000"),
            context("RqLs", KEY + "07000000 04000000 0000000000000000" + KEY + "0500 0000"),
            context("AAPL", "01000000 00000000 0700000000000000 0400000000000000"),
            context(hex("45bca66aefa7f74a9008fa462e144d74"), "1400 0000" + KEY),
            context(
                hex("b982d0b73b56074fa07b524a8116a010"),
                "1800 0000 00000000 0100000000000000 0200000000000000"),
            context("SecD", "0100"),
            context(hex("93ad25509cb411e7b42383de968bcd7c"), "a4010000"),
            context("Zz", "00"));

    assertThat(contexts)
        .containsExactly(
            new CreateContext.Other("MxAc", 0),
            new CreateContext.AllocationSize(0x100000),
            new CreateContext.TimeWarp(0x01dad4c3b2a1b980L),
            new CreateContext.DurableHandleReconnect(new FileId(0x11, 0x22)),
            new CreateContext.DurableHandle(),
            new CreateContext.DurableHandleReconnectV2(new FileId(0x11, 0x22), GUID, 2),
            new CreateContext.Lease(2, GUID, 7, 4, GUID, 5),
            new CreateContext.Apple(1, 7, 4, 0, 0, null),
            new CreateContext.AppInstanceId(GUID),
            new CreateContext.AppInstanceVersion(1, 2),
            new CreateContext.Other("SecD", 2),
            new CreateContext.Other("POSIX", 4),
            new CreateContext.Other("Zz", 1));
  }

  @Test
  void responseContexts() {
    List<CreateContext> contexts =
        contexts(
            true,
            context("QFid", "1100000000000000 2200000000000000" + "00".repeat(16)),
            context("DHnQ", "0000000000000000"),
            context(
                "AAPL",
                "01000000 00000000 0700000000000000 0300000000000000 0200000000000000"
                    + "00000000 0c000000"
                    + utf16("MacPro")));

    assertThat(contexts)
        .containsExactly(
            new CreateContext.DiskId(0x11, 0x22),
            new CreateContext.DurableHandle(),
            new CreateContext.Apple(1, 7, 0, 3, 2, "MacPro"));
  }

  @Test
  void contextThatPointsBackwardsEndsTheChain() {
    byte[] message = row("create-request");
    int contexts = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).getInt(112);
    ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).putInt(contexts, -56);

    SmbRecorder seen = Smb2Rows.decode(message);

    assertThat(((Create.Request) body(seen)).contexts()).hasSize(1);
    assertThat(seen.anomalies.get(0).detail()).startsWith("Next 4294967240 ");
  }

  @Test
  void namesKeepEverySurrogate() {
    byte[] message = row("set-info-request-rename");
    byte[] name = "a\uD83D\uDE00".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, message, 96 + 20, 6);
    message[96 + 20 + 8] = 0;
    message[96 + 20 + 9] = (byte) 0xD8;

    FileInformation.Rename rename =
        (FileInformation.Rename) ((SetInfo.Request) body(Smb2Rows.decode(message))).information();

    assertThat(rename.name()).isEqualTo("a\uD83D\uDE00x\uD800");
  }

  @Test
  void dispositionExtendedAndLink() {
    byte[] disposition = row("set-info-request-disposition");
    disposition[67] = 64;
    disposition[96] = 3;
    byte[] link = row("set-info-request-rename");
    link[67] = 72;
    link[96] = 1;

    assertThat(((SetInfo.Request) body(Smb2Rows.decode(disposition))).information())
        .isEqualTo(new FileInformation.Disposition(true));
    assertThat(((SetInfo.Request) body(Smb2Rows.decode(link))).information())
        .isEqualTo(new FileInformation.Link(true, 0, "i.txt"));
  }

  @Test
  void entryThatPointsTooFarEndsTheCount() {
    byte[] message = row("query-directory-response");
    message[72] = 24;

    SmbRecorder seen = Smb2Rows.decode(message);

    assertThat(body(seen)).isEqualTo(new QueryDirectory.Response(32, 1));
    assertThat(seen.anomalies.get(0).detail()).isEqualTo("NextEntryOffset 24 with 32 octets left");
  }

  private static ErrorResponse error(long status, int contexts, String data) {
    byte[] octets = hex(data);
    byte[] message = Arrays.copyOf(row("create-error-response"), 72 + octets.length);
    ByteBuffer fields = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    fields.putInt(8, (int) status).put(66, (byte) contexts).putInt(68, octets.length);
    System.arraycopy(octets, 0, message, 72, octets.length);
    SmbRecorder seen = Smb2Rows.decode(message);
    assertThat(seen.anomalies).isEmpty();
    return (ErrorResponse) body(seen);
  }

  private static byte[] context(String name, String data) {
    return context(name.getBytes(StandardCharsets.US_ASCII), data);
  }

  private static byte[] context(byte[] name, String data) {
    byte[] octets = hex(data);
    int padded = (name.length + 7) & ~7;
    ByteBuffer context =
        ByteBuffer.allocate((16 + padded + octets.length + 7) & ~7).order(ByteOrder.LITTLE_ENDIAN);
    context.putInt(context.capacity()).putShort((short) 16).putShort((short) name.length);
    context.putShort((short) 0).putShort((short) (16 + padded)).putInt(octets.length);
    return context.put(name).position(16 + padded).put(octets).array();
  }

  /** The contexts of a CREATE that has nothing else. */
  private static List<CreateContext> contexts(boolean response, byte[]... contexts) {
    byte[] chain = new byte[0];
    for (byte[] context : contexts) {
      chain = Smb2DecoderTest.concat(chain, context);
    }
    byte[] last = contexts[contexts.length - 1];
    ByteBuffer.wrap(chain).putInt(chain.length - last.length, 0);
    int fixed = response ? 152 : 120;
    byte[] message =
        Smb2DecoderTest.concat(
            Arrays.copyOf(row(response ? "create-response" : "create-request"), fixed), chain);
    ByteBuffer fields = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    fields.putInt(fixed - 8, fixed).putInt(fixed - 4, chain.length);
    if (!response) {
      fields.putShort(fixed - 10, (short) 0);
    }
    SmbRecorder seen = Smb2Rows.decode(message);
    assertThat(seen.anomalies).isEmpty();
    return response
        ? ((Create.Response) body(seen)).contexts()
        : ((Create.Request) body(seen)).contexts();
  }

  private static Smb2Body body(SmbRecorder seen) {
    return ((Smb2Message) seen.messages.get(0)).body();
  }

  private static String utf16(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16LE));
  }

  private static String littleEndian(int number) {
    return HexFormat.of().toHexDigits(Integer.reverseBytes(number));
  }
}
