package io.smbscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smbscope.base.Stamp;
import io.smbscope.event.DropEvent;
import io.smbscope.event.DropEvent.Losses;
import io.smbscope.event.Event;
import io.smbscope.event.EventSink;
import java.io.Flushable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events reach sinks in order on their threads, and its failures reach who gives them. */
@Timeout(20)
class SinkThreadsTest {
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch goOn = new CountDownLatch(1);
  private Throwable failure;

  /** Notes what it is told; it fails with packet 13, with 99 it waits, and 7 it does not read. */
  private final class Notes implements EventSink, Flushable {
    @Override
    public boolean reads(Event event) {
      return event.at().packet() != 7;
    }

    @Override
    public void accept(Event event) throws IOException {
      long packet = event.at().packet();
      calls.add("" + packet);
      if (packet == 13) {
        if (failure instanceof IOException e) {
          throw e;
        }
        throw (RuntimeException) failure;
      }
      if (packet == 99) {
        try {
          goOn.await();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }
    }

    @Override
    public void flush() {
      calls.add("flush");
    }

    @Override
    public void close() {
      calls.add("close");
    }
  }

  private static void give(SinkThreads thread, long... packets) {
    for (long packet : packets) {
      thread.accept(new DropEvent(new Stamp(packet, 0), "eth0", 0, Losses.NONE, Losses.NONE));
    }
  }

  @Test
  void allInOrderBeforeTheEndIsReached() {
    SinkThreads thread = new SinkThreads();
    thread.add("test", new Notes());
    give(thread, 1, 7, 2);
    thread.flush();
    give(thread, 3);
    thread.end();
    thread.await();
    assertThat(calls).containsExactly("1", "2", "flush", "3", "close");
  }

  @Test
  void aFailureIsToldOnceAndEndsTheSink() {
    failure = new IOException("Broken pipe");
    SinkThreads thread = new SinkThreads();
    thread.add("test", new Notes());
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 1000; i++) {
                give(thread, 13, 14);
                Thread.onSpinWait();
              }
              thread.end();
              thread.await();
            })
        .isInstanceOf(UncheckedIOException.class)
        .hasCause(failure);
    give(thread, 15);
    thread.end();
    thread.await();
    assertThat(calls).containsExactly("13", "close");
  }

  @Test
  void oneThatFailsKeepsNothingFromTheOthers() {
    failure = new IOException("Broken pipe");
    List<Long> told = Collections.synchronizedList(new ArrayList<>());
    SinkThreads threads = new SinkThreads();
    threads.add("fails", new Notes());
    threads.add("goes on", new Packets(told));
    give(threads, 13, 14);
    threads.end();
    assertThatThrownBy(threads::await).hasCause(failure);
    assertThat(told).containsExactly(13L, 14L);
  }

  private record Packets(List<Long> told) implements EventSink {
    @Override
    public void accept(Event event) {
      told.add(event.at().packet());
    }

    @Override
    public void close() {}
  }

  @Test
  void aFailureWithTheLastEventsIsToldAtTheEnd() {
    failure = new IllegalArgumentException("defect");
    SinkThreads thread = new SinkThreads();
    thread.add("test", new Notes());
    give(thread, 13);
    thread.end();
    assertThatThrownBy(thread::await).isSameAs(failure);
  }

  @Test
  void whoGivesMoreThanItTakesWaits() throws InterruptedException {
    SinkThreads thread = new SinkThreads();
    thread.add("test", new Notes());
    give(thread, 99);
    long[] thousand = LongStream.range(100, 1100).toArray();
    CountDownLatch given = new CountDownLatch(100);
    Thread giver =
        new Thread(
            () -> {
              for (int i = 0; i < 100; i++) {
                give(thread, thousand);
                given.countDown();
              }
            });
    giver.start();
    while (giver.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(given.getCount()).isGreaterThan(80);
    goOn.countDown();
    giver.join();
    thread.end();
    thread.await();
    assertThat(calls).hasSize(100_002);
  }
}
