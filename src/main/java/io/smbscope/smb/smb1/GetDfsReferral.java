package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Trans2;

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

  static Transaction2.Parameters request(TransactionContent content) {
    Smb1Trans2.GetDfsReferralRequest request =
        new Smb1Trans2.GetDfsReferralRequest(content.parameterStream(), content.unicode());
    return new Request(request.maxReferralLevel(), DataTypes.text(request.requestFileName()));
  }

  static Transaction2.Parameters response(TransactionContent content) {
    Smb1Trans2.GetDfsReferralResponse response =
        new Smb1Trans2.GetDfsReferralResponse(content.dataStream());
    return new Response(
        response.pathConsumed(), response.numberOfReferrals(), response.referralHeaderFlags());
  }
}
