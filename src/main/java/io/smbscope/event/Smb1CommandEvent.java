package io.smbscope.event;

import io.smbscope.base.Stamp;
import io.smbscope.smb.smb1.Smb1Body;
import io.smbscope.smb.smb1.Smb1Header;
import java.util.List;

/**
 * One SMB1 message with its AndX chain and its response. Written when the response comes; without
 * one when the connection ends. Only made when a sink wants commands.
 *
 * @param at the response, or with what it became clear that there is none
 * @param dialect agreed, as in {@link ConnectionEvent#dialect}, or null
 * @param user of the session, {@code DOMAIN\\user}, or null
 * @param requestAt null when the request was not seen, as is {@code requestHeader}
 * @param responseAt null when no response was seen, as is {@code responseHeader}
 * @param tree of the header's TID, or what the chain connected; null when not known
 * @param steps the commands of the chain in their order; never empty
 */
public record Smb1CommandEvent(
    Stamp at,
    FlowKey flow,
    String dialect,
    String user,
    Stamp requestAt,
    Smb1Header requestHeader,
    Stamp responseAt,
    Smb1Header responseHeader,
    TreeRef tree,
    List<Step> steps)
    implements ProtocolEvent {

  /**
   * One command of the chain.
   *
   * @param request null when not seen
   * @param response null when not seen, or the chain broke off before it
   * @param open what the command made or used; null when it has none or it is not known
   */
  public record Step(int command, Smb1Body request, Smb1Body response, OpenRef open) {}

  /** The request's header, or the response's where no request was seen. */
  public Smb1Header header() {
    return requestHeader != null ? requestHeader : responseHeader;
  }
}
