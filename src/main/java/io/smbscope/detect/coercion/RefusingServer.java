package io.smbscope.detect.coercion;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Knowledge;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Severity;
import io.smbscope.event.TreeEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A server that lets nobody in, whoever it is: it only wants to be told who they are. */
public final class RefusingServer implements Detection {
  private static final Rule RULE =
      Rule.of(
              "relay-server-shape",
              "Server that refuses everybody",
              Severity.HIGH,
              Confidence.LOW,
              "T1557.001",
              "A server refuses the sessions of several users on several clients, or all their"
                  + " trees, and never lets one in.",
              "Find out what host that is and who sends clients to it.")
          .with("clients", 3)
          .with("users", 3);

  private static final int SERVERS = 4096;

  /** What became of those who came. */
  private static final class Shape {
    final Set<String> refusedClients = new HashSet<>(2);
    final Set<String> refusedUsers = new HashSet<>(2);
    final Set<String> clientsWithoutTree = new HashSet<>(2);
    boolean session;
    boolean tree;
  }

  private final Knowledge knowledge;
  private final Findings findings;
  private final long clients;
  private final long users;
  private final Latest<String, Shape> shapes = new Latest<>(SERVERS);

  public RefusingServer(Settings settings, Knowledge knowledge, Findings findings) {
    this.knowledge = knowledge;
    this.findings = findings;
    this.clients = settings.number(RULE, "clients");
    this.users = settings.number(RULE, "users");
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    on.session(this::session);
    on.tree(this::tree);
  }

  private Shape shape(String server) {
    return shapes.computeIfAbsent(server, any -> new Shape());
  }

  private void session(SessionEvent event) {
    boolean named =
        event.identity() != null
            && event.identity().user() != null
            && !event.identity().user().isEmpty();
    if (!named) {
      return;
    }
    Shape shape = shape(event.server().ip());
    if (event.established()) {
      shape.session = true;
    } else if (!shape.session && refused(event.status())) {
      add(shape.refusedClients, event.client().ip(), clients);
      add(shape.refusedUsers, event.identity().user().toLowerCase(Locale.ROOT), users);
      if (shape.refusedClients.size() >= clients
          && shape.refusedUsers.size() >= users
          && !knowledge.hosts().server(event.server().ip())) {
        findings.report(
            new Sighting(RULE, event.at())
                .flow(event.connections().get(0))
                .server(event.server().ip())
                .value("refused", "sessions")
                .value("clients", String.join(" ", shape.refusedClients))
                .value("users", String.join(" ", shape.refusedUsers)));
      }
    }
  }

  private static boolean refused(String status) {
    return "STATUS_ACCESS_DENIED".equals(status) || "STATUS_LOGON_FAILURE".equals(status);
  }

  /** As many as tell, not all. */
  private static void add(Set<String> some, String one, long most) {
    if (some.size() < most) {
      some.add(one);
    }
  }

  private void tree(TreeEvent event) {
    if (event.status() == null) {
      return;
    }
    Shape shape = shape(event.server().ip());
    if ("STATUS_SUCCESS".equals(event.status())) {
      shape.tree = true;
    } else if (!shape.tree) {
      add(shape.clientsWithoutTree, event.client().ip(), clients);
      if (shape.clientsWithoutTree.size() >= clients) {
        findings.report(
            new Sighting(RULE, event.at())
                .flow(event.connection())
                .server(event.server().ip())
                .value("refused", "trees")
                .value("clients", String.join(" ", shape.clientsWithoutTree)));
      }
    }
  }
}
