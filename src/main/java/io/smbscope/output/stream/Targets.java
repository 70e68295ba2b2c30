package io.smbscope.output.stream;

import io.smbscope.output.LineTarget;
import io.smbscope.output.stream.Connection.Connector;
import java.io.IOException;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * Opens what the user named. What cannot be meant, or a file that cannot be written, is an {@link
 * IllegalArgumentException} whose message is for the user; a peer that is not there yet is waited
 * for behind the caller's back.
 */
public final class Targets {
  private static final String UNIX = "unix:";
  private static final String TCP = "tcp:";

  /** Octets of a path in a socket address, less the zero at its end: unix(7). */
  private static final int LONGEST_SOCKET_PATH = 107;

  /** Legal names of topics, as the broker checks them. */
  private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

  private Targets() {}

  /**
   * Lines that end with a line feed.
   *
   * @param spec {@code FILE}, {@code -}, {@code unix:PATH} or {@code tcp:HOST:PORT}
   * @param standardOutput for {@code -}; stays open
   * @param files how a file is kept
   */
  public static LineTarget open(String spec, OutputStream standardOutput, LogFiles files) {
    if ("-".equals(spec)) {
      return new StandardOutputTarget(standardOutput);
    }
    if (spec.startsWith(UNIX)) {
      UnixDomainSocketAddress peer = socketPath(spec);
      return stream(spec, Framing.LINE_FEED, () -> ChannelConnection.unix(peer));
    }
    if (spec.startsWith(TCP)) {
      HostPort peer = HostPort.of(spec.substring(TCP.length()), spec);
      return stream(spec, Framing.LINE_FEED, () -> ChannelConnection.tcp(peer));
    }
    try {
      return files.open(Path.of(spec), LogFiles.Edges.NONE);
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException("cannot write " + spec + ": " + reason(e), e);
    }
  }

  /**
   * Messages of syslog, RFC 5424.
   *
   * @param spec {@code HOST:PORT}, with {@code udp:} (also without), {@code tcp:} or {@code tls:}
   *     before it
   * @param messageId what the lines are, as in {@code EVE}: up to 32 printable ASCII characters
   */
  public static LineTarget syslog(String spec, String messageId) {
    return syslog(spec, messageId, SSLSocketFactory::getDefault);
  }

  /** Syslog whose TLS trusts as a factory of sockets does. */
  static LineTarget syslog(String spec, String messageId, Supplier<SocketFactory> trusting) {
    int colon = spec.indexOf(':');
    String transport = colon < 0 ? "" : spec.substring(0, colon);
    String rest = spec.substring(colon + 1);
    String host = SyslogFraming.host();
    InstantSource clock = InstantSource.system();
    return switch (transport) {
      case "tcp" -> {
        HostPort peer = HostPort.of(rest, spec);
        yield stream(
            spec, SyslogFraming.counted(host, messageId, clock), () -> ChannelConnection.tcp(peer));
      }
      case "tls" -> {
        HostPort peer = HostPort.of(rest, spec);
        yield stream(
            spec,
            SyslogFraming.counted(host, messageId, clock),
            () -> TlsConnection.open(peer, (SSLSocketFactory) trusting.get()));
      }
      default -> {
        HostPort peer = HostPort.of("udp".equals(transport) ? rest : spec, spec);
        Tally tally = new Tally();
        Framing framing = SyslogFraming.datagram(host, messageId, clock);
        yield queued(spec, framing, new DatagramCarrier(peer, tally), tally);
      }
    };
  }

  /**
   * Records of Kafka.
   *
   * @param spec {@code HOST:PORT[,HOST:PORT...]/TOPIC}
   */
  public static LineTarget kafka(String spec) {
    int slash = spec.lastIndexOf('/');
    String topic = spec.substring(slash + 1);
    if (slash < 1 || !TOPIC.matcher(topic).matches()) {
      throw new IllegalArgumentException(
          spec + ": expected HOST:PORT/TOPIC, a topic of letters, digits, '.', '_' and '-'");
    }
    String bootstrap = spec.substring(0, slash);
    for (String broker : bootstrap.split(",", -1)) {
      HostPort.of(broker, spec);
    }
    Tally tally = new Tally();
    Carrier carrier = new KafkaCarrier(bootstrap, topic, KafkaCarrier.MEMORY, tally);
    return queued(spec, new KafkaFraming(), carrier, tally);
  }

  private static LineTarget stream(String spec, Framing framing, Connector connector) {
    Tally tally = new Tally();
    return queued(spec, framing, new StreamCarrier(connector, tally), tally);
  }

  private static LineTarget queued(String spec, Framing framing, Carrier carrier, Tally tally) {
    return new QueuedTarget(
        spec, framing, carrier, tally, Backlog.Bounds.USUAL, QueuedTarget.PATIENCE);
  }

  private static UnixDomainSocketAddress socketPath(String spec) {
    String path = spec.substring(UNIX.length());
    if (path.isEmpty()) {
      throw new IllegalArgumentException(spec + ": expected unix:PATH");
    }
    if (path.getBytes(StandardCharsets.UTF_8).length > LONGEST_SOCKET_PATH) {
      throw new IllegalArgumentException(
          spec + ": the path of a socket has at most " + LONGEST_SOCKET_PATH + " octets");
    }
    try {
      return UnixDomainSocketAddress.of(path);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(spec + ": " + e.getReason(), e);
    }
  }

  private static String reason(Exception e) {
    if (e instanceof NoSuchFileException) {
      return "no such folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason().toLowerCase(Locale.ROOT);
    }
    return e.getMessage();
  }
}
