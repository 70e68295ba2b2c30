package io.smbscope.output.zeek;

import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Stamp;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.ContentEvent;
import io.smbscope.event.Event;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowKey;
import io.smbscope.event.MessageEvent;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.smb.SmbMessage;
import io.smbscope.smb.smb1.Smb1Message;
import io.smbscope.smb.smb2.Smb2Message;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code smb_cmd}, {@code smb_files}, {@code smb_mapping} and {@code files}: follows each message
 * in the way of Zeek's analyzer and scripts, on whose order of requests and responses the rows
 * depend.
 */
final class SmbScripts implements EventLog, Sight {
  /** Octets that all connections' tables keep. */
  private static final long HELD = 48 << 20;

  private final ZeekIds ids;
  private final boolean extra;
  private final Holdings holdings = new Holdings(HELD);
  private final SmbCmdLog commands;
  private final SmbFilesLog names;
  private final SmbMappingLog mappings;
  private final FilesLog contents;
  private final FileAnalysis analysis;
  private final Smb1Script smb1;
  private final Smb2Script smb2;

  /** By flow. Its first message adds, its FlowEvent removes; the flow tables bound it. */
  private final Map<Long, SmbState> states = new HashMap<>();

  private SmbState latest;

  SmbScripts(ZeekForm form, ZeekIds ids) {
    this.ids = ids;
    this.extra = form.extra();
    this.commands = new SmbCmdLog(form);
    this.names = new SmbFilesLog(form);
    this.mappings = new SmbMappingLog(form);
    this.contents = new FilesLog(form);
    this.analysis = new FileAnalysis(ids, contents, names);
    SmbNames statuses = new SmbNames();
    this.smb1 = new Smb1Script(statuses, commands, names, mappings, analysis);
    this.smb2 = new Smb2Script(statuses, commands, names, mappings, analysis);
  }

  @Override
  public ZeekLog file() {
    return commands.file();
  }

  @Override
  public List<ZeekLog> files() {
    return List.of(commands.file(), names.file(), mappings.file(), contents.file());
  }

  @Override
  public void accept(Event event) throws IOException {
    if (event instanceof MessageEvent message) {
      analysis.advance(message.at());
      message(state(message.flow()), message.at(), message.fromClient(), message.message());
    } else if (extra && event instanceof Smb2CommandEvent command) {
      user(command.flow(), command.sessionId(), command.user());
    } else if (extra && event instanceof Smb1CommandEvent command) {
      user(command.flow(), command.header().uid(), command.user());
    } else if (event instanceof ContentEvent content) {
      SmbState state = states.get(content.flow().id());
      if (state != null) {
        contents.content(state, content);
      }
    } else if (event instanceof AnomalyEvent told) {
      if (told.anomaly().kind() == AnomalyKind.TCP_GAP) {
        SmbState state = states.get(told.anomaly().flow());
        if (state != null) {
          state.resync.gap();
        }
      }
    } else if (event instanceof FlowEvent end) {
      flowEnded(end.flow(), end.at());
    }
  }

  @Override
  public boolean sees(FlowKey flow, boolean fromClient, Stamp at) {
    SmbState state = states.get(flow.id());
    return state == null || state.resync.saw(fromClient, at.packet());
  }

  @Override
  public boolean isPipeTree(FlowKey flow, long treeId) {
    SmbState state = states.get(flow.id());
    return extra || (state != null && state.pipeTree(treeId));
  }

  private void message(SmbState state, Stamp at, boolean fromClient, SmbMessage message)
      throws IOException {
    if (message instanceof Smb2Message smb) {
      if (seen(state, at, fromClient, smb.missing())) {
        smb2.message(state, at, fromClient, smb);
      }
    } else if (message instanceof Smb1Message smb) {
      if (seen(state, at, fromClient, smb.missing())) {
        smb1.message(state, at, fromClient, smb);
      }
    }
  }

  private static boolean seen(SmbState state, Stamp at, boolean fromClient, int missing) {
    if (missing > 0) {
      state.resync.gap();
      return false;
    }
    return state.resync.sees(fromClient, at.packet());
  }

  private SmbState state(FlowKey flow) {
    if (latest == null || latest.flow.id() != flow.id()) {
      latest = states.get(flow.id());
      if (latest == null) {
        latest = new SmbState(flow, ids.uid(flow), holdings, extra);
        states.put(flow.id(), latest);
      }
    }
    return latest;
  }

  private void user(FlowKey flow, long sessionId, String user) {
    SmbState state = user == null ? null : states.get(flow.id());
    if (state != null) {
      state.user(sessionId, user);
    }
  }

  private void flowEnded(FlowKey flow, Stamp at) throws IOException {
    SmbState state = states.remove(flow.id());
    if (state != null) {
      state.end();
      contents.flowEnded(state, at);
    }
    latest = null;
  }

  @Override
  public void end() throws IOException {
    analysis.end();
    for (SmbState state : states.values()) {
      contents.flowEnded(state, state.flow.start());
    }
  }
}
