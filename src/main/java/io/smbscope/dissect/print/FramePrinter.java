package io.smbscope.dissect.print;

import io.smbscope.dissect.FrameTree;

/** Writes frame after frame in a form. */
public interface FramePrinter {
  /** Before the first frame. */
  default void begin(Utf8 out) {}

  void frame(FrameTree tree, Utf8 out);

  /** Each frame in this form, then in another. */
  default FramePrinter then(FramePrinter other) {
    return (tree, out) -> {
      frame(tree, out);
      other.frame(tree, out);
    };
  }

  /** Behind the last frame. */
  default void end(Utf8 out) {}
}
