package io.smbscope.dissect.auth;

import io.smbscope.dissect.Region;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An element of DER, and where it stands. What is in it is looked at when it is asked for, so that
 * depth is the asker's and not the input's. X.690 8.1
 *
 * @param tag the first octet: class, form and number
 * @param header octets before the content
 * @param content as far as it is there
 */
record Der(int tag, int header, Region content) {
  /** Elements of one list that are looked at. */
  private static final int MOST = 64;

  static final int INTEGER = 0x02;
  static final int BIT_STRING = 0x03;
  static final int OCTET_STRING = 0x04;
  static final int OBJECT_IDENTIFIER = 0x06;
  static final int SEQUENCE = 0x30;

  /** The constructed tag of this number of an application. */
  static int application(int number) {
    return 0x60 | number;
  }

  /** The constructed tag of this number in its context. */
  static int context(int number) {
    return 0xA0 | number;
  }

  /** The element that begins a region. */
  static Der first(Region region) {
    int tag = octet(region, 0);
    int length = octet(region, 1);
    int header = 2;
    if (length > 0x80) {
      int count = length - 0x80;
      long value = 0;
      for (int i = 0; i < count; i++) {
        value = value << Byte.SIZE | octet(region, header++);
        if (value > Integer.MAX_VALUE) {
          throw new BufferUnderflowException();
        }
      }
      length = (int) value;
    } else if (length == 0x80) {
      throw new BufferUnderflowException();
    }
    return new Der(tag, header, region.part(header, length));
  }

  /** The only element in this one. */
  Der inner() {
    return first(content);
  }

  /** The elements in this one, as far as they can be read. */
  List<Der> elements() {
    List<Der> elements = new ArrayList<>();
    Region rest = content;
    while (!rest.octets().isEmpty() && elements.size() < MOST) {
      Der element;
      try {
        element = first(rest);
      } catch (BufferUnderflowException e) {
        return elements;
      }
      elements.add(element);
      rest = rest.from(element.header + element.content.length());
    }
    return elements;
  }

  /** Of an INTEGER or ENUMERATED, its last 64 bits. */
  long number() {
    long number = content.octets().isEmpty() ? 0 : (byte) content.octets().u8(0);
    for (int i = 1; i < content.octets().length(); i++) {
      number = number << Byte.SIZE | content.octets().u8(i);
    }
    return number;
  }

  /** Of a character string. */
  String text() {
    return new String(content.octets().copy(), StandardCharsets.UTF_8);
  }

  /** Of an OBJECT IDENTIFIER, with dots. */
  String oid() {
    StringBuilder text = new StringBuilder();
    long arc = 0;
    for (int i = 0; i < content.octets().length(); i++) {
      int octet = content.octets().u8(i);
      arc = (arc << 7) | (octet & 0x7F);
      if (octet < 0x80) {
        if (text.isEmpty()) {
          long top = Math.min(arc / 40, 2);
          text.append(top).append('.').append(arc - 40 * top);
        } else {
          text.append('.').append(arc);
        }
        arc = 0;
      }
    }
    return text.toString();
  }

  private static int octet(Region region, int at) {
    if (!region.has(at, 1)) {
      throw new BufferUnderflowException();
    }
    return region.octets().u8(at);
  }
}
