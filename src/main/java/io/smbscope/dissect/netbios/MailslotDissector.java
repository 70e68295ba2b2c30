package io.smbscope.dissect.netbios;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Region;

/** Messages to mailslots: the browser protocol and Netlogon's. [MS-BRWS], [MS-ADTS] 6.3 */
public final class MailslotDissector {
  /**
   * @param setup the transaction's setup words
   * @param data the transaction's data
   * @param mailslot its name, {@code \MAILSLOT\BROWSE}
   */
  public void dissect(Dissection dissection, Region setup, Region data, String mailslot) {}
}
