package io.smbscope.dissect.print;

import io.smbscope.dissect.FrameTree;

/** Writes frame after frame in a form. */
public interface FramePrinter {
  /** Before the first frame. */
  default void begin(Utf8 out) {}

  void frame(FrameTree tree, Utf8 out);

  /** Behind the last frame. */
  default void end(Utf8 out) {}
}
