package io.smbscope.dissect.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index that the build makes says what the grammars say. */
class FieldsIndexTest {
  @TempDir private Path folder;

  @Test
  void theIndexIsTheGrammars() throws IOException {
    FieldsIndex.main(new String[] {folder.toString()});
    try (DataInputStream in =
        new DataInputStream(Files.newInputStream(folder.resolve(FieldsIndex.NAME)))) {
      Grammars index = FieldsIndex.read(in);
      Grammars grammars = Grammars.read();
      assertThat(index.fields()).isEqualTo(grammars.fields());
      assertThat(index.shapes()).isEqualTo(grammars.shapes());
    }
  }

  /** As [MS-SMB2] 2.2.1.2 and tshark's registration of it say. */
  @Test
  void aFieldStandsBesideItsAttribute() throws IOException {
    Field flags = named("smb2.flags");
    assertThat(flags.form()).isEqualTo(FieldForm.HEX);
    assertThat(flags.octets()).isEqualTo(4);
    assertThat(flags.section()).isEqualTo("MS-SMB2 2.2.1");
    assertThat(flags.bits())
        .anySatisfy(
            bit -> {
              assertThat(bit.name()).isEqualTo("smb2.flags.response");
              assertThat(bit.mask()).isEqualTo(1);
              assertThat(bit.form()).isEqualTo(FieldForm.BOOL);
            });
  }

  private static Field named(String name) throws IOException {
    return Grammars.read().fields().stream()
        .filter(field -> field.name().equals(name) && !field.bits().isEmpty())
        .findFirst()
        .orElseThrow();
  }
}
