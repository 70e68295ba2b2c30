package io.smbscope.net;

import java.util.Arrays;

/**
 * What happened on a flow, in the letters of Zeek's {@code conn.log}, each where it was first seen;
 * upper case from the client, lower case from the server: S SYN, H SYN with ACK, A pure ACK, D
 * payload, F FIN, R RST, T payload sent before, G a gap, W a window of zero, I FIN with RST, Q
 * another senseless pair of flags. Another S, H, F or R follows when its sequence number is
 * another; a second T, G or W stands for ten, a third for a hundred of them. X ends a history that
 * grew beyond {@value #LIMIT} letters.
 */
final class FlowHistory {
  private static final int LIMIT = 64;
  private static final int CONTROLS = Segment.SYN | Segment.FIN | Segment.RST;

  private byte[] letters = new byte[8];
  private int length;
  private final Side client = new Side();
  private final Side server = new Side();

  private static final class Side {
    /** A bit for each letter that was written. */
    int seen;

    int lastSyn;
    int lastFin;
    int lastRst;
    long repeats;
    long gaps;
    long zeroWindows;
  }

  /** A TCP segment. */
  void segment(Segment segment, boolean fromClient) {
    Side side = fromClient ? client : server;
    int controls = segment.flags & CONTROLS;
    if (controls == 0) {
      if (segment.wireLength > 0) {
        once(side, fromClient, 'D');
      } else if ((segment.flags & Segment.ACK) != 0) {
        once(side, fromClient, 'A');
      }
    } else if (Integer.bitCount(controls) > 1) {
      boolean both = (controls & Segment.FIN) != 0 && (controls & Segment.RST) != 0;
      once(side, fromClient, both ? 'I' : 'Q');
    } else {
      control(segment, side, fromClient, controls);
    }
    if (segment.advertisedWindow == 0 && (segment.flags & Segment.RST) == 0) {
      zeroWindow(side, fromClient);
    }
  }

  /** A SYN that came before the first segment told of. */
  void begun(boolean fromClient, int sequence, boolean acknowledges) {
    syn(fromClient ? client : server, fromClient, sequence, acknowledges);
  }

  /** A UDP datagram. */
  void datagram(boolean fromClient) {
    once(fromClient ? client : server, fromClient, 'D');
  }

  /** The segment just told held payload that was sent before. */
  void repeated(boolean fromClient) {
    Side side = fromClient ? client : server;
    if (isPowerOfTen(++side.repeats)) {
      write('T', fromClient);
    }
  }

  /** Octets were given up. */
  void gap(boolean fromClient) {
    Side side = fromClient ? client : server;
    if (isPowerOfTen(++side.gaps)) {
      write('G', fromClient);
    }
  }

  private void control(Segment segment, Side side, boolean fromClient, int control) {
    int sequence = segment.sequence;
    if (control == Segment.SYN) {
      syn(side, fromClient, sequence, (segment.flags & Segment.ACK) != 0);
    } else if (control == Segment.FIN) {
      sequence += segment.wireLength;
      again(side, fromClient, 'F', bit('F'), sequence != side.lastFin);
      side.lastFin = sequence;
    } else {
      again(side, fromClient, 'R', bit('R'), sequence != side.lastRst);
      side.lastRst = sequence;
    }
  }

  private void syn(Side side, boolean fromClient, int sequence, boolean acknowledges) {
    char letter = acknowledges ? 'H' : 'S';
    again(side, fromClient, letter, bit('S') | bit('H'), sequence != side.lastSyn);
    side.lastSyn = sequence;
  }

  /** Says nothing once the other side has closed, or this one has reset. */
  private void zeroWindow(Side side, boolean fromClient) {
    Side other = fromClient ? server : client;
    if ((other.seen & bit('F')) == 0
        && (side.seen & bit('R')) == 0
        && isPowerOfTen(++side.zeroWindows)) {
      write('W', fromClient);
    }
  }

  private void once(Side side, boolean fromClient, char letter) {
    if ((side.seen & bit(letter)) == 0) {
      side.seen |= bit(letter);
      write(letter, fromClient);
    }
  }

  private void again(Side side, boolean fromClient, char letter, int bits, boolean another) {
    if ((side.seen & bits) == 0 || another) {
      side.seen |= bits;
      write(letter, fromClient);
    }
  }

  private void write(char letter, boolean fromClient) {
    if (length <= LIMIT) {
      char shown = length == LIMIT ? 'X' : letter;
      if (length == letters.length) {
        letters = Arrays.copyOf(letters, Math.min(2 * length, LIMIT + 1));
      }
      letters[length++] = (byte) (fromClient ? shown : Character.toLowerCase(shown));
    }
  }

  private static int bit(char letter) {
    return 1 << (letter - 'A');
  }

  private static boolean isPowerOfTen(long count) {
    long rest = count;
    while (rest % 10 == 0) {
      rest /= 10;
    }
    return rest == 1;
  }

  @Override
  public String toString() {
    return new String(letters, 0, length, java.nio.charset.StandardCharsets.US_ASCII);
  }
}
