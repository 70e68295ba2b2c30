package io.smbscope.rpc.stub;

import static io.smbscope.rpc.stub.Operation.operation;
import static io.smbscope.rpc.stub.Parts.HANDLE;
import static io.smbscope.rpc.stub.Parts.fullPointer;
import static io.smbscope.rpc.stub.Parts.guid;
import static io.smbscope.rpc.stub.Parts.number;

import io.smbscope.base.Bytes;
import java.util.List;
import java.util.UUID;

/** epmapper: where interfaces are to be found. [C706] O, [MS-RPCE] 2.2.1.2 */
final class Epmapper {
  private static final int PROTOCOL_UUID = 0x0D;

  static final List<Operation> OPERATIONS =
      List.of(
          operation(
              3,
              fullPointer(guid("obj")),
              fullPointer(Epmapper::tower),
              HANDLE,
              number("max_towers")));

  private Epmapper() {}

  /**
   * twr_t: its first floor names the interface that is asked for; little-endian always. [C706] I, L
   */
  private static void tower(Ndr in) {
    int length = in.count(1);
    in.u32();
    Bytes tower = in.octets(length);
    if (tower.u8(4) == PROTOCOL_UUID) {
      long high =
          tower.u32le(5) << Integer.SIZE | (long) tower.u16le(9) << Short.SIZE | tower.u16le(11);
      UUID uuid = new UUID(high, tower.u32be(13) << Integer.SIZE | tower.u32be(17));
      in.tell("map_tower", uuid + " " + tower.u16le(21));
    }
  }
}
