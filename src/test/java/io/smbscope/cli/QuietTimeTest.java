package io.smbscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Limits;
import io.smbscope.capture.CaptureException;
import io.smbscope.capture.CaptureFiles;
import io.smbscope.capture.Packet;
import io.smbscope.capture.PacketSource;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.net.Ports;
import io.smbscope.session.Tracker;
import io.smbscope.session.Wanted;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class QuietTimeTest {
  private static final String CAPTURE = "sample-captures/smb311.pcap";
  private static final int BEGINNING = 40;

  /** The first packets of a connection, long ago, and then silence until somebody ends it. */
  private static final class Silence implements PacketSource {
    private final PacketSource file;
    private int given;
    private volatile boolean over;

    Silence(PacketSource file) {
      this.file = file;
    }

    @Override
    public boolean next(Packet packet) throws CaptureException {
      if (given == BEGINNING || !file.next(packet)) {
        return false;
      }
      packet.number = ++given;
      packet.nanos = given;
      return true;
    }

    @Override
    public boolean await() {
      return given < BEGINNING || over;
    }

    @Override
    public boolean ready() {
      return given < BEGINNING;
    }

    @Override
    public long position() {
      return 0;
    }

    @Override
    public long size() {
      return -1;
    }

    @Override
    public void close() {
      file.close();
    }
  }

  private static PacketSource capture() throws CaptureException {
    return CaptureFiles.of(List.of(CAPTURE), InputStream.nullInputStream());
  }

  @Test
  @Timeout(20)
  void aConnectionIsOverWhenTimeGoesByWithoutPackets() throws Exception {
    List<ConnectionEvent> connections = new ArrayList<>();
    try (Silence source = new Silence(capture())) {
      Tracker tracker =
          new Tracker(
              Limits.DEFAULT,
              Wanted.NOTHING,
              event -> {
                if (event instanceof ConnectionEvent connection) {
                  connections.add(connection);
                  source.over = true;
                }
              });
      try (Pipeline pipeline =
          new Pipeline(
              source, Ports.withTcp(List.of()), Limits.DEFAULT, Wanted.NOTHING.contents(), 2)) {
        pipeline.run(tracker, at -> {}, () -> {});
      }
      tracker.end();
    }
    assertThat(connections).extracting(ConnectionEvent::endReason).containsExactly("idle");
  }
}
