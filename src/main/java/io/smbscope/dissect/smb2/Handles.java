package io.smbscope.dissect.smb2;

import io.smbscope.dissect.Bounded;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * In which frames file ids were opened and closed. As tshark has it, of all connections together,
 * and an id that is opened while it is open was closed unheard.
 */
final class Handles {
  private static final int MOST = 16_384;
  private static final int MOST_SPANS = 64;

  private final Field openFrame = Fields.named("dcerpc.nt.open_frame");
  private final Field closeFrame = Fields.named("dcerpc.nt.close_frame");
  private final Map<FileId, List<Span>> known = Bounded.byAge(MOST);

  /** From the first to the last frame in which an id meant the same; 0 where not known. */
  private static final class Span {
    long opened;
    long closed;
    final long first;
    long last;

    Span(long first) {
      this.first = first;
    }

    boolean covers(long frame) {
      return first <= frame && (last == 0 || last >= frame);
    }
  }

  void opened(FileId id, long frame) {
    if (id.isNone()) {
      return;
    }
    Span span = find(id, frame);
    if (span != null) {
      if (span.first == frame && span.last == 0) {
        return;
      }
      span.last = frame;
    }
    add(id, frame).opened = frame;
  }

  void used(FileId id, long frame) {
    if (!id.isNone() && find(id, frame) == null) {
      add(id, frame);
    }
  }

  void closed(FileId id, long frame) {
    if (id.isNone()) {
      return;
    }
    Span found = find(id, frame);
    Span span = found == null ? add(id, frame) : found;
    span.closed = frame;
    span.last = frame;
  }

  void show(FrameTree tree, FileId id, long frame) {
    Span span = find(id, frame);
    if (span == null) {
      return;
    }
    if (span.opened != 0) {
      tree.number(openFrame, span.opened, 0, 0);
    }
    if (span.closed != 0) {
      tree.number(closeFrame, span.closed, 0, 0);
    }
  }

  private Span find(FileId id, long frame) {
    for (Span span : known.getOrDefault(id, List.of())) {
      if (span.covers(frame)) {
        return span;
      }
    }
    return null;
  }

  private Span add(FileId id, long frame) {
    List<Span> spans = known.computeIfAbsent(id, i -> new ArrayList<>());
    if (spans.size() == MOST_SPANS) {
      spans.remove(0);
    }
    Span span = new Span(frame);
    spans.add(span);
    return span;
  }
}
