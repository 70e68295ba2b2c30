package io.smbscope.smb.smb2;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.smb.SmbRecorder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each command in each direction, against tshark's reading of the same octets. */
class Smb2MessagesTest {
  private static final UUID LEASE_KEY = UUID.fromString("e0ddf00d-0ffe-badc-f20f-221f01f02345");
  private static final UUID FILESRV = UUID.fromString("656c6966-7273-0076-0000-000000000000");

  static Stream<Arguments> bodies() {
    return Stream.of(connections(), files(), data(), controls(), information(), breaks(), errors())
        .flatMap(part -> part.entrySet().stream())
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  private static Map<String, Smb2Body> connections() {
    return Map.of(
        "logoff-request", new Logoff.Request(),
        "logoff-response", new Logoff.Response(),
        "tree-connect-request", new TreeConnect.Request(0, "\\\\10.7.0.1\\IPC$"),
        "tree-connect-response", new TreeConnect.Response(1, 0, 0, 0x001f01ff),
        "tree-disconnect-request", new TreeDisconnect.Request(),
        "tree-disconnect-response", new TreeDisconnect.Response(),
        "cancel-request", new Cancel.Request(),
        "echo-request", new Echo.Request(),
        "echo-response", new Echo.Response());
  }

  private static Map<String, Smb2Body> files() {
    long created = filetime("2026-11-23T07:14:02.6969584Z");
    long openedFirst = filetime("2026-11-23T07:13:24.3945655Z");
    long openedLast = filetime("2026-11-23T07:13:24.397687Z");
    return Map.of(
        "create-request",
            new Create.Request(
                0xff,
                2,
                0x001f01ff,
                0x80,
                0,
                3,
                0x00200064,
                "durable_open_lease_8s9mO.sB.dat",
                List.of(
                    new CreateContext.DurableHandleV2(
                        0, 0, UUID.fromString("53cf24e0-545f-4a06-9bbc-5e025b8c4cb7")),
                    lease("007ad204-0000-0000-fb2d-85ffffffffff", 0))),
        "create-request-lease",
            new Create.Request(
                0xff,
                2,
                0x001f01ff,
                0x80,
                7,
                3,
                0x00200064,
                "lease_break.dat",
                List.of(lease(LEASE_KEY.toString(), 1))),
        "create-response",
            new Create.Response(
                0xff,
                0,
                2,
                created,
                created,
                created,
                created,
                0,
                0,
                0x20,
                fid("6e6611f6-0000-0000-ab1d-809100000000"),
                List.of(
                    new CreateContext.DurableHandleV2(60000, 0, null),
                    lease("5408dea9-0000-0000-5621-f7abffffffff", 3))),
        "create-response-mxac",
            new Create.Response(
                0,
                0,
                3,
                openedFirst,
                openedFirst,
                openedLast,
                openedLast,
                1048576,
                0,
                0x20,
                fid("ad2efc9d-0000-0000-a592-e5d100000000"),
                List.of(new CreateContext.MaximalAccess(0, 0x001f01ff))),
        "close-request", new Close.Request(0, fid("9538eb8f-0000-0000-71cd-555600000000")),
        "close-response", new Close.Response(0, 0, 0, 0, 0, 0, 0, 0));
  }

  private static Map<String, Smb2Body> data() {
    return Map.of(
        "flush-request", new Flush.Request(fid("2b585761-0000-0000-e40a-d36d00000000")),
        "flush-response", new Flush.Response(),
        "read-request",
            new Read.Request(0, 100, 100, fid("c7b66156-0000-0000-c49e-3d5b00000000"), 0, 0, 0),
        "read-response", new Read.Response(10, 0, 0, Bytes.EMPTY),
        "write-request",
            new Write.Request(
                0, 1L << 63, fid("d1103041-0000-0000-88cd-38b600000000"), 0, 0, 0, Bytes.EMPTY),
        "write-response", new Write.Response(7, 0),
        "lock-request",
            new Lock.Request(
                0,
                fid("00f62b89-0000-0000-7270-fca200000000"),
                List.of(new Lock.Element(9999, 1, 0), new Lock.Element(9999, 1, 4))),
        "lock-response", new Lock.Response());
  }

  private static Map<String, Smb2Body> controls() {
    FileId none = FileId.OF_COMPOUND;
    FileId copied = fid("5a6a2807-0000-0000-562a-068700000000");
    FileId source = fid("951d98e6-0000-0000-ca6d-fe3900000000");
    UUID zero = new UUID(0, 0);
    return Map.of(
        "ioctl-request-validate-negotiate",
            new Ioctl.Request(
                0x00140204,
                none,
                26,
                0,
                0,
                24,
                1,
                new IoctlData.ValidateNegotiateRequest(0, zero, 1, List.of(0x0202))),
        "ioctl-response-validate-negotiate",
            new Ioctl.Response(
                0x00140204,
                none,
                0,
                24,
                0,
                new IoctlData.ValidateNegotiateResponse(0x4f, FILESRV, 1, 0x0302)),
        "ioctl-request-copychunk",
            new Ioctl.Request(
                0x001440f2,
                copied,
                56,
                0,
                0,
                12,
                1,
                new IoctlData.CopyChunkRequest(
                    "e0435c1d00000000b984faf3000000007800140000000000", 1, 4096)),
        "ioctl-response-copychunk",
            new Ioctl.Response(
                0x001440f2, copied, 0, 12, 0, new IoctlData.CopyChunkResponse(1, 0, 4096)),
        "ioctl-response-copychunk-refused",
            new Ioctl.Response(
                0x001440f2,
                fid("6ebb1b15-0000-0000-0f41-f43f00000000"),
                0,
                12,
                0,
                new IoctlData.CopyChunkResponse(0, 0, 0)),
        "ioctl-response-resume-key",
            new Ioctl.Response(
                0x00140078,
                source,
                0,
                32,
                0,
                new IoctlData.ResumeKey("e6981d9500000000ca6dfe39000000007800140000000000")),
        "ioctl-response-network-interfaces",
            new Ioctl.Response(
                0x001401fc,
                none,
                0,
                152,
                0,
                new IoctlData.NetworkInterfaces(
                    List.of(
                        new IoctlData.NetworkInterface(
                            4294967295L, 0, 1_000_000_000L, "0a070001")))),
        "ioctl-request-dfs-referral",
            new Ioctl.Request(
                0x00060194,
                none,
                34,
                0,
                0,
                65535,
                1,
                new IoctlData.DfsReferralRequest(3, "\\10.7.0.1\\share")));
  }

  private static Map<String, Smb2Body> information() {
    return Map.of(
        "query-directory-request",
            new QueryDirectory.Request(
                12, 0, 0, fid("2721ac8f-0000-0000-1310-90b600000000"), "*", 65536),
        "query-directory-response", new QueryDirectory.Response(32, 2),
        "change-notify-request",
            new ChangeNotify.Request(
                0, 8388608, fid("e7bd3b8e-0000-0000-5965-c37000000000"), 0x00000fff),
        "change-notify-response", new ChangeNotify.Response(24, 1),
        "query-info-request",
            new QueryInfo.Request(
                1, 0x12, 65536, 0, 0, 0, fid("02746837-0000-0000-53f1-5fba00000000")),
        "query-info-response", new QueryInfo.Response(4),
        "set-info-request-rename",
            new SetInfo.Request(
                1,
                10,
                30,
                0,
                fid("a1f8091e-0000-0000-74c7-559e00000000"),
                new FileInformation.Rename(false, 0, "i.txt")),
        "set-info-request-end-of-file",
            new SetInfo.Request(
                1,
                20,
                8,
                0,
                fid("7b62409b-0000-0000-a4db-b8ff00000000"),
                new FileInformation.EndOfFile(1048576)),
        "set-info-request-basic",
            new SetInfo.Request(
                1,
                4,
                40,
                0,
                fid("68c1ebff-0000-0000-93d2-5a4d00000000"),
                new FileInformation.Basic(
                    filetime("2027-08-20T07:13:24Z"),
                    filetime("2027-05-22T07:13:24Z"),
                    filetime("2027-02-21T07:13:24Z"),
                    filetime("2026-12-23T07:13:24Z"),
                    0x80)),
        "set-info-response", new SetInfo.Response());
  }

  private static Map<String, Smb2Body> breaks() {
    FileId broken = fid("a2f049b7-0000-0000-2dfb-ee7900000000");
    return Map.of(
        "oplock-break-notification",
            new OplockBreak.Notification(1, fid("1f068170-0000-0000-4f5c-d78d00000000")),
        "oplock-break-acknowledgment", new OplockBreak.Acknowledgment(1, broken),
        "oplock-break-response", new OplockBreak.Response(1, broken),
        "lease-break-notification", new OplockBreak.LeaseNotification(0x13, 1, LEASE_KEY, 7, 5),
        "lease-break-acknowledgment", new OplockBreak.LeaseAcknowledgment(0, LEASE_KEY, 5),
        "lease-break-response", new OplockBreak.LeaseResponse(0, LEASE_KEY, 5));
  }

  private static Map<String, Smb2Body> errors() {
    ErrorResponse plain = new ErrorResponse(0, 0, null, -1, null);
    return Map.of(
        "create-interim-response",
        plain,
        "create-error-response",
        plain,
        "query-info-error-buffer-too-small",
        new ErrorResponse(0, 4, null, 20, null),
        "set-info-request-disposition",
        new SetInfo.Request(
            1,
            13,
            4,
            0,
            fid("9089eed7-0000-0000-9b8a-444500000000"),
            new FileInformation.Disposition(true)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void readsWhatTsharkReads(String name, Smb2Body expected) {
    SmbRecorder seen = Smb2Rows.decode(Smb2Rows.row(name));

    assertThat(seen.anomalies).isEmpty();
    assertThat(seen.messages)
        .singleElement()
        .isInstanceOfSatisfying(
            Smb2Message.class, message -> assertThat(message.body()).isEqualTo(expected));
  }

  @Test
  void everyRowIsExpected() {
    Set<String> expected = bodies().map(row -> (String) row.get()[0]).collect(Collectors.toSet());
    expected.addAll(
        Set.of(
            "negotiate-request",
            "negotiate-response",
            "session-setup-request",
            "session-setup-response",
            "transform"));

    assertThat(Smb2Rows.all().keySet()).isEqualTo(expected);
  }

  @Test
  void readsTheHeader() {
    assertThat(header("lease-break-notification"))
        .isEqualTo(new Smb2Header(18, 0, 0, 0, 1, 0, -1L, 0, 0, 0, 0, true));
    assertThat(header("change-notify-response"))
        .isEqualTo(new Smb2Header(15, 1, 0, 0, 0x13, 0, 12, 12, 0, 0, 0x990de8f5L, true));
    assertThat(header("ioctl-response-validate-negotiate"))
        .isEqualTo(new Smb2Header(11, 1, 0, 1, 9, 0, 4, 0, 0, 0x8716edccL, 0x537034baL, false));
  }

  private static Smb2Header header(String name) {
    return ((Smb2Message) Smb2Rows.decode(Smb2Rows.row(name)).messages.get(0)).header();
  }

  /** A GUID as which tshark shows a file id. */
  private static FileId fid(String guid) {
    UUID octets = UUID.fromString(guid);
    long high = octets.getMostSignificantBits();
    long persistent = high >>> 32 | (high >>> 16 & 0xffff) << 32 | (high & 0xffff) << 48;
    return new FileId(persistent, Long.reverseBytes(octets.getLeastSignificantBits()));
  }

  private static long filetime(String instant) {
    Instant time = Instant.parse(instant);
    return (time.getEpochSecond() + 11_644_473_600L) * 10_000_000 + time.getNano() / 100;
  }

  private static CreateContext.Lease lease(String key, long state) {
    return new CreateContext.Lease(1, UUID.fromString(key), state, 0, null, 0);
  }
}
