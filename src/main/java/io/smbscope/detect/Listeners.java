package io.smbscope.detect;

import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.CaptureEvent;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.ContentEvent;
import io.smbscope.event.FileEvent;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowStartEvent;
import io.smbscope.event.HostEvent;
import io.smbscope.event.MessageEvent;
import io.smbscope.event.NameEvent;
import io.smbscope.event.NbnsEvent;
import io.smbscope.event.RpcEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.event.TokenEvent;
import io.smbscope.event.TreeEvent;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Who takes which events. Each connection, session, tree and open is told twice: once when it
 * begins, with what is known then, and once at its end; what was refused twice in a row.
 */
public final class Listeners {
  final Audience<FlowStartEvent> flowStarts = new Audience<>();
  final Audience<FlowEvent> flowEnds = new Audience<>();
  final Audience<ConnectionEvent> connections = new Audience<>();
  final Audience<ConnectionEvent> connectionEnds = new Audience<>();
  final Audience<SessionEvent> sessions = new Audience<>();
  final Audience<SessionEvent> sessionEnds = new Audience<>();
  final Audience<TreeEvent> trees = new Audience<>();
  final Audience<TreeEvent> treeEnds = new Audience<>();
  final Audience<FileEvent> opens = new Audience<>();
  final Audience<FileEvent> openEnds = new Audience<>();
  final Audience<FileEvent> pipes = new Audience<>();
  final Audience<FileEvent> pipeEnds = new Audience<>();
  final Audience<ContentEvent> contents = new Audience<>();
  final Audience<RpcEvent> rpcs = new Audience<>();
  final Audience<Smb1CommandEvent> smb1s = new Audience<>();
  final Audience<Smb2CommandEvent> everySmb2s = new Audience<>();
  final Audience<Smb2CommandEvent> smb2s = new Audience<>();
  final Audience<MessageEvent> messages = new Audience<>();
  final Audience<TokenEvent> tokens = new Audience<>();
  final Audience<NameEvent> names = new Audience<>();
  final Audience<NbnsEvent> nbnsMessages = new Audience<>();
  final Audience<HostEvent> hosts = new Audience<>();
  final Audience<AnomalyEvent> anomalies = new Audience<>();
  final Audience<CaptureEvent> ends = new Audience<>();

  Listeners() {}

  /** Those who take one kind of event. Not a list, which would be asked twice for each of them. */
  static final class Audience<E> {
    // An array of a generic type cannot be made otherwise.
    @SuppressWarnings({"unchecked", "rawtypes"})
    private Consumer<E>[] all = new Consumer[0];

    void add(Consumer<E> one) {
      all = Arrays.copyOf(all, all.length + 1);
      all[all.length - 1] = one;
    }

    void tell(E event) {
      for (Consumer<E> each : all) {
        each.accept(event);
      }
    }
  }

  /** A TCP connection or UDP conversation began. */
  public void flowStart(Consumer<FlowStartEvent> listener) {
    flowStarts.add(listener);
  }

  /** It ended. */
  public void flowEnd(Consumer<FlowEvent> listener) {
    flowEnds.add(listener);
  }

  /** A dialect was agreed; at the end where none was. */
  public void connection(Consumer<ConnectionEvent> listener) {
    connections.add(listener);
  }

  /** A TCP connection ended. */
  public void connectionEnd(Consumer<ConnectionEvent> listener) {
    connectionEnds.add(listener);
  }

  /** A session was established, or an attempt failed. */
  public void session(Consumer<SessionEvent> listener) {
    sessions.add(listener);
  }

  /** It ended. */
  public void sessionEnd(Consumer<SessionEvent> listener) {
    sessionEnds.add(listener);
  }

  /** A tree was connected or refused. */
  public void tree(Consumer<TreeEvent> listener) {
    trees.add(listener);
  }

  /** It ended. */
  public void treeEnd(Consumer<TreeEvent> listener) {
    treeEnds.add(listener);
  }

  /** A file or folder was opened or anything refused, or an operation on a path is done. */
  public void open(Consumer<FileEvent> listener) {
    opens.add(listener);
  }

  /** It was closed; what was read, written, renamed, deleted is known. */
  public void openEnd(Consumer<FileEvent> listener) {
    openEnds.add(listener);
  }

  /** A pipe was opened. */
  public void pipe(Consumer<FileEvent> listener) {
    pipes.add(listener);
  }

  /** It was closed. */
  public void pipeEnd(Consumer<FileEvent> listener) {
    pipeEnds.add(listener);
  }

  /** What was read or written is known. */
  public void content(Consumer<ContentEvent> listener) {
    contents.add(listener);
  }

  /** A DCE/RPC exchange is over. */
  public void rpc(Consumer<RpcEvent> listener) {
    rpcs.add(listener);
  }

  /** An SMB1 message and its response are known. */
  public void smb1(Consumer<Smb1CommandEvent> listener) {
    smb1s.add(listener);
  }

  /** An SMB2 command that is rare, and its response: whatever outputs want, no other. */
  public void smb2(Consumer<Smb2CommandEvent> listener) {
    smb2s.add(listener);
  }

  /** Any SMB2 command and its response, as far as these are told. */
  public void everySmb2(Consumer<Smb2CommandEvent> listener) {
    everySmb2s.add(listener);
  }

  /** A message of SMB1 or a compressed one has come. */
  public void message(Consumer<MessageEvent> listener) {
    messages.add(listener);
  }

  /** A security token was seen. */
  public void token(Consumer<TokenEvent> listener) {
    tokens.add(listener);
  }

  /** A NetBIOS name exchange is over. */
  public void name(Consumer<NameEvent> listener) {
    names.add(listener);
  }

  /** A NetBIOS name service message has come. */
  public void nbns(Consumer<NbnsEvent> listener) {
    nbnsMessages.add(listener);
  }

  /** A NetBIOS datagram told of a host. */
  public void host(Consumer<HostEvent> listener) {
    hosts.add(listener);
  }

  /** Something was malformed, lost or over a limit. */
  public void anomaly(Consumer<AnomalyEvent> listener) {
    anomalies.add(listener);
  }

  /** The analysis is over. */
  public void end(Consumer<CaptureEvent> listener) {
    ends.add(listener);
  }
}
