package io.smbscope.output.eve;

import io.smbscope.base.Stamp;
import io.smbscope.event.Endpoint;
import io.smbscope.event.Event;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowKey;
import io.smbscope.event.OpenRef;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.event.Smb1CommandEvent.Step;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.event.TreeRef;
import io.smbscope.output.CollectedLines;
import io.smbscope.smb.smb1.Smb1Body;
import io.smbscope.smb.smb1.Smb1Header;
import io.smbscope.smb.smb2.Smb2Body;
import io.smbscope.smb.smb2.Smb2Command;
import io.smbscope.smb.smb2.Smb2Header;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Events of one flow, from 10.0.0.1 to port 445 of 10.0.0.2, and what is written of them. */
final class EveScene {
  static final long SESSION = 0x0400_0000_000DL;
  static final TreeRef DISK = new TreeRef(1, "\\\\srv\\data", "disk", null, null, at(1));
  static final TreeRef IPC = new TreeRef(5, "\\\\srv\\IPC$", "pipe", null, null, at(1));
  static final int NT_STATUS = 0x4000;
  private static final int RESPONSE = 0x80;

  final CollectedLines target = new CollectedLines();
  final EveSink sink;
  private long packet;

  EveScene() {
    this(null);
  }

  EveScene(String iface) {
    sink = new EveSink(target, iface);
  }

  static FlowKey flow(long id, List<Integer> vlans) {
    return new FlowKey(
        id,
        at(id),
        true,
        new Endpoint("10.0.0.1", 50_000, null),
        new Endpoint("10.0.0.2", 445, null),
        vlans,
        false);
  }

  static FlowKey flow() {
    return flow(1, List.of());
  }

  /** A packet each millisecond, from 2024-05-02T10:11:12 on. */
  static Stamp at(long packet) {
    return new Stamp(packet, 1_714_644_672_000_000_000L + packet * 1_000_000);
  }

  static OpenRef open(String name) {
    return new OpenRef(7, 0x4D, 0xFFFF_FFFF_0000_0009L, name, "file", at(1));
  }

  static OpenRef pipe(String name) {
    return new OpenRef(8, 0x2A, 0x9, name, "pipe", at(1));
  }

  /** Open of SMB1. */
  static OpenRef fid(int fid, String name) {
    return new OpenRef(9, 0, fid, name, "file", at(1));
  }

  /** The next packet. */
  Stamp next() {
    return at(++packet);
  }

  EveScene tell(Event event) {
    try {
      sink.accept(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** The flow is over. */
  EveScene end() {
    FlowEvent.Side side = new FlowEvent.Side(0, 0, 0, 0, 0, 0, 0, null, List.of());
    return tell(new FlowEvent(next(), flow(), at(packet), "fin", side, side, true, ""));
  }

  /** Members of the {@code smb} events from {@code smb} on. */
  List<String> smb() {
    return events("smb").stream()
        .map(line -> line.substring(line.indexOf("\"smb\":"), line.length() - 1))
        .toList();
  }

  String lastSmb() {
    List<String> all = smb();
    return all.get(all.size() - 1);
  }

  List<String> events(String type) {
    return target.lines.stream()
        .filter(line -> line.contains("\"event_type\":\"" + type + "\""))
        .toList();
  }

  /** An SMB2 exchange on the tree {@link #DISK} that succeeded. */
  Smb2 smb2(Smb2Command command, Smb2Body request, Smb2Body response) {
    return new Smb2(command, request, response);
  }

  /** What a test varies of an SMB2 exchange. */
  final class Smb2 {
    private final Smb2Command command;
    private final Smb2Body request;
    private final Smb2Body response;
    private long status;
    private long responseTree = DISK.id();
    private TreeRef tree = DISK;
    private OpenRef open;
    private long session = SESSION;
    private boolean interim;
    private boolean asked = true;
    private boolean answered = true;

    private Smb2(Smb2Command command, Smb2Body request, Smb2Body response) {
      this.command = command;
      this.request = request;
      this.response = response;
    }

    Smb2 status(long value) {
      status = value;
      return this;
    }

    Smb2 on(TreeRef value) {
      tree = value;
      responseTree = value == null ? 1 : value.id();
      return this;
    }

    Smb2 open(OpenRef value) {
      open = value;
      return this;
    }

    Smb2 session(long value) {
      session = value;
      return this;
    }

    Smb2 interim() {
      interim = true;
      return this;
    }

    Smb2 unasked() {
      asked = false;
      return this;
    }

    Smb2 unanswered() {
      answered = false;
      return this;
    }

    EveScene told() {
      Stamp requestAt = next();
      Stamp at = next();
      return tell(
          new Smb2CommandEvent(
              at,
              flow(),
              "2.0.2",
              "LAB\\alice",
              asked ? requestAt : null,
              asked ? header(0, 0) : null,
              asked ? request : null,
              answered ? at : null,
              answered ? header(1, status) : null,
              answered ? response : null,
              interim,
              session,
              responseTree,
              tree,
              open));
    }

    private Smb2Header header(long flags, long value) {
      return new Smb2Header(
          command.code(), 1, value, 1, flags, 0, 3, 0, 0, responseTree, session, true);
    }
  }

  /** An SMB1 message with these commands, answered with {@code status}. */
  EveScene smb1(int flags2, long status, TreeRef tree, Step... steps) {
    Stamp requestAt = next();
    Stamp at = next();
    int command = steps[0].command();
    return tell(
        new Smb1CommandEvent(
            at,
            flow(),
            "NT LM 0.12",
            "LAB\\alice",
            requestAt,
            new Smb1Header(command, 0, 0, flags2, 1, 0x801, 0x802, 3, true),
            at,
            new Smb1Header(command, status, RESPONSE, flags2, 1, 0x803, 0x804, 3, true),
            tree,
            List.of(steps)));
  }

  static Step step(int command, Smb1Body request, Smb1Body response) {
    return new Step(command, request, response, null);
  }
}
