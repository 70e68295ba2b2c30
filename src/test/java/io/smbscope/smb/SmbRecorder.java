package io.smbscope.smb;

import io.smbscope.base.Anomaly;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowInfo;
import io.smbscope.net.FlowStats;
import io.smbscope.netbios.NbnsMessage;
import io.smbscope.netbios.NetbiosDatagram;
import io.smbscope.netbios.SessionPacket;
import java.util.ArrayList;
import java.util.List;

/** Keeps the SMB messages and anomalies it is told. */
public final class SmbRecorder implements SmbObserver {
  public static final FlowInfo FLOW =
      new FlowInfo(1, true, null, 49152, null, 445, -1, -1, List.of(), List.of(), false);

  public final List<SmbMessage> messages = new ArrayList<>();
  public final List<Anomaly> anomalies = new ArrayList<>();

  /** What was told of files, their octets copied. */
  public final List<FileOctets> fileOctets = new ArrayList<>();

  @Override
  public void smb(Stamp at, FlowInfo flow, boolean fromClient, SmbMessage message) {
    messages.add(message);
  }

  @Override
  public void fileOctets(Stamp at, FlowInfo flow, boolean fromClient, FileOctets octets) {
    fileOctets.add(
        new FileOctets(
            octets.command(), octets.position(), octets.length(), octets.octets().kept()));
  }

  @Override
  public void anomaly(Anomaly anomaly) {
    anomalies.add(anomaly);
  }

  @Override
  public void flowStarted(Stamp at, FlowInfo flow) {}

  @Override
  public void flowEnded(Stamp at, FlowInfo flow, FlowStats stats) {}

  @Override
  public void gap(Stamp at, FlowInfo flow, boolean fromClient, long missing) {}

  @Override
  public void sessionService(Stamp at, FlowInfo flow, boolean fromClient, SessionPacket packet) {}

  @Override
  public void nameService(Stamp at, FlowInfo flow, boolean fromClient, NbnsMessage message) {}

  @Override
  public void datagram(Stamp at, FlowInfo flow, boolean fromClient, NetbiosDatagram datagram) {}
}
