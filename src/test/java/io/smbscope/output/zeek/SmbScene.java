package io.smbscope.output.zeek;

import io.smbscope.base.Bytes;
import io.smbscope.base.Stamp;
import io.smbscope.event.Event;
import io.smbscope.event.FlowKey;
import io.smbscope.event.MessageEvent;
import io.smbscope.output.stream.LogFiles;
import io.smbscope.smb.SmbMessage;
import io.smbscope.smb.smb1.Smb1Body;
import io.smbscope.smb.smb1.Smb1Command;
import io.smbscope.smb.smb1.Smb1Header;
import io.smbscope.smb.smb1.Smb1Message;
import io.smbscope.smb.smb1.Smb1Message.Block;
import io.smbscope.smb.smb2.Create;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.Read;
import io.smbscope.smb.smb2.Smb2Body;
import io.smbscope.smb.smb2.Smb2Command;
import io.smbscope.smb.smb2.Smb2Header;
import io.smbscope.smb.smb2.Smb2Message;
import io.smbscope.smb.smb2.TreeConnect;
import io.smbscope.smb.smb2.Write;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Messages of one flow and the rows of the SMB logs that they make. */
final class SmbScene {
  static final FileId FILE = new FileId(0x100, 0x1);
  static final long TREE = 9;
  static final int TID = 2_048;
  static final String SHARE = "\\\\srv\\data";

  /** 2022-07-15T19:33:09. */
  static final long SECONDS = 1_657_913_589;

  private static final long SESSION = 0x4000_0000_000DL;
  private static final int LENGTH = 120;
  private static final int ALL_CELLS = -1;
  private static final int RESPONSE_FLAG = 0x80;
  private static final int SMALLEST_SMB1 = 35;

  final SmbScripts scripts;
  private final Path folder;
  private FlowKey flow = Rows.FLOW;
  private long packet;
  private long micros;
  private long messageId = 10;
  private int mid = 10;

  SmbScene(Path parent, boolean extra) {
    this.folder = parent.resolve("made");
    this.scripts =
        new SmbScripts(new ZeekForm(folder, false, extra, LogFiles.once()), new ZeekIds());
  }

  SmbScene on(FlowKey other) {
    flow = other;
    return this;
  }

  /** Passes so much time. */
  SmbScene later(long seconds) {
    micros += seconds * 1_000_000;
    return this;
  }

  SmbScene tell(Event event) {
    try {
      scripts.accept(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** The next packet, a millisecond later. */
  Stamp next() {
    micros += 1_000;
    return new Stamp(++packet, SECONDS * 1_000_000_000 + micros * 1_000);
  }

  private void message(boolean fromClient, SmbMessage message) {
    tell(new MessageEvent(next(), flow, fromClient, message));
  }

  SmbScene smb2(
      long id, boolean response, Smb2Command command, long tree, long status, Smb2Body body) {
    Smb2Header header =
        new Smb2Header(
            command.code(), 1, status, 1, response ? 1 : 0, 0, id, 0, 0, tree, SESSION, true);
    long content = body instanceof Read.Response read ? read.dataLength() : 0;
    content += body instanceof Write.Request write ? write.writeLength() : 0;
    message(!response, new Smb2Message(header, body, LENGTH + (int) content, 0, 0));
    return this;
  }

  /** A command and its answer. */
  SmbScene smb2(Smb2Command command, Smb2Body request, Smb2Body response) {
    long id = messageId++;
    return smb2(id, false, command, TREE, 0, request).smb2(id, true, command, TREE, 0, response);
  }

  SmbScene refused(Smb2Command command, Smb2Body request, long status) {
    long id = messageId++;
    return smb2(id, false, command, TREE, 0, request)
        .smb2(id, true, command, TREE, status, new Smb2Body.Unparsed(9));
  }

  /**
   * @param shareType 1 disk, 2 pipe, 3 print
   */
  SmbScene connected(String path, int shareType) {
    long id = messageId++;
    return smb2(id, false, Smb2Command.TREE_CONNECT, 0, 0, new TreeConnect.Request(0, path))
        .smb2(
            id,
            true,
            Smb2Command.TREE_CONNECT,
            TREE,
            0,
            new TreeConnect.Response(shareType, 0, 0, 0x1F01FF));
  }

  static Create.Request wish(String name, long options) {
    return new Create.Request(0, 2, 0x12019F, 0, 7, 1, options, name, List.of());
  }

  /** Modified, accessed, created and changed at the start and one, two, three seconds later. */
  static Create.Response grant(long size) {
    long ticks = fileTime(SECONDS);
    return new Create.Response(
        0,
        0,
        1,
        ticks + 20_000_000,
        ticks + 10_000_000,
        ticks,
        ticks + 30_000_000,
        size,
        size,
        0x80,
        FILE,
        List.of());
  }

  private static long fileTime(long seconds) {
    return (seconds + 11_644_473_600L) * 10_000_000;
  }

  SmbScene opened(String name, long options, long size) {
    return smb2(Smb2Command.CREATE, wish(name, options), grant(size));
  }

  SmbScene closed() {
    return smb2(
        Smb2Command.CLOSE,
        new io.smbscope.smb.smb2.Close.Request(0, FILE),
        new io.smbscope.smb.smb2.Close.Response(0, 0, 0, 0, 0, 0, 0, 0));
  }

  SmbScene read(long offset, long length) {
    return smb2(
        Smb2Command.READ,
        new Read.Request(0, length, offset, FILE, 0, 0, 0),
        new Read.Response(length, 0, 0, Bytes.EMPTY));
  }

  SmbScene written(long offset, long length) {
    return smb2(
        Smb2Command.WRITE,
        new Write.Request(length, offset, FILE, 0, 0, 0, Bytes.EMPTY),
        new Write.Response(length, 0));
  }

  /** An SMB1 command and its answer. */
  SmbScene smb1(Smb1Command command, Smb1Body request, long status, Smb1Body response) {
    int id = mid++;
    smb1(id, false, command, status, request);
    return smb1(id, true, command, status, response);
  }

  SmbScene smb1(int id, boolean response, Smb1Command command, long status, Smb1Body body) {
    int flags = response ? RESPONSE_FLAG : 0;
    Smb1Header header = new Smb1Header(command.code(), status, flags, 0xC000, 1, TID, 7, id, true);
    boolean empty = response && body == null;
    Block block = new Block(command.code(), empty ? new Smb1Body.Empty() : body, empty ? 0 : 4, 0);
    int length = empty ? SMALLEST_SMB1 : LENGTH;
    message(!response, new Smb1Message(length, header, List.of(block), 0));
    return this;
  }

  /**
   * The rows of a log once the capture is over, without times of the rows, identifiers and
   * addresses of connections.
   */
  List<String> rows(String log) {
    try {
      tell(Rows.end(flow, packet + 1));
      scripts.end();
      for (ZeekLog file : scripts.files()) {
        file.close();
      }
      Path made = folder.resolve(log + ".log");
      return Files.exists(made)
          ? Files.readAllLines(made).stream()
              .filter(line -> !line.startsWith("#"))
              .map(line -> shortened(log, line))
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shortened(String log, String line) {
    List<String> cells = List.of(line.split("\t", ALL_CELLS));
    int skipped = 6;
    String row = String.join("|", cells.subList(skipped, cells.size()));
    if (!log.equals("smb_cmd")) {
      return row;
    }
    // Between the command and the file that it refers to stand the same columns again.
    int file = skipped + 9;
    return String.join("|", cells.subList(skipped, file))
        + " > "
        + String.join("|", cells.subList(file + 7, cells.size()));
  }
}
