package io.smbscope.capture.live;

import java.nio.file.Path;

/**
 * How to keep packets in files.
 *
 * @param file to write; with rotation, a number is put before its extension
 * @param rotateBytes octets after which the next file begins, 0 for none
 * @param rotateSeconds seconds of packets after which the next file begins, 0 for none
 * @param keep files kept, the oldest are deleted; 0 for all
 */
public record WriteOptions(Path file, long rotateBytes, long rotateSeconds, int keep) {
  boolean rotates() {
    return rotateBytes > 0 || rotateSeconds > 0;
  }
}
