package io.smbscope.detect.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files that users write. */
public final class TextFile {
  /** Octets; a list of a million hosts has less. */
  static final int MOST = 64 << 20;

  private TextFile() {}

  /**
   * The whole of a file in UTF-8.
   *
   * @throws IllegalArgumentException it cannot be read; says why
   */
  public static String read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new IllegalArgumentException(file + ": is a directory");
      }
      if (Files.size(file) > MOST) {
        throw new IllegalArgumentException(file + ": larger than 64 MiB");
      }
      String text = Files.readString(file);
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(file + ": no such file", e);
    } catch (AccessDeniedException e) {
      throw new IllegalArgumentException(file + ": permission denied", e);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + ": not in UTF-8", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }
}
