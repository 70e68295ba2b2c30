package io.smbscope.netbios;

import io.smbscope.base.Bytes;
import io.smbscope.base.Stamp;

/** What the messages of one session-service or direct-TCP connection are handed to. */
public interface MessageHandler {
  /** Octets of a message's start that {@link #wanted} is shown, where the message has as many. */
  int HEAD = 128;

  /**
   * How much of a message is to be gathered; the framer passes over the rest without a copy.
   *
   * @param head the first {@link #HEAD} octets, or the whole message when it is shorter
   * @param length octets of the message, as its frame says
   * @return octets wanted, from the start; more than {@code length} means all
   */
  int wanted(boolean fromClient, Bytes head, int length);

  /**
   * Whether {@link #rest} is to be told what comes of a message behind the part that is gathered.
   * Asked once a message, after {@link #wanted}.
   */
  default boolean wantsRest(boolean fromClient) {
    return false;
  }

  /**
   * Octets behind the part that is gathered, as they come; some may be lost between two calls.
   *
   * @param octets unlike a message's they stay until the batch of segments that is being taken in
   *     is let go: nothing was copied
   * @param position of the first of them in the message
   */
  default void rest(boolean fromClient, Bytes octets, int position, Stamp at) {}

  /**
   * One message is over.
   *
   * @param message its start, as much as was wanted and came; valid during the call
   * @param length octets of the message, as its frame says
   * @param missing octets of it that were lost in a gap; they lie behind {@code message}
   * @param at the packet in which it ended
   */
  void message(boolean fromClient, Bytes message, int length, int missing, Stamp at);

  /**
   * The same for a message that lay in one segment: it is there wholly, and its octets stay until
   * the batch of segments that is being taken in is let go.
   */
  default void messageInPlace(boolean fromClient, Bytes message, Stamp at) {
    message(fromClient, message, message.length(), 0, at);
  }
}
