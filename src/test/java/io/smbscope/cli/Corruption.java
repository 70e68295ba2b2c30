package io.smbscope.cli;

import io.smbscope.cli.Samples.Frame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Damages captures at random, mostly where it hurts. The same random numbers damage the same. */
final class Corruption {
  /** More frames than these are damaged a stretch at a time, for speed. */
  private static final int MOST_FRAMES = 150;

  private static final int FRAMING = 4;
  private static final int SMB2_HEADER = 64;
  private static final byte[] NTLMSSP = "NTLMSSP".getBytes(StandardCharsets.US_ASCII);
  private static final long[] EXTREMES = {
    0,
    1,
    2,
    3,
    0x7F,
    0x80,
    0xFF,
    0x7FFF,
    0x8000,
    0xFFFF,
    0x1_0000,
    0xFF_FFFF,
    0x7FFF_FFFF,
    0x8000_0000L,
    0xFFFF_FFFFL,
    0xFFFF_FFFEL,
    0xFFFF_FFF8L
  };

  private final Random random;

  Corruption(Random random) {
    this.random = random;
  }

  /** A damaged copy of a capture, given as a file and as its frames. */
  byte[] of(byte[] file, List<Frame> undamaged) {
    if (undamaged.isEmpty() || random.nextInt(10) == 0) {
      return ofFile(file);
    }
    List<Frame> frames = new ArrayList<>(stretch(undamaged));
    int times = 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 4);
    for (int i = 0; i < times && !frames.isEmpty(); i++) {
      step(frames, undamaged);
    }
    return Samples.pcap(frames);
  }

  private byte[] ofFile(byte[] file) {
    byte[] damaged = file.clone();
    int times = 1 + random.nextInt(8);
    for (int i = 0; i < times; i++) {
      int first = random.nextInt(3) == 0 ? Math.min(damaged.length, 64) : damaged.length;
      damage(damaged, 0, first);
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(damaged, random.nextInt(file.length)) : damaged;
  }

  private List<Frame> stretch(List<Frame> frames) {
    if (frames.size() <= MOST_FRAMES) {
      return frames;
    }
    int from = random.nextBoolean() ? 0 : random.nextInt(frames.size() - MOST_FRAMES);
    return frames.subList(from, from + MOST_FRAMES);
  }

  private void step(List<Frame> frames, List<Frame> undamaged) {
    int at = random.nextInt(frames.size());
    switch (random.nextInt(16)) {
      case 0 -> Collections.swap(frames, at, random.nextInt(frames.size()));
      case 1 -> frames.remove(at);
      case 2 -> frames.add(random.nextInt(frames.size()), frames.get(at));
      case 3 -> frames.set(at, cut(frames.get(at)));
      case 4 -> frames.set(at, otherTime(frames.get(at)));
      case 5 -> frames.set(at, splice(frames.get(at), undamaged));
      case 6 -> everywhere(frames);
      default -> frames.set(at, damage(frames.get(at), random));
    }
  }

  /** The same damage at the same place of every frame. */
  private void everywhere(List<Frame> frames) {
    long seed = random.nextLong();
    frames.replaceAll(frame -> new Corruption(new Random(seed)).damage(frame, new Random(seed)));
  }

  /** Cut by a snap length, or on the way. */
  private Frame cut(Frame frame) {
    byte[] octets = Arrays.copyOf(frame.octets(), random.nextInt(frame.octets().length + 1));
    return new Frame(
        frame.nanos(),
        octets,
        random.nextBoolean() ? frame.wireLength() : octets.length,
        frame.linkType());
  }

  private Frame otherTime(Frame frame) {
    long seconds = frame.nanos() / 1_000_000_000L;
    long other =
        switch (random.nextInt(4)) {
          case 0 -> 0;
          case 1 -> 0xFFFF_FFFFL;
          case 2 -> seconds + 3_600;
          default -> seconds - 3_600;
        };
    return new Frame(other * 1_000_000_000L, frame.octets(), frame.wireLength(), frame.linkType());
  }

  /** The beginning of one frame and the end of another. */
  private Frame splice(Frame frame, List<Frame> others) {
    byte[] octets = frame.octets().clone();
    byte[] other = others.get(random.nextInt(others.size())).octets();
    int from = random.nextInt(Math.max(1, Math.min(octets.length, other.length)));
    System.arraycopy(other, from, octets, from, Math.min(octets.length, other.length) - from);
    return new Frame(frame.nanos(), octets, frame.wireLength(), frame.linkType());
  }

  private Frame damage(Frame frame, Random where) {
    byte[] octets = frame.octets().clone();
    FrameLayout layout = FrameLayout.of(frame);
    int ntlm = indexOf(octets, NTLMSSP);
    int kind = where.nextInt(8);
    if (ntlm >= 0 && kind < 4) {
      damage(octets, ntlm, ntlm + 96);
    } else if (layout == null || layout.payloadLength() == 0 || kind == 0) {
      damage(octets, 0, octets.length);
    } else if (kind == 1) {
      damage(octets, layout.ip(), layout.payload());
    } else if (kind == 2) {
      damage(octets, layout.payload(), layout.payload() + FRAMING);
    } else if (kind == 3) {
      damage(octets, layout.payload() + FRAMING, layout.payload() + FRAMING + SMB2_HEADER);
    } else if (kind == 4) {
      damage(octets, layout.payload(), layout.payloadEnd());
    } else {
      int body = layout.payload() + FRAMING + (random.nextInt(3) == 0 ? 32 : SMB2_HEADER);
      damage(octets, body, body + 64);
    }
    return new Frame(frame.nanos(), octets, frame.wireLength(), frame.linkType());
  }

  /** Changes octets between {@code from} and {@code to}, as far as they are there. */
  private void damage(byte[] octets, int from, int to) {
    int end = Math.min(octets.length, to);
    if (from >= end) {
      return;
    }
    int at = from + random.nextInt(end - from);
    switch (random.nextInt(5)) {
      case 0 -> octets[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> octets[at] = (byte) random.nextInt();
      case 2 -> {
        byte[] noise = new byte[Math.min(end - at, 1 + random.nextInt(16))];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, octets, at, noise.length);
      }
      default -> putExtreme(octets, random.nextInt(3) == 0 ? at : from + (at - from & ~1));
    }
  }

  private void putExtreme(byte[] octets, int at) {
    long value =
        random.nextInt(4) == 0
            ? octets.length - at + random.nextInt(9) - 4
            : EXTREMES[random.nextInt(EXTREMES.length)];
    ByteBuffer buffer = ByteBuffer.wrap(octets);
    buffer.order(random.nextInt(4) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int room = octets.length - at;
    if (room >= 4 && random.nextBoolean()) {
      buffer.putInt(at, (int) value);
    } else if (room >= 2) {
      buffer.putShort(at, (short) value);
    } else {
      octets[at] = (byte) value;
    }
  }

  private static int indexOf(byte[] octets, byte[] wanted) {
    for (int i = 0; i + wanted.length <= octets.length; i++) {
      if (Arrays.equals(octets, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }
}
