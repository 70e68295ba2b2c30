package io.smbscope.dissect;

/** A protocol over TCP. */
public interface StreamDissector {
  /**
   * The beginning of a message that ends in a later segment.
   *
   * @param at where in the region it begins
   * @param needed octets it must have before it is worth another look
   */
  record Begun(int at, int needed) {}

  /**
   * Dissects the messages that are there.
   *
   * @param reassembled the region begins with a message that was gathered from several segments
   * @param canWait the rest of a message may come with the next segment; else what is there is
   *     dissected
   * @return the message at the end of which only the beginning is there, or null
   */
  Begun dissect(Dissection dissection, Region region, boolean reassembled, boolean canWait);
}
