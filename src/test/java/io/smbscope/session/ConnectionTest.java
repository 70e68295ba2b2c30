package io.smbscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.Event;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.NbnsEvent;
import io.smbscope.event.Transport;
import io.smbscope.net.FlowStats.EndReason;
import io.smbscope.netbios.NbnsMessage;
import io.smbscope.netbios.NetbiosName;
import io.smbscope.netbios.SessionPacket;
import io.smbscope.smb.smb2.Echo;
import io.smbscope.smb.smb2.Smb2Command;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of a transport connection. [MS-SMB2] 3.3.1.7 */
class ConnectionTest {
  private static final NetbiosName CALLED = new NetbiosName("FILESRV", 0x20, "");
  private static final NetbiosName CALLING = new NetbiosName("PC", 0, "");

  private final Scene scene = new Scene();

  private static SessionPacket packet(int type) {
    return new SessionPacket(type, null, null, -1, 0, 0);
  }

  private static SessionPacket request() {
    return new SessionPacket(SessionPacket.REQUEST, CALLED, CALLING, -1, 0, 0);
  }

  private void service(Wire wire, boolean fromClient, SessionPacket packet) {
    scene.tracker.sessionService(scene.next(), wire.flow, fromClient, packet);
  }

  @Test
  void aConnectionTellsWhatItCarried() {
    Wire wire = scene.connect();
    Smb2Client client = new Smb2Client(wire);
    client.exchange(Smb2Command.ECHO, new Echo.Request(), new Echo.Response());
    client.ask(client.request(Smb2Command.ECHO, new Echo.Request()));
    wire.close();

    ConnectionEvent event = scene.connection();
    assertThat(event.id()).isEqualTo(1);
    assertThat(event.start().packet()).isEqualTo(1);
    assertThat(event.at().packet()).isEqualTo(5);
    assertThat(event.client().ip()).isEqualTo("10.0.0.1");
    assertThat(event.client().port()).isEqualTo(50_000);
    assertThat(event.client().mac()).isEqualTo("02:00:00:00:00:01");
    assertThat(event.server().ip()).isEqualTo("10.0.0.2");
    assertThat(event.server().port()).isEqualTo(445);
    assertThat(event.server().mac()).isNull();
    assertThat(event.vlans()).containsExactly(7);
    assertThat(event.encapsulations()).containsExactly("vxlan");
    assertThat(event.transport()).isEqualTo(Transport.DIRECT_TCP);
    assertThat(event.netbios()).isNull();
    assertThat(event.midstream()).isFalse();
    assertThat(event.commands()).hasSize(1).containsEntry("ECHO", 3L);
    assertThat(event.sessions()).isEmpty();
    assertThat(event.malformed()).isZero();
    assertThat(event.traffic())
        .isEqualTo(
            new ConnectionEvent.Traffic(
                11, 21, 1_100, 2_100, 3, 12 + 22, 1 + 4, 2 + 5, 24 + 54, 3 + 6, 0));
  }

  @ParameterizedTest
  @EnumSource(EndReason.class)
  void theReasonOfItsEndIsTold(EndReason reason) {
    scene.connect().close(reason);
    assertThat(scene.connection().endReason())
        .isEqualTo(reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
  }

  @Test
  void commandsStandInTheOrderOfTheirNames() {
    Smb2Client.at(scene).logOff();
    scene.end();
    assertThat(scene.connection().commands().keySet())
        .containsExactly("LOGOFF", "NEGOTIATE", "SESSION_SETUP", "TREE_CONNECT");
  }

  @Test
  void port139IsTheNetbiosSessionService() {
    scene.flow().ports(50_000, 139).open().close();
    assertThat(scene.connection().transport()).isEqualTo(Transport.NETBIOS_SESSION);
    assertThat(scene.connection().netbios()).as("no request was seen").isNull();
  }

  @Test
  void aSessionRequestNamesBothSides() {
    Wire wire = scene.flow().ports(50_000, 1139).open();
    service(wire, true, request());
    service(wire, false, packet(SessionPacket.POSITIVE_RESPONSE));
    service(wire, true, packet(SessionPacket.KEEP_ALIVE));
    wire.close();
    ConnectionEvent event = scene.connection();
    assertThat(event.transport()).isEqualTo(Transport.NETBIOS_SESSION);
    assertThat(event.netbios())
        .isEqualTo(new ConnectionEvent.NetbiosSession("FILESRV<20>", "PC<00>", "positive", null));
  }

  @Test
  void aRefusedSessionRequestTellsTheError() {
    Wire wire = scene.flow().ports(50_000, 139).open();
    service(wire, true, request());
    service(
        wire, false, new SessionPacket(SessionPacket.NEGATIVE_RESPONSE, null, null, 0x82, 0, 0));
    wire.close();
    assertThat(scene.connection().netbios().result()).isEqualTo("negative");
    assertThat(scene.connection().netbios().errorCode()).isEqualTo(0x82);
  }

  @Test
  void aSessionRequestMayBeSentElsewhere() {
    Wire wire = scene.flow().ports(50_000, 139).open();
    service(wire, false, packet(SessionPacket.RETARGET_RESPONSE));
    wire.close();
    assertThat(scene.connection().netbios().result()).isEqualTo("retarget");
    assertThat(scene.connection().netbios().calledName()).isNull();
  }

  @Test
  void anUnansweredSessionRequestHasNoResult() {
    Wire wire = scene.flow().ports(50_000, 139).open();
    service(wire, true, request());
    wire.close();
    assertThat(scene.connection().netbios().result()).isNull();
  }

  /** A keep-alive says nothing of the transport: Windows sends it on 445 too. */
  @Test
  void aKeepAliveIsNoSessionRequest() {
    Wire wire = scene.connect();
    service(wire, true, packet(SessionPacket.KEEP_ALIVE));
    wire.close();
    assertThat(scene.connection().transport()).isEqualTo(Transport.DIRECT_TCP);
  }

  @ParameterizedTest
  @CsvSource({
    "MALFORMED_NBSS, 1",
    "MALFORMED_SMB1, 1",
    "MALFORMED_SMB2, 1",
    "MALFORMED_TRANSFORM, 1",
    "MALFORMED_COMPRESSION, 1",
    "TCP_GAP, 0",
    "LIMIT_REACHED, 0"
  })
  void malformedMessagesAreCounted(AnomalyKind kind, int counted) {
    Wire wire = scene.connect();
    Anomaly anomaly = new Anomaly(kind, scene.next(), wire.id(), "MS-SMB2 2.2.1", "why");
    scene.tracker.anomaly(anomaly);
    wire.close();
    assertThat(scene.connection().malformed()).isEqualTo(counted);
    AnomalyEvent event = scene.only(AnomalyEvent.class);
    assertThat(event.anomaly()).isEqualTo(anomaly);
    assertThat(event.client().ip()).isEqualTo("10.0.0.1");
    assertThat(event.server().ip()).isEqualTo("10.0.0.2");
  }

  @Test
  void aMalformedSecurityTokenIsToldAndCounted() {
    Smb2Client client = new Smb2Client(scene.connect()).negotiated(0x0302);
    client.firstLeg(1, Smb2Bodies.setup(Tokens.recorded("smbtorture-fields-outside")));
    scene.end();
    assertThat(scene.connection().malformed()).isPositive();
    assertThat(scene.told(AnomalyEvent.class))
        .isNotEmpty()
        .allSatisfy(
            event -> assertThat(event.anomaly().kind()).isEqualTo(AnomalyKind.MALFORMED_NTLMSSP));
  }

  @Test
  void anAnomalyOfNoConnectionHasNoEndpoints() {
    Anomaly anomaly = new Anomaly(AnomalyKind.MALFORMED_NBNS, scene.next(), 77, "", "why");
    scene.tracker.anomaly(anomaly);
    assertThat(scene.only(AnomalyEvent.class)).isEqualTo(new AnomalyEvent(anomaly, null));
  }

  /** The network layer has told of it as an anomaly; twice would be two gaps. */
  @Test
  void aGapIsNotToldTwice() {
    Wire wire = scene.connect();
    scene.tracker.gap(scene.next(), wire.flow, true, 1460);
    assertThat(scene.told(AnomalyEvent.class)).isEmpty();
  }

  /** A session has no more ids shown than a reader can take in. */
  @Test
  void sessionIdsOfAConnectionAreBounded() {
    Smb2Client client = new Smb2Client(scene.connect()).negotiated(0x0302);
    for (int id = 1; id <= 100; id++) {
      client.session = 0;
      client.loggedOn(id, "alice");
      client.logOff();
    }
    scene.end();
    assertThat(scene.connection().sessions()).hasSize(64).contains("0x0000000000000001");
  }

  @Test
  void udpIsNoConnection() {
    scene.flow().udp().ports(137, 137).open().close();
    assertThat(scene.told(ConnectionEvent.class)).isEmpty();
    assertThat(scene.only(FlowEvent.class).flow().tcp()).isFalse();
    scene.assertNothingHeld();
  }

  @Test
  void messagesOfAnUnknownFlowAreNothing() {
    Wire wire = scene.connect();
    wire.close();
    Smb2Client late = new Smb2Client(wire);
    late.exchange(Smb2Command.ECHO, new Echo.Request(), new Echo.Response());
    service(wire, true, request());
    assertThat(scene.told(Event.class))
        .extracting(Object::getClass)
        .containsExactly(ConnectionEvent.class, FlowEvent.class);
    scene.assertNothingHeld();
  }

  @Test
  void aFlowEndsBehindAllElseOfIt() {
    Smb2Client client = new Smb2Client(scene.connect()).negotiated(0x0302);
    client.loggedOn(1, "alice");
    client.wire.close();
    FlowEvent flow = scene.only(FlowEvent.class);
    assertThat(scene.events.get(scene.events.size() - 1)).isEqualTo(flow);
    assertThat(flow.flow().client().ip()).isEqualTo("10.0.0.1");
    assertThat(flow.endReason()).isEqualTo("fin");
    assertThat(flow.smb()).isTrue();
    assertThat(flow.client())
        .isEqualTo(new FlowEvent.Side(11, 1_540, 1_694, 1_100, 1_112, 24, 0x1b, null, List.of()));
    assertThat(flow.history()).isEqualTo("ShADadFf");
  }

  /** Its sides are named by who asks, also where the server was heard first. */
  @Test
  void aFlowWhoseServerWasHeardFirstIsTurned() {
    Wire wire = scene.flow().udp().ports(137, 137).client(2).server(1).open();
    NbnsMessage answer = new NbnsMessage(7, true, 0, 0x50, 0, List.of(), List.of());
    scene.tracker.nameService(scene.next(), wire.flow, true, answer);
    wire.close();
    FlowEvent flow = scene.only(FlowEvent.class);
    assertThat(flow.flow().client().ip()).isEqualTo("10.0.0.1");
    assertThat(flow.client().packets()).isEqualTo(Wire.SERVER.packets());
    assertThat(flow.history()).isEqualTo("^sHadADfF");
    NbnsEvent message = scene.only(NbnsEvent.class);
    assertThat(message.flow()).isEqualTo(flow.flow());
    assertThat(message.fromClient()).isFalse();
  }
}
