package io.smbscope.net;

import io.smbscope.capture.Window;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A TCP segment or UDP datagram on one of our ports, taken out of its packet. Mutable and reused: a
 * {@link PacketDecoder} fills it, nothing is allocated. Its octets stay as long as its {@link
 * #window} does; whoever keeps the segment retains that.
 */
public final class Segment {
  /** {@link #flags} as in RFC 9293 3.1. */
  public static final int FIN = 1;

  public static final int SYN = 2;
  public static final int RST = 4;
  public static final int ACK = 16;

  private static final int VLAN_BITS = 12;
  private static final int VLANS = 5;
  private static final int ENCAPSULATION_BITS = 4;

  /** Number of the packet, counted from 1; for a reassembled datagram, of its last fragment. */
  public long packet;

  /** Nanoseconds since 1970-01-01T00:00:00Z. */
  public long nanos;

  /** TCP, else UDP. */
  public boolean tcp;

  /** Innermost addresses, as {@link IpAddress} holds them. */
  public long sourceHigh;

  public long sourceLow;
  public long destinationHigh;
  public long destinationLow;

  public int sourcePort;
  public int destinationPort;

  /** TCP only: sequence number of the SYN or, without one, of the first octet. */
  public int sequence;

  /** TCP only; counts when {@link #ACK} is set. */
  public int acknowledgement;

  /** TCP only; of UDP 0. */
  public int flags;

  /** TCP only: the window as in the header, not scaled. */
  public int advertisedWindow;

  /** Octets of the innermost IP packet by its own length field, headers included. */
  public int ipLength;

  /**
   * Octets of the frame on the wire; of a datagram in fragments, those of the other fragments too.
   */
  public int frameLength;

  /** Holds the octets, or null when {@link #buffer} is a copy of its own. */
  public Window window;

  /** The payload's octets, addressed absolutely, in network order. */
  public ByteBuffer buffer;

  /** First octet of the payload in {@link #buffer}. */
  public int offset;

  /** Octets of payload captured. */
  public int length;

  /** Octets of payload on the wire; more than {@link #length} when the snap length cut it. */
  public int wireLength;

  /** 48 bits, or -1 when there is none next to the innermost IP header. */
  public long sourceMac;

  public long destinationMac;

  /** 802.1Q ids, 12 bits each from the lowest bit on, the outermost first; count in bits 60-63. */
  public long vlans;

  /** {@link Encapsulation} codes, 4 bits each from the lowest bit on, outermost first. */
  public long encapsulations;

  /** The same for both directions and all ports of two innermost addresses. */
  public int hash;

  /** Outermost first; at most 5, the rest is left out. */
  List<Integer> vlanIds() {
    int count = (int) (vlans >>> 60);
    List<Integer> ids = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ids.add((int) (vlans >>> (i * VLAN_BITS)) & 0xFFF);
    }
    return List.copyOf(ids);
  }

  /** Outermost first; at most 16, the rest is left out. */
  List<String> encapsulationLabels() {
    List<String> labels = new ArrayList<>();
    for (long rest = encapsulations; rest != 0; rest >>>= ENCAPSULATION_BITS) {
      labels.add(Encapsulation.of((int) (rest & 15)).label());
    }
    return List.copyOf(labels);
  }

  void addVlan(int id) {
    int count = (int) (vlans >>> 60);
    if (count < VLANS) {
      vlans += 1L << 60 | (long) id << (count * VLAN_BITS);
    }
  }

  void addEncapsulation(Encapsulation encapsulation) {
    int used = Long.SIZE - Long.numberOfLeadingZeros(encapsulations);
    int shift = (used + ENCAPSULATION_BITS - 1) / ENCAPSULATION_BITS * ENCAPSULATION_BITS;
    if (shift < Long.SIZE) {
      encapsulations |= (long) encapsulation.code << shift;
    }
  }

  /** Sets {@link #hash} from the addresses. */
  void hashAddresses() {
    long one = mix(sourceHigh * 31 + sourceLow);
    long other = mix(destinationHigh * 31 + destinationLow);
    hash = (int) (mix(one + other) >>> 32);
  }

  /** The finalizer of MurmurHash3, which is in the public domain. */
  static long mix(long word) {
    long mixed = word;
    mixed ^= mixed >>> 33;
    mixed *= 0xFF51_AFD7_ED55_8CCDL;
    mixed ^= mixed >>> 33;
    mixed *= 0xC4CE_B9FE_1A85_EC53L;
    mixed ^= mixed >>> 33;
    return mixed;
  }
}
