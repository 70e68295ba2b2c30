package io.smbscope.detect;

/** What detections share: learned from all events before any detection is told of them. */
public final class Knowledge {
  private final Hosts hosts;
  private final Networks networks;

  Knowledge(Settings settings, Listeners on) {
    this.networks = settings.networks();
    this.hosts = new Hosts(settings.policy().inventory(), on);
  }

  /** What was learned of hosts. */
  public Hosts hosts() {
    return hosts;
  }

  /** Which addresses are inside. */
  public Networks networks() {
    return networks;
  }
}
