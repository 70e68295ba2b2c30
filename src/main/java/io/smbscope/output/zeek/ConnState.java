package io.smbscope.output.zeek;

import io.smbscope.event.FlowEvent;

/**
 * Zeek's {@code conn_state}, by what the letters of a flow's history say that each side did. A side
 * is partial when it was heard first in the middle.
 */
final class ConnState {
  private enum State {
    INACTIVE,
    PARTIAL,
    SYN_SENT,
    SYN_ACK_SENT,
    ESTABLISHED,
    CLOSED,
    RESET
  }

  private static final class Side {
    State state = State.INACTIVE;
    State before = State.INACTIVE;

    void is(State next) {
      before = state;
      state = next;
    }

    boolean silent() {
      return state == State.INACTIVE || state == State.PARTIAL;
    }

    boolean asked() {
      return state == State.SYN_SENT || state == State.SYN_ACK_SENT;
    }
  }

  private final Side client = new Side();
  private final Side server = new Side();

  private ConnState() {}

  static String of(FlowEvent flow) {
    return flow.flow().tcp() ? tcp(flow) : udp(flow);
  }

  private static String udp(FlowEvent flow) {
    boolean answered = flow.server().packets() > 0;
    if (flow.client().packets() > 0) {
      return answered ? "SF" : "S0";
    }
    return answered ? "SHR" : "OTH";
  }

  private static String tcp(FlowEvent flow) {
    ConnState state = new ConnState();
    String history = flow.history();
    for (int i = 0; i < history.length(); i++) {
      char letter = history.charAt(i);
      boolean fromClient = Character.isUpperCase(letter);
      state.step(Character.toUpperCase(letter), fromClient);
    }
    boolean empty = flow.client().streamBytes() == 0 && flow.server().streamBytes() == 0;
    return state.verdict(empty, history);
  }

  private void step(char letter, boolean fromClient) {
    Side mine = fromClient ? client : server;
    Side other = fromClient ? server : client;
    switch (letter) {
      case 'S', 'H' -> syn(mine, other, fromClient, letter == 'H');
      case 'A', 'D' -> octets(mine, other, fromClient, letter == 'D');
      case 'F' -> fin(mine, other);
      case 'R', 'I' -> {
        if (mine.state != State.CLOSED || other.state != State.CLOSED) {
          mine.is(State.RESET);
        }
      }
      default -> {
        // Repetitions, gaps and windows say nothing of the state.
      }
    }
  }

  private static void syn(Side mine, Side other, boolean fromClient, boolean acknowledges) {
    boolean afterPartial =
        mine.state == State.PARTIAL && other.state == State.INACTIVE && !acknowledges;
    if (mine.state == State.INACTIVE && !fromClient) {
      if (other.state == State.SYN_SENT) {
        other.is(State.ESTABLISHED);
      }
      mine.is(State.ESTABLISHED);
    } else if (mine.state == State.INACTIVE || afterPartial) {
      mine.is(acknowledges ? State.SYN_ACK_SENT : State.SYN_SENT);
    }
  }

  private static void octets(Side mine, Side other, boolean fromClient, boolean payload) {
    if (mine.state != State.INACTIVE) {
      return;
    }
    boolean earlyAck = !fromClient && !payload && other.state == State.SYN_SENT;
    if (other.state == State.ESTABLISHED) {
      mine.is(State.ESTABLISHED);
    } else if (!earlyAck) {
      mine.is(State.PARTIAL);
    }
  }

  private static void fin(Side mine, Side other) {
    if (mine.state == State.CLOSED || mine.state == State.RESET) {
      return;
    }
    mine.is(State.CLOSED);
    if (other.state == State.RESET && other.before == State.CLOSED) {
      other.is(State.CLOSED);
    }
  }

  private String verdict(boolean empty, String history) {
    if (server.state == State.RESET) {
      boolean refused = client.asked() || (client.state == State.RESET && empty);
      return refused ? "REJ" : client.silent() ? "RSTRH" : "RSTR";
    }
    if (client.state == State.RESET) {
      return !server.silent() ? "RSTO" : gaveUp(history) ? "RSTOS0" : "OTH";
    }
    if (client.state == State.CLOSED && server.state == State.CLOSED) {
      return "SF";
    }
    if (client.state == State.CLOSED) {
      return server.silent() ? "SH" : "S2";
    }
    if (server.state == State.CLOSED) {
      return client.silent() ? "SHR" : "S3";
    }
    if (client.state == State.SYN_SENT && server.state == State.INACTIVE) {
      return "S0";
    }
    boolean established = client.state == State.ESTABLISHED && server.state == State.ESTABLISHED;
    return established ? "S1" : "OTH";
  }

  /** The client sent a SYN, and nothing else before its RST. */
  private static boolean gaveUp(String history) {
    int first = history.startsWith("^") ? 1 : 0;
    if (!history.startsWith("S", first)) {
      return false;
    }
    for (int i = first; i < history.length(); i++) {
      char letter = history.charAt(i);
      if (letter == 'R') {
        return true;
      }
      if ("HAFGIQ".indexOf(letter) >= 0) {
        return false;
      }
    }
    return false;
  }
}
