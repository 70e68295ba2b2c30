package io.smbscope.dissect.smb1.trans;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Values;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.smb1.Smb1Command;
import java.nio.charset.StandardCharsets;

/** The Remote Administration Protocol, on {@code \PIPE\LANMAN}. [MS-RAP] 2.5 */
final class Rap {
  /** Of a descriptor, what only a response has. [MS-RAP] 2.5.1 */
  private static final String ANSWERED = "[eghi]";

  private final Field protocol = Fields.named("lanman");
  private final Field function = Fields.named("lanman.function_code");
  private final Field parameterDescriptor = Fields.named("lanman.param_desc");
  private final Field dataDescriptor = Fields.named("lanman.ret_desc");
  private final Field auxiliaryDescriptor = Fields.named("lanman.aux_data_desc");
  private final Field dataWithoutBuffer = Fields.named("lanman.data_no_recv_buffer");
  private final Field share = Fields.named("lanman.share");
  private final Field server = Fields.named("lanman.server");

  /**
   * What a request said that its response is shown with.
   *
   * @param parameters their descriptor
   * @param data descriptor of an entry
   */
  record Call(int function, String parameters, String data) {}

  /**
   * Shows what is asked.
   *
   * @return null when it is none
   */
  Call request(Smb1Command command, Words words) {
    Region region = words.parameters(command);
    FrameTree tree = command.tree();
    if (!region.has(0, 2)) {
      return null;
    }
    tree.protocol(
        protocol, "Microsoft Windows Lanman Remote API Protocol", region.origin(), region.length());
    int code = region.octets().u16le(0);
    tree.number(function, code, region.origin(), 2);
    int at = 2;
    String parameters = text(tree, parameterDescriptor, region, at);
    at += parameters.length() + 1;
    String data = text(tree, dataDescriptor, region, at);
    at += data.length() + 1;
    RapCalls.Names names = RapCalls.of(code);
    RapValues values = new RapValues(tree, region, at);
    values.parameters(parameters.replaceAll(ANSWERED, ""), names.asked().iterator());
    if (!values.isCut() && region.has(values.at(), 1)) {
      text(tree, auxiliaryDescriptor, region, values.at());
    }
    Region sent = words.data(command);
    if (values.hasBuffer() && sent.length() > 0) {
      new RapValues(tree, sent, 0).data(data, names.data().iterator(), -1);
    }
    tree.close();
    return new Call(code, parameters, data);
  }

  private static String text(FrameTree tree, Field field, Region region, int at) {
    Region rest = region.from(at);
    String text = Values.upToZero(rest.octets(), StandardCharsets.ISO_8859_1);
    tree.value(field, text, rest.origin(), Math.min(text.length() + 1, rest.length()));
    return text;
  }

  /** Shows what is answered; as {@link PipeTransaction#response}. */
  boolean response(Smb1Command command, Words words, Call call) {
    Region region = words.parameters(command);
    if (region.length() == 0) {
      return false;
    }
    FrameTree tree = command.tree();
    tree.protocol(
        protocol, "Microsoft Windows Lanman Remote API Protocol", region.origin(), region.length());
    tree.number(function, call.function, region.origin(), 0);
    Part part = new Part(command, region);
    var head =
        part.next(
            io.smbscope.grammar.placed.Rap.Response::new,
            io.smbscope.grammar.placed.Rap.Response::_read);
    if (head != null) {
      answer(command, words, call, head.converter());
    }
    tree.close();
    return true;
  }

  private void answer(Smb1Command command, Words words, Call call, int converter) {
    FrameTree tree = command.tree();
    RapCalls.Names names = RapCalls.of(call.function);
    RapValues values = new RapValues(tree, words.parameters(command), 4);
    String answered = call.parameters.replaceAll("[^reghi0-9]", "");
    values.parameters(answered, names.answered().iterator());
    Region data = words.data(command);
    if (data.length() == 0) {
      return;
    }
    if (!values.hasBuffer()) {
      tree.value(dataWithoutBuffer, data.octets().copy(), data.origin(), data.length());
      return;
    }
    int count = values.entries() < 0 ? 1 : values.entries();
    RapValues entries = new RapValues(tree, data, 0);
    Field above = values.entries() < 0 ? null : above(call.function);
    for (int i = 0; i < count && !entries.isCut() && data.has(entries.at(), 1); i++) {
      int origin = data.origin() + entries.at();
      if (above != null) {
        tree.open(above, null, origin, 0);
      }
      entries.data(call.data, names.data().iterator(), converter);
      if (above != null) {
        tree.close();
      }
    }
  }

  private Field above(int code) {
    return switch (code) {
      case 0 -> share;
      case 104, 215 -> server;
      default -> null;
    };
  }
}
