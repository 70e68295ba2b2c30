package io.smbscope.smb;

import io.smbscope.base.Stamp;
import io.smbscope.net.FlowInfo;
import io.smbscope.netbios.NetbiosObserver;

/** What is seen on the wire, SMB included. */
public interface SmbObserver extends NetbiosObserver {
  /**
   * What a READ response or WRITE request carries of a file, told in one or several parts before
   * the message itself. Only told where it is wanted.
   *
   * @param octets valid during the call
   */
  default void fileOctets(Stamp at, FlowInfo flow, boolean fromClient, FileOctets octets) {}

  /**
   * One message: each command of an SMB2 compound is one, an SMB1 AndX chain is one.
   *
   * @param fromClient sent by the flow's client (which a capture without SYN may have guessed
   *     wrong: the message's own response flag is the better witness)
   */
  void smb(Stamp at, FlowInfo flow, boolean fromClient, SmbMessage message);
}
