package io.smbscope.dissect;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/** Takes places, and has none: for parsers whose places nobody asks for. */
final class UnkeptPlaces extends AbstractMap<String, Object> {
  @Override
  public Object put(String attribute, Object place) {
    return null;
  }

  @Override
  public Object get(Object attribute) {
    return null;
  }

  @Override
  public boolean containsKey(Object attribute) {
    return false;
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    return Set.of();
  }
}
