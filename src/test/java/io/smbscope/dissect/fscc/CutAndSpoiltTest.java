package io.smbscope.dissect.fscc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Wanted;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Structures that end early, and such that are not what they say. */
class CutAndSpoiltTest {
  /** Owner and group Administrators; one allowing entry with a condition, one of an object. */
  private static final String DESCRIPTOR =
      "01000480140000002400000000000000340000000102000000000005200000002002000001020000000000052000"
          + "0000200200000400700002000000090034000000000001020000000000052000000020020000617274"
          + "78f90a0000005400690074006c006500100400000056005000800500340000010000010000000001"
          + "02030405060708090a0b0c0d0e0f0102000000000005200000002002000000000000";

  private final SecurityDescriptor descriptor = new SecurityDescriptor();
  private final FileInformation files = new FileInformation();
  private final FileSystemInformation fileSystems = new FileSystemInformation();
  private final QuotaInformation quotas = new QuotaInformation();
  private final ReparsePoint reparsePoint = new ReparsePoint();
  private final DfsReferral referrals = new DfsReferral();

  @Test
  void ofADescriptorThatEndsEarlyIsShownWhatIsThere() {
    byte[] octets = HexFormat.of().parseHex(DESCRIPTOR);
    int shown = 0;
    for (int length = 0; length <= octets.length; length++) {
      FrameTree tree = new FrameTree(Wanted.ALL);
      descriptor.show(tree, region(octets, length), ObjectType.FILE);
      assertThat(tree.depth()).isZero();
      assertThat(tree.nodes().size()).isGreaterThanOrEqualTo(Math.min(shown, 3));
      shown = tree.nodes().size();
    }
    assertThat(shown).isGreaterThan(30);
  }

  @Test
  void randomOctetsAreNeverTooMuch() {
    Random random = new Random(7);
    List<BiConsumer<FrameTree, Region>> all =
        List.of(
            (tree, region) -> descriptor.show(tree, region, ObjectType.DIRECTORY),
            quotas::entries,
            reparsePoint::show,
            (tree, region) -> referrals.response(tree, region, true),
            (tree, region) -> referrals.response(tree, region, false));
    for (int round = 0; round < 300; round++) {
      byte[] octets = new byte[random.nextInt(200)];
      random.nextBytes(octets);
      if (octets.length > 4 && round % 2 == 0) {
        octets[0] = 1;
        octets[1] = 0;
      }
      Region region = region(octets, octets.length);
      for (BiConsumer<FrameTree, Region> one : all) {
        assertThatCode(() -> one.accept(new FrameTree(Wanted.ALL), region))
            .doesNotThrowAnyException();
      }
      for (int informationClass = 0; informationClass < 128; informationClass++) {
        FrameTree tree = new FrameTree(Wanted.ALL);
        files.show(tree, region, informationClass);
        fileSystems.show(tree, region, informationClass);
        assertThat(tree.depth()).isZero();
      }
    }
  }

  @Test
  void entriesThatLeadNowhereEnd() {
    byte[] octets = new byte[1 << 20];
    for (int i = 0; i < octets.length; i += 8) {
      octets[i] = 8;
    }
    FrameTree tree = new FrameTree(Wanted.of(List.of("smb.stream_size")));
    files.show(tree, region(octets, octets.length), 22);
    assertThat(tree.nodes().size()).isLessThanOrEqualTo(200_000);
  }

  @Test
  void aSymbolicLinkNamesItsTarget() {
    byte[] name = "..\\target".getBytes(StandardCharsets.UTF_16LE);
    byte[] octets = new byte[20 + 2 * name.length];
    octets[0] = 0x0C;
    octets[3] = (byte) 0xA0;
    octets[4] = (byte) (12 + 2 * name.length);
    octets[10] = (byte) name.length;
    octets[12] = (byte) name.length;
    octets[14] = (byte) name.length;
    octets[16] = 1;
    System.arraycopy(name, 0, octets, 20, name.length);
    System.arraycopy(name, 0, octets, 20 + name.length, name.length);
    FrameTree tree =
        new FrameTree(
            Wanted.of(List.of("smb2.symlink.substitute_name", "smb2.symlink.print_name")));
    reparsePoint.show(tree, region(octets, octets.length));
    assertThat(tree.nodes())
        .extracting(node -> node.value())
        .containsExactly("..\\target", "..\\target");
  }

  private static Region region(byte[] octets, int length) {
    return new Region(Bytes.of(octets).slice(0, length), 0);
  }
}
