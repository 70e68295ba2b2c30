package io.smbscope.detect.coercion;

import io.smbscope.base.Stamp;
import io.smbscope.detect.Knowledge;
import io.smbscope.detect.Rule;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.FileEvent;
import io.smbscope.event.FlowKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Joins what servers were told to open with what they connect to. They do so while the call waits
 * for its answer, with which it becomes known, or after.
 */
final class Callbacks {
  private static final int SERVERS = 4096;

  /** Of each server, the latest. */
  private static final int KEPT = 16;

  /**
   * What a server was told.
   *
   * @param rule of the call; null of a search
   * @param at the request
   * @param flow that the call came on; of a search only its ends are known
   * @param host that it was sent to, in upper case; null where that could not be read
   */
  record Coerced(Rule rule, Stamp at, FlowKey flow, String user, String operation, String host) {}

  /**
   * What a host did.
   *
   * @param address it connected to, or null
   * @param name it asked for, or null
   */
  private record Step(Stamp at, long flow, String address, String name) {}

  /** Takes what fits. */
  @FunctionalInterface
  interface Taker {
    void called(Coerced coerced, Stamp at, long flow, String where);
  }

  private final Knowledge knowledge;
  private final long window;
  private final Taker taker;

  /** By the server's IP address. */
  private final Latest<String, Deque<Coerced>> coerced = new Latest<>(SERVERS);

  /** By the IP address of the host that did it. */
  private final Latest<String, Deque<Step>> steps = new Latest<>(SERVERS);

  Callbacks(Knowledge knowledge, long seconds, Taker taker) {
    this.knowledge = knowledge;
    this.window = Duration.ofSeconds(seconds).toNanos();
    this.taker = taker;
  }

  void coerced(Coerced told) {
    String server = told.flow().server().ip();
    Deque<Step> done = steps.get(server);
    if (done != null) {
      for (Step step : done) {
        join(told, step);
      }
    }
    keep(coerced.computeIfAbsent(server, any -> new ArrayDeque<>(2)), told);
  }

  void searched(FileEvent event) {
    FlowKey ends =
        new FlowKey(
            event.connection(),
            event.start(),
            true,
            event.client(),
            event.server(),
            List.of(),
            false);
    coerced(new Coerced(null, event.at(), ends, event.user(), "MsFteWds", null));
  }

  /** A TCP connection begins. */
  void opened(FlowKey flow) {
    step(flow.client().ip(), new Step(flow.start(), flow.id(), flow.server().ip(), null));
  }

  /** A host asks for a name. */
  void asked(Stamp at, FlowKey flow, String name) {
    step(flow.client().ip(), new Step(at, flow.id(), null, name));
  }

  private void step(String host, Step step) {
    Deque<Coerced> told = coerced.get(host);
    if (told != null) {
      // The latest call is the likeliest cause.
      Iterator<Coerced> latest = told.descendingIterator();
      boolean joined = false;
      while (!joined && latest.hasNext()) {
        joined = join(latest.next(), step);
      }
    }
    keep(steps.computeIfAbsent(host, any -> new ArrayDeque<>(2)), step);
  }

  private static <E> void keep(Deque<E> latest, E one) {
    if (latest.size() == KEPT) {
      latest.removeFirst();
    }
    latest.addLast(one);
  }

  private boolean join(Coerced told, Step step) {
    long later = step.at().nanos() - told.at().nanos();
    boolean there = step.name() == null ? leads(told, step.address()) : asks(told, step.name());
    if (later < 0 || later > window || !there) {
      return false;
    }
    String where = step.name() == null ? step.address() : step.name();
    taker.called(told, step.at(), step.flow(), where);
    return true;
  }

  private static boolean asks(Coerced told, String name) {
    return told.host() != null && label(told.host()).equals(name);
  }

  /** The address is where the host would be that was named, as far as is known. */
  private boolean leads(Coerced told, String address) {
    boolean back = address.equals(told.flow().client().ip());
    if (told.rule() == null) {
      return back;
    }
    if (told.host() != null && address(told.host())) {
      return address.equalsIgnoreCase(told.host());
    }
    if (back && told.rule().equals(Coercing.RPRN)) {
      // Print servers tell their clients what becomes of their jobs.
      return false;
    }
    return back
        || (told.host() != null && knowledge.hosts().addresses(told.host()).contains(address))
        || !knowledge.hosts().domainController(address);
  }

  /** Without the port of {@code HOST@80}. */
  static String name(String host) {
    int at = host.indexOf('@');
    return at < 0 ? host : host.substring(0, at);
  }

  /** The first label of a DNS name; addresses stay whole. */
  static String label(String host) {
    int dot = host.indexOf('.');
    return dot < 0 || address(host) ? host : host.substring(0, dot);
  }

  /** An IP address in text form. */
  static boolean address(String host) {
    return !host.isEmpty()
        && (host.indexOf(':') >= 0
            || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
  }
}
