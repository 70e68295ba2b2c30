package io.smbscope.dissect;

/** A protocol whose message is there, as far as it ever will be. */
@FunctionalInterface
public interface Dissector {
  void dissect(Dissection dissection, Region region);
}
