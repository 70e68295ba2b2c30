package io.smbscope.output.zeek;

import static io.smbscope.output.zeek.Rows.FLOW;
import static io.smbscope.output.zeek.Rows.at;
import static io.smbscope.output.zeek.Rows.end;
import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.base.Stamp;
import io.smbscope.event.Event;
import io.smbscope.event.FlowKey;
import io.smbscope.event.OpenRef;
import io.smbscope.event.RpcEvent;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.event.TreeRef;
import io.smbscope.output.stream.LogFiles;
import io.smbscope.rpc.RpcPdu;
import io.smbscope.smb.smb2.Close;
import io.smbscope.smb.smb2.FileId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expected rows: what Zeek's scripts write for the same messages. */
class DceRpcLogTest {
  private static final UUID SRVSVC = UUID.fromString("4b324fc8-1670-01d3-1278-5a47bf6ee188");
  private static final UUID WINREG = UUID.fromString("338cd001-2244-31f1-aaaa-900038001003");
  private static final UUID SAMR = UUID.fromString("12345778-1234-abcd-ef00-0123456789ac");
  private static final UUID UNKNOWN = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

  private static final int READ = 8;
  private static final int WRITE = 9;
  private static final long NEVER = Long.MAX_VALUE;
  private static final TreeRef IPC = new TreeRef(1, "\\\\s\\IPC$", "pipe", null, null, at(1));

  @TempDir Path folder;

  @Test
  void eachAnsweredCallIsARow() throws IOException {
    assertThat(
            rows(
                bind(5, 1, "\\PIPE\\srvsvc", 0, SRVSVC),
                call(7, 10, 1, 0, 15),
                call(11, 11, 1, 0, 16)))
        .containsExactly(
            "0.007000 0.003000 \\\\PIPE\\\\srvsvc srvsvc NetrShareEnum",
            "0.011000 0.003000 \\\\PIPE\\\\srvsvc srvsvc NetrShareGetInfo");
  }

  @Test
  void whatHasNoNameIsToldByItsNumber() throws IOException {
    assertThat(rows(bind(5, 1, "\\PIPE\\x", 0, UNKNOWN), call(7, 8, 1, 0, 900)))
        .containsExactly(
            "0.007000 0.001000 \\\\PIPE\\\\x unknown-00112233-4455-6677-8899-aabbccddeeff"
                + " unknown-900");
  }

  @Test
  void callsThatAreManyAreLeftOut() throws IOException {
    assertThat(rows(bind(5, 1, "\\PIPE\\winreg", 0, WINREG), call(7, 8, 1, 0, 5))).isEmpty();
  }

  @Test
  void eachCallBelongsToItsPresentationContext() throws IOException {
    assertThat(
            rows(
                bind(5, 1, "\\PIPE\\lsass", 0, SAMR, 1, SRVSVC),
                call(7, 8, 1, 0, 64),
                call(9, 10, 1, 1, 15)))
        .containsExactly(
            "0.007000 0.001000 \\\\PIPE\\\\lsass samr SamrConnect5",
            "0.009000 0.001000 \\\\PIPE\\\\lsass srvsvc NetrShareEnum");
  }

  @Test
  void pipesAreToldApart() throws IOException {
    assertThat(
            rows(
                bind(5, 1, "\\PIPE\\samr", 0, SAMR),
                bind(6, 2, "\\PIPE\\srvsvc", 0, SRVSVC),
                call(7, 8, 1, 0, 64)))
        .containsExactly("0.007000 0.001000 \\\\PIPE\\\\samr samr SamrConnect5");
  }

  @Test
  void operationsThatOnlyOthersNameAreToldByTheirNumber() throws IOException {
    assertThat(rows(bind(5, 1, "\\PIPE\\samr", 0, SAMR), call(7, 8, 1, 0, 73)))
        .containsExactly("0.007000 0.001000 \\\\PIPE\\\\samr samr unknown-73");
  }

  @Test
  void aPipeWhoseBindWasNotSeenIsToldByItsNameFromItsSecondAnswerOn() throws IOException {
    assertThat(
            rows(
                event(5, 1, null, 5, new RpcPdu.BindAck(1, 1, false, "\\pipe\\SRVSVC", List.of())),
                call(7, 8, 1, 0, 15),
                call(9, 10, 1, 0, 16)))
        .containsExactly("0.009000 0.001000 \\\\pipe\\\\SRVSVC srvsvc NetrShareGetInfo");
  }

  @Test
  void aPipeOfManyInterfacesWhoseBindWasNotSeenIsNotTold() throws IOException {
    assertThat(
            rows(
                event(5, 1, null, 5, new RpcPdu.BindAck(1, 1, false, "\\PIPE\\lsass", List.of())),
                call(7, 8, 1, 0, 64),
                call(9, 10, 1, 0, 64)))
        .isEmpty();
  }

  @Test
  void aCallWithoutBindOrAnswerIsNoRow() throws IOException {
    assertThat(
            rows(
                call(3, 4, 1, 0, 15),
                bind(5, 1, "", 0, SRVSVC),
                event(7, 1, new RpcPdu.Request(1, 1, 0, 15, null, 0, Bytes.EMPTY, true), 8, null),
                event(9, 1, null, 10, new RpcPdu.Fault(1, 1, 0, 5)),
                end(FLOW, 20)))
        .isEmpty();
  }

  @Test
  void theNewestAnswerIsToldAgainWhenTheConnectionEndsWithABind() throws IOException {
    String row = "0.007000 0.001000 \\\\PIPE\\\\samr samr SamrConnect5";
    assertThat(
            rows(
                bind(5, 1, "\\PIPE\\samr", 0, SAMR),
                call(7, 8, 1, 0, 64),
                bind(9, 2, "\\PIPE\\srvsvc", 0, SRVSVC),
                end(FLOW, 20)))
        .containsExactly(row, row);
  }

  @Test
  void writtenOctetsAreReadInTreesThatHoldPipes() throws IOException {
    Event bind = through(WRITE, null, bind(5, 1, "\\PIPE\\samr", 0, SAMR));
    Event call = through(READ, null, call(7, 8, 1, 0, 64));
    assertThat(rows(sight(NEVER, 2), bind, call)).isEmpty();
    assertThat(rows(sight(NEVER, 1), bind, call)).hasSize(1);
    assertThat(
            rows(
                sight(NEVER, 2),
                through(WRITE, IPC, bind(5, 1, "\\PIPE\\samr", 0, SAMR)),
                through(READ, IPC, call(7, 8, 1, 0, 64))))
        .hasSize(1);
  }

  @Test
  void ofTheCallsThatAreNotSeenTheAnswersAreThoseToTheLastThatWas() throws IOException {
    assertThat(
            rows(
                sight(9, 1),
                bind(5, 1, "\\PIPE\\samr", 0, SAMR),
                call(7, 8, 1, 0, 64),
                call(9, 11, 1, 0, 5)))
        .containsExactly(
            "0.007000 0.001000 \\\\PIPE\\\\samr samr SamrConnect5",
            "0.007000 0.004000 \\\\PIPE\\\\samr samr SamrConnect5");
  }

  @Test
  void aClosedPipeIsForgotten() throws IOException {
    assertThat(
            rows(
                bind(5, 1, "\\PIPE\\samr", 0, SAMR),
                call(7, 8, 1, 0, 64),
                close(9, 1),
                bind(10, 2, "\\PIPE\\srvsvc", 0, SRVSVC),
                end(FLOW, 20)))
        .hasSize(1);
  }

  @Test
  void whatOneConnectionKeepsIsBounded() throws IOException {
    List<Event> events = new ArrayList<>();
    for (int pipe = 0; pipe < 3000; pipe++) {
      events.add(bind(5, pipe, "\\PIPE\\samr", pipe, SAMR, pipe + 1, SRVSVC));
      events.add(call(7, 8, pipe, pipe, 64));
    }
    events.add(bind(9, 5000, "", 0, SRVSVC));
    events.add(end(FLOW, 20));
    assertThat(rows(events.toArray(Event[]::new))).hasSizeBetween(3000, 4000);
  }

  private static RpcEvent bind(
      long packet, long pipe, String secondaryAddress, Object... idsAndInterfaces) {
    List<RpcPdu.Context> contexts = new ArrayList<>();
    for (int i = 0; i < idsAndInterfaces.length; i += 2) {
      UUID interfaceId = (UUID) idsAndInterfaces[i + 1];
      contexts.add(new RpcPdu.Context((Integer) idsAndInterfaces[i], interfaceId, 1, 0, null));
    }
    return event(
        packet,
        pipe,
        new RpcPdu.Bind(1, 1, false, contexts),
        packet,
        new RpcPdu.BindAck(1, 1, false, secondaryAddress, List.of()));
  }

  private static RpcEvent call(long asked, long answered, long pipe, int context, int opnum) {
    long last = asked == answered ? answered + 3 : answered;
    return event(
        asked,
        pipe,
        new RpcPdu.Request(2, 1, context, opnum, null, 0, Bytes.EMPTY, true),
        last,
        new RpcPdu.Response(2, 1, context, 0, Bytes.EMPTY, true));
  }

  private static RpcEvent event(
      long asked, long pipe, RpcPdu request, long answered, RpcPdu response) {
    return new RpcEvent(
        at(answered),
        FLOW,
        null,
        2,
        11,
        0,
        1,
        1,
        1,
        null,
        new OpenRef(pipe, 0, pipe, "samr", "pipe", at(1)),
        request == null ? null : at(asked),
        request,
        response == null ? null : at(answered),
        response,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  private static RpcEvent through(int command, TreeRef tree, RpcEvent event) {
    return new RpcEvent(
        event.at(),
        event.flow(),
        null,
        2,
        command,
        0,
        1,
        1,
        1,
        tree,
        event.pipe(),
        event.requestAt(),
        event.request(),
        event.responseAt(),
        event.response(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  private static Event close(long packet, long pipe) {
    return new Smb2CommandEvent(
        at(packet),
        FLOW,
        null,
        null,
        at(packet),
        null,
        new Close.Request(0, new FileId(0, pipe)),
        null,
        null,
        null,
        false,
        1,
        1,
        null,
        null,
        false);
  }

  private List<String> rows(Event... events) throws IOException {
    return rows(Sight.FULL, events);
  }

  private List<String> rows(Sight sight, Event... events) throws IOException {
    Path made = folder.resolve("made");
    return Rows.of(
        made,
        new DceRpcLog(new ZeekForm(made, false, false, LogFiles.once()), new ZeekIds(), sight),
        List.of(events));
  }

  /** Sees nothing of the client from that packet on, and knows of that tree alone. */
  private static Sight sight(long clientEnds, long pipeTree) {
    return new Sight() {
      @Override
      public boolean sees(FlowKey flow, boolean fromClient, Stamp at) {
        return !fromClient || at.packet() < clientEnds;
      }

      @Override
      public boolean isPipeTree(FlowKey flow, long treeId) {
        return treeId == pipeTree;
      }
    };
  }
}
