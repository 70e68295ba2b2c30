package io.smbscope.smb.smb1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is on the wire, a message is handed out or null, never an exception. */
class Smb1PropertyTest {
  private static final List<Smb1Rows.Row> ROWS = Smb1Rows.all();

  @Property(tries = 3000)
  void mutatedMessagesNeverThrow(@ForAll long seed) {
    Random random = new Random(seed);
    Smb1Rows.Recorder recorder = new Smb1Rows.Recorder();
    for (int message = 0; message < 4; message++) {
      byte[] octets = ROWS.get(random.nextInt(ROWS.size())).message();
      int changes = 1 + random.nextInt(8);
      for (int change = 0; change < changes; change++) {
        octets[4 + random.nextInt(octets.length - 4)] = (byte) random.nextInt(256);
      }
      octets = Arrays.copyOf(octets, octets.length - random.nextInt(4));
      assertThat(recorder.decode(octets).blocks()).isNotEmpty();
    }
  }

  @Property(tries = 2000)
  void noiseBehindAHeaderNeverThrows(@ForAll long seed) {
    Random random = new Random(seed);
    List<Integer> commands = Arrays.stream(Smb1Command.values()).map(Smb1Command::code).toList();
    byte[] octets = new byte[Smb1Header.SIZE + random.nextInt(200)];
    random.nextBytes(octets);
    octets[0] = (byte) 0xFF;
    octets[1] = 'S';
    octets[2] = 'M';
    octets[3] = 'B';
    octets[4] = commands.get(random.nextInt(commands.size())).byteValue();
    assertThat(new Smb1Rows.Recorder().decode(octets).blocks()).isNotEmpty();
  }
}
