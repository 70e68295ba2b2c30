package io.smbscope.dissect.smb1.trans;

import java.util.List;
import java.util.Map;

/**
 * What the parameters and data of the common calls mean, in the order of their descriptors.
 * [MS-RAP] 2.5
 */
final class RapCalls {
  private static final String L = "lanman.";
  private static final String LEVEL = L + "level";
  private static final List<String> AVAILABLE = List.of(L + "available_count");
  private static final List<String> OCTETS = List.of(L + "available_bytes");

  /** Is only there to align. */
  static final String PAD = "";

  private static final List<String> SHARE =
      List.of(
          L + "share.name",
          PAD,
          L + "share.type",
          L + "share.comment",
          L + "share.permissions",
          L + "share.max_uses",
          L + "share.current_uses",
          L + "share.path",
          L + "share.password");
  private static final List<String> SERVER =
      List.of(
          L + "server.name",
          L + "server.major",
          L + "server.minor",
          "browser.server_type",
          L + "server.comment");
  private static final List<String> USER =
      List.of(
          L + "user_name",
          PAD,
          L + "comment",
          L + "user_comment",
          L + "full_name",
          L + "privilege_level",
          L + "operator_privileges",
          L + "password_age",
          L + "homedir",
          L + "parameters",
          L + "last_logon",
          L + "last_logoff",
          L + "bad_pw_count",
          L + "num_logons",
          L + "logon_server",
          L + "country_code",
          L + "workstations",
          L + "max_storage",
          L + "units_per_week",
          L + "logon_hours",
          L + "code_page");
  private static final List<String> TIME =
      List.of(
          L + "current_time",
          L + "msecs",
          L + "hour",
          L + "minute",
          L + "second",
          L + "hundredths",
          L + "tzoffset",
          L + "timeinterval",
          L + "day",
          L + "month",
          L + "year",
          L + "weekday");
  private static final List<String> WORKSTATION =
      List.of(
          L + "computer_name",
          L + "user_name",
          L + "workstation_domain",
          L + "workstation_major",
          L + "workstation_minor",
          L + "logon_domain",
          L + "other_domains");

  /** Names of what is asked, what is answered, and what an entry of the data consists of. */
  record Names(List<String> asked, List<String> answered, List<String> data) {}

  static final Names NONE = new Names(List.of(), List.of(), List.of());

  private static final Map<Integer, Names> CALLS =
      Map.of(
          0, new Names(List.of(LEVEL), AVAILABLE, SHARE),
          1, new Names(List.of(L + "share.name", LEVEL), OCTETS, SHARE),
          13, new Names(List.of(LEVEL), OCTETS, SERVER),
          56, new Names(List.of(L + "user_name", LEVEL), OCTETS, USER),
          59, new Names(List.of(L + "user_name", LEVEL), AVAILABLE, List.of(L + "group_name")),
          63, new Names(List.of(LEVEL), OCTETS, WORKSTATION),
          91, new Names(List.of(), List.of(), TIME),
          104,
              new Names(
                  List.of(LEVEL, "browser.server_type", L + "enumeration_domain"),
                  AVAILABLE,
                  SERVER),
          214,
              new Names(
                  List.of(L + "user_name"),
                  List.of(),
                  List.of(L + "new_password", L + "old_password")),
          215,
              new Names(
                  List.of(LEVEL, "browser.server_type", L + "enumeration_domain", L + "last_entry"),
                  AVAILABLE,
                  SERVER));

  private RapCalls() {}

  /** Of a function code; of one that is not common none. */
  static Names of(int function) {
    return CALLS.getOrDefault(function, NONE);
  }
}
