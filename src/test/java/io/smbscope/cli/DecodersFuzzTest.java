package io.smbscope.cli;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.smbscope.auth.SecurityTokens;
import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowHandler;
import io.smbscope.net.FlowInfo;
import io.smbscope.net.IpAddress;
import io.smbscope.net.Ports;
import io.smbscope.netbios.DatagramService;
import io.smbscope.netbios.GatherBudget;
import io.smbscope.netbios.NameService;
import io.smbscope.netbios.SessionFramer;
import io.smbscope.smb.FileContent;
import io.smbscope.smb.FileParts;
import io.smbscope.smb.SmbDecoder;
import io.smbscope.smb.smb1.Smb1Decoder;
import io.smbscope.smb.smb2.Smb2Decoder;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What decodes octets from the wire throws nothing, whatever they are. The build tries the inputs
 * in {@code DecodersFuzzTestInputs}, a folder for each test; {@code JAZZER_FUZZ=1 mvn test
 * -Djazzer.hooks=true -Dtest='DecodersFuzzTest#smb2*'} looks for others and puts there what fails.
 */
class DecodersFuzzTest {
  private static final IpAddress CLIENT = new IpAddress(0, 0xFFFF_0A00_0001L);
  private static final IpAddress SERVER = new IpAddress(0, 0xFFFF_0A00_0002L);
  private static final Stamp AT = new Stamp(1, 0);

  private final Outbox observer = new Outbox();

  /** The first octet is the size of the pieces that the rest comes in, from both sides in turn. */
  @FuzzTest
  void sessionFraming(byte[] input) {
    for (int port : new int[] {Ports.DIRECT_TCP, Ports.NETBIOS_SESSION}) {
      FlowInfo flow = flow(true, port);
      SmbDecoder messages = new SmbDecoder(flow, Limits.DEFAULT, FileContent.WHOLE, observer);
      GatherBudget budget = new GatherBudget(Limits.DEFAULT);
      SessionFramer framer =
          new SessionFramer(flow, Limits.DEFAULT, budget, () -> messages, observer);
      int size = input.length == 0 ? 1 : 1 + (input[0] & 0xFF);
      for (int at = 1; at < input.length; at += size) {
        give(framer, at / size % 2 == 0, input, at, Math.min(size, input.length - at));
      }
      framer.gap(true, input.length, AT);
      give(framer, true, input, 0, input.length);
    }
  }

  @FuzzTest
  void smb1(byte[] input) {
    FlowInfo flow = flow(true, Ports.DIRECT_TCP);
    FileParts files = new FileParts(flow, FileContent.WHOLE, observer);
    new Smb1Decoder(flow, Limits.DEFAULT, files, observer)
        .decode(Bytes.of(input), input.length, 0, AT);
  }

  @FuzzTest
  void smb2(byte[] input) {
    FlowInfo flow = flow(true, Ports.DIRECT_TCP);
    FileParts files = new FileParts(flow, FileContent.WHOLE, observer);
    new Smb2Decoder(flow, Limits.DEFAULT, files, observer)
        .decode(true, Bytes.of(input), input.length, 0, AT);
  }

  @FuzzTest
  void nameService(byte[] input) {
    FlowInfo flow = flow(false, Ports.NETBIOS_NAME);
    give(new NameService(flow, observer), true, input, 0, input.length);
  }

  @FuzzTest
  void datagramService(byte[] input) {
    FlowInfo flow = flow(false, Ports.NETBIOS_DATAGRAM);
    give(new DatagramService(flow, Limits.DEFAULT, observer), true, input, 0, input.length);
  }

  @FuzzTest
  void securityTokens(byte[] input) {
    SecurityTokens.decode(Bytes.of(input), AT, 1, observer);
  }

  private static void give(
      FlowHandler handler, boolean fromClient, byte[] octets, int offset, int length) {
    handler.data(fromClient, ByteBuffer.wrap(octets), offset, length, length, 1, 0);
  }

  private static FlowInfo flow(boolean tcp, int port) {
    return new FlowInfo(
        1, tcp, CLIENT, tcp ? 50_000 : port, SERVER, port, -1, -1, List.of(), List.of(), false);
  }
}
