package io.smbscope.output.eve;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.event.OpenRef;
import io.smbscope.event.RpcEvent;
import io.smbscope.event.TreeRef;
import io.smbscope.rpc.RpcPdu;
import io.smbscope.rpc.RpcPdu.Bind;
import io.smbscope.rpc.RpcPdu.BindAck;
import io.smbscope.rpc.RpcPdu.Context;
import io.smbscope.rpc.RpcPdu.Result;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Suricata makes of DCE/RPC over pipes: expectations of its own test suite (smb2-04,
 * dcerpc-smb-ctxid) and of rust/src/smb/dcerpc.rs and log.rs.
 */
class DcerpcTransactionsTest {
  private static final UUID ATSVC = UUID.fromString("1ff70682-0a51-30e8-076d-740be8cee98b");
  private static final UUID NDR = UUID.fromString("8a885d04-1ceb-11c9-9fe8-08002b104860");
  private static final int WRITE = 9;
  private static final int IOCTL = 11;
  private static final RpcPdu CALL = new RpcPdu.Request(3, 2, 1, 0, null, 124, Bytes.EMPTY, true);
  private static final RpcPdu ANSWER = new RpcPdu.Response(3, 1, 1, 8, Bytes.EMPTY, true);

  private final EveScene scene = new EveScene();

  private EveScene tell(int version, int command, long status, RpcPdu request, RpcPdu response) {
    return tell(version, command, status, request, response, EveScene.IPC, EveScene.pipe("atsvc"));
  }

  private EveScene tell(
      int version,
      int command,
      long status,
      RpcPdu request,
      RpcPdu response,
      TreeRef tree,
      OpenRef pipe) {
    return scene.tell(
        new RpcEvent(
            scene.next(),
            EveScene.flow(),
            null,
            version,
            command,
            status,
            7,
            EveScene.SESSION,
            5,
            tree,
            pipe,
            request == null ? null : EveScene.at(1),
            request,
            response == null ? null : EveScene.at(2),
            response,
            ATSVC,
            "1.0",
            "atsvc",
            request instanceof RpcPdu.Request ? "NetrJobAdd" : null,
            null,
            List.of(),
            List.of()));
  }

  private static String smb(String command, String status, String dcerpc) {
    return "\"smb\":{\"id\":1,\"dialect\":\"unknown\",\"command\":\""
        + command
        + "\","
        + status
        + "\"session_id\":4398046511117,\"tree_id\":5,\"dcerpc\":{"
        + dcerpc
        + "}}";
  }

  private static final String OK = "\"status\":\"STATUS_SUCCESS\",\"status_code\":\"0x0\",";

  @Test
  void aBindTellsEachInterfaceAndItsResult() {
    Context context = new Context(0, ATSVC, 1, 0, NDR);
    tell(
        2,
        WRITE,
        0,
        new Bind(2, 1, false, List.of(context, context)),
        new BindAck(
            2, 1, false, "\\PIPE\\atsvc", List.of(new Result(2, 2, NDR), new Result(0, 0, NDR))));
    String described =
        "{\"uuid\":\"1ff70682-0a51-30e8-076d-740be8cee98b\",\"version\":\"1.0\","
            + "\"service\":\"atsvc\",\"ack_result\":";
    assertThat(scene.smb())
        .containsExactly(
            smb(
                "SMB2_COMMAND_WRITE",
                OK,
                "\"request\":\"BIND\",\"response\":\"BINDACK\",\"interfaces\":["
                    + described
                    + "2,\"ack_reason\":0},"
                    + described
                    + "0,\"ack_reason\":0}],\"call_id\":2"));
  }

  @Test
  void eachInterfaceOfABindHasItsOwnService() {
    UUID samr = UUID.fromString("12345778-1234-abcd-ef00-0123456789ac");
    UUID unknown = UUID.fromString("00000000-0000-0000-0000-00000000abcd");
    Bind bind =
        new Bind(
            2,
            1,
            false,
            List.of(
                new Context(0, ATSVC, 1, 0, NDR),
                new Context(1, samr, 1, 0, NDR),
                new Context(2, unknown, 3, 1, NDR)));
    tell(2, WRITE, 0, bind, null);
    assertThat(scene.smb().get(0))
        .contains(
            "\"interfaces\":[{\"uuid\":\""
                + ATSVC
                + "\",\"version\":\"1.0\",\"service\":\"atsvc\"},",
            "{\"uuid\":\"" + samr + "\",\"version\":\"1.0\",\"service\":\"samr\"},",
            "{\"uuid\":\"" + unknown + "\",\"version\":\"3.1\"}]");
  }

  @Test
  void aCallTellsItsProcedure() {
    tell(2, IOCTL, 0, CALL, ANSWER);
    assertThat(scene.smb())
        .containsExactly(
            smb(
                "SMB2_COMMAND_IOCTL",
                OK,
                "\"request\":\"REQUEST\",\"response\":\"RESPONSE\",\"opnum\":0,"
                    + "\"req\":{\"frag_cnt\":2,\"stub_data_size\":124},"
                    + "\"interfaces\":[{\"uuid\":\"1ff70682-0a51-30e8-076d-740be8cee98b\","
                    + "\"version\":\"1.0\",\"service\":\"atsvc\",\"procedure\":\"NetrJobAdd\"}],"
                    + "\"res\":{\"frag_cnt\":1,\"stub_data_size\":8},\"call_id\":3"));
  }

  @Test
  void halvesOfACallSayThatTheOtherIsMissing() {
    tell(2, WRITE, 0, CALL, null);
    assertThat(scene.lastSmb())
        .contains("\"request\":\"REQUEST\",\"response\":\"UNREPLIED\"")
        .doesNotContain("status");
    tell(2, WRITE, 0, null, ANSWER);
    assertThat(scene.lastSmb())
        .contains("\"request\":\"REQUEST_LOST\",\"response\":\"RESPONSE\",\"res\":{")
        .contains("\"status\":\"STATUS_SUCCESS\"");
  }

  @Test
  void aCallWhoseCarrierFailedTellsItsStatus() {
    tell(2, IOCTL, 0xC000_014BL, CALL, null);
    assertThat(scene.lastSmb())
        .contains("\"status\":\"STATUS_PIPE_BROKEN\",\"status_code\":\"0xc000014b\"");
  }

  @Test
  void otherMessagesHaveSuricatasNames() {
    tell(2, WRITE, 0, new Bind(2, 1, true, List.of()), new BindAck(2, 1, true, "", List.of()));
    assertThat(scene.lastSmb())
        .contains(
            "\"request\":\"ALTER_CONTEXT\",\"response\":\"ALTER_CONTEXT_RESP\",\"call_id\":2");
    tell(2, WRITE, 0, new RpcPdu.Other(3, 1, 16), null);
    assertThat(scene.lastSmb()).contains("\"request\":\"AUTH3\",\"response\":\"UNREPLIED\"");
    tell(2, WRITE, 0, new Bind(2, 1, false, List.of()), new RpcPdu.BindNak(2, 1, 1));
    assertThat(scene.lastSmb()).contains("\"request\":\"BIND\",\"response\":\"BINDNAK\"");
    tell(2, WRITE, 0, CALL, new RpcPdu.Fault(3, 1, 0, 0x1C01_0002L));
    assertThat(scene.lastSmb()).contains("\"response\":\"FAULT\"").doesNotContain("\"res\"");
  }

  @ParameterizedTest
  @CsvSource({
    "2, 9, samr, 1",
    "2, 9, \\lsarpc, 1",
    "2, 9, wkssvc, 0",
    "2, 11, wkssvc, 0",
    "1, 0x25, spoolss, 1",
    "1, 0x25, wkssvc, 0",
    "1, 0x2F, wkssvc, 1",
  })
  void onlySomePipesAreReadAsServices(int version, String command, String name, int events) {
    tell(version, Integer.decode(command), 0, CALL, ANSWER, EveScene.IPC, EveScene.pipe(name));
    assertThat(scene.smb()).hasSize(events);
  }

  @Test
  void whereTheShareWasNotSeenEveryServiceShows() {
    tell(2, WRITE, 0, CALL, ANSWER, null, null);
    assertThat(scene.smb()).hasSize(1);
  }
}
