package io.smbscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Stamp;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.Event;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.RpcEvent;
import io.smbscope.rpc.Pdus;
import io.smbscope.rpc.RpcPdu;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.Smb2Command;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of DCE/RPC over SMB2 when requests, answers or openings lack, or are too many. */
class Smb2PipesWithLossTest {
  private static final int WHOLE = Pdus.FIRST | Pdus.LAST;

  private final Smb2Pipe pipe = new Smb2Pipe();
  private final Scene scene = pipe.scene;
  private final Smb2Client client = pipe.client;

  @Test
  void aCallWithoutAnswerIsToldWhenItsPipeIsClosed() {
    pipe.bound();
    pipe.write(Pdus.recorded("schedule-request"));
    client.close(pipe.id);
    RpcEvent event = pipe.last();
    assertThat(event.operation()).isEqualTo("NetrJobAdd");
    assertThat(event.response()).isNull();
    assertThat(event.responseAt()).isNull();
    List<Event> events = scene.events;
    assertThat(events.indexOf(event)).isLessThan(events.indexOf(scene.file()));
    scene.end();
    assertThat(pipe.calls()).hasSize(2);
    scene.assertNothingHeld();
  }

  @Test
  void aCallWithoutAnswerIsToldWhenTheConnectionEnds() {
    pipe.askWrite(Pdus.recorded("schedule-bind"));
    scene.end();
    assertThat(pipe.last().request()).isInstanceOf(RpcPdu.Bind.class);
    assertThat(pipe.last().response()).isNull();
    assertThat(pipe.last().carrierStatus()).isEqualTo(-1);
    scene.assertNothingHeld();
  }

  @Test
  void afterItsChannelNothingIsToldOfACall() {
    Smb2Client second = new Smb2Client(scene.flow().ports(50_001, 445).open()).negotiated(0x0302);
    second.session = 0x77;
    second.firstLeg(0x77, Smb2Bodies.bind(Tokens.recorded("samba-negotiate")));
    second.secondLeg(Smb2Bodies.bind(Tokens.authenticate("LAB", "alice", "PC")));
    second.setUp(0);
    second.tree = 5;
    byte[] bind = Pdus.recorded("schedule-bind");
    second.ask(second.request(Smb2Command.WRITE, Smb2Pipe.write(pipe.id, bind, bind.length)));
    second.wire.close();

    assertThat(pipe.last().flow().id()).isEqualTo(second.wire.id());
    assertThat(pipe.last().response()).isNull();
    List<Event> events = scene.events;
    assertThat(events.indexOf(pipe.last()))
        .isLessThan(events.indexOf(scene.told(FlowEvent.class).get(0)));
    scene.end();
    assertThat(pipe.calls()).hasSize(1);
  }

  @Test
  void aReusedCallIdEndsTheCallBefore() {
    pipe.bound();
    pipe.write(Pdus.recorded("schedule-request"));
    pipe.write(Pdus.recorded("schedule-request"));
    assertThat(pipe.calls()).hasSize(2);
    assertThat(pipe.last().response()).isNull();
    pipe.read(Pdus.recorded("schedule-response"));
    assertThat(pipe.last().response()).isNotNull();
  }

  @Test
  void anAnswerWithoutItsRequestNamesWhatItCan() {
    pipe.bound();
    pipe.read(Pdus.fragment(Pdus.RESPONSE, WHOLE, 99, new byte[8]));
    assertThat(pipe.last().request()).isNull();
    assertThat(pipe.last().requestAt()).isNull();
    assertThat(pipe.last().response().callId()).isEqualTo(99);
    assertThat(pipe.last().operation()).isNull();
  }

  @Test
  void garbageIsToldWithThePacketThatBroughtIt() {
    pipe.bound();
    Stamp at = pipe.askWrite(new byte[64]);
    assertThat(scene.told(AnomalyEvent.class))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.anomaly().kind().label()).isEqualTo("malformed-dcerpc");
              assertThat(each.anomaly().at()).isEqualTo(at);
              assertThat(each.anomaly().flow()).isEqualTo(client.wire.id());
            });
  }

  @Test
  void ofWhatWasNotCapturedTheCallIsKnown() {
    pipe.bound();
    byte[] request = Pdus.recorded("schedule-request");
    byte[] start = Arrays.copyOf(request, 40);
    client.exchange(
        Smb2Command.WRITE,
        Smb2Pipe.write(pipe.id, start, request.length),
        Smb2Bodies.written(request.length));
    pipe.read(Pdus.recorded("schedule-response"));
    assertThat(pipe.last().operation()).isEqualTo("NetrJobAdd");
    assertThat(((RpcPdu.Request) pipe.last().request()).stubLength()).isEqualTo(136);
  }

  @Test
  void aPipeWhoseOpeningWasNotSeenIsKnownByWhatItCarries() {
    Scene later = new Scene();
    Smb2Client midstream = new Smb2Client(later.flow().midstream().open());
    midstream.session = 9;
    midstream.tree = 5;
    byte[] bind = Pdus.recorded("schedule-bind");
    midstream.exchange(
        Smb2Command.WRITE,
        Smb2Pipe.write(pipe.id, bind, bind.length),
        Smb2Bodies.written(bind.length));
    later.end();
    assertThat(later.told(RpcEvent.class))
        .singleElement()
        .satisfies(each -> assertThat(each.endpoint()).isEqualTo("atsvc"));
    later.assertNothingHeld();
  }

  @Test
  void inATreeOfPipesTheOpeningNeedNotBeSeen() {
    byte[] bind = Pdus.recorded("schedule-bind");
    client.exchange(
        Smb2Command.WRITE,
        Smb2Pipe.write(new FileId(98, 99), bind, bind.length),
        Smb2Bodies.written(bind.length));
    scene.end();
    assertThat(pipe.last().endpoint()).isEqualTo("atsvc");
    assertThat(pipe.last().pipe().volatileId()).isEqualTo(99);
  }

  @Test
  void callsAndContextsOfAPipeAreBounded() {
    pipe.bound();
    for (int call = 100; call < 400; call++) {
      pipe.write(Pdus.fragment(Pdus.REQUEST, WHOLE, call, new byte[1]));
    }
    assertThat(pipe.calls()).hasSize(1 + 300 - 256);
    assertThat(scene.limitsReached()).hasSize(300 - 256);
    scene.end();
    assertThat(pipe.calls()).hasSize(1 + 300);
    scene.assertNothingHeld();
  }
}
