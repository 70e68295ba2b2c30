package io.smbscope.rpc;

/**
 * One fragment, decoded.
 *
 * @param first PFC_FIRST_FRAG
 * @param last PFC_LAST_FRAG
 * @param pdu as if it were whole; its stub is a view of the fragment's octets
 * @param verifier null when there is none; its value is such a view too
 */
record Fragment(boolean first, boolean last, RpcPdu pdu, AuthVerifier verifier) {}
