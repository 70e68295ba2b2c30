package io.smbscope.dissect.filter;

/** The first bits of an address: {@code 10.0.0.0/8}. */
@SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
record Prefix(byte[] address, int bits) {
  /** Below, in or above it: negative, 0 or positive. */
  int compareFrom(byte[] other) {
    if (other.length != address.length) {
      return other.length - address.length;
    }
    for (int i = 0; i < address.length && i * 8 < bits; i++) {
      int mask = bits - i * 8 >= 8 ? 0xFF : 0xFF << (8 - (bits - i * 8)) & 0xFF;
      int difference = (other[i] & mask) - (address[i] & mask);
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }
}
