package io.smbscope.output.stream;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Kafka of one node on loopback, a process of its own, which keeps its log when it ends. */
public final class KafkaBroker implements Closeable {
  private static final String CLUSTER = "AAAAAAAAAAAAAAAAAAAAAQ";

  private final Path folder;
  private final Path properties;
  private final int port;
  private Process process;

  public KafkaBroker(Path folder, int partitions) throws Exception {
    this.folder = folder;
    port = freePort();
    int controller = freePort();
    properties =
        Files.writeString(
            folder.resolve("server.properties"),
            """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            controller.listener.names=CONTROLLER
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
            num.partitions=%3$d
            offsets.topic.replication.factor=1
            log.dirs=%4$s
            """
                .formatted(port, controller, partitions, folder.resolve("log")));
    Process format =
        java("kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c", properties.toString());
    if (format.waitFor() != 0) {
      throw new IllegalStateException(output());
    }
  }

  public String address() {
    return "127.0.0.1:" + port;
  }

  /** Returns when it can be connected to. */
  public void start() throws Exception {
    process = java("kafka.Kafka", properties.toString());
    while (!listens()) {
      if (!process.isAlive()) {
        throw new IllegalStateException(output());
      }
      Thread.sleep(20);
    }
  }

  /** As when the machine's power fails, but for what the system wrote for it. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private Process java(String mainClass, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("output").toFile()))
        .start();
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    if (process != null) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }
}
