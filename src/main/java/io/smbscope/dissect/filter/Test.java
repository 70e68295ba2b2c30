package io.smbscope.dissect.filter;

import io.smbscope.dissect.FrameTree;

/** Something that is true of a frame, or not. */
@FunctionalInterface
interface Test {
  boolean matches(FrameTree tree);
}
