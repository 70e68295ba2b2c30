package io.smbscope.dissect.print;

import io.smbscope.dissect.FrameTree;
import java.io.IOException;
import java.io.Writer;

/** Writes frame after frame in a form. */
public interface FramePrinter {
  /** Before the first frame. */
  default void begin(Writer out) throws IOException {}

  void frame(FrameTree tree, Writer out) throws IOException;

  /** Behind the last frame. */
  default void end(Writer out) throws IOException {}
}
