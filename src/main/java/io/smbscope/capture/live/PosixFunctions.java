package io.smbscope.capture.live;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;

/** Functions of the C library by their own names, as POSIX and Linux describe them. */
final class PosixFunctions {
  /** Of Linux and macOS. */
  static final int MADV_DONTNEED = 4;

  static {
    Native.register(PosixFunctions.class, NativeLibrary.getInstance(Platform.C_LIBRARY_NAME));
  }

  private PosixFunctions() {}

  static native Pointer getpwnam(String name);

  static native int initgroups(String user, int group);

  static native int setgid(int group);

  static native int setuid(int user);

  static native int getuid();

  static native int geteuid();

  static native int getgid();

  static native int getegid();

  static native int madvise(Pointer addr, long length, int advice);
}
