package io.smbscope.cli;

import io.smbscope.capture.PacketSource;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on standard error, or none. */
final class Progress implements AutoCloseable {
  /** When to show it, as on the command line. */
  enum When {
    auto,
    always,
    never
  }

  private static final long LONG = 256L << 20;
  private static final long MEBI = 1L << 20;

  private final PacketSource source;
  private final ProgressBar bar;

  private Progress(PacketSource source, ProgressBar bar) {
    this.source = source;
    this.bar = bar;
  }

  static Progress of(When when, PacketSource source, Terminal terminal) {
    boolean wanted =
        when == When.always
            || (when == When.auto && terminal.errIsTerminal() && source.size() >= LONG);
    return new Progress(source, wanted ? bar(source.size(), terminal) : null);
  }

  private static ProgressBar bar(long size, Terminal terminal) {
    return new ProgressBarBuilder()
        .setTaskName("analyze")
        .setInitialMax(size)
        .setUnit(" MiB", MEBI)
        .setStyle(ProgressBarStyle.ASCII)
        .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.columns()))
        .showSpeed()
        .build();
  }

  /** Some more was read. */
  void step() {
    if (bar != null) {
      bar.stepTo(source.position());
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
