package io.smbscope.session.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.SAXParserFactory;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Tells what Tika's own detector tells. */
class MediaTypesTest {
  private static final MimeTypes TIKA = MimeTypes.getDefaultMimeTypes();

  private final MediaTypes types = new MediaTypes();

  @ParameterizedTest
  @CsvSource({
    "'hello', a.txt, text/plain",
    "'hello', run.bat, application/x-bat",
    "'%PDF-1.7 ', a.bin, application/pdf",
    "'PK\u0003\u0004\u0014', letter.docx, "
        + "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "'PK\u0003\u0004\u0014', , application/zip",
    "'\u0000\u0001\u0002', , application/octet-stream",
    "'#!/bin/sh\n', , application/x-sh",
    "'<html><body>', , text/html",
    "'<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>', , image/svg+xml",
    "'MZ', setup.exe, application/x-dosexec",
  })
  void someTypes(String start, String name, String type) {
    assertThat(types.of(start.getBytes(StandardCharsets.ISO_8859_1), name)).isEqualTo(type);
  }

  @Test
  void pathsAndHostileNamesAreNames() throws IOException {
    byte[] text = {'a', 'b', 'c'};
    assertThat(types.of(text, "some\\folder.zip\\a.csv")).isEqualTo("text/csv");
    for (String name :
        List.of("%zz", "a?b.c", "#", "\u0000", "x".repeat(5000), "\ud800.pdf", ":")) {
      assertThat(types.of(text, name)).as(name).isEqualTo(byTika(text, name));
    }
  }

  /** Every pattern of the table where it may begin and end, in text and between zeros. */
  @Test
  void asTikaForWhatEachPatternMatches() throws Exception {
    for (byte[] start : samples()) {
      assertThat(types.of(start, null))
          .as(new String(start, StandardCharsets.ISO_8859_1).trim())
          .isEqualTo(byTika(start, null));
    }
  }

  @Test
  void asTikaForAnyOctets() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      byte[] start = new byte[1 + random.nextInt(i % 2 == 0 ? 4096 : 64)];
      random.nextBytes(start);
      assertThat(types.of(start, "a.dat")).isEqualTo(byTika(start, "a.dat"));
    }
  }

  private static String byTika(byte[] start, String name) throws IOException {
    Metadata metadata = new Metadata();
    if (name != null) {
      metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    }
    return TIKA.detect(new ByteArrayInputStream(start), metadata).toString();
  }

  private static List<byte[]> samples() throws Exception {
    List<byte[]> samples = new ArrayList<>();
    DefaultHandler values =
        new DefaultHandler() {
          @Override
          public void startElement(String uri, String local, String name, Attributes attributes) {
            String value = attributes.getValue("value");
            if (!name.equals("match") || value == null || samples.size() > 1500) {
              return;
            }
            String[] range = String.valueOf(attributes.getValue("offset")).split(":", -1);
            int from = range[0].equals("null") ? 0 : Integer.parseInt(range[0]);
            int to = Integer.parseInt(range.length == 1 ? "" + from : range[1]);
            byte[] octets = MagicReader.octets(value, String.valueOf(attributes.getValue("type")));
            samples.add(sample(from, octets, (byte) (samples.size() % 2 == 0 ? 0 : ' ')));
            if (to != from) {
              samples.add(sample(to, octets, (byte) 'x'));
            }
          }
        };
    try (InputStream table = MimeTypes.class.getResourceAsStream("tika-mimetypes.xml")) {
      SAXParserFactory.newInstance().newSAXParser().parse(table, values);
    }
    return samples;
  }

  private static byte[] sample(int offset, byte[] octets, byte filler) {
    byte[] sample = new byte[Math.min(4096, offset + octets.length + 40)];
    java.util.Arrays.fill(sample, filler);
    int count = Math.max(0, Math.min(octets.length, sample.length - offset));
    System.arraycopy(octets, 0, sample, Math.min(offset, sample.length), count);
    return sample;
  }
}
