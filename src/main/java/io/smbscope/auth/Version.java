package io.smbscope.auth;

/**
 * Version of the sender's operating system. [MS-NLMP] 2.2.2.10
 *
 * @param revision NTLMRevisionCurrent, 15 in every system since Windows 2003
 */
public record Version(int major, int minor, int build, int revision) {

  /** As {@code 10.0.19041}. */
  @Override
  public String toString() {
    return major + "." + minor + "." + build;
  }
}
