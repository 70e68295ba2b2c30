package io.smbscope.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.smbscope.cli.Program.Result;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What must hold for every input, however damaged. Throws an {@link AssertionError} if not. */
final class Ordeal {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** A guard against loops, not a measure of speed. */
  private static final long LEAST_NANOS = 2_000_000_000L;

  private static final int TIMES_SOUND = 100;

  /** Characters that an octet of a capture may take in a tree. */
  private static final long MOST_PER_OCTET = 1_000;

  private static final int LEAST_OCTETS = 1_000;

  private static final JsonFactory STRICT =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Ordeal() {}

  /** Processor time that the analysis of a sound capture takes. */
  static long nanos(byte[] capture) {
    long start = THREADS.getCurrentThreadCpuTime();
    json(capture, "1");
    return THREADS.getCurrentThreadCpuTime() - start;
  }

  /** The JSON lines of a damaged capture; {@code soundNanos} is what the sound one took. */
  static void json(byte[] capture, long soundNanos) {
    long start = THREADS.getCurrentThreadCpuTime();
    Result result = json(capture, "1");
    checkTime(THREADS.getCurrentThreadCpuTime() - start, soundNanos);
    check(result);
    checkJson(result.out());
  }

  /** The summary of a damaged capture. */
  static void summary(byte[] capture, long soundNanos) {
    long start = THREADS.getCurrentThreadCpuTime();
    Result result = Program.run(capture, "analyze", "--threads", "1", "-");
    checkTime(THREADS.getCurrentThreadCpuTime() - start, soundNanos);
    check(result);
  }

  /** The trees of a damaged capture. */
  static void tree(byte[] capture, long soundNanos) {
    long start = THREADS.getCurrentThreadCpuTime();
    Result result = Program.run(capture, "dissect", "-V", "-");
    checkTime(THREADS.getCurrentThreadCpuTime() - start, soundNanos);
    check(result);
    if (result.out().length > MOST_PER_OCTET * (capture.length + LEAST_OCTETS)) {
      throw new AssertionError(result.out().length + " octets of " + capture.length);
    }
  }

  /** A capture with more than can be remembered: that is said. */
  static void flood(InputStream capture) {
    Result result = Program.run(capture, "analyze", "--threads", "2", "-");
    check(result);
    if (!result.outText().contains("limit-reached")) {
      throw new AssertionError("no limit reached: " + result.outText());
    }
  }

  /** Several threads give what one does. */
  static void threads(byte[] capture) {
    Result alone = json(capture, "1");
    Result together = json(capture, "4");
    if (!Arrays.equals(alone.out(), together.out())
        || !Arrays.equals(alone.err(), together.err())
        || alone.status() != together.status()) {
      throw new AssertionError(
          "4 threads give another result than 1:\n" + firstDifference(alone, together));
    }
  }

  private static String firstDifference(Result alone, Result together) {
    int at = Arrays.mismatch(alone.out(), together.out());
    int from = Math.max(0, at - 200);
    return new String(
            alone.out(), from, Math.min(400, alone.out().length - from), StandardCharsets.UTF_8)
        + "\n"
        + new String(
            together.out(),
            from,
            Math.min(400, together.out().length - from),
            StandardCharsets.UTF_8);
  }

  private static Result json(byte[] capture, String threads) {
    return Program.run(capture, "analyze", "--threads", threads, "--json", "-", "-");
  }

  private static void checkTime(long nanos, long soundNanos) {
    if (nanos > LEAST_NANOS + TIMES_SOUND * soundNanos) {
      throw new AssertionError(
          "took " + nanos / 1_000_000 + " ms, sound " + soundNanos / 1_000_000 + " ms");
    }
  }

  private static void check(Result result) {
    if (result.status() != Program.DONE && result.status() != Program.UNREADABLE) {
      throw new AssertionError("status " + result.status() + ": " + result.errText());
    }
    if (result.status() == Program.DONE && result.err().length > 0) {
      throw new AssertionError("complains without an exit status: " + result.errText());
    }
    for (String line : result.errLines()) {
      if (!line.startsWith("smbscope: ")) {
        throw new AssertionError("not a complaint: " + line);
      }
    }
    checkText(result.outText());
    checkText(result.errText());
  }

  /** No character may steer a terminal, break a line, or show text in another order. */
  static void checkText(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int type = Character.getType(c);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (c != '\n'
          && (type == Character.CONTROL
              || type == Character.FORMAT
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR
              || type == Character.SURROGATE)) {
        throw new AssertionError(
            "U+" + Integer.toHexString(c) + " in " + text.substring(Math.max(0, i - 80), i));
      }
    }
  }

  /** Every line is an object, whole and without a key twice. */
  private static void checkJson(byte[] lines) {
    int objects = 0;
    try (JsonParser parser = STRICT.createParser(lines)) {
      JsonToken token = parser.nextToken();
      while (token != null) {
        if (token != JsonToken.START_OBJECT) {
          throw new AssertionError("not an object: " + token);
        }
        parser.skipChildren();
        objects++;
        token = parser.nextToken();
      }
    } catch (IOException e) {
      throw new AssertionError("not JSON", e);
    }
    int ends = 0;
    for (byte octet : lines) {
      ends += octet == '\n' ? 1 : 0;
    }
    if (ends != objects) {
      throw new AssertionError(objects + " objects in " + ends + " lines");
    }
  }
}
