package io.smbscope.output;

import io.smbscope.event.Endpoint;
import io.smbscope.event.FlowKey;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Community ID version 1 with seed 0: the same text for a flow in every tool that knows it, whoever
 * is taken for the client. Used by one thread. https://github.com/corelight/community-id-spec
 */
public final class CommunityId {
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int IPV6_OCTETS = 16;

  private final MessageDigest sha1;

  /** Seed, two addresses, protocol, padding and two ports. */
  private final ByteBuffer input = ByteBuffer.allocate(2 + 2 * IPV6_OCTETS + 2 + 4);

  public CommunityId() {
    try {
      sha1 = MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-1", e);
    }
  }

  /**
   * {@code 1:} and the Base64 form of a SHA-1; null when an address is not an IP address. Costs
   * about a microsecond: keep it for the flow.
   */
  public String of(FlowKey flow) {
    return of(flow.client(), flow.server(), flow.tcp());
  }

  /** The same of both ends. */
  public String of(Endpoint client, Endpoint server, boolean tcp) {
    byte[] from = IpOctets.of(client.ip());
    byte[] to = IpOctets.of(server.ip());
    if (from == null || to == null) {
      return null;
    }
    int order = Arrays.compareUnsigned(from, to);
    boolean inOrder = order < 0 || (order == 0 && client.port() < server.port());
    input.clear();
    input.putShort((short) 0);
    input.put(inOrder ? from : to).put(inOrder ? to : from);
    input.put((byte) (tcp ? TCP : UDP)).put((byte) 0);
    input.putShort((short) (inOrder ? client : server).port());
    input.putShort((short) (inOrder ? server : client).port());
    sha1.update(input.array(), 0, input.position());
    return "1:" + Base64.getEncoder().encodeToString(sha1.digest());
  }
}
