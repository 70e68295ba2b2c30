package io.smbscope.detect;

import io.smbscope.base.Stamp;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FindingEvent.Entities;
import io.smbscope.event.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a detection saw, put together step by step and handed to {@link Findings#report}. Those with
 * the same rule and the same entities are one finding.
 */
public final class Sighting {
  final Rule rule;
  final Stamp at;
  private String client;
  private String server;
  private String user;
  private String share;
  private String file;
  private String pipe;
  private String operation;
  long flow;
  Severity severity;
  Long windowSeconds;
  Stamp first;
  final Map<String, String> values = new LinkedHashMap<>();
  final List<Long> packets = new ArrayList<>(2);

  /**
   * Begins one.
   *
   * @param at the packet that shows it
   */
  public Sighting(Rule rule, Stamp at) {
    this.rule = rule;
    this.at = at;
    this.first = at;
  }

  /** IP address. */
  public Sighting client(String ip) {
    client = ip;
    return this;
  }

  /** IP address. */
  public Sighting server(String ip) {
    server = ip;
    return this;
  }

  public Sighting user(String name) {
    user = name;
    return this;
  }

  public Sighting share(String path) {
    share = path;
    return this;
  }

  public Sighting file(String name) {
    file = name;
    return this;
  }

  public Sighting pipe(String name) {
    pipe = name;
    return this;
  }

  /** Of an RPC interface, as {@code svcctl.CreateServiceW}, or an SMB command. */
  public Sighting operation(String name) {
    operation = name;
    return this;
  }

  /** Id of the connection or UDP conversation, which is an event's {@code connection}. */
  public Sighting flow(long id) {
    flow = id;
    return this;
  }

  /** Another than the rule's, as what was seen is worse or better. */
  public Sighting severity(Severity another) {
    severity = another;
    return this;
  }

  /** On the flow with this id, between its ends. */
  public Sighting between(long id, Endpoint itsClient, Endpoint itsServer) {
    return flow(id).client(itsClient.ip()).server(itsServer.ip());
  }

  /** What was seen; null says nothing. */
  public Sighting value(String name, Object value) {
    if (value != null) {
      values.put(name, String.valueOf(value));
    }
    return this;
  }

  /** Another packet that shows it, beside the one it was seen with. */
  public Sighting packet(long number) {
    packets.add(number);
    return this;
  }

  /**
   * What was counted to see it.
   *
   * @param since packet of the first that was counted
   * @param seconds in which it happened
   */
  public Sighting window(Stamp since, long seconds) {
    first = since;
    windowSeconds = seconds;
    return this;
  }

  Entities entities() {
    return new Entities(client, server, user, share, file, pipe, operation);
  }
}
