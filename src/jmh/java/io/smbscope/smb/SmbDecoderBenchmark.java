package io.smbscope.smb;

import io.smbscope.base.Anomaly;
import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowInfo;
import io.smbscope.net.FlowStats;
import io.smbscope.netbios.NbnsMessage;
import io.smbscope.netbios.NetbiosDatagram;
import io.smbscope.netbios.SessionPacket;
import io.smbscope.smb.smb2.Smb2Rows;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Time from the octets of an SMB2 message to its record, the message in a direct buffer. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SmbDecoderBenchmark {
  private static final Stamp AT = new Stamp(1, 0);

  private SmbDecoder decoder;
  private Bytes createRequest;
  private Bytes createResponse;
  private Bytes closeRequest;
  private Bytes readRequest;
  private Bytes readResponse;
  private Bytes writeRequest;

  /** Fills a buffer with the messages, as a mapped capture holds them. */
  @Setup
  public void prepare(Blackhole blackhole) {
    decoder =
        new SmbDecoder(SmbRecorder.FLOW, Limits.DEFAULT, FileContent.NONE, new Sink(blackhole));
    createRequest = direct("create-request");
    createResponse = direct("create-response");
    closeRequest = direct("close-request");
    readRequest = direct("read-request");
    readResponse = direct("read-response").slice(0, 80);
    writeRequest = direct("write-request");
    everyKind();
  }

  /** A CREATE with a lease and a durable handle, and its response. */
  @Benchmark
  public void create() {
    decode(createRequest, createRequest.length());
    decode(createResponse, createResponse.length());
  }

  @Benchmark
  public void readRequest() {
    decode(readRequest, readRequest.length());
  }

  /** The fixed part of 64 KiB. */
  @Benchmark
  public void readResponse() {
    decode(readResponse, 80 + 65536);
  }

  /** The fixed part of 64 KiB. */
  @Benchmark
  public void writeRequest() {
    decode(writeRequest, 112 + 65536);
  }

  @Benchmark
  public void closeRequest() {
    decode(closeRequest, closeRequest.length());
  }

  /** How much of a long message is to be gathered. */
  @Benchmark
  public int wanted() {
    return decoder.wanted(false, readResponse, 80 + 65536);
  }

  private void decode(Bytes message, int length) {
    decoder.message(true, message, length, 0, AT);
  }

  /** So that no call site knows but one kind of message, which would flatter the numbers. */
  private void everyKind() {
    for (int i = 0; i < 2_000; i++) {
      Smb2Rows.all().values().forEach(row -> decode(Bytes.of(row), row.length));
    }
  }

  private static Bytes direct(String name) {
    byte[] row = Smb2Rows.row(name);
    return new Bytes(ByteBuffer.allocateDirect(row.length).put(row), 0, row.length);
  }

  /** Takes every message and keeps none. */
  private record Sink(Blackhole blackhole) implements SmbObserver {
    @Override
    public void smb(Stamp at, FlowInfo flow, boolean fromClient, SmbMessage message) {
      blackhole.consume(message);
    }

    @Override
    public void anomaly(Anomaly anomaly) {
      blackhole.consume(anomaly);
    }

    @Override
    public void flowStarted(Stamp at, FlowInfo flow) {}

    @Override
    public void flowEnded(Stamp at, FlowInfo flow, FlowStats stats) {}

    @Override
    public void gap(Stamp at, FlowInfo flow, boolean fromClient, long missing) {}

    @Override
    public void sessionService(Stamp at, FlowInfo flow, boolean fromClient, SessionPacket packet) {}

    @Override
    public void nameService(Stamp at, FlowInfo flow, boolean fromClient, NbnsMessage message) {}

    @Override
    public void datagram(Stamp at, FlowInfo flow, boolean fromClient, NetbiosDatagram datagram) {}
  }
}
