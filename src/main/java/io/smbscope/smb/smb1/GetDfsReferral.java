package io.smbscope.smb.smb1;

/** TRANS2_GET_DFS_REFERRAL. [MS-CIFS] 2.2.6.16, [MS-DFSC] 2.2.2 */
public final class GetDfsReferral {
  private GetDfsReferral() {}

  /** Asks where a path really is. */
  public record Request(int maxReferralLevel, String requestFileName)
      implements Transaction2.Parameters {}

  /**
   * Where it is.
   *
   * @param pathConsumed octets of the path in Unicode that were resolved
   * @param referralHeaderFlags 1 referral servers, 2 storage servers
   */
  public record Response(int pathConsumed, int numberOfReferrals, long referralHeaderFlags)
      implements Transaction2.Parameters {}
}
