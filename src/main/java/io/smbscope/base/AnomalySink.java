package io.smbscope.base;

/** Where decoders put what they could not read. Called on the thread that decodes. */
@FunctionalInterface
public interface AnomalySink {
  void anomaly(Anomaly anomaly);
}
