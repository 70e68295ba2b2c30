package io.smbscope.netbios;

/**
 * A session-service packet other than a session message. RFC 1002 4.3.2 to 4.3.6
 *
 * @param type 0x81 request, 0x82 positive response, 0x83 negative response, 0x84 retarget, 0x85
 *     keep-alive
 * @param called name asked for in a request, else null
 * @param calling name of who asks in a request, else null
 * @param errorCode of a negative response (0x80 to 0x8F), else -1
 * @param retargetIp IPv4 address of a retarget response in network order, else 0
 * @param retargetPort of a retarget response, else 0
 */
public record SessionPacket(
    int type,
    NetbiosName called,
    NetbiosName calling,
    int errorCode,
    int retargetIp,
    int retargetPort) {
  public static final int MESSAGE = 0x00;
  public static final int REQUEST = 0x81;
  public static final int POSITIVE_RESPONSE = 0x82;
  public static final int NEGATIVE_RESPONSE = 0x83;
  public static final int RETARGET_RESPONSE = 0x84;
  public static final int KEEP_ALIVE = 0x85;
}
