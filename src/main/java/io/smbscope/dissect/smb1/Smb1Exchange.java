package io.smbscope.dissect.smb1;

/** A request, and what its response is shown with. Changed by the thread that dissects. */
public final class Smb1Exchange {
  private final int code;
  private final long frame;
  private final long nanos;
  private final boolean pipes;
  private Object memory;

  Smb1Exchange(int code, long frame, long nanos, boolean pipes) {
    this.code = code;
    this.frame = frame;
    this.nanos = nanos;
    this.pipes = pipes;
  }

  /** The command of the header. */
  public int code() {
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
  public long nanos() {
    return nanos;
  }

  /** The tree is the one of the named pipes. */
  public boolean pipes() {
    return pipes;
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
}
