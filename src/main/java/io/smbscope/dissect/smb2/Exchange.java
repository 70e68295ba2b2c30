package io.smbscope.dissect.smb2;

/** A request, for its response. */
final class Exchange {
  final long frame;

  /** Nanoseconds since 1970. */
  final long nanos;

  /** What CREATE opens; null in other requests. */
  String fileName;

  /** What TREE_CONNECT connects; null in other requests. */
  String path;

  /** InfoType of QUERY_INFO and SET_INFO. */
  int infoType;

  /** Information class of these, and of QUERY_DIRECTORY. */
  int infoClass;

  /** What QUERY_DIRECTORY searches for; null in other requests. */
  String pattern;

  /** What the request's file id stands for; null when it has none. */
  Open open;

  /** The key of the pipe that is read; null in other requests. */
  FileId fileId;

  Exchange(long frame, long nanos) {
    this.frame = frame;
    this.nanos = nanos;
  }
}
