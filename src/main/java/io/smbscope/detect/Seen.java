package io.smbscope.detect;

import io.smbscope.base.Stamp;
import io.smbscope.event.FileEvent;
import io.smbscope.event.FlowKey;
import io.smbscope.event.RpcEvent;
import io.smbscope.event.TreeEvent;
import io.smbscope.rpc.RpcPdu;

/** Begins a {@link Sighting} with what an event says of who did it and where. */
public final class Seen {
  private static final int TOLD = 200;

  private Seen() {}

  /** Client, server, user and share; the file or pipe is left to the detection. */
  public static Sighting in(Rule rule, FileEvent file) {
    return new Sighting(rule, file.at())
        .between(file.connection(), file.client(), file.server())
        .user(file.user())
        .share(file.share());
  }

  /** Client, server, user and share. */
  public static Sighting in(Rule rule, TreeEvent tree) {
    return new Sighting(rule, tree.at())
        .between(tree.connection(), tree.client(), tree.server())
        .user(tree.user())
        .share(tree.path());
  }

  /** Client, server and user; the operation as what was seen. */
  public static Sighting in(Rule rule, RpcEvent rpc) {
    return in(rule, rpc, rpc.at());
  }

  /** The same of a call that was seen before. */
  public static Sighting in(Rule rule, RpcEvent rpc, Stamp at) {
    Sighting sighting =
        in(rule, at, rpc.flow()).user(rpc.user()).value("operation", Calls.name(rpc));
    if (rpc.response() instanceof RpcPdu.Fault fault) {
      sighting.value("fault", "0x%08x".formatted(fault.status()));
    }
    return rpc.requestAt() == null ? sighting : sighting.packet(rpc.requestAt().packet());
  }

  /** Client and server. */
  public static Sighting in(Rule rule, Stamp at, FlowKey flow) {
    return new Sighting(rule, at).between(flow.id(), flow.client(), flow.server());
  }

  /** The open made the file, or emptied it. */
  public static boolean made(FileEvent file) {
    return file.action() != null
        && !"OPENED".equals(file.action())
        && !"directory".equals(file.type())
        && !file.isPipe();
  }

  /** The file's path from the server on. */
  public static String path(FileEvent file) {
    String name = file.name() == null ? "" : file.name();
    return text(file.share() + (name.startsWith("\\") ? name : "\\" + name));
  }

  /** Text of the wire, as much of it as a finding shows; null for null. */
  public static String text(String value) {
    return value == null || value.length() <= TOLD ? value : value.substring(0, TOLD) + "...";
  }
}
