package io.smbscope.dissect.link;

import io.smbscope.capture.Packet;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import java.time.Instant;

/** What the capture says of a frame, and what can only be said when all of it was seen. */
public final class FrameFields {
  private final Field frame = Fields.named("frame");
  private final Field time = Fields.named("frame.time");
  private final Field epoch = Fields.named("frame.time_epoch");
  private final Field delta = Fields.named("frame.time_delta");
  private final Field deltaDisplayed = Fields.named("frame.time_delta_displayed");
  private final Field relative = Fields.named("frame.time_relative");
  private final Field number = Fields.named("frame.number");
  private final Field length = Fields.named("frame.len");
  private final Field captured = Fields.named("frame.cap_len");
  private final Field protocols = Fields.named("frame.protocols");
  private final Field columnSource = Fields.named("_ws.col.Source");
  private final Field columnDestination = Fields.named("_ws.col.Destination");
  private final Field columnProtocol = Fields.named("_ws.col.Protocol");
  private final Field columnInfo = Fields.named("_ws.col.Info");

  private boolean begun;
  private long firstNanos;
  private long lastNanos;
  private long displayedNanos;
  private long nanos;

  /** Before all that is in the frame. */
  public void before(FrameTree tree, Packet packet) {
    if (!begun) {
      begun = true;
      firstNanos = packet.nanos;
      lastNanos = packet.nanos;
      displayedNanos = packet.nanos;
    }
    nanos = packet.nanos;
    tree.about(packet.number, packet.nanos, packet.nanos - firstNanos, packet.wireLength);
    if (tree.wants(frame)) {
      tree.protocol(frame, text(packet), 0, packet.length);
    } else {
      tree.protocol(frame, "", 0, packet.length);
    }
    if (tree.wants(time)) {
      tree.value(time, Instant.ofEpochSecond(0, packet.nanos), 0, 0);
    }
    tree.number(epoch, packet.nanos, 0, 0);
    tree.number(delta, packet.nanos - lastNanos, 0, 0);
    tree.number(deltaDisplayed, packet.nanos - displayedNanos, 0, 0);
    tree.number(relative, packet.nanos - firstNanos, 0, 0);
    tree.number(number, packet.number, 0, 0);
    tree.number(length, packet.wireLength, 0, 0);
    tree.number(captured, packet.length, 0, 0);
    tree.pathHere(protocols);
    tree.close();
    lastNanos = packet.nanos;
  }

  /** The last frame was printed. */
  public void displayed() {
    displayedNanos = nanos;
  }

  /** Behind all that is in the frame. */
  public void after(FrameTree tree) {
    tree.showPath();
    if (tree.wantsLine() && !tree.whole()) {
      column(tree, columnSource, tree.from());
      column(tree, columnDestination, tree.to());
      column(tree, columnProtocol, tree.protocol());
      column(tree, columnInfo, tree.info());
    }
  }

  private static void column(FrameTree tree, Field column, String text) {
    if (tree.wants(column)) {
      tree.value(column, text, 0, 0);
    }
  }

  private static String text(Packet packet) {
    return "Frame "
        + packet.number
        + ": "
        + packet.wireLength
        + " bytes on wire ("
        + 8L * packet.wireLength
        + " bits), "
        + packet.length
        + " bytes captured ("
        + 8L * packet.length
        + " bits)";
  }
}
