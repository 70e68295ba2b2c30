package io.smbscope.auth;

import io.smbscope.auth.AuthenticateMessage.Layout;
import io.smbscope.grammar.NtlmsspMessage.PayloadField;

/** How the variable parts of an AUTHENTICATE message lie in it. [MS-NLMP] 2.2.1.3 */
final class PayloadLayout {
  /** Octets of the shortest fixed part, that of Windows 95. */
  private static final long FIXED = 52;

  private PayloadLayout() {}

  /**
   * Any order is legal; clients put the names in the order user's domain, user, workstation, and
   * the LM response before the NT response.
   *
   * @param names domain, user and workstation
   * @param responses LM, NT
   * @param key session key, or null
   */
  static Layout of(PayloadField[] names, PayloadField[] responses, PayloadField key) {
    PayloadField[] all = {
      names[0], names[1], names[2], responses[0], responses[1], key,
    };
    for (int i = 0; i < all.length; i++) {
      if (there(all[i]) && all[i].ofsValue() < FIXED) {
        return Layout.OVERLAPPING;
      }
      for (int j = 0; j < i; j++) {
        if (there(all[i]) && there(all[j]) && overlap(all[i], all[j])) {
          return Layout.OVERLAPPING;
        }
      }
    }
    return ascending(names) && ascending(responses) ? Layout.USUAL : Layout.REORDERED;
  }

  private static boolean there(PayloadField field) {
    return field != null && field.lenValue() > 0 && field.inBounds();
  }

  private static boolean overlap(PayloadField one, PayloadField other) {
    return one.ofsValue() < other.ofsValue() + other.lenValue()
        && other.ofsValue() < one.ofsValue() + one.lenValue();
  }

  private static boolean ascending(PayloadField... fields) {
    long before = 0;
    for (PayloadField field : fields) {
      if (there(field)) {
        if (field.ofsValue() < before) {
          return false;
        }
        before = field.ofsValue();
      }
    }
    return true;
  }
}
