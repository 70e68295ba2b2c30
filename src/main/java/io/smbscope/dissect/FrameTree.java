package io.smbscope.dissect;

import io.smbscope.dissect.field.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The fields of one frame, as they are found. Used for one frame after another, by one thread. */
public final class FrameTree {
  /** A frame shows no more than this, however often its structures repeat. */
  private static final int MOST = 200_000;

  private static final int DEEPEST = 100;

  private final Wanted wanted;
  private final List<Node> nodes = new ArrayList<>();
  private int depth;
  private String protocol = "";
  private final StringBuilder info = new StringBuilder();

  private Field followed;
  private Follower follower;

  /** Told of a number as soon as it is shown, so that what is known of it can stand behind it. */
  @FunctionalInterface
  public interface Follower {
    void shown(long number, int offset, int length);
  }

  public FrameTree(Wanted wanted) {
    this.wanted = wanted;
  }

  /** Begins another frame. */
  public void clear() {
    nodes.clear();
    depth = 0;
    protocol = "";
    info.setLength(0);
    followed = null;
  }

  /** Has every number of a field told from now on, of whichever structure; null for none. */
  public void follow(Field field, Follower told) {
    followed = field;
    follower = told;
  }

  public boolean wants(Field field) {
    return wanted.wants(field);
  }

  /** How to show a parser's class. */
  Plan plan(Class<?> type) {
    return wanted.plan(type);
  }

  /** Everything is shown, so subtrees and their labels are too. */
  public boolean whole() {
    return wanted.everything();
  }

  /** Shows a number, and the bits in it that are fields. */
  public void number(Field field, long number, int offset, int length) {
    if (wants(field)) {
      add(new Node(field, null, field.masked(number), null, offset, length, depth));
    }
    if (!field.bits().isEmpty()) {
      depth++;
      for (Field bit : field.bits()) {
        number(bit, number, offset, length);
      }
      depth--;
    }
    if (followed != null && followed.index() == field.index()) {
      depth++;
      follower.shown(number, offset, length);
      depth--;
    }
  }

  /** Shows a String, byte[] or Instant. */
  public void value(Field field, Object value, int offset, int length) {
    if (wants(field)) {
      add(new Node(field, null, 0, value, offset, length, depth));
    }
  }

  /** A line of its own, above what is shown until {@link #close}. */
  public void open(String text, int offset, int length) {
    if (wanted.everything()) {
      add(new Node(null, text, 0, null, offset, length, depth));
    }
    depth++;
  }

  /** A field above what is shown until {@link #close}. */
  public void open(Field field, Object value, int offset, int length) {
    value(field, value, offset, length);
    depth++;
  }

  /** A protocol, above what is shown until {@link #close}. */
  public void protocol(Field field, String text, int offset, int length) {
    if (wants(field)) {
      add(new Node(field, text, 0, null, offset, length, depth));
    }
    depth++;
  }

  public void close() {
    depth--;
  }

  /** Ends subtrees that a malformed structure left open. */
  public int depth() {
    return depth;
  }

  /**
   * @see #depth()
   */
  public void depth(int earlier) {
    depth = earlier;
  }

  /** A line that says something. */
  public void say(String text, int offset, int length) {
    if (wanted.everything()) {
      add(new Node(null, text, 0, null, offset, length, depth));
    }
  }

  /** What the frame is, in one line; the innermost protocol says it last. */
  public void summary(String name) {
    protocol = name;
    info.setLength(0);
  }

  public void info(String text) {
    info.append(text);
  }

  public String protocol() {
    return protocol;
  }

  public String info() {
    return info.toString();
  }

  /** In the order in which they were found. */
  public List<Node> nodes() {
    return Collections.unmodifiableList(nodes);
  }

  private void add(Node node) {
    if (nodes.size() < MOST && depth < DEEPEST) {
      nodes.add(node);
    }
  }
}
