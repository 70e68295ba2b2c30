package io.smbscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files as the tools gzip 1.12, zstd 1.5.4 and lz4 1.9.4 compress them. Each holds a capture of
 * three packets of 50,000 octets: ones, twos and threes.
 */
class CompressionTest {
  static Stream<Arguments> files() {
    return Stream.of(
        arguments(
            "lz4, linked blocks",
            "BCJNGERAXjUBAACETTyyoQIABAABAFD//wAAAQkAMPFTZQcAIlDDBAAfAQEA//////////"
                + "//////////////////////////////////////////////////////////////////////"
                + "//////////////////////////////////////////////////////////////////////"
                + "//////////////////////////////////////////////////////////////////////"
                + "/////////////////////////////////////////wAAYMMXAWDDHwIBAP////////////"
                + "///////////////////////////////////////////////////////////////////5tQ"
                + "AgICAgIWAQAADwQA//////////////////////////////////////////////////////"
                + "//////////////////////////////////////////////////////////////////////"
                + "////////////////////////////////////////////////////////TABgwxcCYMMfAw"
                + "EA////////////////////////////////////////////////////////////////////"
                + "//////////////////////////////////////////////////////////////////////"
                + "///////////////////////3hQAwMDAwNUAAAADwQA////////////////////////////"
                + "//////////////////////////////////////////////////////////////////////"
                + "9qUAMDAwMDAAAAADGoCoo="),
        arguments(
            "lz4, independent blocks with checksums and size",
            "BCJNGHxAOEoCAAAAAACONQEAAIRNPLKhAgAEAAEAUP//AAABCQAw8VNlBwAiUMMEAB8BAQ"
                + "D/////////////////////////////////////////////////////////////////////"
                + "//////////////////////////////////////////////////////////////////////"
                + "//////////////////////////////////////////////////////////////////////"
                + "////////////////////////////////////////////////////AABgwxcBYMMfAgEA//"
                + "//////////////////////////////////////////////////////////////////////"
                + "////////m1ACAgICAmBex8EdAQAAHwIBAP////////////////////////////////////"
                + "//////////////////////////////////////////////////////////////////////"
                + "//////////////////////////////////////////////////////////////////////"
                + "///0uiAPFTZQIAAABQwwQAHwMBAP//////////////////////////////////////////"
                + "//////////////////////////////////////////////////////////////////////"
                + "////////////////////////////////////////////////94UAMDAwMDB1MUiFUAAAAf"
                + "AwEA//////////////////////////////////////////////////////////////////"
                + "////////////////////////////////9pUAMDAwMDR6p3ngAAAAAxqAqK"),
        arguments(
            "lz4, two frames and a skippable one",
            "BCJNGGRApzUBAACETTyyoQIABAABAFD//wAAAQkAMPFTZQcAIlDDBAAfAQEA//////////"
                + "//////////////////////////////////////////////////////////////////////"
                + "//////////////////////////////////////////////////////////////////////"
                + "//////////////////////////////////////////////////////////////////////"
                + "/////////////////////////////////////////wAAYMMXAWDDHwIBAP////////////"
                + "///////////////////////////////////////////////////////////////////5tQ"
                + "AgICAgIcAAAAHwIBAP//////////////////////aFACAgICAgAAAACOwyKSUSpNGAMAAA"
                + "BhYmMEIk0YYECCHAEAAB8CAQD/////////////////////////////////////////////"
                + "//////////////////////////////////////////////////////////////////////"
                + "/////////////////////////////////////////JogDxU2UCAAAAUMMEAB8DAQD/////"
                + "//////////////////////////////////////////////////////////////////////"
                + "//////////////////////////////////////////////////////////////////////"
                + "///////////////////////////////////////5UAMDAwMDQwAAAB8DAQD///////////"
                + "///////////////////////////////////////////////////////////////+dQAwMD"
                + "AwMAAAAA"),
        arguments(
            "zstd",
            "KLUv/aQ4SgIAvAEAuE08sqECAAQA//8AAAHxU2VQwwEBAgIDCwAUubsFxAE2mIauPhA8Nh"
                + "ysMQ1xmu2wqZhjsY8AccNRAgOEQco0"),
        arguments(
            "zstd, from a pipe",
            "KLUv/QRY/AEANAJNPLKhAgAEAP//AAABAAAAAPFTZQAAAABQwwEA8VNlAQICAwgAFDluC4"
                + "gDbDANcfqODUesTEOcZnbYEiAOw1ECA4RByjQ="),
        arguments(
            "zstd, two frames and skippable ones",
            "UCpNGAQAAABhYmNkKLUv/aRwEQEAjQEAyE08sqECAAQA//8AAAHxU2VQwwEA8VNlAQIHAO"
                + "SNu8XYcMTKNMRptsOmYo7FPgLEAV4R8ZcotS/9oMg4AQDNAABgAgDxU2UCAAAAUMMDAwBM"
                + "Q1cLF0OyegdXXypNGAMAAABhYmM="),
        arguments(
            "gzip, two members",
            "H4sICGrnA2sCA2gxAO3GUQmAMBiF0X9iLCsIg2VYMCtYYYmWYDKGDXySc+Dj3vO4ry32eI"
                + "0Rkebppc7JbZUAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                + "AAAAAAD4leilpojIbbUBAAAAAAAAAAAAAAAAAAAAAAAA8KkHGlVer3ARAQAfiwgAAAAAAA"
                + "ID7cNRCQAgEAWwx1lQMINJTWQDPwwhyAarAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                + "AAB4K3vMStLX3QAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                + "AAAAAAAPjKASukFcfIOAEA"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void givesThePackets(String kind, String file) throws Exception {
    try (CaptureFiles stream = stream(Base64.getDecoder().decode(file))) {
      assertThat(SeenPacket.all(stream))
          .extracting(SeenPacket::octets)
          .containsExactly("01".repeat(50_000), "02".repeat(50_000), "03".repeat(50_000));
      assertThat(stream.failures()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void everyPrefixGivesWhatIsInIt(String kind, String file) throws Exception {
    byte[] whole = Base64.getDecoder().decode(file);
    long before = 0;
    for (int length = 0; length < whole.length; length++) {
      try (CaptureFiles stream = stream(Arrays.copyOf(whole, length))) {
        drain(stream);
        assertThat(stream.tally().packets())
            .as("packets in %s octets", length)
            .isBetween(before, 3L);
        if (stream.tally().packets() < 3) {
          assertThat(stream.failures()).hasSize(1);
        }
        before = stream.tally().packets();
      }
    }
  }

  /** The first block holds 65,536 octets, so all of the first packet, and ends at 320. */
  @Test
  void givesWhatIsInAnLz4BlockThatIsCutOff() throws Exception {
    byte[] whole = Base64.getDecoder().decode((String) files().findFirst().orElseThrow().get()[1]);
    try (CaptureFiles stream = stream(Arrays.copyOf(whole, 310))) {
      assertThat(SeenPacket.all(stream))
          .extracting(SeenPacket::octets)
          .containsExactly("01".repeat(50_000));
      assertThat(stream.failures())
          .extracting(CaptureFiles.Failure::message)
          .singleElement()
          .asString()
          .startsWith("standard input: cut off at decompressed byte ")
          .endsWith(", in packet 2: the compressed data ends early");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void saysThatItIsCutOff(String kind, String file) throws Exception {
    byte[] whole = Base64.getDecoder().decode(file);
    try (CaptureFiles stream = stream(Arrays.copyOf(whole, whole.length - 1))) {
      drain(stream);
      assertThat(stream.failures())
          .extracting(CaptureFiles.Failure::message)
          .singleElement()
          .asString()
          .matches(
              "standard input: (cut off|broken) at decompressed byte \\d+, in packet [34]: .+");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void anyCorruptionEnds(String kind, String file) throws Exception {
    byte[] whole = Base64.getDecoder().decode(file);
    Random random = new Random(7);
    for (int round = 0; round < 60; round++) {
      byte[] corrupt = whole.clone();
      corrupt[random.nextInt(corrupt.length)] ^= (byte) (1 << random.nextInt(8));
      try (CaptureFiles stream = stream(corrupt)) {
        drain(stream);
        assertThat(stream.failures()).hasSizeLessThan(2);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void whatIsNoFrameBehindTheLastIsSaid(String kind, String file) throws Exception {
    byte[] whole = Base64.getDecoder().decode(file);
    byte[] withMore = Arrays.copyOf(whole, whole.length + 8);
    Arrays.fill(withMore, whole.length, withMore.length, (byte) 'x');
    try (CaptureFiles stream = stream(withMore)) {
      drain(stream);
      assertThat(stream.tally().packets()).isEqualTo(3);
      assertThat(stream.failures()).hasSize(1);
    }
  }

  private static void drain(CaptureFiles files) {
    Packet packet = new Packet();
    while (files.next(packet)) {
      assertThat(packet.length).isLessThanOrEqualTo(packet.wireLength);
    }
  }

  private static CaptureFiles stream(byte[] file) {
    return CaptureFiles.of(List.of("-"), new ByteArrayInputStream(file));
  }
}
