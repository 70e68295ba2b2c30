package io.smbscope.detect.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smbscope.detect.policy.Inventory;
import io.smbscope.detect.policy.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryFileTest {
  private static Inventory of(String lines) {
    return InventoryFile.of("hosts.csv", lines.replace('~', '\n'));
  }

  @Test
  void hosts() {
    Inventory inventory =
        of(
            "# our hosts~mac,address,name,role~~00:11:22:AA:BB:CC,10.2.0.7,\"FILE, \"\"SRV\"\"\",File-Server~"
                + ",10.3.0.0/24,printers,printer~,10.3.0.0/28,,SCANNER~,fd00:0:0::7,DC1,domain_controller~");

    assertThat(inventory.byMac("00:11:22:aa:bb:cc").name()).isEqualTo("FILE, \"SRV\"");
    assertThat(inventory.byAddress("10.2.0.7").role()).isEqualTo(Role.FILE_SERVER);
    assertThat(inventory.byAddress("10.3.0.20").role()).isEqualTo(Role.PRINTER);
    assertThat(inventory.byAddress("10.3.0.7").role()).isEqualTo(Role.SCANNER);
    assertThat(inventory.byAddress("fd00::7").role()).isEqualTo(Role.DOMAIN_CONTROLLER);
    assertThat(inventory.byAddress("10.4.0.7")).isNull();
    assertThat(inventory.byMac(null)).isNull();
    assertThat(inventory.hasMacs()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"00-11-22-AA-BB-CC", "001122aabbcc", "0011.22AA.bbcc", "00:11:22:aa:bb:cc"})
  void macsAsOthersWriteThem(String mac) {
    assertThat(of("mac~" + mac).byMac("00:11:22:aa:bb:cc")).isNotNull();
  }

  @Test
  void semicolonsAsSpreadsheetsWriteThem() {
    assertThat(of("name;address~a,b;10.2.0.7").byAddress("10.2.0.7").name()).isEqualTo("a,b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '^',
      value = {
        "^^ @ 1:1: the first line names the columns: mac,address,name,role",
        "mac,ip @ 1:5: unknown column 'ip' (known: mac, address, name, role)",
        "mac,mac @ 1:5: column 'mac' is there twice",
        "name,role @ 1:1: a column mac or address is wanted",
        "mac,name~00:11:22:33:44,x @ 2:1: no MAC address: 00:11:22:33:44 (wanted as"
            + " 00:11:22:33:44:55)",
        "name,address~x,10.0.0 @ 2:3: no network: 10.0.0 (wanted as 10.0.0.0/8)",
        "address,role~10.0.0.1,toaster @ 2:10: unknown role 'toaster' (known: domain controller, file"
            + " server, workstation, printer, scanner, router)",
        "address,name~,x @ 2:1: a host needs a mac or an address",
        "address~10.0.0.1,x @ 2:10: more fields than columns",
        "address~10.0.0.1~10.0.0.1 @ 3:1: 10.0.0.1 is in line 2 already",
        "address,name~10.0.0.1,\"x @ 2:10: a quotation mark has no second one",
      })
  void saysWhereAndWhat(String lines, String error) {
    assertThatThrownBy(() -> of(lines))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hosts.csv:" + error);
  }

  @Test
  void aFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("hosts.csv");
    Files.writeString(file, "\ufeffaddress\r\n10.0.0.1\r\n");
    assertThat(InventoryFile.read(file).byAddress("10.0.0.1")).isNotNull();

    Files.write(file, "address\n\u00e4\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> InventoryFile.read(file)).hasMessage(file + ": not in UTF-8");
  }
}
