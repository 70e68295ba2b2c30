package io.smbscope.event;

import io.smbscope.base.Stamp;
import java.util.List;
import java.util.Map;

/**
 * Something that a defender should look at. Told once when it is first seen, and once when it is
 * over: at the end of the analysis, or when nothing more of it was seen for long.
 *
 * @param at the packet that made it known
 * @param stage of the telling
 * @param id stable name of the detection, as {@code guest-session}
 * @param title a few words that say what was seen
 * @param severity the gravest of all times so far
 * @param techniques ATT&amp;CK ids, as {@code T1021.002}; empty for what is no technique
 * @param advice one sentence: what to do about it
 * @param flow on which it was first seen, or null
 * @param entities who and what it is about; repeats of one finding have the same
 * @param values what was seen that shows it, by name, of the first time
 * @param packets numbers of the packets that show it, the first few
 * @param count how often it was seen
 * @param windowSeconds time in which what was counted happened, or null where nothing was
 * @param first packet of the first time
 * @param last packet of the last time
 */
public record FindingEvent(
    Stamp at,
    Stage stage,
    String id,
    String title,
    Severity severity,
    Confidence confidence,
    List<String> techniques,
    String advice,
    FlowKey flow,
    Entities entities,
    Map<String, String> values,
    List<Long> packets,
    long count,
    Long windowSeconds,
    Stamp first,
    Stamp last)
    implements Event {

  /** Which telling it is. */
  public enum Stage {
    /** For the first time. */
    RAISED,
    /** With all that was counted. */
    CLOSED
  }

  /**
   * Who and what a finding is about; null where it does not matter or is not known.
   *
   * @param client IP address
   * @param server IP address
   * @param user {@code DOMAIN\\user}
   * @param share path of the share
   * @param file name within the share
   * @param pipe name
   * @param operation of an RPC interface, as {@code svcctl.CreateServiceW}, or an SMB command
   */
  public record Entities(
      String client,
      String server,
      String user,
      String share,
      String file,
      String pipe,
      String operation) {}
}
