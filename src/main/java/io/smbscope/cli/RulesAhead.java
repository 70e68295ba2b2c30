package io.smbscope.cli;

import io.smbscope.detect.sigma.SigmaErrors;
import io.smbscope.detect.sigma.SigmaRules;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The user's Sigma rules, read while the capture is opened and its first packets are: without them
 * it is not known what the tracker must tell, and nothing goes on.
 */
final class RulesAhead {
  private final FutureTask<SigmaRules> reading;

  /**
   * @param paths files and folders
   * @param alone they are read by {@link #rules} only
   */
  RulesAhead(List<String> paths, boolean alone) {
    reading = new FutureTask<>(() -> SigmaRules.load(paths.stream().map(Path::of).toList()));
    if (!alone && !paths.isEmpty()) {
      Thread thread = new Thread(reading, "rules");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /**
   * Waits for them; says which kinds of them are not for us.
   *
   * @throws SigmaErrors some cannot be run
   */
  SigmaRules rules(Terminal terminal) throws SigmaErrors, InterruptedException {
    // Does nothing where it runs already, or has.
    reading.run();
    try {
      SigmaRules rules = reading.get();
      OutputOptions.tellOthers(rules, terminal);
      return rules;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SigmaErrors errors) {
        throw errors;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw (Error) e.getCause();
    }
  }
}
