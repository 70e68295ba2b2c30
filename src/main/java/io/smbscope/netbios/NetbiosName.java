package io.smbscope.netbios;

/**
 * A NetBIOS name after first-level decoding. RFC 1001 14.1
 *
 * @param name at most 15 characters, padding (spaces, zero octets) removed; read as code page 437
 * @param suffix the 16th octet, which says what the name stands for; 0 to 255
 * @param scope the scope identifier, empty when there is none
 */
public record NetbiosName(String name, int suffix, String scope) {

  private static final int SPACE = 0x20;
  private static final int TILDE = 0x7E;

  /** As Wireshark prints it: {@code FILESRV<20>}, {@code <01><02>__MSBROWSE__<02><01>}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (byte octet : OemText.encode(name)) {
      if (octet < SPACE || octet > TILDE) {
        text.append(String.format("<%02x>", octet));
      } else {
        text.append((char) octet);
      }
    }
    text.append(String.format("<%02x>", suffix));
    return scope.isEmpty() ? text.toString() : text.append('.').append(scope).toString();
  }
}
