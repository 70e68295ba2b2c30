package io.smbscope.cli;

import io.smbscope.base.Anomaly;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowInfo;
import io.smbscope.net.FlowStats;
import io.smbscope.netbios.NbnsMessage;
import io.smbscope.netbios.NetbiosDatagram;
import io.smbscope.netbios.SessionPacket;
import io.smbscope.smb.FileOctets;
import io.smbscope.smb.SmbMessage;
import io.smbscope.smb.SmbObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps what one thread observed in one batch, each observation under its place in the order that
 * all threads' observations are merged in.
 */
final class Outbox implements SmbObserver {

  private List<Observation> observations = new ArrayList<>();
  private boolean finishing;
  private long packet;
  private int shard;

  /** What is observed from here on belongs to this packet. */
  void at(long currentPacket, int currentShard) {
    packet = currentPacket;
    shard = currentShard;
  }

  /** From here on flows end because the capture does; they are ordered by their ids. */
  void finishing(int currentShard) {
    finishing = true;
    shard = currentShard;
  }

  /** Where observations go from here on. */
  void into(List<Observation> batch) {
    observations = batch;
  }

  private void add(long flow, Consumer<SmbObserver> call) {
    observations.add(new Observation.Other(finishing, finishing ? flow : packet, shard, call));
  }

  @Override
  public void flowStarted(Stamp at, FlowInfo flow) {
    add(flow.id(), observer -> observer.flowStarted(at, flow));
  }

  @Override
  public void flowEnded(Stamp at, FlowInfo flow, FlowStats stats) {
    add(flow.id(), observer -> observer.flowEnded(at, flow, stats));
  }

  @Override
  public void gap(Stamp at, FlowInfo flow, boolean fromClient, long missing) {
    add(flow.id(), observer -> observer.gap(at, flow, fromClient, missing));
  }

  @Override
  public void sessionService(Stamp at, FlowInfo flow, boolean fromClient, SessionPacket packet) {
    add(flow.id(), observer -> observer.sessionService(at, flow, fromClient, packet));
  }

  @Override
  public void nameService(Stamp at, FlowInfo flow, boolean fromClient, NbnsMessage message) {
    add(flow.id(), observer -> observer.nameService(at, flow, fromClient, message));
  }

  @Override
  public void datagram(Stamp at, FlowInfo flow, boolean fromClient, NetbiosDatagram datagram) {
    add(flow.id(), observer -> observer.datagram(at, flow, fromClient, datagram));
  }

  @Override
  public void smb(Stamp at, FlowInfo flow, boolean fromClient, SmbMessage message) {
    observations.add(
        new Observation.OfMessage(
            finishing, finishing ? flow.id() : packet, shard, at, flow, fromClient, message));
  }

  @Override
  public void fileOctets(Stamp at, FlowInfo flow, boolean fromClient, FileOctets octets) {
    add(flow.id(), observer -> observer.fileOctets(at, flow, fromClient, octets));
  }

  @Override
  public void anomaly(Anomaly anomaly) {
    add(anomaly.flow(), observer -> observer.anomaly(anomaly));
  }
}
