package io.smbscope.dissect.fscc;

/** What became of a buffer: a class that is not known is for the caller to show. */
public enum Shown {
  NOT,
  /** It ends before its structure does. */
  PARTLY,
  WHOLLY;

  static Shown of(boolean whole) {
    return whole ? WHOLLY : PARTLY;
  }
}
