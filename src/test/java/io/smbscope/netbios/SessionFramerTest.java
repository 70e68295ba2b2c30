package io.smbscope.netbios;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowStats;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionFramerTest {
  /** Called FILESRV<20>, calling CLIENT<00>, as a Samba client sends it. */
  private static final String REQUEST =
      "81000044"
          + "20454745 4a454d45 46464446 43464743 41434143 41434143 41434143 41434143 4100"
          + "20454445 4d454a45 46454f46 45434143 41434143 41434143 41434143 41434141 4100";

  private final Recorder seen = new Recorder();
  private SessionFramer framer = Recorder.framer(Recorder.flow(445, false), seen);
  private long packet;

  private void on(int serverPort, boolean midstream) {
    framer = Recorder.framer(Recorder.flow(serverPort, midstream), seen);
  }

  private void client(byte[]... segments) {
    send(true, segments);
  }

  private void server(byte[]... segments) {
    send(false, segments);
  }

  private void send(boolean fromClient, byte[]... segments) {
    for (byte[] segment : segments) {
      packet++;
      int length = segment.length;
      framer.data(fromClient, ByteBuffer.wrap(segment), 0, length, length, packet, packet);
    }
  }

  private void gap(boolean fromClient, long missing) {
    framer.gap(fromClient, missing, new Stamp(++packet, packet));
  }

  private void end() {
    FlowStats.Side side = new FlowStats.Side(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, List.of());
    FlowStats stats = new FlowStats(side, side, FlowStats.EndReason.FIN, new Stamp(1, 1), "");
    framer.end(new Stamp(++packet, packet), stats);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static byte[] part(byte[] octets, int from, int to) {
    return Arrays.copyOfRange(octets, from, to);
  }

  @Test
  void aMessageInOneSegmentIsHandedOnWhole() {
    byte[] message = Frames.smb2(100, 1);
    client(Frames.frame(0, message));
    assertThat(seen.messages).hasSize(1);
    assertThat(seen.messages.get(0).octets().copy()).isEqualTo(message);
    assertThat(seen.messages.get(0).missing()).isZero();
    assertThat(seen.anomalies).isEmpty();
  }

  @Test
  void ofASpanningMessageOnlyWhatIsWantedIsGathered() {
    seen.wanted = 80;
    byte[] message = Frames.smb2(100_000, 1);
    byte[] frame = Frames.frame(0, message);
    server(part(frame, 0, 1460), part(frame, 1460, 90_000), part(frame, 90_000, frame.length));
    assertThat(seen.messages).hasSize(1);
    assertThat(seen.messages.get(0).octets().copy()).isEqualTo(part(message, 0, 80));
    assertThat(seen.messages.get(0).length()).isEqualTo(message.length);
    assertThat(seen.messages.get(0).packet()).isEqualTo(3);
  }

  @Test
  void gatheringStopsAtTheLimit() {
    byte[] message = Frames.smb2(Limits.DEFAULT.gatheredMessage(), 1);
    byte[] frame = Frames.frame(0, message);
    server(part(frame, 0, 1000), part(frame, 1000, frame.length));
    assertThat(seen.messages.get(0).octets().copy()).hasSize(Limits.DEFAULT.gatheredMessage());
    assertThat(seen.kinds()).containsExactly(AnomalyKind.LIMIT_REACHED);
    assertThat(seen.messages.get(0).length()).isEqualTo(message.length);
  }

  @Test
  void directTcpLengthHas24BitsAndNetbiosLength17() {
    byte[] message = Frames.smb2(0x20000, 1);
    seen.wanted = 64;
    client(part(Frames.frame(0, message), 0, 5000));
    end();
    assertThat(seen.messages.get(0).length()).isEqualTo(0x20040);

    on(139, false);
    client(part(Frames.frame(0, message), 0, 0x44));
    assertThat(seen.messages.get(1).length()).isEqualTo(0x40);
    assertThat(seen.kinds()).containsExactly(AnomalyKind.MALFORMED_NBSS);
  }

  /** RFC 1002 4.3.1 reserves the flags; who sets them is understood all the same. */
  @Test
  void reservedFlagsOfNetbiosAreToldOnce() {
    on(139, false);
    byte[] message = Frames.smb1(100, 1);
    byte[] frame = Frames.frame(0, message);
    frame[1] = 0x40;
    client(frame, frame);
    assertThat(seen.messages).hasSize(2);
    assertThat(seen.messages.get(1).length()).isEqualTo(message.length);
    assertThat(seen.kinds()).containsExactly(AnomalyKind.MALFORMED_NBSS);
  }

  @Test
  void sessionPacketsAreDecoded() {
    on(139, false);
    client(hex(REQUEST), Frames.frame(0, Frames.smb1(10, 1)));
    server(hex("82000000"), hex("83000001 82"), hex("84000006 0a070001 008b"), hex("85000000"));
    assertThat(seen.sessionPackets)
        .containsExactly(
            new SessionPacket(
                0x81,
                new NetbiosName("FILESRV", 0x20, ""),
                new NetbiosName("CLIENT", 0x00, ""),
                -1,
                0,
                0),
            new SessionPacket(0x82, null, null, -1, 0, 0),
            new SessionPacket(0x83, null, null, 0x82, 0, 0),
            new SessionPacket(0x84, null, null, -1, 0x0A070001, 139),
            new SessionPacket(0x85, null, null, -1, 0, 0));
    assertThat(seen.messages).hasSize(1);
    assertThat(seen.anomalies).isEmpty();
  }

  @Test
  void aSessionRequestOnAnyPortMakesLengths17Bits() {
    on(1139, false);
    client(hex(REQUEST));
    server(hex("82000000"));
    byte[] frame = Frames.frame(0, Frames.smb2(0, 1));
    frame[1] = 0x04;
    client(frame);
    assertThat(seen.messages.get(0).length()).isEqualTo(64);
  }

  @Test
  void keepAliveAndEmptyMessageAreLegal() {
    byte[] message = Frames.frame(0, Frames.smb2(4, 1));
    client(Frames.concat(List.of(Frames.EMPTY_MESSAGE, message, Frames.KEEP_ALIVE, message)));
    assertThat(seen.messages).hasSize(2);
    assertThat(seen.sessionPackets).hasSize(1);
    assertThat(seen.anomalies).isEmpty();
  }

  @Test
  void aGapInThePassedOverRestKeepsFraming() {
    seen.wanted = 100;
    byte[] frame = Frames.frame(0, Frames.smb2(9_000, 1));
    server(part(frame, 0, 1460));
    gap(false, 2920);
    server(part(frame, 4380, frame.length), Frames.frame(0, Frames.smb2(8, 2)));
    assertThat(seen.messages).extracting(Recorder.Message::missing).containsExactly(2920, 0);
    assertThat(seen.messages.get(0).octets().copy()).hasSize(100);
    assertThat(seen.gaps).containsExactly(2920L);
    assertThat(seen.anomalies).isEmpty();
  }

  @Test
  void aGapInTheGatheredPartHandsOnWhatCameBefore() {
    byte[] frame = Frames.frame(0, Frames.smb2(9_000, 1));
    server(part(frame, 0, 50));
    gap(false, 1460);
    server(part(frame, 1510, frame.length));
    assertThat(seen.messages.get(0).octets().copy()).hasSize(46);
    assertThat(seen.messages.get(0).missing()).isEqualTo(1460);
  }

  @Test
  void aGapThatEndsWithTheMessageKeepsFraming() {
    seen.wanted = 64;
    byte[] frame = Frames.frame(0, Frames.smb2(2_000, 1));
    server(part(frame, 0, 1000));
    gap(false, frame.length - 1000);
    assertThat(seen.messages.get(0).missing()).isEqualTo(frame.length - 1000);
    server(Frames.frame(0, Frames.smb2(8, 2)));
    assertThat(seen.messages).hasSize(2);
    assertThat(seen.anomalies).isEmpty();
  }

  @Test
  void aGapOverAHeaderLosesFramingUntilTheNextMessage() {
    seen.wanted = 64;
    byte[] stream =
        Frames.concat(
            List.of(
                Frames.frame(0, Frames.smb2(500, 1)),
                Frames.frame(0, Frames.transform(500, 2)),
                Frames.frame(0, Frames.smb2(500, 3))));
    server(part(stream, 0, 300));
    gap(false, 400);
    server(part(stream, 700, stream.length));
    assertThat(seen.kinds())
        .containsExactly(AnomalyKind.FRAMING_LOST, AnomalyKind.FRAMING_RECOVERED);
    assertThat(seen.anomalies.get(1).detail()).contains("after 424 octets");
    assertThat(seen.messages).extracting(Recorder.Message::missing).containsExactly(268, 0);
  }

  @Test
  void aCleanMidstreamStartIsNoAnomaly() {
    on(445, true);
    client(Frames.frame(0, Frames.smb2(30, 1)));
    server(Frames.frame(0, Frames.smb2(30, 1)));
    assertThat(seen.messages).hasSize(2);
    assertThat(seen.anomalies).isEmpty();
  }

  @Test
  void aMidstreamStartMaySeeTheSessionRequest() {
    on(139, true);
    client(hex(REQUEST));
    assertThat(seen.sessionPackets).hasSize(1);
    assertThat(seen.anomalies).isEmpty();
  }

  @Test
  void skippedOctetsOfAMidstreamStartAreCounted() {
    on(445, true);
    byte[] frame = Frames.frame(0, Frames.smb2(300, 1));
    server(part(frame, 100, frame.length), frame);
    assertThat(seen.messages).hasSize(1);
    assertThat(seen.kinds()).containsExactly(AnomalyKind.FRAMING_RECOVERED);
    assertThat(seen.anomalies.get(0).detail()).contains("after 268 octets");
  }

  @Test
  void anotherProtocolIsOneAnomalyAndGivenUp() {
    byte[] http =
        "GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(50).getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < 200; i++) {
      client(http);
      server(http);
    }
    client(Frames.frame(0, Frames.smb2(0, 1)));
    end();
    assertThat(seen.kinds()).containsExactly(AnomalyKind.MALFORMED_NBSS);
    assertThat(seen.messages).isEmpty();
    assertThat(seen.flowsEnded).isEqualTo(1);
  }

  /** As zeek/netbios-truncated-session-msg: a length of 65535, and 100 octets of 'A'. */
  @Test
  void aFrameWithoutSignatureAtTheStartIsMalformed() {
    on(139, false);
    client(hex("0000ffff" + "41".repeat(100)));
    end();
    assertThat(seen.kinds()).containsExactly(AnomalyKind.MALFORMED_NBSS);
    assertThat(seen.messages).isEmpty();
  }

  @Test
  void aFrameWithoutSignatureBetweenMessagesIsPassedOver() {
    byte[] smb = Frames.frame(0, Frames.smb1(20, 1));
    client(smb, Frames.frame(0, new byte[500]), smb, Frames.frame(0, new byte[9]), smb);
    assertThat(seen.messages).hasSize(3);
    assertThat(seen.kinds()).containsExactly(AnomalyKind.MALFORMED_NBSS);
  }

  /** [MS-CIFS] 2.2.4.22: the response to READ_RAW is nothing but the file's content. */
  @Test
  void rawReadsAreNoAnomaly() {
    byte[] request = Frames.smb1(20, 1);
    request[4] = 0x1A;
    client(Frames.frame(0, request));
    server(Frames.frame(0, new byte[60_000]), Frames.frame(0, new byte[60_000]));
    server(Frames.frame(0, Frames.smb1(1, 2)));
    assertThat(seen.messages).hasSize(2);
    assertThat(seen.anomalies).isEmpty();
  }

  @Test
  void garbageBetweenMessagesLosesAndRecovers() {
    byte[] smb = Frames.frame(0, Frames.smb2(20, 1));
    client(smb, hex("de ad be ef 00"), smb);
    assertThat(seen.messages).hasSize(2);
    assertThat(seen.kinds())
        .containsExactly(AnomalyKind.FRAMING_LOST, AnomalyKind.FRAMING_RECOVERED);
    assertThat(seen.anomalies.get(1).detail()).contains("after 4 octets");
  }

  @Test
  void aFloodOfMalformedSessionPacketsIsToldSixteenTimes() {
    on(139, false);
    client(hex("83000000".repeat(1000)));
    assertThat(seen.anomalies).hasSize(16);
  }

  @Test
  void theEndHandsOnAPartlyGatheredMessage() {
    byte[] frame = Frames.frame(0, Frames.smb2(500, 1));
    client(part(frame, 0, 204));
    server(part(frame, 0, 7));
    end();
    assertThat(seen.messages).hasSize(1);
    assertThat(seen.messages.get(0).octets().copy()).hasSize(200);
    assertThat(seen.messages.get(0).missing()).isEqualTo(364);
    assertThat(seen.flowsEnded).isEqualTo(1);
  }

  @Test
  void aMidstreamConnectionWithoutAnyMessageSaysSo() {
    on(445, true);
    server(new byte[5000]);
    end();
    assertThat(seen.kinds()).containsExactly(AnomalyKind.FRAMING_LOST);
    assertThat(seen.anomalies.get(0).detail()).contains("5000 octets");
  }
}
