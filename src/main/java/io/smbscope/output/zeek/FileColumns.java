package io.smbscope.output.zeek;

import io.smbscope.output.zeek.SmbFile.Times;
import java.util.Objects;

/** What rows say of a file from its path on, in the form in which it was written last. */
final class FileColumns {
  private String path;
  private String name;
  private long size;
  private String formerName;
  private Times times;

  /** Null until something was written. */
  private byte[] octets;

  /** The written form when the file is still what it was; else null. */
  byte[] of(SmbFile file) {
    return octets != null
            && size == file.size
            && Objects.equals(name, file.name)
            && Objects.equals(path, file.path)
            && Objects.equals(formerName, file.formerName)
            && Objects.equals(times, file.times)
        ? octets
        : null;
  }

  void keep(SmbFile file, byte[] written) {
    path = file.path;
    name = file.name;
    size = file.size;
    formerName = file.formerName;
    times = file.times;
    octets = written;
  }
}
