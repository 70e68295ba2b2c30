package io.smbscope.rpc.stub;

/** A piece of a stub: it reads itself and tells what of it is an argument. */
@FunctionalInterface
interface Part {
  /** Throws {@link IndexOutOfBoundsException} when it is not there in full. */
  void read(Ndr in);
}
