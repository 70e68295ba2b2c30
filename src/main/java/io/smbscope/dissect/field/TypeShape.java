package io.smbscope.dissect.field;

import java.util.List;

/**
 * What a grammar says of a type: the attributes to show, in the order in which they are shown.
 *
 * @param className of the class compiled from it, without the package
 */
public record TypeShape(String className, List<Attribute> attributes) {

  /**
   * One attribute of a type.
   *
   * @param javaName of its getter
   * @param fields the names it has for Wireshark; empty when it is only a part of the structure
   * @param instance it has a place of its own, and is read when it is asked for
   * @param cases the types it may have when the octets say which, as the grammar names them from
   *     within the type, but in the form of class names
   */
  public record Attribute(
      String javaName, String label, List<Field> fields, boolean instance, List<String> cases) {}
}
