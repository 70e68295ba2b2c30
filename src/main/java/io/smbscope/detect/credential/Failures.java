package io.smbscope.detect.credential;

import io.smbscope.event.SessionEvent;
import java.util.Locale;
import java.util.Set;

/** Which attempts at a session are refused logons of somebody. */
final class Failures {
  /** Status of a refused logon, not of a step of one. [MS-ERREF] 2.3 */
  private static final Set<String> STATUSES =
      Set.of(
          "STATUS_LOGON_FAILURE",
          "STATUS_WRONG_PASSWORD",
          "STATUS_NO_SUCH_USER",
          "STATUS_ACCOUNT_RESTRICTION",
          "STATUS_INVALID_LOGON_HOURS",
          "STATUS_INVALID_WORKSTATION",
          "STATUS_PASSWORD_EXPIRED",
          "STATUS_ACCOUNT_DISABLED",
          "STATUS_PASSWORD_MUST_CHANGE",
          "STATUS_ACCOUNT_LOCKED_OUT",
          "STATUS_LOGON_TYPE_NOT_GRANTED",
          "STATUS_TRUSTED_RELATIONSHIP_FAILURE",
          "ERRSRV/ERRbadpw");

  private Failures() {}

  /** A refused logon of a user who is named: scanners name none. */
  static boolean failed(SessionEvent session) {
    return !session.established()
        && session.status() != null
        && user(session) != null
        && STATUSES.contains(session.status());
  }

  /** In lower case; null when there is none. */
  static String user(SessionEvent session) {
    boolean named =
        session.identity() != null
            && session.identity().user() != null
            && !session.identity().user().isEmpty();
    return named ? session.identity().user().toLowerCase(Locale.ROOT) : null;
  }
}
