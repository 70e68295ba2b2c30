package io.smbscope.detect;

import java.util.List;

/** Looks for one thing, or for a few that the same events show. Used by one thread. */
public interface Detection {
  /** What it looks for. */
  List<Rule> rules();

  /** Says which events it wants, and who takes them. Called once. */
  void listen(Listeners on);
}
