package io.smbscope.output.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacklogTest {
  private static final long MIB = 1 << 20;

  @TempDir private Path folder;
  private final Tally tally = new Tally();

  @Test
  void keepsTheOrderThroughMemoryAndDisk() throws Exception {
    try (Backlog backlog = backlog(1, 64 * MIB)) {
      int lines = 100_000;
      add(backlog, 0, lines);
      backlog.end();
      assertThat(takeAll(backlog)).isEqualTo(numbers(0, lines));
      assertThat(tally.lost()).isZero();
    }
  }

  @Test
  void losesTheNewestWhenAllIsFull() throws Exception {
    try (Backlog backlog = backlog(1, 4 * MIB)) {
      int lines = 200_000;
      add(backlog, 0, lines);
      backlog.end();
      List<Integer> taken = takeAll(backlog);
      assertThat(taken.size() + tally.lost()).isEqualTo(lines);
      assertThat(tally.lost()).isPositive();
      // The chunk being filled is kept, so the last lines are there after the gap.
      int gap =
          IntStream.range(0, taken.size()).filter(i -> taken.get(i) != i).findFirst().orElse(0);
      assertThat(taken.subList(gap, taken.size()))
          .isEqualTo(numbers(taken.get(gap), lines))
          .hasSizeLessThan(20_000);
      assertThat((long) gap * 100).isGreaterThan(3 * MIB);
    }
  }

  @Test
  void takesMoreAgainWhenSomeIsGone() throws Exception {
    try (Backlog backlog = backlog(1, 4 * MIB)) {
      List<Integer> taken = new ArrayList<>();
      int lines = 0;
      for (int round = 0; round < 5; round++) {
        add(backlog, lines, lines + 20_000);
        lines += 20_000;
        for (int i = 0; i < 3 && taken.size() < lines; i++) {
          take(backlog, taken);
        }
      }
      backlog.end();
      taken.addAll(takeAll(backlog));
      assertThat(taken).isSorted().doesNotHaveDuplicates();
      assertThat(taken.size() + tally.lost()).isEqualTo(lines);
    }
  }

  @Test
  void bringsAllToAThreadThatTakesAtTheSameTime() throws Exception {
    try (Backlog backlog = backlog(1, 256 * MIB)) {
      int lines = 150_000;
      Thread giver =
          new Thread(
              () -> {
                add(backlog, 0, lines);
                backlog.end();
              });
      giver.start();
      assertThat(takeAll(backlog)).isEqualTo(numbers(0, lines));
      giver.join();
    }
  }

  @Test
  void leavesNothingOnDisk() throws Exception {
    try (Backlog backlog = backlog(0, 64 * MIB)) {
      add(backlog, 0, 50_000);
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files).isEmpty();
      }
    }
  }

  @Test
  void countsAsLostWhatTheDiskDoesNotTake() throws Exception {
    Path absent = folder.resolve("absent");
    try (Backlog backlog = new Backlog(new Backlog.Bounds(0, 64 * MIB, absent), tally)) {
      add(backlog, 0, 50_000);
      backlog.end();
      assertThat(takeAll(backlog).size() + tally.lost()).isEqualTo(50_000);
      assertThat(tally.trouble()).startsWith("cannot hold more lines on disk: ");
    }
  }

  @Test
  void losesALineLongerThanItsBuffers() throws Exception {
    try (Backlog backlog = backlog(1, 64 * MIB)) {
      backlog.add(new byte[Chunk.OCTETS + 1], Chunk.OCTETS + 1);
      backlog.add(new byte[Chunk.OCTETS], Chunk.OCTETS);
      backlog.end();
      assertThat(tally.lost()).isEqualTo(1);
      assertThat(backlog.take().used()).isEqualTo(Chunk.OCTETS);
      assertThat(backlog.take()).isNull();
    }
  }

  private Backlog backlog(int chunks, long spill) {
    return new Backlog(new Backlog.Bounds(chunks, spill, folder), tally);
  }

  private static void add(Backlog backlog, int from, int to) {
    for (int i = from; i < to; i++) {
      byte[] octets = NumberedLines.octets(i);
      backlog.add(octets, octets.length);
    }
  }

  private static List<Integer> takeAll(Backlog backlog) throws InterruptedException {
    List<Integer> numbers = new ArrayList<>();
    while (take(backlog, numbers)) {}
    return numbers;
  }

  private static boolean take(Backlog backlog, List<Integer> numbers) throws InterruptedException {
    Chunk chunk = backlog.take();
    if (chunk == null) {
      return false;
    }
    while (chunk.hasNext()) {
      int length = chunk.nextEnd() - chunk.nextStart();
      numbers.add(
          NumberedLines.number(
              new String(chunk.octets(), chunk.nextStart(), length, StandardCharsets.UTF_8)));
      chunk.advance(length);
    }
    backlog.recycle(chunk);
    return true;
  }

  private static List<Integer> numbers(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }
}
