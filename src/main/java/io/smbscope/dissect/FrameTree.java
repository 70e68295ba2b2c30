package io.smbscope.dissect;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.field.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** The fields of one frame, as they are found. Used for one frame after another, by one thread. */
public final class FrameTree {
  /** A frame shows no more than this, however often its structures repeat. */
  private static final int MOST = 200_000;

  private static final int DEEPEST = 100;

  private final Wanted wanted;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private int source;
  private int depth;
  private final StringBuilder path = new StringBuilder();
  private Field pathField;
  private int pathIndex;
  private int pathDepth;
  private long number;
  private long nanos;
  private long relativeNanos;
  private int wireLength;
  private String from = "";
  private String to = "";
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
    sources.clear();
    source = 0;
    depth = 0;
    path.setLength(0);
    from = "";
    to = "";
    protocol = "";
    info.setLength(0);
    followed = null;
  }

  /** Has every number of a field told from now on, of whichever structure; null for none. */
  public void follow(Field field, Follower told) {
    followed = field;
    follower = told;
  }

  /** What nodes stand in: the frame first, and what was put together of several or decoded. */
  public record Source(String name, Bytes octets) {}

  /**
   * Nodes from now on stand in these octets, which must stay until the next frame.
   *
   * @return what {@link #source(int)} takes to come back to where they stood
   */
  public int source(String name, Bytes octets) {
    int before = source;
    source = sources.size();
    sources.add(new Source(name, octets));
    return before;
  }

  /** What nodes stand in now. */
  int source() {
    return source;
  }

  /** Nodes stand in an earlier source again. */
  public void source(int earlier) {
    source = earlier;
  }

  /** The frame, then what was reassembled in it. */
  public List<Source> sources() {
    return Collections.unmodifiableList(sources);
  }

  /** A node's octets, as far as they are there. */
  public Bytes octets(Node node) {
    if (node.source() >= sources.size()) {
      return Bytes.EMPTY;
    }
    Bytes all = sources.get(node.source()).octets();
    int from = Math.min(Math.max(node.offset(), 0), all.length());
    return all.slice(from, Math.min(Math.max(node.length(), 0), all.length() - from));
  }

  public boolean wants(Field field) {
    return wanted.wants(field);
  }

  /** The frame's one line is shown, or parts of it: summary and info are to be told. */
  public boolean wantsLine() {
    return wanted.line();
  }

  /**
   * Nothing is shown but these fields and those of layers below; what else a dissector would find
   * need not be looked for.
   */
  public boolean wantsOnly(Collection<String> names) {
    return wanted.only(names);
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
    withoutBits(field, number, offset, length);
    if (!field.bits().isEmpty()) {
      depth++;
      for (Field bit : field.bits()) {
        number(bit, number, offset, length);
      }
      depth--;
    }
  }

  /** Shows a number alone. */
  void withoutBits(Field field, long number, int offset, int length) {
    if (wants(field)) {
      add(new Node(field, null, field.masked(number), null, offset, length, source, depth));
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
      add(new Node(field, null, 0, value, offset, length, source, depth));
    }
  }

  /** A line of its own, above what is shown until {@link #close}. */
  public void open(String text, int offset, int length) {
    if (wanted.everything()) {
      add(new Node(null, text, 0, null, offset, length, source, depth));
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
    through(field.name());
    if (wants(field)) {
      add(new Node(field, text, 0, null, offset, length, source, depth));
    }
    depth++;
  }

  public void close() {
    depth--;
  }

  /** How many subtrees are open. */
  public int depth() {
    return depth;
  }

  /** Closes subtrees that were opened, and perhaps left open, since {@link #depth()} gave this. */
  public void depth(int earlier) {
    depth = earlier;
  }

  /** A line that says something. */
  public void say(String text, int offset, int length) {
    if (wanted.everything()) {
      add(new Node(null, text, 0, null, offset, length, source, depth));
    }
  }

  /** Adds to the names of the protocols gone through; one that goes on is named once. */
  public void through(String layer) {
    if (!wanted.path()) {
      return;
    }
    int last = path.lastIndexOf(":") + 1;
    if (!layer.contentEquals(path.subSequence(last, path.length()))) {
      path.append(path.isEmpty() ? "" : ":").append(layer);
    }
  }

  /** The protocols gone through will be shown here, as {@code eth:ethertype:ip:tcp:nbss:smb2}. */
  public void pathHere(Field field) {
    pathField = field;
    pathIndex = nodes.size();
    pathDepth = depth;
  }

  /** All have been gone through. */
  public void showPath() {
    if (wants(pathField)) {
      int outer = path.indexOf(":");
      String names = outer < 0 ? "" : path.substring(outer + 1);
      nodes.add(pathIndex, new Node(pathField, null, 0, names, 0, 0, 0, pathDepth));
    }
  }

  /** What the frame's one line begins with. */
  public void about(long frame, long nanosSince1970, long nanosSinceFirst, int octetsOnWire) {
    number = frame;
    nanos = nanosSince1970;
    relativeNanos = nanosSinceFirst;
    wireLength = octetsOnWire;
  }

  /** Counted from 1. */
  public long number() {
    return number;
  }

  /** Since 1970. */
  public long nanos() {
    return nanos;
  }

  /** Since the first frame. */
  public long relativeNanos() {
    return relativeNanos;
  }

  public int wireLength() {
    return wireLength;
  }

  /** Between whom the frame went; the innermost addresses are told last. */
  public void ends(String source, String destination) {
    from = source;
    to = destination;
  }

  public String from() {
    return from;
  }

  public String to() {
    return to;
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
