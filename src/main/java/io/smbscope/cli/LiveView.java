package io.smbscope.cli;

import io.smbscope.capture.live.InterfaceCounts;
import io.smbscope.capture.live.LiveCapture;
import io.smbscope.report.LiveScreen;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;

/**
 * The view of a live capture on the terminal: one screen a second, in place, of whatever size the
 * window has by then; {@code q} ends the capture, {@code r} asks who depends on what. Used by one
 * thread.
 */
final class LiveView implements AutoCloseable {
  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);
  private static final long SHORT_WAIT = 1;
  private static final String OTHER_SCREEN = "\u001b[?1049h\u001b[?25l";
  private static final String USUAL_SCREEN = "\u001b[?25h\u001b[?1049l";
  private static final String HOME = "\u001b[H";
  private static final String CLEAR_LINE = "\u001b[K\r\n";
  private static final String CLEAR_REST = "\u001b[J";

  private final LiveCapture capture;
  private final LiveScreen screen;
  private final boolean colour;
  private final org.jline.terminal.Terminal window;
  private final Attributes before;
  private long next = System.nanoTime();

  LiveView(LiveCapture capture, LiveScreen screen, boolean colour) throws IOException {
    this.capture = capture;
    this.screen = screen;
    this.colour = colour;
    window = TerminalBuilder.builder().system(true).dumb(false).build();
    before = window.enterRawMode();
    window.writer().print(OTHER_SCREEN);
  }

  /** Shows the next screen when the time for it has come. */
  void look() {
    long now = System.nanoTime();
    if (now - next < 0) {
      return;
    }
    next = now + INTERVAL;
    Size size = window.getSize();
    StringBuilder text = new StringBuilder(HOME);
    for (String line : screen.next(counts(now), size.getColumns(), size.getRows(), colour)) {
      text.append(line).append(CLEAR_LINE);
    }
    int end = text.length() - CLEAR_LINE.length();
    window.writer().print(text.substring(0, end) + CLEAR_REST);
    window.writer().flush();
    if (quits()) {
      capture.stop();
    }
  }

  /** Of the window, now. */
  int columns() {
    return window.getSize().getColumns();
  }

  private LiveScreen.Counts counts(long now) {
    long kernel = 0;
    long device = 0;
    long ring = 0;
    for (InterfaceCounts count : capture.counts()) {
      kernel += count.droppedByKernel();
      device += count.droppedByInterface();
      ring += count.droppedByRing();
    }
    return new LiveScreen.Counts(
        now, capture.tally().packets(), capture.tally().wireBytes(), kernel, device, ring);
  }

  private boolean quits() {
    try {
      int key = window.reader().read(SHORT_WAIT);
      while (key >= 0) {
        if (key == 'q') {
          return true;
        }
        if (screen.key(key)) {
          next = System.nanoTime();
        }
        key = window.reader().read(SHORT_WAIT);
      }
      return key == NonBlockingReader.EOF;
    } catch (IOException e) {
      // The terminal is gone: nobody looks any more, the capture goes on.
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    window.writer().print(USUAL_SCREEN);
    window.writer().flush();
    window.setAttributes(before);
    window.close();
  }
}
