package io.smbscope.dissect.smb2;

import io.kaitai.struct.KaitaiStream;
import io.kaitai.struct.KaitaiStruct;
import io.smbscope.dissect.Grammar;
import io.smbscope.grammar.placed.Smb2Create;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The bodies of the commands. */
final class Commands {
  private static final int CREATE = 5;

  private final Map<Integer, Consumer<Smb2Command>> requests = new HashMap<>();
  private final Map<Integer, Consumer<Smb2Command>> responses = new HashMap<>();

  Commands() {
    requests.put(CREATE, show(Smb2Create.Request::new, Smb2Create.Request::_read));
    responses.put(CREATE, show(Smb2Create.Response::new, Smb2Create.Response::_read));
  }

  void body(Smb2Command command) {
    Map<Integer, Consumer<Smb2Command>> bodies = command.isResponse() ? responses : requests;
    Consumer<Smb2Command> body = bodies.get(command.header().command());
    if (body != null) {
      body.accept(command);
    }
  }

  private static <T extends KaitaiStruct.ReadOnly> Consumer<Smb2Command> show(
      Function<KaitaiStream, T> structure, Consumer<T> read) {
    return command -> {
      T body = structure.apply(command.body());
      Grammar.show(command.tree(), command.message(), true, body, () -> read.accept(body));
    };
  }
}
