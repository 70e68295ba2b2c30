package io.smbscope.netbios;

import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import io.smbscope.base.Stamp;
import java.nio.ByteBuffer;

/**
 * The framing of one direction of a connection. A message that lies in one segment is handed on
 * where it is; of one that spans segments the wanted beginning is gathered and the rest passed
 * over.
 */
final class DirectionFraming {
  private static final int HEADER = 4;
  private static final int SIGNATURE = 4;
  private static final int UNKNOWN = -1;
  private static final int LONGEST_RAW = 0xFFFF;
  private static final int LONGEST_NETBIOS = 0x1FFFF;

  private enum State {
    /** At a frame's header, or within it. */
    HEADER,
    /** In the part of a message that is gathered. */
    START,
    /** In the part of a frame that is passed over. */
    REST,
    /** In a session packet other than a message. */
    SESSION_PACKET,
    /** Framing is lost. */
    SEARCH
  }

  private final SessionFramer connection;
  private final boolean fromClient;
  private final GatherBuffer gathered;
  private FrameSearch search;

  private State state = State.HEADER;
  private int header;
  private int headerOctets;

  /** Octets of the current frame behind its header, how many are still to come, how many never. */
  private int length;

  private int left;
  private int lost;

  /** Octets of the current message to gather, or UNKNOWN until its head is there. */
  private int wanted;

  /** Somebody wants what comes of the current message behind what is gathered. */
  private boolean restWanted;

  /** The current message has an SMB signature, so it is handed on. */
  private boolean smb;

  /** The last message had a signature, so a frame without one is believed to be a frame. */
  private boolean inStep;

  private boolean unsignedReported;
  private boolean flagsReported;

  /** An anomaly has told of the loss of framing. */
  private boolean lossReported;

  private long packet;
  private long nanos;

  DirectionFraming(
      SessionFramer connection, boolean fromClient, boolean midstream, GatherBudget budget) {
    this.connection = connection;
    this.fromClient = fromClient;
    this.gathered = new GatherBuffer(budget);
    if (midstream) {
      beginSearch(true);
    }
  }

  void data(ByteBuffer buffer, int from, int end, long packet, long nanos) {
    this.packet = packet;
    this.nanos = nanos;
    if (state == State.REST && left > end - from) {
      rest(buffer, from, end);
    } else {
      read(buffer, from, end);
    }
  }

  int passesOver() {
    return state == State.REST ? left : 0;
  }

  private void read(ByteBuffer buffer, int from, int end) {
    int at = from;
    while (at < end) {
      at =
          switch (state) {
            case HEADER -> header(buffer, at, end);
            case START -> start(buffer, at, end);
            case REST -> rest(buffer, at, end);
            case SESSION_PACKET -> sessionPacket(buffer, at, end);
            case SEARCH -> search(buffer, at, end);
          };
    }
  }

  void gap(long missing, Stamp at) {
    switch (state) {
      case HEADER -> loseInGap(at, "a gap of " + missing + " octets hides the next frame");
      case SEARCH -> search.gap();
      case START, REST, SESSION_PACKET -> {
        smb &= state != State.SESSION_PACKET;
        int here = (int) Math.min(missing, left);
        left -= here;
        lost += here;
        state = State.REST;
        if (left == 0) {
          finish(at);
        }
        if (missing > here) {
          loseInGap(at, "a gap of " + missing + " octets ends in an unknown frame");
        }
      }
    }
  }

  void end(Stamp at) {
    if (state == State.START || state == State.REST) {
      lost += left;
      finish(at);
    } else if (state == State.SEARCH && !lossReported) {
      search.gap();
      if (search.skipped() > 0) {
        connection.report(
            AnomalyKind.FRAMING_LOST,
            at,
            "no SMB message in the " + search.skipped() + " octets " + sender());
      }
    }
  }

  private int header(ByteBuffer buffer, int from, int end) {
    int at = from;
    while (headerOctets < HEADER && at < end) {
      header = (header << 8) | (buffer.get(at++) & 0xFF);
      headerOctets++;
    }
    if (headerOctets < HEADER) {
      return at;
    }
    headerOctets = 0;
    gathered.clear();
    lost = 0;
    smb = false;
    restWanted = false;
    if (header >>> 24 == SessionPacket.MESSAGE) {
      messageHeader();
    } else if (FrameStart.isSessionPacket(header)) {
      left = length = header & 0xFFFFFF;
      state = State.SESSION_PACKET;
      if (length == 0) {
        endSessionPacket();
      }
    } else {
      loseHere(String.format("0x%08x %s is no frame header", header, sender()));
    }
    return at;
  }

  private void messageHeader() {
    left = length = header & (connection.netbios() ? LONGEST_NETBIOS : 0xFFFFFF);
    wanted = UNKNOWN;
    if (length > 0) {
      state = State.START;
    }
  }

  private int start(ByteBuffer buffer, int from, int end) {
    int at = from;
    int here = Math.min(end - at, left);
    if (!smb) {
      if (length >= SIGNATURE && gathered.length() + here < SIGNATURE) {
        return gather(buffer, at, here);
      }
      if (!isSigned(buffer, at)) {
        unsigned();
        return at;
      }
      smb = true;
      inStep = true;
      connection.smbFound();
      checkFlags();
    }
    if (here == length) {
      left = 0;
      state = State.HEADER;
      Bytes message = new Bytes(buffer, at, length);
      connection.messageInPlace(fromClient, message, stamp());
      return at + length;
    }
    if (wanted == UNKNOWN) {
      int head = Math.min(MessageHandler.HEAD, length);
      if (gathered.isEmpty() && here >= head) {
        wanted = connection.wanted(fromClient, new Bytes(buffer, at, head), length, packet, nanos);
      } else {
        at = gather(buffer, at, Math.min(here, head - gathered.length()));
        if (gathered.length() < head) {
          return at;
        }
        wanted = connection.wanted(fromClient, gathered.view(), length, packet, nanos);
      }
      restWanted = connection.wantsRest(fromClient);
    }
    at = gather(buffer, at, Math.max(0, Math.min(end - at, wanted - gathered.length())));
    if (left == 0) {
      finish(stamp());
    } else if (gathered.length() >= wanted) {
      state = State.REST;
    }
    return at;
  }

  /** Session messages with reserved flags set are taken all the same. RFC 1002 4.3.1 */
  private void checkFlags() {
    if (connection.netbios() && header >>> 17 != 0 && !flagsReported) {
      flagsReported = true;
      connection.malformed(stamp(), String.format("reserved flags in header 0x%08x", header));
    }
  }

  /** Needs the first four octets of the message, gathered ones before those at {@code at}. */
  private boolean isSigned(ByteBuffer buffer, int at) {
    return length >= SIGNATURE
        && FrameStart.isSignature(
            octet(0, buffer, at), octet(1, buffer, at), octet(2, buffer, at), octet(3, buffer, at));
  }

  private int octet(int index, ByteBuffer buffer, int at) {
    int earlier = gathered.length();
    return index < earlier ? gathered.u8(index) : buffer.get(at + index - earlier) & 0xFF;
  }

  /** The current message has no signature: pass over it, if it is believed to be one at all. */
  private void unsigned() {
    if (connection.rawMode() && length <= LONGEST_RAW) {
      state = State.REST;
      return;
    }
    String detail = "message of " + length + " octets " + sender() + " without SMB signature";
    if (!inStep || length > LONGEST_NETBIOS) {
      loseHere(detail);
      return;
    }
    inStep = false;
    state = State.REST;
    if (!unsignedReported) {
      unsignedReported = true;
      connection.malformed(stamp(), detail);
    }
  }

  private int rest(ByteBuffer buffer, int at, int end) {
    int here = Math.min(end - at, left);
    if (restWanted) {
      connection.rest(fromClient, new Bytes(buffer, at, here), length - left, stamp());
    }
    left -= here;
    if (left == 0) {
      finish(stamp());
    }
    return at + here;
  }

  private int sessionPacket(ByteBuffer buffer, int from, int end) {
    int at = gather(buffer, from, Math.min(end - from, left));
    if (left == 0) {
      endSessionPacket();
    }
    return at;
  }

  private void endSessionPacket() {
    state = State.HEADER;
    connection.sessionPacket(fromClient, header, gathered.view(), stamp());
  }

  /** Without memory for more, the rest of the frame is passed over. */
  private int gather(ByteBuffer buffer, int at, int count) {
    if (!gathered.add(buffer, at, count)) {
      smb &= state == State.START;
      wanted = gathered.length();
      state = State.REST;
      connection.gatheredUpTo(wanted, length, stamp());
      return at;
    }
    left -= count;
    return at + count;
  }

  /** Nothing comes any more: memory is given back. */
  void release() {
    gathered.release();
  }

  private void finish(Stamp at) {
    state = State.HEADER;
    if (smb) {
      connection.message(fromClient, gathered.view(), length, lost, at);
    }
    gathered.clear();
  }

  private int search(ByteBuffer buffer, int at, int end) {
    int found = search.find(buffer, at, end, connection.netbios());
    if (found == FrameSearch.NONE) {
      return end;
    }
    if (lossReported || search.skipped() > 0) {
      connection.report(
          AnomalyKind.FRAMING_RECOVERED,
          stamp(),
          "next frame " + sender() + " found after " + search.skipped() + " octets");
    }
    state = State.HEADER;
    if (found == FrameSearch.IN_HELD) {
      int count = search.heldEnd() - search.heldStart();
      ByteBuffer held = ByteBuffer.allocate(count).put(0, search.held(), search.heldStart(), count);
      read(held, 0, count);
      return at;
    }
    return found;
  }

  private void loseInGap(Stamp at, String detail) {
    beginSearch(true);
    lossReported = true;
    connection.report(AnomalyKind.FRAMING_LOST, at, detail);
  }

  /** What was read last is no frame; the search goes back over it, but for its first octet. */
  private void loseHere(String detail) {
    beginSearch(false);
    lossReported = true;
    if (connection.smbSeen()) {
      connection.report(AnomalyKind.FRAMING_LOST, stamp(), detail);
    } else {
      connection.notSmb(stamp(), detail);
    }
    for (int shift = 16; shift >= 0; shift -= 8) {
      search.hold((header >>> shift) & 0xFF);
    }
    for (int i = 0; i < gathered.length(); i++) {
      search.hold(gathered.u8(i));
    }
  }

  private void beginSearch(boolean atBoundary) {
    if (search == null) {
      search = new FrameSearch();
    }
    search.begin(atBoundary);
    headerOctets = 0;
    inStep = false;
    lossReported = false;
    state = State.SEARCH;
  }

  private Stamp stamp() {
    return new Stamp(packet, nanos);
  }

  private String sender() {
    return fromClient ? "from the client" : "from the server";
  }
}
