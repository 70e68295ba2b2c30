package io.smbscope.netbios;

/**
 * A NetBIOS name after first-level decoding. RFC 1001 14.1
 *
 * @param name at most 15 characters, padding removed
 * @param suffix the 16th octet, which says what the name stands for; 0 to 255
 * @param scope the scope identifier, empty when there is none
 */
public record NetbiosName(String name, int suffix, String scope) {

  /** As Wireshark prints it: {@code FILESRV<20>}. */
  @Override
  public String toString() {
    return String.format("%s<%02x>%s", name, suffix, scope.isEmpty() ? "" : "." + scope);
  }
}
