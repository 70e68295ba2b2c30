package io.smbscope.detect.baseline;

import io.smbscope.base.Stamp;
import io.smbscope.event.Endpoint;
import io.smbscope.event.Event;
import io.smbscope.event.EventSink;
import io.smbscope.event.FileEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.SessionEvent.Identity;
import io.smbscope.event.TreeEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** Learns what is normal, and writes it down at the end. What was refused is not learned. */
public final class Learner implements EventSink {
  private final Path file;
  private final Baseline baseline;

  /**
   * @param file to write, with what it holds already
   * @throws IllegalArgumentException it holds something else; says where and what
   */
  public Learner(Path file) {
    this.file = file;
    this.baseline = BaselineFile.readIfPresent(file);
  }

  @Override
  public void accept(Event event) {
    if (event instanceof SessionEvent session) {
      session(session);
    } else if (event instanceof TreeEvent tree) {
      tree(tree);
    } else if (event instanceof FileEvent file && file.isPipe()) {
      pipe(file);
    }
  }

  private void session(SessionEvent event) {
    if (event.established()) {
      Habits habits = habits(event.client(), event.server(), event.at());
      if (habits != null) {
        Habits.add(habits.users, user(event));
        Habits.add(habits.dialects, event.dialect());
        Habits.add(habits.protection, Protection.of(event));
      }
    }
  }

  private void tree(TreeEvent event) {
    if (reached(event.status()) && event.path() != null) {
      Habits habits = habits(event.client(), event.server(), event.at());
      if (habits != null) {
        Habits.add(habits.shares, share(event.path()));
      }
    }
  }

  private void pipe(FileEvent event) {
    if (reached(event.status()) && event.name() != null) {
      Habits habits = habits(event.client(), event.server(), event.at());
      if (habits != null) {
        Habits.add(habits.pipes, pipe(event.name()));
      }
    }
  }

  private Habits habits(Endpoint client, Endpoint server, Stamp at) {
    baseline.learnedAt(
        Instant.ofEpochSecond(
            Math.floorDiv(at.nanos(), 1_000_000_000L), Math.floorMod(at.nanos(), 1_000_000_000L)));
    return baseline.learn(client.ip(), server.ip());
  }

  /** {@code DOMAIN\\user}, {@code (anonymous)}, or null. */
  static String user(SessionEvent event) {
    if (event.anonymous()) {
      return "(anonymous)";
    }
    Identity identity = event.identity();
    return identity == null ? null : identity.account();
  }

  static boolean reached(String status) {
    return "STATUS_SUCCESS".equals(status);
  }

  /** Its name of {@code \\server\share}. */
  static String share(String path) {
    return path.substring(path.lastIndexOf('\\') + 1);
  }

  /** Without a separator that some clients put before it. */
  static String pipe(String name) {
    return name.startsWith("\\") ? name.substring(1) : name;
  }

  @Override
  public void close() throws IOException {
    BaselineFile.write(baseline, file);
  }
}
