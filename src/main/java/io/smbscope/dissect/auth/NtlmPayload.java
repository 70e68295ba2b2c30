package io.smbscope.dissect.auth;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Walk;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;

/** The variable parts of NTLMSSP messages: each has its place in a fixed part. [MS-NLMP] 2.2.1.1 */
final class NtlmPayload {
  private static final int DESCRIPTOR = 8;
  private static final int CHALLENGE_LENGTH = 8;
  private static final int RESPONSE_LENGTH = 24;
  private static final int PROOF_LENGTH = 16;

  private final Field stringLength = Fields.named("ntlmssp.string.length");
  private final Field stringMaximum = Fields.named("ntlmssp.string.maxlen");
  private final Field stringOffset = Fields.named("ntlmssp.string.offset");
  private final Field blobLength = Fields.named("ntlmssp.blob.length");
  private final Field blobMaximum = Fields.named("ntlmssp.blob.maxlen");
  private final Field blobOffset = Fields.named("ntlmssp.blob.offset");
  private final Field targetInfo = Fields.named("ntlmssp.challenge.target_info");
  private final Field targetLength = Fields.named("ntlmssp.challenge.target_info.length");
  private final Field targetMaximum = Fields.named("ntlmssp.challenge.target_info.maxlen");
  private final Field targetOffset = Fields.named("ntlmssp.challenge.target_info.offset");
  private final Field lmResponse = Fields.named("ntlmssp.auth.lmresponse");
  private final Field ntResponse = Fields.named("ntlmssp.auth.ntresponse");
  private final Field clientChallenge = Fields.named("ntlmssp.ntlmclientchallenge");
  private final Field response = Fields.named("ntlmssp.ntlmv2_response");
  private final Field proof = Fields.named("ntlmssp.ntlmv2_response.ntproofstr");
  private final Field responseVersion = Fields.named("ntlmssp.ntlmv2_response.rversion");
  private final Field highestVersion = Fields.named("ntlmssp.ntlmv2_response.hirversion");
  private final Field zeros = Fields.named("ntlmssp.ntlmv2_response.z");
  private final Field time = Fields.named("ntlmssp.ntlmv2_response.time");
  private final Field challenge = Fields.named("ntlmssp.ntlmv2_response.chal");
  private final Field padding = Fields.named("ntlmssp.ntlmv2_response.pad");
  private final NtlmAvPairs ofServer = new NtlmAvPairs("ntlmssp.challenge.target_info");
  private final NtlmAvPairs ofResponse = new NtlmAvPairs("ntlmssp.ntlmv2_response");

  /** Where the part begins whose descriptor is here. */
  int start(Walk walk) {
    return clamped(walk.peek(Integer.BYTES, Integer.BYTES));
  }

  /** Shows a text and passes its descriptor; returns where the text begins. */
  int string(Walk walk, Field field, boolean unicode) {
    int descriptor = walk.at();
    int length = (int) walk.peek(0, Short.BYTES);
    int offset = start(walk);
    int begins = offset > descriptor + DESCRIPTOR ? offset : walk.region().length();
    FrameTree tree = walk.tree();
    if (length == 0) {
      tree.value(field, "NULL", walk.place(), DESCRIPTOR);
      walk.skip(DESCRIPTOR);
      return begins;
    }
    walk.to(unicode && offset % 2 != 0 ? offset + 1 : offset);
    walk.open(field, length, unicode);
    walk.to(descriptor);
    walk.show(stringLength, Short.BYTES);
    walk.show(stringMaximum, Short.BYTES);
    walk.show(stringOffset, Integer.BYTES);
    tree.close();
    return begins;
  }

  /** Shows octets and what is in them, and passes their descriptor. */
  void blob(Walk walk, Field field) {
    int descriptor = walk.at();
    int length = (int) walk.peek(0, Short.BYTES);
    int offset = start(walk);
    if (length == 0) {
      walk.show(field, DESCRIPTOR);
      return;
    }
    walk.to(offset);
    walk.open(field, length, false);
    walk.to(descriptor);
    walk.show(blobLength, Short.BYTES);
    walk.show(blobMaximum, Short.BYTES);
    walk.show(blobOffset, Integer.BYTES);
    int next = walk.at();
    walk.to(offset);
    if (field.equals(lmResponse)) {
      lmResponse(walk);
    } else if (field.equals(ntResponse) && length > RESPONSE_LENGTH) {
      ntlmv2(walk, length);
    }
    walk.tree().close();
    walk.to(next);
  }

  /** Zeros behind the first half mean that this is the client's challenge alone. */
  private void lmResponse(Walk walk) {
    if (walk.peek(CHALLENGE_LENGTH, Long.BYTES) == 0 && walk.peek(PROOF_LENGTH, Long.BYTES) == 0) {
      walk.show(clientChallenge, CHALLENGE_LENGTH);
    }
  }

  /** [MS-NLMP] 2.2.2.8 */
  private void ntlmv2(Walk walk, int length) {
    FrameTree tree = walk.tree();
    int begin = walk.at();
    walk.open(response, length, false);
    walk.to(begin);
    walk.show(proof, PROOF_LENGTH);
    walk.show(responseVersion, 1);
    walk.show(highestVersion, 1);
    walk.show(zeros, 6);
    walk.show(time, Long.BYTES);
    walk.show(challenge, CHALLENGE_LENGTH);
    walk.show(zeros, Integer.BYTES);
    int left = length - (walk.at() - begin);
    if (left > 0) {
      Region pairs = walk.region().part(walk.at(), left);
      int passed = ofResponse.show(new Walk(tree, pairs, true));
      walk.skip(passed);
      if (passed < left) {
        walk.show(padding, left - passed);
      }
    }
    tree.close();
  }

  /** The server's AV pairs. */
  void targetInfo(Walk walk) {
    int length = (int) walk.peek(0, Short.BYTES);
    int offset = start(walk);
    FrameTree tree = walk.tree();
    if (length == 0) {
      tree.value(targetInfo, null, walk.place(), DESCRIPTOR);
      walk.skip(DESCRIPTOR);
      return;
    }
    tree.open(targetInfo, null, walk.region().origin() + offset, length);
    walk.show(targetLength, Short.BYTES);
    walk.show(targetMaximum, Short.BYTES);
    walk.show(targetOffset, Integer.BYTES);
    ofServer.show(new Walk(tree, walk.region().part(offset, length), true));
    tree.close();
  }

  private static int clamped(long offset) {
    return (int) Math.min(offset, Integer.MAX_VALUE / 2);
  }
}
