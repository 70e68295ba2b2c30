package io.smbscope.dissect.filter;

import io.smbscope.dissect.FrameTree;
import java.util.Set;

/** What frames must be to be shown. Immutable. */
public final class Filter {
  private final Test test;
  private final Set<String> fields;

  Filter(Test test, Set<String> fields) {
    this.test = test;
    this.fields = Set.copyOf(fields);
  }

  /** Of a filter in Wireshark's language. */
  public static Filter of(String text) throws FilterError {
    return new Parser(text).filter();
  }

  /** The names of the fields it looks at, which a frame's tree must have. */
  public Set<String> fields() {
    return fields;
  }

  public boolean matches(FrameTree tree) {
    return test.matches(tree);
  }
}
