package io.smbscope.session;

import io.smbscope.base.Limits;
import io.smbscope.base.NtStatus;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowInfo;
import io.smbscope.smb.SmbMessage;
import io.smbscope.smb.TransformMessage;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.Smb2Body;
import io.smbscope.smb.smb2.Smb2Command;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The tracker alone, from decoded message to event, beside a number of files that stay open. Run:
 * {@code mvn test-compile dependency:copy-dependencies} and then {@code java -cp
 * target/test-classes:target/classes:'target/dependency/*' org.openjdk.jmh.Main Tracker}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TrackerBenchmark {
  private static final int ROUND = 6;
  private static final int PAIR = 2;
  private static final FileId FILE = new FileId(1, 1);
  private static final FileId STANDING = new FileId(2, 2);

  @Param({"1", "10000"})
  int opens;

  private final Stamp at = new Stamp(1, 1_000_000_000L);
  private Tracker tracker;
  private FlowInfo flow;
  private SmbMessage[] createReadClose;
  private SmbMessage[] read;
  private SmbMessage encrypted;
  private long events;

  @Setup
  public void conversation() {
    Scene scene = new Scene();
    Smb2Client client = Smb2Client.at(scene);
    flow = client.wire.flow;
    tracker = new Tracker(Limits.DEFAULT, Wanted.NOTHING, event -> events++);
    tracker.flowStarted(at, flow);
    createReadClose =
        new SmbMessage[] {
          request(client, Smb2Command.CREATE, new Smb2Bodies.Wish("docs\\report.txt").body()),
          response(client, Smb2Command.CREATE, new Smb2Bodies.Grant(FILE).body()),
          request(client, Smb2Command.READ, Smb2Bodies.read(FILE, 65_536)),
          response(client, Smb2Command.READ, Smb2Bodies.octetsRead(65_536)),
          request(client, Smb2Command.CLOSE, Smb2Bodies.close(FILE)),
          response(client, Smb2Command.CLOSE, Smb2Bodies.closed())
        };
    read =
        new SmbMessage[] {
          request(client, Smb2Command.READ, Smb2Bodies.read(STANDING, 65_536)),
          response(client, Smb2Command.READ, Smb2Bodies.octetsRead(65_536))
        };
    encrypted = new TransformMessage(1_000, client.session, 1, 948);
    tell(
        request(client, Smb2Command.CREATE, new Smb2Bodies.Wish("standing").body()),
        response(client, Smb2Command.CREATE, new Smb2Bodies.Grant(STANDING).body()));
    for (int i = 1; i < opens; i++) {
      tell(
          request(client, Smb2Command.CREATE, new Smb2Bodies.Wish("file" + i).body()),
          response(client, Smb2Command.CREATE, new Smb2Bodies.Grant(new FileId(i, 3)).body()));
    }
  }

  private static SmbMessage request(Smb2Client client, Smb2Command command, Smb2Body body) {
    return client.request(command, body).message();
  }

  private static SmbMessage response(Smb2Client client, Smb2Command command, Smb2Body body) {
    return client.response(command, NtStatus.SUCCESS, body).message();
  }

  private void tell(SmbMessage... messages) {
    for (int i = 0; i < messages.length; i++) {
      tracker.smb(at, flow, i % 2 == 0, messages[i]);
    }
  }

  /** One file opened, read and closed, and its event: for each of the six messages. */
  @Benchmark
  @OperationsPerInvocation(ROUND)
  public long createReadClose() {
    tell(createReadClose);
    return events;
  }

  /** READ of a file that stays open, as in a large transfer: for each of the two messages. */
  @Benchmark
  @OperationsPerInvocation(PAIR)
  public void read(Blackhole hole) {
    tell(read);
    hole.consume(tracker);
  }

  @Benchmark
  public void encrypted(Blackhole hole) {
    tracker.smb(at, flow, true, encrypted);
    hole.consume(tracker);
  }
}
