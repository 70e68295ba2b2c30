package io.smbscope.netbios;

import java.nio.BufferUnderflowException;

/** What a decoder's guard caught, as a reader would want it said. */
final class Malformed {
  private Malformed() {}

  static String reason(RuntimeException e) {
    if (e instanceof BufferUnderflowException) {
      return "it ends too early";
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
