package io.smbscope.rpc.stub;

import java.util.List;

/**
 * An operation, and how its stubs are read as far as they matter.
 *
 * @param in parameters of the request
 * @param out of the response
 */
record Operation(int opnum, List<Part> in, List<Part> out) {

  /** Of the answer, only the status matters. */
  static Operation operation(int opnum, Part... in) {
    return new Operation(opnum, List.of(in), List.of());
  }

  /** The same, with parameters of the response. */
  Operation answers(Part... parts) {
    return new Operation(opnum, in, List.of(parts));
  }
}
