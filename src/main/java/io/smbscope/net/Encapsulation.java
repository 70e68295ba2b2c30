package io.smbscope.net;

import java.util.Locale;

/** What a packet was wrapped in before it was captured. */
enum Encapsulation {
  /** RFC 2784, RFC 2890; also transparent Ethernet bridging over it. */
  GRE(1),
  /** Types I, II and III. draft-foschiano-erspan */
  ERSPAN(2),
  /** RFC 7348 */
  VXLAN(3),
  /** RFC 8926 */
  GENEVE(4),
  /** IP in IP and 6in4. RFC 2003, RFC 4213, RFC 2473 */
  IPIP(5),
  /** RFC 3032 */
  MPLS(6),
  /** RFC 2516 */
  PPPOE(7);

  private static final Encapsulation[] BY_CODE = {
    null, GRE, ERSPAN, VXLAN, GENEVE, IPIP, MPLS, PPPOE
  };

  /** 1 to 15: what {@link Segment#encapsulations} packs. */
  final int code;

  private final String label = name().toLowerCase(Locale.ROOT);

  Encapsulation(int code) {
    this.code = code;
  }

  static Encapsulation of(int code) {
    return BY_CODE[code];
  }

  /** The name in {@link FlowInfo#encapsulations}. */
  String label() {
    return label;
  }
}
