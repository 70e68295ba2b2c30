package io.smbscope.dissect.rpc.ndr;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.fscc.ObjectType;
import io.smbscope.dissect.fscc.SecurityDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Shows the arguments of the operations whose types are known. */
public final class NdrArguments {
  private final NdrReader.Common fields = NdrReader.Common.named();
  private final SecurityDescriptor descriptor = new SecurityDescriptor();

  /** The types, read when they are first asked for. */
  private static final class Known {
    static final Map<String, NdrFile.Call> CALLS = NdrFile.read();
  }

  /**
   * Shows what a call is given or gives back, where its types are known.
   *
   * @param called {@code srvsvc 21 in}
   */
  public void show(
      Dissection dissection, Region region, String called, boolean littleEndian, boolean ndr64) {
    NdrFile.Call call = Known.CALLS.get(called);
    if (call == null) {
      return;
    }
    dissection.tree.say("[" + call.name() + "]", 0, 0);
    NdrReader reader = new NdrReader(fields, dissection, region, littleEndian, ndr64);
    List<NdrReader.Item> items = new ArrayList<>();
    boolean whole = Grammar.read(() -> reader.arguments(call.arguments(), items));
    show(dissection.tree, items);
    if (!whole) {
      dissection.tree.say("[Malformed: arguments]", 0, 0);
    }
  }

  private void show(FrameTree tree, List<NdrReader.Item> items) {
    for (NdrReader.Item item : items) {
      if (item.value() instanceof Region region) {
        descriptor.show(tree, region, ObjectType.UNKNOWN);
      } else if (item.field() == null) {
        tree.open((String) item.value(), item.place(), item.length());
        show(tree, item.below());
        tree.close();
      } else if (item.field().form().isNumber()) {
        tree.number(item.field(), item.number(), item.place(), item.length());
      } else {
        tree.open(item.field(), item.value(), item.place(), item.length());
        show(tree, item.below());
        tree.close();
      }
    }
  }
}
