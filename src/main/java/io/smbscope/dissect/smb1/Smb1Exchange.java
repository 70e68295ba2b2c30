package io.smbscope.dissect.smb1;

/**
 * A request, and what its response is shown with. Changed by the thread that dissects.
 *
 * <p>Of a message whose request is not known there is one too, which keeps nothing.
 */
public final class Smb1Exchange {
  private final int code;
  private final long frame;
  private final long nanos;
  private boolean pipes;
  private boolean answered;
  private Object memory;
  private int fid;
  private boolean fidInRequest;

  Smb1Exchange(int code, long frame, long nanos, boolean pipes) {
    this.code = code;
    this.frame = frame;
    this.nanos = nanos;
    this.pipes = pipes;
  }

  static Smb1Exchange unknown(int code) {
    return new Smb1Exchange(code, 0, 0, false);
  }

  /** The command of the request's header. */
  int code() {
    return code;
  }

  /** Of the request, 0 when none was seen. */
  public long frame() {
    return frame;
  }

  public boolean isKnown() {
    return frame != 0;
  }

  /** When the request was sent. */
  long nanos() {
    return nanos;
  }

  /** What is read and written goes through a named pipe. */
  boolean pipes() {
    return pipes;
  }

  void throughPipe() {
    pipes = isKnown();
  }

  /** Whether this is the first response. */
  boolean answer() {
    boolean first = !answered;
    answered = true;
    return first;
  }

  /** Keeps what the response needs; the last that is kept stays. */
  public void remember(Object detail) {
    if (isKnown()) {
      memory = detail;
    }
  }

  /** What was kept, when it is of this kind; else null. */
  public <T> T recall(Class<T> kind) {
    return kind.isInstance(memory) ? kind.cast(memory) : null;
  }

  /** The FID that stood in the message which is dissected. */
  void fid(int seen, boolean inRequest) {
    fid = seen;
    fidInRequest = inRequest;
  }

  /** The FID that the other message has; 0 for none. */
  int fidOfOther(boolean request) {
    return request == fidInRequest ? 0 : fid;
  }
}
