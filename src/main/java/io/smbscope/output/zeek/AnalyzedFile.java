package io.smbscope.output.zeek;

import io.smbscope.base.Stamp;
import java.util.ArrayList;
import java.util.List;

/**
 * A file whose content came by, read or written, over one connection or several: a row of {@code
 * files} for each.
 */
final class AnalyzedFile {
  /** Connections told of one file. */
  private static final int CONNECTION_LIMIT = 256;

  final FileHandle handle;
  final String fuid;
  final FileStream stream = new FileStream();

  /** Sent by the client of the connection that it was first seen on. */
  final boolean fromClient;

  /** The open that its first octets were read from or written to. */
  final OpenKey open;

  final Stamp first;

  /** The latest message with octets of it. */
  Stamp last;

  /** When it is looked at whether it was idle for too long, nanoseconds since 1970. */
  long checkAt;

  /** Null when not known. */
  String name;

  boolean timedOut;

  private final List<SmbState> connections = new ArrayList<>(1);

  AnalyzedFile(FileHandle handle, String fuid, boolean fromClient, OpenKey open, Stamp first) {
    this.handle = handle;
    this.fuid = fuid;
    this.fromClient = fromClient;
    this.open = open;
    this.first = first;
    this.last = first;
  }

  /** True when it was not seen on this connection before. */
  boolean seenOn(SmbState connection) {
    if (connections.contains(connection) || connections.size() >= CONNECTION_LIMIT) {
      return false;
    }
    connections.add(connection);
    return true;
  }

  /** In the order in which it was seen on them; never empty. */
  List<SmbState> connections() {
    return connections;
  }
}
