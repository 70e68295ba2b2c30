package io.smbscope.dissect.fscc;

/**
 * What a security descriptor is of, as far as it is known: it gives the low rights their meaning.
 */
public enum ObjectType {
  UNKNOWN,
  FILE,
  DIRECTORY
}
