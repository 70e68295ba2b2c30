package io.smbscope.event;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import io.smbscope.base.Stamp;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Events made by hand for tests: {@code Events.connection().dialect("3.1.1").build()}. What is not
 * set has a plain value: alice from 10.0.0.7 on 10.0.0.5 over SMB 3.1.1, signed, not encrypted.
 */
public final class Events {
  /** 2024-05-02T10:11:12Z, the time of packet 1; each packet comes a millisecond later. */
  public static final long FIRST_NANOS = 1_714_644_672_000_000_000L;

  public static final Endpoint CLIENT = client("10.0.0.7");
  public static final Endpoint SERVER = server("10.0.0.5");

  private Events() {}

  public static Stamp at(long packet) {
    return new Stamp(packet, FIRST_NANOS + (packet - 1) * 1_000_000L);
  }

  public static Endpoint client(String ip) {
    return new Endpoint(ip, 50_000, "02:00:00:00:00:07");
  }

  public static Endpoint server(String ip) {
    return new Endpoint(ip, 445, "02:00:00:00:00:05");
  }

  public static ConnectionBuilder connection() {
    return new ConnectionBuilder();
  }

  public static SessionBuilder session() {
    return new SessionBuilder();
  }

  public static TreeBuilder tree() {
    return new TreeBuilder();
  }

  public static FileBuilder file() {
    return new FileBuilder();
  }

  /** A unicast query with a positive answer. */
  public static NameEvent name(String name, int suffix, String... addresses) {
    return new NameEvent(
        at(2),
        at(1),
        new Endpoint("10.0.0.7", 137, null),
        new Endpoint("10.0.0.5", 137, null),
        0x1234,
        "query",
        false,
        name,
        suffix,
        null,
        "",
        "positive",
        false,
        List.of(addresses),
        List.of(),
        null,
        300_000L,
        1_000_000L);
  }

  /** An NBSTAT answer from {@code ip}. */
  public static NameEvent status(String ip, String... names) {
    return new NameEvent(
        at(2),
        at(1),
        new Endpoint("10.0.0.7", 137, null),
        new Endpoint(ip, 137, null),
        0x1235,
        "status",
        false,
        "*",
        0,
        null,
        "",
        "positive",
        false,
        List.of(),
        List.of(names),
        "02:00:00:00:00:05",
        0L,
        1_000_000L);
  }

  /** A host announcement from {@code ip}. */
  public static HostEvent announcement(String ip, String server, String version, String... roles) {
    return new HostEvent(
        at(3),
        new Endpoint(ip, 138, null),
        server + "<00>",
        "WORKGROUP<1d>",
        "\\MAILSLOT\\BROWSE",
        "host-announcement",
        server,
        version,
        List.of(roles),
        "");
  }

  public static AnomalyEvent anomaly(AnomalyKind kind, long packet, String detail) {
    return new AnomalyEvent(new Anomaly(kind, at(packet), 1, "", detail), flow());
  }

  /** The TCP connection of {@link #CLIENT} with {@link #SERVER}. */
  public static FlowKey flow() {
    return new FlowKey(1, at(1), true, CLIENT, SERVER, List.of(), false);
  }

  /** The end of a capture of {@code packets} packets without loss. */
  public static CaptureEvent capture(long packets, String... inputs) {
    return new CaptureEvent(
        at(packets),
        at(1),
        List.of(inputs),
        packets,
        packets * 200,
        packets * 200,
        packets,
        0,
        0,
        List.of());
  }

  /** Every component set, also in nested records: what an output can write at most. */
  public static <R extends Record> R full(Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(components[i].getGenericType(), components[i].getName());
    }
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no " + type, e);
    }
  }

  private static Object value(Type type, String name) {
    if (type instanceof ParameterizedType parameterized) {
      Type[] arguments = parameterized.getActualTypeArguments();
      return parameterized.getRawType() == Map.class
          ? Map.of(
              "READ", parameterized.getActualTypeArguments()[1] == Long.class ? (Object) 2L : "2")
          : List.of(value(arguments[0], name));
    }
    if (type == String.class) {
      return name;
    }
    if (type == long.class || type == Long.class) {
      return 7L;
    }
    if (type == int.class || type == Integer.class) {
      return 7;
    }
    if (type == boolean.class || type == Boolean.class) {
      return true;
    }
    if (type == Bytes.class) {
      return Bytes.of(name.getBytes(StandardCharsets.US_ASCII));
    }
    if (type == Instant.class) {
      return Instant.ofEpochSecond(0, FIRST_NANOS);
    }
    Class<?> other = (Class<?>) type;
    return other.isEnum() ? other.getEnumConstants()[0] : full(other.asSubclass(Record.class));
  }
}
