package io.smbscope.dissect.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Wanted;
import io.smbscope.dissect.field.Fields;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names from the wire in a cell: as tshark prints them, but never raw on a terminal. */
class ControlCharactersTest {
  private static final String NAME = "a\u001b[31m\tb\u0007";

  @Test
  void intoAFileAsTshark() {
    assertThat(cell(false)).isEqualTo("a\u001b[31m\\tb\u0007\n");
  }

  @Test
  void escapedOnATerminal() {
    assertThat(cell(true)).isEqualTo("a\\033[31m\\tb\\a\n");
  }

  private static String cell(boolean toTerminal) {
    List<String> fields = List.of("smb2.filename");
    FrameTree tree = new FrameTree(Wanted.of(fields));
    tree.value(Fields.named("smb2.filename"), NAME, 0, 0);
    Utf8 out = new Utf8(64);
    new FieldsPrinter(fields, FieldsLayout.DEFAULT, toTerminal).frame(tree, out);
    return out.toString();
  }
}
