package io.smbscope.rpc;

import io.smbscope.base.AnomalyKind;

/** Takes what a {@link RpcStream} finds. */
public interface RpcSink {

  /**
   * A message is whole.
   *
   * @param verifier of its last fragment, null when it has none; its value is a view that holds
   *     during the call
   */
  void pdu(RpcPdu pdu, AuthVerifier verifier);

  /**
   * Something cannot be read as the specifications say, or is too much.
   *
   * @param section as in {@link io.smbscope.base.Anomaly#section}
   */
  void anomaly(AnomalyKind kind, String section, String detail);
}
