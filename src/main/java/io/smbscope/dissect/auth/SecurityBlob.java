package io.smbscope.dissect.auth;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Dissector;
import io.smbscope.dissect.Region;

/** A security token, as SESSION_SETUP carries it: SPNEGO, NTLMSSP or Kerberos. RFC 4178 */
public final class SecurityBlob implements Dissector {
  @Override
  public void dissect(Dissection dissection, Region region) {}
}
