package io.smbscope.session;

import io.smbscope.base.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Digests of files: of short ones at once, of long ones on two threads beside, of which each does
 * some of the algorithms for all files, in the order the octets were given in; so what comes out
 * does not depend on the threads.
 */
final class Digests {
  /** In the order of {@link Result}. */
  private static final List<String> NAMES = List.of("md5", "sha1", "sha256");

  private static final List<String> ALGORITHMS = List.of("MD5", "SHA-1", "SHA-256");

  /** Octets that are worth being handed to other threads. */
  static final int WORTHWHILE = 64 << 10;

  /**
   * In hexadecimal; null where not wanted.
   *
   * @param md5 which takes as long as the other two together, where the machine helps with these
   */
  record Result(String md5, String sha1, String sha256) {
    static final Result NONE = new Result(null, null, null);
  }

  /** Those wanted, as indexes into {@link #NAMES}. */
  private final List<Integer> wanted = new ArrayList<>();

  private final BlockDigest[] own = new BlockDigest[NAMES.size()];
  private final DigestThread[] threads = new DigestThread[NAMES.size()];

  Digests(Set<String> names) {
    for (int i = 0; i < NAMES.size(); i++) {
      if (names.contains(NAMES.get(i))) {
        wanted.add(i);
        own[i] = new BlockDigest(ALGORITHMS.get(i));
      }
    }
  }

  boolean none() {
    return wanted.isEmpty();
  }

  /** A file's octets that are there wholly. */
  Result of(List<Bytes> parts) {
    for (int i : wanted) {
      parts.forEach(own[i]::update);
    }
    return result(own);
  }

  /** A file whose octets come piece by piece. */
  Running begin() {
    startThreads();
    BlockDigest[] digests = new BlockDigest[own.length];
    for (int i : wanted) {
      digests[i] = new BlockDigest(ALGORITHMS.get(i));
    }
    return new Running(digests);
  }

  /** One file. */
  final class Running {
    private final BlockDigest[] digests;

    private Running(BlockDigest[] digests) {
      this.digests = digests;
    }

    /** Takes the octets that are next; they belong to the threads from here on. */
    void update(List<Bytes> parts) {
      for (int i : wanted) {
        BlockDigest digest = digests[i];
        threads[i].put(() -> parts.forEach(digest::update));
      }
    }

    /** Waits until all is done. */
    Result finish() {
      CountDownLatch done = new CountDownLatch(wanted.size());
      for (int i : wanted) {
        threads[i].put(done::countDown);
      }
      DigestThread.uninterrupted(done::await);
      return result(digests);
    }
  }

  /** MD5 gets a thread of its own, or one of two algorithms does. */
  private void startThreads() {
    if (threads[wanted.get(0)] != null) {
      return;
    }
    DigestThread first = new DigestThread("digests-1");
    DigestThread second = wanted.size() > 1 ? new DigestThread("digests-2") : first;
    for (int i : wanted) {
      threads[i] = i == wanted.get(0) ? first : second;
    }
  }

  /** Nothing more is asked for. */
  void close() {
    for (DigestThread thread : threads) {
      if (thread != null) {
        thread.end();
      }
    }
  }

  private Result result(BlockDigest[] digests) {
    return new Result(hexadecimal(digests[0]), hexadecimal(digests[1]), hexadecimal(digests[2]));
  }

  private static String hexadecimal(BlockDigest digest) {
    return digest == null ? null : digest.finish();
  }
}
